// Kills the app and PostgreSQL again and again while clients book, then holds what they were told
// against what is stored: npm run chaos -- SECONDS. Ends with 1 when anything is wrong, or when too
// little was done to tell.
import { cook, dine, keepsKeys, signInAll, type World } from './clients.js';
import { check } from './checker.js';
import { startProcesses, type Processes } from './processes.js';
import { groupBy, tally, tooLittle } from './run.js';

/** With the demo diner and two chefs signed in twice each, 16 clients. */
const DINERS = 11;
/** How long a wish may go without an answer once everything is up again. */
const GRACE_MS = 60_000;
/** How many findings of one rule are shown. */
const SHOWN = 10;

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) throw new Error('Say for how many seconds: npm run chaos -- 60');

const starting = startProcesses();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void starting.then((started) => started.close()).finally(() => process.exit(130));
  });
}
const processes = await starting;
try {
  const findings = await runChaos(processes);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  await processes.close();
}

async function runChaos(processes: Processes): Promise<string[]> {
  const { kills } = processes;
  const start = Date.now();
  const world: World = {
    urls: processes.urls,
    stopAt: start,
    giveUpAt: start + GRACE_MS,
    seen: [],
    keysKept: false,
  };
  const { diners, chefs } = await signInAll(world, DINERS);
  const [first] = diners;
  world.keysKept = first !== undefined && (await keepsKeys(world, first));
  world.stopAt = Date.now() + seconds * 1000;
  world.giveUpAt = world.stopAt + GRACE_MS;
  await Promise.all([
    processes.havoc(world.stopAt),
    ...diners.map((client) => dine(world, client)),
    ...chefs.map((client) => cook(world, client)),
  ]);
  await processes.settle();

  const { seen, keysKept } = world;
  const stored = await processes.stored();
  const wrong = [...processes.found, ...check({ ...stored, seen, keysKept })];
  const findings = [...wrong, ...tooLittle(seen, { seconds, kills })];
  report(findings, stored, world, kills);
  for (const { body, status } of seen.filter((one) => one.status === 500).slice(0, 3)) {
    console.log(status, processes.logged(body?.request_id ?? '').join('\n'));
  }
  return findings;
}

function report(
  findings: string[],
  stored: { bookings: unknown[]; events: unknown[] },
  { seen, keysKept }: World,
  kills: Processes['kills'],
): void {
  const { statuses, count, retried } = tally(seen);
  const byStatus = [...statuses].sort(([one], [other]) => one.localeCompare(other));
  const deeds = [
    ...(['book', 'confirm', 'decline', 'call-off', 'cancel', 'reschedule', 'answer'] as const),
  ];
  const rows: [string, string | number][] = [
    ['seconds', seconds],
    ['requests', seen.length],
    ['by status', byStatus.map(([status, times]) => `${status}: ${times}`).join(', ')],
    ['acknowledged', deeds.map((deed) => `${deed} ${count(deed)}`).join(', ')],
    ['requests retried', retried],
    ['keys kept by the server', keysKept ? 'yes' : 'no'],
    ['kills of an app', kills.app],
    ['kills of the database', kills.database],
    ['bookings stored', stored.bookings.length],
    ['events stored', stored.events.length],
    ['findings', findings.length],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(24)} ${value}`);
  for (const ofRule of groupBy(findings, (finding) => finding.split(':')[0]).values()) {
    for (const finding of ofRule.slice(0, SHOWN)) console.log(`- ${finding}`);
    if (ofRule.length > SHOWN) console.log(`  … and ${ofRule.length - SHOWN} more of these`);
  }
}
