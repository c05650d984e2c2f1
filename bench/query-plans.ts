import { writeFileSync } from 'node:fs';
import { askedTimes, bookedTimes } from '../src/modules/bookings/index.js';
import { createEarningsService } from '../src/modules/bookings/earnings/earnings.service.js';
import { createListsService } from '../src/modules/bookings/lists/lists.service.js';
import { createInboxService } from '../src/modules/bookings/workday/inbox.service.js';
import { createWorkdayService } from '../src/modules/bookings/workday/workday.service.js';
import { createAvailabilityService } from '../src/modules/chefs/availability/availability.service.js';
import { facetsQuestion } from '../src/modules/chefs/chef/chef.data.js';
import { createChefs } from '../src/modules/chefs/index.js';
import { chefSearchQuery } from '../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../src/modules/chefs/search/search.service.js';
import { systemClock } from '../src/platform/clock.js';
import { openDatabase, type Db } from '../src/platform/database/client.js';
import { ask } from '../src/platform/database/questions.js';
import { addDays, localOf } from '../src/platform/time/instants.js';
import { offeredPlans } from '../src/modules/subscriptions/subscriptions.data.js';

// Writes docs/query-plans.md: how PostgreSQL answers lists in the database of DATABASE_URL.
const FILE = 'docs/query-plans.md';
const date = addDays(localOf(systemClock.now(), 'UTC').date, 10);
const QUERIES: object[] = [
  {},
  { sort: 'price_asc' },
  { q: 'korean' },
  { q: 'tagliatele' },
  { cuisine: ['Greek'], location: 'Busan' },
  { min_price: 60_000, max_price: 70_000 },
  { guests: 28 },
  { date },
  { q: 'pasta', location: 'Seoul', date, guests: 8, max_price: 200_000 },
];

const database = await openDatabase({
  url: process.env.DATABASE_URL ?? 'pglite:.data/coocook',
  poolSize: 1,
  connectTimeoutMs: 5000,
  queryTimeoutMs: 60_000,
});
const plans = new Map<string, string>();
const db = new Proxy(database.prisma, {
  get(owner, name) {
    if (name !== 'rows') return Reflect.get(owner, name) as unknown;
    const rows: Db['rows'] = async (statement) => {
      const explained = await database.execute(
        `EXPLAIN (COSTS OFF) ${statement.text}`,
        statement.values,
      );
      const lines = explained.rows.flatMap((row) => Object.values(row) as string[]);
      const plan = lines
        .map((line) => (line.length > 150 ? `${line.slice(0, 149)}…` : line))
        .join('\n');
      plans.set(plan, statement.text);
      return owner.rows(statement);
    };
    return rows;
  },
});
const deps = {
  db,
  clock: systemClock,
  askedTimes,
  bookedTimes,
  offerQuestion: () => offeredPlans('coocook'),
};
const { search } = createSearchService(deps, createAvailabilityService(deps));

const written = new Set<string>();
const sections: string[] = [];
for (const query of QUERIES)
  await add(`\`${JSON.stringify(query)}\``, () => search(chefSearchQuery.parse(query)));
await add('The cuisines and places that pages offer', () => ask(db, facetsQuestion()));
await addBookings();
const [chefCount, bookingCount] = [
  await database.prisma.chef.count(),
  await database.prisma.booking.count(),
].map((count) => count.toLocaleString('en'));
const text = `# Query plans

How PostgreSQL answers \`GET /api/coocook/chefs\`, \`/explore\` and \`/\`, one section for each search, and the lists of bookings,
among ${chefCount} chefs and ${bookingCount} bookings. A plan that stands above is not repeated; small tables, such as all cuisines and
places, are read whole. Made by \`npm run bench:plans\` from the database of \`DATABASE_URL\`; \`search.plans.test.ts\` and
\`tests/modules/plans.test.ts\` check that no big one has to be.
`;
writeFileSync(FILE, [text, ...sections].join('\n'));
await database.close();

/** Those of a diner and of a chef, who are one here. */
async function addBookings(): Promise<void> {
  const { userId, chefId } = await database.prisma.booking.findFirstOrThrow({
    where: { status: 'confirmed' },
    orderBy: { id: 'desc' },
  });
  const viewer = {
    ...{ id: userId, chefId, name: '', email: '', role: 'user' as const },
    ...{ waitingRequests: 1, sessionId: null },
  };
  const page = { page: 1, per_page: 12 };
  const chefs = createChefs(deps);
  const known = { db, clock: systemClock, chefs: chefs.service, schedules: chefs.schedules };
  const lists = createListsService(known);
  const unasked = { detailQuestion: () => Promise.reject(new Error('No booking is asked for.')) };
  const inbox = createInboxService(known, unasked as never, lists);
  await add('`GET /api/coocook/bookings`', () => lists.list(viewer, 'diner', undefined, page));
  await add('`GET /api/coocook/bookings?as=chef&status=pending`', () =>
    lists.list(viewer, 'chef', ['pending'], page),
  );
  for (const tab of ['upcoming', 'pending', 'past', 'cancelled'] as const) {
    await add(`\`/my-bookings?tab=${tab}\``, () => lists.tab(viewer, 'diner', tab, page));
    await add(`\`/chef/inbox?tab=${tab}\``, () => inbox.page(viewer, tab, page));
  }
  await add('`/chef/today`', () => createWorkdayService(known).today(viewer));
  await add('`/chef/earnings`', () => createEarningsService(known).byMonth(viewer));
}

async function add(title: string, work: () => Promise<unknown>): Promise<void> {
  plans.clear();
  await work();
  const fresh = [...plans.keys()].filter((plan) => !written.has(plan));
  for (const plan of fresh) written.add(plan);
  sections.push(`## ${title}\n`, ...fresh.map((plan) => `\`\`\`\n${plan}\n\`\`\`\n`));
}
