// Sends requests that nobody would send, to every route: npm run fuzz -- --requests 100000
// [--seed N] [--seconds N] [--database-url postgresql://…]. The database at that address is filled
// and changed; without one it is an embedded database in memory. With --model it is random lives of
// bookings, subscriptions and sessions (--runs N) instead. Ends with 1 when anything is found, and
// tells the smallest request that shows it: --seed N --path P sends that one again.
import { parseArgs } from 'node:util';
import {
  embeddedDatabase,
  openDatabase,
  type Database,
} from '../../src/platform/database/client.js';
import { openEmbedded } from '../../src/platform/database/embedded.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { installJobs } from '../../src/platform/jobs/install.js';
import { runModel } from './model/model.js';
import { fuzz, openTrial, type Figures, type Finding, type Trial } from './run.js';
import { replayed, shrink, withoutNumbers } from './shrink.js';
import { openSite } from './site.js';

const SHOWN = 20;
const LONGEST_LIFE = 100;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '3600' },
    'database-url': { type: 'string' },
    model: { type: 'boolean', default: false },
    runs: { type: 'string', default: '100' },
    path: { type: 'string' },
  },
});
const wanted = { requests: Number(values.requests), seed: Number(values.seed) };
const [seconds, runs] = [Number(values.seconds), Number(values.runs)];
if (![wanted.requests, seconds, runs].every((one) => one > 0) || !Number.isInteger(wanted.seed)) {
  throw new Error('Say how many: npm run fuzz -- --requests 100000 --seed 1');
}

const database = await openEmpty(values['database-url']);
const site = await openSite(database);
try {
  const found = await (values.model ? tryModel() : tryRequests());
  if (found > 0) process.exitCode = 1;
} finally {
  await site.close();
  await database.close();
}

async function tryRequests(): Promise<number> {
  const trial = await openTrial(site);
  try {
    if (values.path !== undefined) return await tryAgain(trial, values.path);
    const began = Date.now();
    const until = () => Date.now() - began > seconds * 1000;
    const figures = await fuzz(trial, { ...wanted, until });
    report(figures, (Date.now() - began) / 1000);
    for (const alike of groupsOf(figures.findings).slice(0, SHOWN)) await tell(trial, alike);
    return figures.findings.length;
  } finally {
    trial.close();
  }
}

async function tryAgain(trial: Trial, path: string): Promise<number> {
  const fuzzed = replayed(trial.drawn, wanted.seed, path);
  await trial.restore();
  const { what, status, text } = await trial.attempt(fuzzed);
  console.log(JSON.stringify(fuzzed.request));
  console.log(status, text);
  console.log(what ?? 'as it should be');
  return what === null ? 0 : 1;
}

async function tryModel(): Promise<number> {
  const { seed } = wanted;
  const given = { seed, runs, commands: LONGEST_LIFE, seconds };
  const { counts, failure, ...done } = await runModel(site, given);
  const told = [...counts].map(([name, times]) => `${name} ${times}`);
  console.log(`seed ${seed}, runs ${done.runs}, ${told.join(', ')}`);
  console.log(failure ?? 'as the product says');
  return failure === null ? 0 : 1;
}

async function openEmpty(url: string | undefined): Promise<Database> {
  const limits = { poolSize: 10, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
  const opened =
    url === undefined
      ? embeddedDatabase(await openEmbedded(null))
      : await openDatabase({ url, ...limits });
  await migrate(opened);
  await installJobs(opened);
  return opened;
}

function report(figures: Figures, took: number): void {
  const { requests, operations, asked, statuses, findings, slowest } = figures;
  const byStatus = [...statuses].sort(([one], [other]) => one.localeCompare(other));
  const never = [...asked].filter(([, { successes }]) => successes === 0).map(([name]) => name);
  const rows: [string, string | number][] = [
    ['database', database.kind],
    ['seed', wanted.seed],
    ['requests', requests],
    ['seconds', took.toFixed(1)],
    ['operations', `${asked.size} of ${operations}`],
    ['never with success', never.join(', ') || 'none'],
    ['by status', byStatus.map(([status, times]) => `${status}: ${times}`).join(', ')],
    ['slowest answer', `${slowest.ms} ms, ${slowest.target.slice(0, 200)}`],
    ['findings', findings.length],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(20)} ${value}`);
}

/** With the smallest request that is answered so, and what sends it again. */
async function tell(trial: Trial, alike: [Finding, ...Finding[]]): Promise<void> {
  const [first] = alike;
  console.log(`\n${alike.length} × ${first.what}`);
  const smallest = await shrink(trial, first);
  const { request, status, text } = smallest ?? first;
  console.log(JSON.stringify(request).slice(0, 2000));
  console.log(status, text);
  const again =
    smallest === null
      ? `--requests ${first.place + 1}  # alone it is answered otherwise`
      : `--path ${smallest.path}`;
  console.log(`npm run fuzz -- --seed ${first.seed} ${again}`);
}

/** Those that are alike but for their numbers. */
function groupsOf(findings: Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { method, target } = finding.request;
    const name = withoutNumbers(`${finding.what} ${method} ${target.replace(/\?.*/, '')}`);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
