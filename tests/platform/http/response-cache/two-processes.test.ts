import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../src/platform/database/client.js';
import { buildTestApp, type TestApp } from '../../../support/app/app.js';
import { buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { clonePostgres } from '../../../support/database/database.js';

const CHEFS = '/api/coocook/chefs';
/** What another process has committed is seen after so long, also when nothing is heard any more. */
const MAX_AGE_MS = 1000;

let now = 0;
const cached = { config: { responseCacheBytes: 2 ** 20 }, monotonicNow: () => now };
let apps: TestApp[] = [];
/** The same data without kept answers: what is true. */
let truth: TestApp;
const chefs: { id: number; auth: string }[] = [];
let diner = '';

beforeAll(async () => {
  const database = await clonePostgres();
  const settings = { poolSize: 5, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
  const again = () => openDatabase({ url: database.url, ...settings });
  truth = await buildTestApp({ open: () => Promise.resolve(database) });
  apps = [
    await buildTestApp({ open: again, ...cached }),
    await buildTestApp({ open: again, ...cached }),
  ];
  for (let made = 0; made < 3; made += 1) {
    const { id, userId } = await buildChef(truth);
    chefs.push({ id, auth: await signInAs(truth, userId) });
  }
  diner = await signInAs(truth, (await buildDiner(truth)).id);
});
afterAll(async () => {
  for (const app of apps) await app.database.close();
  await truth.database.close();
});

const read = async (app: TestApp, path: string) => (await request(app.listener).get(path)).text;
const paths = () => [
  CHEFS,
  `${CHEFS}?sort=price_asc`,
  '/',
  '/explore',
  ...chefs.flatMap(({ id }) => [`${CHEFS}/${id}`, `${CHEFS}/${id}/slots`, `/chefs/${id}`]),
];
let written = 0;

/** Something that answers show; every write is another one. */
async function write(app: TestApp, kind: number, which: number): Promise<void> {
  const { id, auth } = chefs[which % chefs.length] ?? { id: 0, auth: '' };
  written += 1;
  const edit = { name: `Chef ${written}`, price_per_session: 100 + written };
  const day = new Date(Date.UTC(2026, 11, 1 + written)).toISOString().slice(0, 10);
  const meal = { chef_id: id, booking_date: day, start_time: '18:00', duration_hours: 2 };
  const answer =
    kind === 0
      ? await request(app.listener).patch(`${CHEFS}/${id}`).set('Authorization', auth).send(edit)
      : await request(app.listener)
          .post('/api/coocook/bookings')
          .set('Authorization', diner)
          .send(meal);
  expect(answer.status).toBeLessThan(300);
}

const operation = fc.record({
  writes: fc.boolean(),
  kind: fc.nat(1),
  chef: fc.nat(2),
  path: fc.nat(12),
});
const phase = fc.record({
  writer: fc.nat(1),
  operations: fc.array(operation, { minLength: 5, maxLength: 15 }),
});

describe('two processes over one database', () => {
  it('never give what is older than a write, at once in its own process, after a second in another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(phase, { minLength: 2, maxLength: 3 }), async (phases) => {
        for (const { writer, operations } of phases) {
          const [own, other] = writer === 0 ? apps : [...apps].reverse();
          if (own === undefined || other === undefined) throw new Error('no apps');
          for (const { writes, kind, chef, path } of operations) {
            const address = paths()[path] ?? CHEFS;
            // What is read meanwhile may be as it was before, but may not be given afterwards.
            if (writes)
              await Promise.all([
                write(own, kind, chef),
                ...[own, other].map((app) => read(app, address)),
              ]);
            expect([address, await read(own, address)]).toEqual([
              address,
              await read(truth, address),
            ]);
          }
          now += MAX_AGE_MS + 1;
          for (const address of paths()) {
            expect([address, await read(other, address)]).toEqual([
              address,
              await read(truth, address),
            ]);
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
