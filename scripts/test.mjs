// npm test: prepares whatever is missing, then runs every test; arguments go to vitest.
import { spawn } from 'node:child_process';
import { prepare, root } from './prepare.mjs';

prepare();
const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (status) => process.exit(status ?? 1));
