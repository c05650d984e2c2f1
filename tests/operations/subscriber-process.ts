// A process with two subscribers, for tests to kill: tsx subscriber-process.ts DATABASE_URL STAGE.
// It prints the effects that it finds, then does the subscribers' jobs until it comes to its stage:
// half-way: publishes an event first; the effect of one subscriber is written, not committed
// committed: the effect is committed, and the queue has heard nothing of it yet
// finished: no job is left; prints the effects again and ends
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { z } from 'zod';
import { openDatabase } from '../../src/platform/database/client.js';
import { inTransaction } from '../../src/platform/database/transactions.js';
import { createEvents, type Subscribers } from '../../src/platform/events/events.js';
import { installJobs } from '../../src/platform/jobs/install.js';
import { createJobs } from '../../src/platform/jobs/jobs.js';

const [url = '', stage = ''] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);
const database = await openDatabase({
  url,
  poolSize: 5,
  connectTimeoutMs: 60_000,
  queryTimeoutMs: 60_000,
});
await installJobs(database);
await database.execute('CREATE TABLE IF NOT EXISTS effects (subscriber text, event_id text)');

async function printEffects(): Promise<void> {
  const { rows } = await database.execute('SELECT * FROM effects ORDER BY subscriber');
  print(JSON.stringify(rows));
}

/** Says where the process is, and stays there until it is killed. */
function waitAt(place: string): Promise<void> {
  if (place !== stage) return Promise.resolve();
  print(place);
  return pause(600_000);
}

const schemas = { 'test.happened': z.object({ number: z.int() }) };
const subscribers: Subscribers<typeof schemas> = {
  'test.happened': {
    'test.killed': async (tx, { id }) => {
      await tx.$executeRaw`INSERT INTO effects VALUES ('test.killed', ${id})`;
      await waitAt('half-way');
    },
    'test.other': (tx, { id }) => tx.$executeRaw`INSERT INTO effects VALUES ('test.other', ${id})`,
  },
};
const jobs = createJobs(database, pino({ level: 'silent' }), {
  pollMs: 50,
  expireSeconds: 3,
  maintenanceSeconds: 1,
  retryDelaySeconds: 1,
});
const events = createEvents({ db: database.prisma, jobs: jobs.queue }, schemas);
const { 'event:test.killed': deliver, ...handlers } = events.subscribe(subscribers);

await printEffects();
if (stage === 'half-way') {
  await inTransaction(database.prisma, (tx) => events.publish(tx, 'test.happened', { number: 1 }));
}
await jobs.start(
  {
    ...handlers,
    'event:test.killed': async (data, job) => {
      await deliver?.(data, job);
      await waitAt('committed');
    },
  },
  {},
);

const isWorkLeft = async () =>
  (await database.execute("SELECT 1 FROM pgboss.job WHERE name = 'jobs' AND state < 'completed'"))
    .rows.length > 0;
while (await isWorkLeft()) await pause(100);
await jobs.stop();
await printEffects();
await database.close();
