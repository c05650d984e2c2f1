// Runs the tests on a real PostgreSQL: the one of TEST_DATABASE_URL, else one of its own.
// Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../../src/platform/paths.js';
import { startPostgres } from './postgres.js';

const given = process.env.TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres({ fsync: 'off' }) : null;
const vitest = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  {
    cwd: packageRoot(),
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'test',
      TEST_DATABASE_URL: given ?? own?.url('postgres') ?? '',
    },
  },
);
await own?.remove();
process.exitCode = vitest.status ?? 1;
