// Measures how clients that want one chef's time at once are decided between, on a real PostgreSQL
// of its own: `npx tsx bench/rivals.ts`. docs/decisions/0008 says what follows from the figures.
import pg from 'pg';
import { query, startPostgres } from '../tests/support/database/postgres.js';
import {
  contest,
  DAY,
  HELD_MINUTES,
  STATEMENT_TIMEOUT_MS,
  TABLES,
  type Way,
  type Wish,
} from './contest.js';

const INSERT = `INSERT INTO bookings (chef_id, held_from, held_until)
  VALUES ($1, minute($2), minute($2 + ${HELD_MINUTES}))`;
const MOVE = `UPDATE bookings SET held_from = minute($2), held_until = minute($2 + ${HELD_MINUTES})
  WHERE chef_id = $1 AND id = $3`;
const LOCK_CHEF = 'SELECT id FROM chefs WHERE id = $1 FOR NO KEY UPDATE';
const LOCK_NUMBER = 'SELECT pg_advisory_xact_lock($1)';

const DO_NOTHING: Way = { name: 'do nothing', write: `${INSERT} ON CONFLICT DO NOTHING` };
const INSERTS: Way[] = [
  { name: 'plain', write: INSERT },
  DO_NOTHING,
  { name: 'chef row lock', lock: LOCK_CHEF, write: INSERT },
  { name: 'advisory lock', lock: LOCK_NUMBER, write: INSERT },
];
const MOVES: Way[] = [
  { name: 'plain', write: MOVE },
  { name: 'chef row lock', lock: LOCK_CHEF, write: MOVE },
  { name: 'advisory lock', lock: LOCK_NUMBER, write: MOVE },
];

/** The wishes of so many clients. Bookings to move stand a day apart, from the second day on. */
type Case = (way: Way, clients: number) => Wish[];
const wishes = (clients: number, wish: (place: number) => Wish) =>
  Array.from({ length: clients }, (_, place) => wish(place));

const INSERT_CASES: Record<string, Case> = {
  'same range': (way, n) => wishes(n, () => ({ way, minute: 0 })),
  'shifted by minutes': (way, n) => wishes(n, (place) => ({ way, minute: place })),
  disjoint: (way, n) => wishes(n, (place) => ({ way, minute: place * HELD_MINUTES })),
};
const MOVE_CASES: Record<string, Case> = {
  'same range': (way, n) => wishes(n, (moves) => ({ way, minute: 0, moves })),
  'half move, half insert': (way, n) =>
    wishes(n, (place) =>
      place % 2 === 0 ? { way, minute: 0, moves: place } : { way: DO_NOTHING, minute: 0 },
    ),
  disjoint: (way, n) => wishes(n, (moves) => ({ way, minute: (n + 1 + moves) * DAY, moves })),
};

function print(cells: (string | number)[]) {
  const [kind = '', name = '', way = '', ...figures] = cells.map(String);
  const words = kind.padEnd(8) + name.padEnd(24) + way.padEnd(15);
  console.log(words + figures.map((figure) => figure.padStart(10)).join(''));
}

async function compare(clients: pg.Client[], kind: string, cases: typeof MOVE_CASES, ways: Way[]) {
  for (const [name, wanted] of Object.entries(cases)) {
    for (const way of ways) {
      const tally = await contest(clients, wanted(way, clients.length));
      const { rounds, jams, winners, deadlocks, gaveUp, total } = tally;
      const each = (sum: number) => Number((sum / rounds).toFixed(1));
      const answers = tally.answers.sort((a, b) => a - b).map(Math.round);
      const times = [answers[answers.length >> 1] ?? 0, answers.at(-1) ?? 0, each(total)];
      const counts = [rounds, jams, each(winners), deadlocks, gaveUp];
      print([kind, name, way.name, clients.length, ...counts, ...times]);
    }
  }
}

const postgres = await startPostgres();
const clients: pg.Client[] = [];
try {
  await postgres.run('CREATE DATABASE rivals');
  await query(postgres.url('rivals'), TABLES);
  for (let place = 0; place < 64; place += 1) {
    const address = { connectionString: postgres.url('rivals') };
    const client = new pg.Client({ ...address, statement_timeout: STATEMENT_TIMEOUT_MS });
    await client.connect();
    clients.push(client);
  }
  const counts = ['clients', 'rounds', 'jammed', 'winners', 'deadlocks', 'gave up'];
  console.log(
    'Winners and "all" (ms) are means of a round; p50 and worst (ms) are of single answers.',
  );
  print(['', 'case', 'way', ...counts, 'p50', 'worst', 'all']);
  await contest(
    clients,
    wishes(64, (place) => ({ way: DO_NOTHING, minute: place * DAY })),
  );
  await compare(clients.slice(0, 32), 'insert', INSERT_CASES, INSERTS);
  await compare(clients, 'insert', INSERT_CASES, INSERTS);
  await compare(clients.slice(0, 32), 'move', MOVE_CASES, MOVES);
} finally {
  await Promise.all(clients.map((client) => client.end()));
  await postgres.remove();
}
