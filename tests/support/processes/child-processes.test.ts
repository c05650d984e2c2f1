import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { endChildren, endWithThisProcess } from './child-processes.js';

it('ends what a test file leaves behind, and says what it was', async () => {
  const forever = ['-e', 'setInterval(() => undefined, 1000)'];
  const left = endWithThisProcess(spawn(process.execPath, forever));
  const ended = endWithThisProcess(spawn(process.execPath, ['-e', '']));
  await once(ended, 'exit');
  const gone = once(left, 'exit');
  expect(endChildren()).toEqual([[process.execPath, ...forever].join(' ')]);
  expect(await gone).toEqual([null, 'SIGKILL']);
  expect(endChildren()).toEqual([]);
});
