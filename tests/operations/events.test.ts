import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/paths.js';
import { endWithThisProcess } from '../support/processes/child-processes.js';
import { useCleanup } from '../support/cleanup.js';
import { createPostgresDatabase } from '../support/database/database.js';

const folder = mkdtempSync(join(tmpdir(), 'coocook-events-'));
const cleanUp = useCleanup();
cleanUp(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the process until it says that it is at the stage, and kills it there; gives what it printed. */
async function runUntil(stage: 'half-way' | 'committed' | 'finished', url: string) {
  const program = join(packageRoot(), 'tests/operations/subscriber-process.ts');
  const child = endWithThisProcess(
    spawn(process.execPath, ['--import', 'tsx', program, url, stage], {
      cwd: packageRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const gone = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line === stage) child.kill('SIGKILL');
  }
  const [code, signal] = (await gone) as [number | null, string | null];
  return { lines, end: code ?? signal };
}

it.each([
  ['the embedded database', () => Promise.resolve(`pglite:${join(folder, 'data')}`)],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await createPostgresDatabase();
      cleanUp(drop);
      return url;
    },
  ],
])('kill -9 leaves a subscriber one effect of an event, on %s', async (_name, make) => {
  const url = await make();
  expect(await runUntil('half-way', url)).toEqual({ lines: ['[]', 'half-way'], end: 'SIGKILL' });

  // Nothing of the half-made effect is there; it is made by the next process, which is killed in its turn.
  const { lines, end } = await runUntil('committed', url);
  expect([lines[0]?.includes('test.killed'), lines[1], end]).toEqual([
    false,
    'committed',
    'SIGKILL',
  ]);

  const last = await runUntil('finished', url);
  expect(last.end).toBe(0);
  const effects = JSON.parse(last.lines.at(-1) ?? '') as { subscriber: string; event_id: string }[];
  expect(effects.map(({ subscriber }) => subscriber)).toEqual(['test.killed', 'test.other']);
  expect(new Set(effects.map(({ event_id: id }) => id)).size).toBe(1);
});
