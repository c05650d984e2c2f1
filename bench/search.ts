import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { bookedTimes } from '../src/modules/bookings/index.js';
import { createAvailabilityService } from '../src/modules/chefs/availability/availability.service.js';
import { chefSearchQuery } from '../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../src/modules/chefs/search/search.service.js';
import { systemClock } from '../src/platform/clock.js';
import { openDatabase } from '../src/platform/database/client.js';
import { addDays, localOf } from '../src/platform/time/instants.js';
import { offeredPlans } from '../src/modules/subscriptions/subscriptions.data.js';

// How long searches take in the database of DATABASE_URL, which stays as it is. Each kind of search is
// asked many times, with values that differ: the times by the clock, which a busy machine bends, the CPU
// time of one search in this process and in PostgreSQL's (where that runs on this machine), the
// statements, and the longest that this process was kept busy. Arguments choose kinds by their names.
const TIMES = 24;
const today = localOf(systemClock.now(), 'UTC').date;

const TEXTS =
  'korean 김치 galbi pasta 이탈리아 tagliatelle tanaka 서연 mapo sushi 갈비찜 vegan'.split(' ');
const SLIPS =
  'itallian kroean tagliatele 김치찌게 japnese bibmbap risoto 이탈리야 tanka suhsi'.split(' ');
const CUISINES = 'Korean Italian Thai Greek Vegan Dessert Mexican Vegetarian'.split(' ');
const PLACES = 'Seoul Busan 제주 Tokyo Gangnam London Gyeongju 부산'.split(' ');
const PARTIES = [2, 6, 12, 20, 28, 30];
const PRICES = [35_000, 60_000, 120_000, 250_000];
const dates = Array.from({ length: 28 }, (_, day) => addDays(today, 2 + day));

const of = <T>(list: readonly T[], turn: number) => list[turn % list.length] as T;
const KINDS: Record<string, (turn: number) => Record<string, unknown>> = {
  'no filter': () => ({}),
  text: (turn) => ({ q: of(TEXTS, turn) }),
  'text with a slip': (turn) => ({ q: of(SLIPS, turn) }),
  'two words': (turn) => ({ q: `${of(TEXTS, turn)} ${of(PLACES, turn)}` }),
  cuisine: (turn) => ({ cuisine: [of(CUISINES, turn)] }),
  place: (turn) => ({ location: of(PLACES, turn) }),
  price: (turn) => ({ min_price: of(PRICES, turn), max_price: of(PRICES, turn) + 10_000 }),
  'price, cheapest first': (turn) => ({ max_price: of(PRICES, turn), sort: 'price_asc' }),
  party: (turn) => ({ guests: of(PARTIES, turn) }),
  rating: (turn) => ({ min_rating: 5 - (turn % 10) / 10 }),
  'free date': (turn) => ({ date: of(dates, turn) }),
  'date and place': (turn) => ({ date: of(dates, turn), location: of(PLACES, turn) }),
  'date, place, cuisine, price, party': (turn) => ({
    date: of(dates, turn),
    location: of(PLACES, turn),
    cuisine: [of(CUISINES, turn)],
    max_price: 120_000,
    guests: of([2, 4, 8], turn),
  }),
  'all with a text': (turn) => ({
    q: of(TEXTS, turn),
    date: of(dates, turn),
    location: of(PLACES, turn),
    max_price: 200_000,
    guests: of([2, 4, 8], turn),
  }),
  'text, newest first': (turn) => ({ q: of(TEXTS, turn), sort: 'newest' }),
  'page 800': () => ({ page: 800 }),
};

const database = await openDatabase({
  url: process.env.DATABASE_URL ?? 'pglite:.data/coocook',
  poolSize: 1,
  connectTimeoutMs: 5000,
  queryTimeoutMs: 60_000,
});
let statements = 0;
const db = new Proxy(database.prisma, {
  get(owner, name) {
    if (name === 'rows') statements += 1;
    return Reflect.get(owner, name) as unknown;
  },
});
const deps = {
  db,
  clock: systemClock,
  bookedTimes,
  offerQuestion: () => offeredPlans('coocook'),
};
const { search } = createSearchService(deps, createAvailabilityService(deps));
const rows = await database.execute(
  'SELECT reltuples::bigint AS rows, relname FROM pg_class WHERE relname = ANY ($1)',
  [['chefs', 'bookings']],
);
console.log(`Rows: ${JSON.stringify(rows.rows)}; ${TIMES} searches of each kind, in milliseconds.`);
const table: Record<string, object> = {};
const chosen = process.argv.slice(2);
for (const [kind, queryOf] of Object.entries(KINDS)) {
  if (chosen.length > 0 && !chosen.includes(kind)) continue;
  table[kind] = await measured((turn) => search(chefSearchQuery.parse(queryOf(turn))));
}
console.table(table);
await database.close();

/** Milliseconds on a CPU so far; NaN where the process is not on this machine. */
async function postgresCpu(): Promise<number> {
  const {
    rows: [row],
  } = await database.execute('SELECT pg_backend_pid() AS pid', []);
  try {
    const pid = Object.values(row ?? {})[0] as number;
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return NaN;
  }
}

async function measured(work: (turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < 3; turn += 1) await work(turn);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [cpuBefore, nodeBefore] = [await postgresCpu(), process.cpuUsage()];
  statements = 0;
  delay.enable();
  const took: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const began = performance.now();
    await work(turn);
    took.push(performance.now() - began);
  }
  delay.disable();
  const { user, system } = process.cpuUsage(nodeBefore);
  took.sort((a, b) => a - b);
  const rounded = (ms: number) => Math.round(ms * 10) / 10;
  const at = (share: number) => rounded(took[Math.ceil(took.length * share) - 1] ?? 0);
  return {
    p50: at(0.5),
    p95: at(0.95),
    most: at(1),
    node: rounded((user + system) / 1000 / TIMES),
    postgres: rounded(((await postgresCpu()) - cpuBefore) / TIMES),
    statements: rounded(statements / TIMES),
    busy: rounded(delay.max / 1e6),
  };
}
