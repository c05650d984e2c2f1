// Takes each protection of the list out of a copy of the tree and runs the tests that must notice;
// arguments choose by a part of a protection's name. Exit 1 if any goes unnoticed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/paths.js';
import { MUTANTS, type Mutant } from './mutants.js';

const LEFT_OUT = ['node_modules', '.git', '.data', 'coverage', 'screenshots', 'backups'];
const copy = mkdtempSync(join(tmpdir(), 'coocook-mutants-'));
const chosen = process.argv.slice(2);
const mutants = MUTANTS.filter(
  ({ protection }) => chosen.length === 0 || chosen.some((part) => protection.includes(part)),
);

try {
  const root = packageRoot();
  const isCopied = (path: string) => !LEFT_OUT.some((name) => path === join(root, name));
  cpSync(root, copy, { recursive: true, filter: isCopied });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const survivors = mutants.filter((mutant) => !isKilled(mutant));
  console.log(`${mutants.length - survivors.length} killed, ${survivors.length} survived`);
  process.exitCode = survivors.length === 0 && mutants.length > 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}

function isKilled({ protection, file, take, put, test, only }: Mutant): boolean {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  if (original.split(take).length !== 2) {
    console.log(`does not apply  ${protection}`);
    return false;
  }
  writeFileSync(
    path,
    original.replace(take, () => put),
  );
  const found = failuresOf(test, only);
  writeFileSync(path, original);
  const verdict = found > 0 ? 'killed  ' : found === 0 ? 'survived' : 'not run ';
  console.log(`${verdict}  ${protection}`);
  return found > 0;
}

/** How many tests failed; less than none when the file did not run. */
function failuresOf(test: string, only: string | undefined): number {
  const report = join(copy, 'mutant.json');
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--coverage.enabled=false', test],
      ...['--reporter=json', `--outputFile=${report}`],
      ...(only === undefined ? [] : ['-t', only]),
    ],
    { cwd: copy, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'test' } },
  );
  try {
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      'numFailedTests' | 'numPassedTests',
      number
    >;
    return numFailedTests + numPassedTests > 0 ? numFailedTests : -1;
  } catch {
    return -1;
  }
}
