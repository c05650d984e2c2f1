import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../../src/platform/database/folder-lock.js';

const scratch = mkdtempSync(join(tmpdir(), 'coocook-lock-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('the lock of a folder', () => {
  const folder = join(scratch, 'data');
  const locks = () => readdirSync(scratch).filter((one) => one.startsWith('data.lock'));
  const latest = () => Math.max(...locks().map((one) => Number(one.split('.')[2])));

  it('keeps others out until it is given back', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
    unlock();
    lockFolder(folder)();
  });

  it('is taken over from a process that is gone, and from another that was given its id', () => {
    const newest = () => `${folder}.lock.${latest()}`;
    writeFileSync(newest(), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }));
    lockFolder(folder)();
    writeFileSync(newest(), JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    lockFolder(folder)();
    writeFileSync(newest(), 'not json');
    lockFolder(folder)();
    expect(locks()).toEqual([`data.lock.${latest()}`]);
  });

  it('of an earlier version counts, and goes when that process has gone', () => {
    const other = join(scratch, 'older');
    writeFileSync(`${other}.lock`, JSON.stringify({ pid: 1, startedAt: startOfInit() }));
    expect(() => lockFolder(other)).toThrow('in use by process 1');
    writeFileSync(`${other}.lock`, JSON.stringify({ pid: 1, startedAt: 'another time' }));
    lockFolder(other)();
    expect(readdirSync(scratch).filter((one) => one.startsWith('older'))).toEqual(['older.lock.1']);
  });
});

/** In clock ticks since boot. */
function startOfInit(): string {
  const stat = readFileSync('/proc/1/stat', 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
