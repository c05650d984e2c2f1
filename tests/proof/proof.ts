// npm run proof: each promise of what CooCook withstands, with what was found. Ends with 1 when one does
// not hold or is not shown. Options: --only 6,8. Some drills take time by the clock: a quiet machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/platform/paths.js';
import { ROWS, type Row } from './rows.js';
import { startSite } from './site.js';

interface Outcome {
  holds: boolean;
  found: string;
}
interface Test {
  file: string;
  name: string;
  passed: boolean;
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const only = values.only.split(',').filter((text) => text !== '');
const rows = ROWS.filter(({ number }) => only.length === 0 || only.includes(String(number)));
const seconds = stopwatch();
tell(
  '',
  'row',
  's',
  `Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
);
const tests = runTests(rows);
tell('', '', seconds(), `${tests.length} tests`);
let failed = 0;
for (const row of rows) {
  const outcomes = await prove(row);
  const holds = outcomes.every((one) => one.holds);
  if (!holds) failed += 1;
  const found = outcomes.map((one) => one.found).join('; ');
  tell(holds ? 'pass' : 'FAIL', row.number, seconds(), `${row.promise}: ${found}`);
}
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function tell(...[verdict, row, took, text]: [string, string | number, string, string]): void {
  console.log(`${verdict.padEnd(4)} ${String(row).padStart(3)} ${took.padStart(4)}  ${text}`);
}

/** Gives the seconds since it was asked last. */
function stopwatch(): () => string {
  let last = performance.now();
  return () => {
    const before = last;
    last = performance.now();
    return ((last - before) / 1000).toFixed(0);
  };
}

async function prove(row: Row): Promise<Outcome[]> {
  const outcomes = (row.tests ?? []).map(([file, names]) => judge(file, names));
  if (row.drill !== undefined) outcomes.push(await drill(row.drill));
  if (row.program !== undefined) outcomes.push(run(row.program));
  return outcomes;
}

/** All tests of the rows in one run, on a PostgreSQL of its own. */
function runTests(wanted: Row[]): Test[] {
  const files = [...new Set(wanted.flatMap((row) => (row.tests ?? []).map(([file]) => file)))];
  if (files.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'coocook-proof-'));
  try {
    const report = join(folder, 'report.json');
    const program = 'tests/support/database/on-postgres.ts';
    tsx([program, ...files, '--reporter=json', `--outputFile=${report}`]);
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    return testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: relative(packageRoot(), name),
        name: fullName,
        passed: status === 'passed',
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(file: string, names = /./): Outcome {
  const counted = tests.filter((test) => test.file === file && names.test(test.name));
  const wrong = counted.filter((test) => !test.passed).map(({ name }) => name);
  const passed = `${counted.length - wrong.length} of ${counted.length} tests of ${file}`;
  const holds = counted.length > 0 && wrong.length === 0;
  return { holds, found: [passed, ...wrong].join(', not: ') };
}

async function drill(work: NonNullable<Row['drill']>): Promise<Outcome> {
  const site = await startSite({ AUTH_ATTEMPTS_PER_MINUTE: '1000' });
  try {
    return { holds: true, found: await work(site) };
  } catch (error) {
    return { holds: false, found: error instanceof Error ? error.message : String(error) };
  } finally {
    await site.end();
  }
}

/** Its last line tells. */
function run(program: string[]): Outcome {
  const { status, output } = tsx(program);
  return { holds: status === 0, found: output.trim().split('\n').at(-1) ?? '' };
}

function tsx(args: string[]): { status: number | null; output: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', ...args],
    { cwd: packageRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { status, output: stdout };
}
