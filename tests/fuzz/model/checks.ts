import assert from 'node:assert/strict';
import { possible, type Action, type Meal, type Side } from './expectation.js';
import type { Model, System } from './system.js';

interface StoredLine {
  id: number;
  text: string;
}

/** What must hold after every command, for all meals of the run. */
export async function checkAll(model: Model, { site }: System): Promise<void> {
  const ids = model.meals.map(({ id }) => id);
  const stored = await site.db.booking.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: { id: true, status: true, startsAt: true, totalPrice: true, pricePerSession: true },
  });
  assert.deepEqual(
    stored.map((one) => ({ ...one, startsAt: one.startsAt.getTime() })),
    model.meals.map(({ id, status, start, price, hours }) => ({
      ...{ id, status, startsAt: start, totalPrice: price * hours, pricePerSession: price },
    })),
  );
  await checkHistory(model, ids, site);
  const overlaps = await site.db.$queryRaw<unknown[]>`
    SELECT a.id FROM bookings a JOIN bookings b ON a.chef_id = b.chef_id AND a.id < b.id
      WHERE a.id = ANY(${ids}) AND a.status IN ('pending', 'confirmed')
        AND b.status IN ('pending', 'confirmed')
        AND tstzmultirange(tstzrange(a.held_from, a.held_until),
            tstzrange(coalesce(a.move_held_from, a.held_from), coalesce(a.move_held_until, a.held_until)))
          && tstzmultirange(tstzrange(b.held_from, b.held_until),
            tstzrange(coalesce(b.move_held_from, b.held_from), coalesce(b.move_held_until, b.held_until)))`;
  assert.deepEqual(overlaps, []);
}

/** Lines are only added, and as many as there were changes. */
async function checkHistory(model: Model, ids: number[], site: System['site']): Promise<void> {
  const lines = await site.db.$queryRaw<StoredLine[]>`
    SELECT id, line::text AS text FROM booking_events line WHERE booking_id = ANY(${ids})`;
  const now = new Map(lines.map(({ id, text }) => [id, text]));
  for (const [id, text] of model.lines)
    assert.equal(now.get(id), text, 'a line of history changed');
  const expected = model.meals.reduce((sum, { history }) => sum + history.length, 0);
  assert.equal(lines.length, expected, 'lines of history');
  model.lines = now;
}

/** What both sides are told of a meal, and what its page offers each of them. */
export async function checkMeal(meal: Meal, model: Model, real: System): Promise<void> {
  const people = { diner: real.diners[meal.diner], chef: real.chefs[meal.chef] };
  for (const side of ['diner', 'chef'] as const) {
    const auth = people[side]?.auth ?? null;
    const { status, body } = await real.call(auth, 'GET', `/api/coocook/bookings/${meal.id}`);
    assert.equal(status, 200);
    assert.equal(body.status, meal.status);
    assert.equal(body.total_price, meal.price * meal.hours);
    assert.equal(body.expires_at, meal.expires === null ? null : iso(meal.expires));
    assert.deepEqual(toldMove(body.move), meal.move);
    const told = body.history.map(
      ({ reason: _, at: __, ...line }: Record<string, unknown>) => line,
    );
    assert.deepEqual(told, meal.history);
    const page = await real.call(auth, 'GET', `/bookings/${meal.id}`, {
      headers: { Accept: 'text/html' },
    });
    assert.deepEqual(offeredOn(page.text, meal.id), offers(meal, side, model.now));
  }
}

function toldMove(move: { starts_at: string; asked_by: Side; expires_at: string } | null) {
  if (move === null) return null;
  const [start, expires] = [Date.parse(move.starts_at), Date.parse(move.expires_at)];
  return { start, by: move.asked_by, expires };
}

/** The last part of the address that a button leads to. */
const PAGE_OF: Partial<Record<Action, string>> = { withdraw: 'cancel', ask_move: 'reschedule' };

function offers(meal: Meal, side: Side, now: number): string[] {
  return possible(meal, side, now)
    .map(({ action }) => PAGE_OF[action] ?? action)
    .sort();
}

function offeredOn(html: string, id: number): string[] {
  const names =
    'edit|confirm|decline|cancel|reschedule|complete|no_show|(?:accept|decline|withdraw)_move';
  const address = `/bookings/${id}/(${names})"`;
  const found = html.matchAll(new RegExp(`(?:href|action)="${address}`, 'g'));
  return [...new Set([...found].map(([, name]) => String(name)))].sort();
}

const iso = (ms: number) => new Date(ms).toISOString();

/** A session is open as long as it was not ended and its token is not too old. */
export async function checkSessions(model: Model, real: System): Promise<void> {
  for (const { access, ended } of model.sessions) {
    const isOpen = !ended && model.now < access.at + 3_600_000;
    const { status } = await real.call(`Bearer ${access.token}`, 'GET', '/api/auth/me');
    assert.equal(status, isOpen ? 200 : 401);
  }
}
