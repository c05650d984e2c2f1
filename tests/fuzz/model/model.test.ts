import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clonePostgres } from '../../support/database/database.js';
import type { Database } from '../../../src/platform/database/client.js';
import { openSite, type Site } from '../site.js';
import { Request } from './booking-commands.js';
import { checkAll, checkMeal, checkSessions } from './checks.js';
import { runModel } from './model.js';
import { newRun } from './system.js';

/** Each of them has to happen, or nothing is told. */
const COMMANDS = [
  ...['request', 'change', 'repeat', 'reprice', 'wait', 'sweep', 'subscribe', 'renewal'],
  ...['sign in', 'refresh', 'sign out'],
];
const STEPS = [
  ...['confirm', 'decline', 'withdraw', 'expire', 'cancel', 'reschedule', 'complete', 'no_show'],
  ...['edit', 'ask_move', 'accept_move', 'decline_move', 'withdraw_move', 'lapse_move'],
];

let database: Database;
let site: Site;
beforeAll(async () => {
  database = await clonePostgres();
  site = await openSite(database);
});
afterAll(async () => {
  await site.close();
  await database.close();
});

describe('bookings, subscriptions and sessions', () => {
  it('live as the product says, whatever is tried', async () => {
    const { failure, counts } = await runModel(site, { seed: 2, runs: 6, commands: 300 });
    expect(failure).toBeNull();
    expect([...counts.keys()]).toEqual(expect.arrayContaining([...COMMANDS, ...STEPS]));
  }, 600_000);

  it('are caught when they do not', async () => {
    const { model, real } = await newRun(site);
    const [diner, chef] = [0, 0];
    const at = { day: 2, hour: 12 };
    await new Request({ diner, chef, hours: 2, key: false, ...at }).run(model, real);
    await new Request({ diner, chef: 1, hours: 2, key: false, ...at }).run(model, real);
    const [first, second] = model.meals;
    await expect(checkAll(model, real)).resolves.toBeUndefined();
    if (first === undefined || second === undefined) throw new Error('nothing was booked');
    const planted = [
      { model: { ...model, meals: [{ ...first, status: 'confirmed' as const }, second] } },
      { model: { ...model, meals: [{ ...first, price: 1 }, second] } },
      { model: { ...model, meals: [{ ...first, history: [] }, second] } },
      { model: { ...model, lines: new Map([[1, 'another line']]) } },
    ];
    for (const one of planted) await expect(checkAll(one.model, real)).rejects.toThrow();
    const told = { ...first, status: 'confirmed' as const };
    await expect(checkMeal(told, model, real)).rejects.toThrow();
    const access = { token: 'none', at: model.now };
    const open = { ...model, sessions: [{ refresh: [], access, ended: false }] };
    await expect(checkSessions(open, real)).rejects.toThrow();
  });
});
