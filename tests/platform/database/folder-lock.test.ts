import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endWithThisProcess } from '../../support/processes/child-processes.js';

/** LOCK_ROUNDS=2000 for a long run. */
const ROUNDS = Number(process.env.LOCK_ROUNDS ?? 60);
const PROCESSES = 6;
const LEAD_MS = 5;

const scratch = mkdtempSync(join(tmpdir(), 'coocook-lock-'));
const program = fileURLToPath(new URL('lock-process.ts', import.meta.url));
let processes: ChildProcess[] = [];

beforeAll(async () => {
  processes = Array.from({ length: PROCESSES }, () =>
    endWithThisProcess(fork(program, { execArgv: ['--import', 'tsx'] })),
  );
  await Promise.all(processes.map((one) => once(one, 'message')));
});
afterAll(async () => {
  for (const one of processes) {
    one.kill();
    await once(one, 'exit');
  }
  rmSync(scratch, { recursive: true, force: true });
});

const GONE = JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' });
/** What an earlier process left: by its name, with its content. */
const LEFT: [name: string, content: string][] = [
  ['.lock', GONE],
  ['.lock.7', GONE],
  ['.lock.8', 'null'],
  ['.lock.9', ''],
];

describe('of six processes that find one lock of a process that is gone', () => {
  it(`one has it, in each of ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = join(scratch, `data${round}`);
      const [name, content] = LEFT[round % LEFT.length] ?? ['', ''];
      writeFileSync(`${folder}${name}`, content);
      const at = Date.now() + LEAD_MS;
      const answers = processes.map(async (one) => {
        const answer = once(one, 'message');
        one.send({ folder, at });
        return ((await answer) as string[])[0];
      });
      const told = await Promise.all(answers);
      const others = told.filter((one) => one !== 'owner');
      expect([round, told.length - others.length]).toEqual([round, 1]);
      for (const one of others) expect(one).toMatch(/in use by process|just been taken/);
    }
  });
});
