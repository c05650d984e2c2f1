import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueStep,
  isAllowedAt,
  moveDeadline,
  possibleActions,
  refundFor,
  refundSchedule,
  requestDeadline,
  totalPrice,
  transitionOf,
} from '../../../../src/modules/bookings/booking/booking.rules.js';
import {
  transitionBy,
  transitionTo,
  TRANSITIONS,
  type BookingAction,
  type BookingActor,
  type BookingStatus,
} from '../../../../src/modules/bookings/booking/booking.states.js';

const STATUSES: BookingStatus[] = [
  'pending',
  'confirmed',
  'declined',
  'cancelled',
  'expired',
  'completed',
  'no_show',
];
const ACTORS: BookingActor[] = ['diner', 'chef', 'system'];

describe('the state table', () => {
  /** The table of product.md, written a second time so that neither can change alone. */
  const allowed = new Set([
    'pending>confirmed by chef',
    'pending>declined by chef',
    'pending>cancelled by diner',
    'pending>expired by system',
    'confirmed>cancelled by diner',
    'confirmed>cancelled by chef',
    'confirmed>completed by chef',
    'confirmed>completed by system',
    'confirmed>no_show by chef',
  ]);

  it('allows these steps and no other', () => {
    for (const from of STATUSES) {
      for (const to of STATUSES) {
        for (const actor of ACTORS) {
          const step = `${from}>${to} by ${actor}`;
          expect([step, transitionTo(from, to, actor) !== null]).toEqual([step, allowed.has(step)]);
        }
      }
    }
  });

  it('has one step for each action, status and actor', () => {
    const keys = TRANSITIONS.flatMap((step) =>
      step.actors.map((actor) => `${step.from} ${step.action} ${actor}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('never lets a settled booking move again', () => {
    const settled = STATUSES.filter((one) => one !== 'pending' && one !== 'confirmed');
    const actions = [...new Set(TRANSITIONS.map((step) => step.action))] satisfies BookingAction[];
    for (const from of settled) {
      for (const action of actions) {
        for (const actor of ACTORS) expect(transitionBy(from, action, actor)).toBeNull();
      }
    }
  });
});

describe('rules', () => {
  const startsAt = new Date('2026-11-28T09:00:00Z');
  const endsAt = new Date('2026-11-28T12:00:00Z');
  const still = { expiresAt: null, moveAskedBy: null, moveExpiresAt: null };
  const meal = { status: 'confirmed' as const, startsAt, endsAt, ...still };

  it('multiplies hours by the price per hour', () => {
    expect(totalPrice(3, 120)).toBe(360);
  });

  it('lets a request lapse a day later, or two hours before the meal', () => {
    const deadline = (made: string) => requestDeadline(new Date(made), startsAt).toISOString();
    expect(deadline('2026-11-20T00:00:00Z')).toBe('2026-11-21T00:00:00.000Z');
    expect(deadline('2026-11-28T00:00:00Z')).toBe('2026-11-28T07:00:00.000Z');
  });

  it('offers what the clock allows, half-open', () => {
    const actions = (now: string, actor: BookingActor) =>
      possibleActions(meal, actor, new Date(now));
    expect(actions('2026-11-28T08:59:59Z', 'chef')).toEqual(['cancel']);
    expect(actions('2026-11-28T08:59:59Z', 'diner')).toEqual(['cancel']);
    expect(actions('2026-11-28T07:00:00Z', 'diner')).toEqual(['cancel']);
    expect(actions('2026-11-28T06:59:59Z', 'diner')).toEqual(['cancel', 'ask_move']);
    expect(actions('2026-11-28T09:00:00Z', 'diner')).toEqual([]);
    expect(actions('2026-11-28T09:00:00Z', 'chef')).toEqual(['no_show']);
    expect(actions('2026-11-28T12:00:00Z', 'chef')).toEqual(['complete', 'no_show']);
  });

  it('has a move answered by the other side, withdrawn by its own, and lapsed by time', () => {
    const moveExpiresAt = new Date('2026-11-22T00:00:00Z');
    const moving = { ...meal, moveAskedBy: 'chef' as const, moveExpiresAt };
    const ofMove = (actor: BookingActor, now: Date) =>
      possibleActions(moving, actor, now).filter((action) => action.endsWith('_move'));
    const before = new Date(moveExpiresAt.getTime() - 1);
    expect(ofMove('diner', before)).toEqual(['ask_move', 'accept_move', 'decline_move']);
    expect(ofMove('diner', moveExpiresAt)).toEqual(['ask_move', 'decline_move']);
    expect(ofMove('chef', before)).toEqual(['ask_move', 'withdraw_move']);
    expect(transitionOf(moving, 'accept_move', 'chef')).toBeNull();
    expect(transitionOf(moving, 'withdraw_move', 'diner')).toBeNull();
    expect(transitionOf(meal, 'decline_move', 'diner')).toBeNull();
    expect(dueStep(moving, before)).toBeNull();
    expect(dueStep(moving, moveExpiresAt)?.action).toBe('lapse_move');
    // As after a long outage: the move first, then the meal.
    const late = new Date('2026-12-01T00:00:00Z');
    expect(dueStep(moving, late)?.action).toBe('lapse_move');
    expect(dueStep(meal, late)?.action).toBe('complete');
  });

  it('lets a move lapse a day later, or two hours before the earlier one of both meals', () => {
    const deadline = (asked: string, to: string) =>
      moveDeadline(new Date(asked), startsAt, new Date(to)).toISOString();
    expect(deadline('2026-11-20T00:00:00Z', '2026-12-20T09:00:00Z')).toBe(
      '2026-11-21T00:00:00.000Z',
    );
    expect(deadline('2026-11-28T00:00:00Z', '2026-12-20T09:00:00Z')).toBe(
      '2026-11-28T07:00:00.000Z',
    );
    expect(deadline('2026-11-27T00:00:00Z', '2026-11-27T09:00:00Z')).toBe(
      '2026-11-27T07:00:00.000Z',
    );
  });

  it('confirms before the deadline and expires from it on', () => {
    const expiresAt = new Date('2026-11-22T00:00:00Z');
    const request = { ...meal, status: 'pending' as const, expiresAt };
    const before = new Date(expiresAt.getTime() - 1);
    const confirm = transitionBy('pending', 'confirm', 'chef');
    const expire = transitionBy('pending', 'expire', 'system');
    if (confirm === null || expire === null) throw new Error('the table lacks a step');
    expect([
      isAllowedAt(confirm, request, before),
      isAllowedAt(confirm, request, expiresAt),
    ]).toEqual([true, false]);
    expect([isAllowedAt(expire, request, before), isAllowedAt(expire, request, expiresAt)]).toEqual(
      [false, true],
    );
  });

  const steps = [
    { hours_before: 24, percent: 100 },
    { hours_before: 6, percent: 50 },
  ];

  it('refunds by the first step that is still reached', () => {
    const refund = (now: string) => refundFor(steps, { startsAt, totalPrice: 361 }, new Date(now));
    expect(refund('2026-11-27T09:00:00Z')).toBe(361);
    expect(refund('2026-11-27T09:00:01Z')).toBe(180);
    expect(refund('2026-11-28T03:00:00Z')).toBe(180);
    expect(refund('2026-11-28T03:00:01Z')).toBe(0);
  });

  it('previews the very amounts that it refunds, never more later than sooner', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: -400, max: 10 }),
        (price, hours) => {
          const now = new Date(startsAt.getTime() + hours * 3_600_000);
          const booking = { startsAt, totalPrice: price };
          const schedule = refundSchedule(steps, booking, now);
          expect(schedule[0]?.amount).toBe(refundFor(steps, booking, now));
          for (const { until, amount } of schedule) {
            if (until !== null) expect(refundFor(steps, booking, until)).toBe(amount);
          }
          const amounts = schedule.map((step) => step.amount);
          expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
        },
      ),
    );
  });
});
