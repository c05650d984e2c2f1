// npm run bench: what each route costs, beside what it costs to answer nothing and to write nothing
// but a booking's time, in the same run. Options: --seconds 5 --connections 50 --only chefs,slots
// --out FILE --compare FILE --reference, which writes the results that the README shows.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { startLoad, type Load } from './load/load.js';
import { measure, type Limits } from './measure.js';
import { measureCase, metersOf } from './measure-case.js';
import { memoryOf } from './memory.js';
import { optionsOf } from './options.js';
import { chartOf } from './report/chart.js';
import { slower } from './report/compare.js';
import { meanOf, rounded, rowOf, wholeCpu, type Figures, type Results } from './report/figures.js';
import { tableOf } from './report/table.js';
import { casesOf, nameOf, type Case } from './routes.js';
import { startSite, type Site } from './site.js';
import { measureBare } from './yardsticks/bare-servers.js';
import { findPgbench, insertWithPgbench, makeHeldTimes } from './yardsticks/pgbench.js';

const now = new Date().toISOString();
const options = optionsOf(process.argv.slice(2), now.slice(0, 10));
const cases = casesOf(options.only);
const before = options.compare === undefined ? null : readResults(options.compare);
if (!existsSync('/proc/self/stat')) throw new Error('Processor time is read from Linux’s /proc.');

const results = await run(options, cases);
console.log(tableOf(results).join('\n'));
write(options.out, `${JSON.stringify(results, null, 2)}\n`);
write(options.chart, chartOf(results));
if (before !== null) {
  const worse = slower(before, results);
  console.log(worse.length === 0 ? 'Nothing got slower.' : 'Slower than before:');
  for (const line of worse) console.log(line);
  process.exitCode = worse.length === 0 ? 0 : 1;
}

async function run(limits: Limits, wanted: Case[]): Promise<Results> {
  const notes: string[] = [];
  const [processor] = cpus();
  const machine = {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    load: loadavg().map((load) => rounded(load)),
  };
  if ((machine.load[0] ?? 0) > machine.cores / 2) {
    const shown = `load average ${machine.load[0]} on ${machine.cores} cores`;
    notes.push(
      `The machine was busy with other work (${shown}): CPU bends less than req/s and times.`,
    );
  }
  const load = startLoad();
  try {
    const http = await told('node:http', () => measureBare('bare-http.mjs', load, limits));
    const first = await told('Express', () => measureBare('bare-express.mjs', load, limits));
    const { figures, insert, memory } = await measureSite(wanted, load, limits);
    const last = await told('Express', () => measureBare('bare-express.mjs', load, limits));
    const drift = Math.round((wholeCpu(last) / wholeCpu(first) - 1) * 100);
    const change = `${Math.abs(drift)} % ${drift < 0 ? 'less' : 'more'}`;
    notes.push(`Express cost ${change} at the end than at the start; the mean is used.`);
    notes.push(
      `In memory at the end: ${memory.map((mb) => `${Math.round(mb)} MB`).join(', without kept answers ')}.`,
    );
    if (insert === null) notes.push('There is no pgbench: no INSERT to compare with.');
    const yardsticks = {
      http,
      express: meanOf(first, last),
      ...(insert === null ? {} : { insert }),
    };
    const rows = wanted.map((one, index) =>
      rowOf(
        { name: nameOf(one), writes: one.books === true },
        figures[index] as Figures,
        yardsticks,
      ),
    );
    const { seconds, connections } = limits;
    return {
      at: now,
      node: process.version,
      machine,
      settings: { seconds, connections },
      notes,
      yardsticks,
      rows,
    };
  } finally {
    load.end();
  }
}

async function measureSite(wanted: Case[], load: Load, limits: Limits) {
  const site = await startSite();
  try {
    const figures: Figures[] = [];
    for (const one of wanted) {
      figures.push(await told(nameOf(one), () => measureCase(one, site, load, limits)));
    }
    const memory = [site.server, site.forgetful].map(({ pid }) => memoryOf(pid));
    return { figures, insert: await measureInsert(site, limits), memory };
  } finally {
    await site.end();
  }
}

/** Null where there is no pgbench. */
async function measureInsert(site: Site, limits: Limits): Promise<Figures | null> {
  const program = findPgbench();
  if (program === null) return null;
  await makeHeldTimes(site.databaseUrl);
  const { connections } = limits;
  return told('INSERT', () =>
    measure(
      { ...metersOf(site, site.server), cpu: () => 0 },
      (extent) => insertWithPgbench(program, site.databaseUrl, { connections, extent }),
      limits,
    ),
  );
}

/** Says what is being measured, for nothing is printed until all of it is. */
function told<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  console.error(`… ${name}`);
  return work();
}

function readResults(file: string): Results {
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`Written: ${file}`);
}
