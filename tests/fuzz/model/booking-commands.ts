import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkAll, checkMeal } from './checks.js';
import {
  covers,
  DAY,
  deadline,
  endOf,
  HOUR,
  possible,
  refusals,
  take,
  type Action,
  type Meal,
  type Side,
  type Subscription,
} from './expectation.js';
import type { Answer, Model, System } from './system.js';

export type ModelCommand = fc.AsyncCommand<Model, System>;

const BOOKINGS = '/api/coocook/bookings';
/** Seoul is nine hours ahead, all year. */
const ZONE = 9 * HOUR;

interface Time {
  /** After today. */
  day: number;
  hour: number;
}

const time = fc.record({
  day: fc.integer({ min: 0, max: 4 }),
  hour: fc.integer({ min: 10, max: 16 }),
});
/** From the last one back: it has most before it. */
const index = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5, 8);

function startOf({ day, hour }: Time, now: number): number {
  const midnight = Math.floor((now + ZONE) / DAY) * DAY - ZONE;
  return midnight + day * DAY + hour * HOUR;
}

function local(start: number) {
  const [booking_date, rest = ''] = new Date(start + ZONE).toISOString().split('T');
  return { booking_date, start_time: rest.slice(0, 5) };
}

export class Request implements ModelCommand {
  constructor(
    private readonly given: { diner: number; chef: number; hours: number; key: boolean } & Time,
  ) {}
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    const { diner, chef, hours } = this.given;
    const start = startOf(this.given, model.now);
    const body = {
      chef_id: real.chefs[chef]?.id,
      ...local(start),
      duration_hours: hours,
      guests: 2,
    };
    const key = `key-${model.meals.length}-${diner}`;
    const auth = real.diners[diner]?.auth ?? '';
    const headers = this.given.key ? { 'Idempotency-Key': key } : {};
    const answer = await real.call(auth, 'POST', BOOKINGS, { body, headers });
    const wanted = { chef, start, hours };
    const subscription = model.subscriptions[diner] ?? null;
    const refused = refusals(model.meals, wanted, subscription, model.now);
    if (refused.length > 0) {
      assert.ok(refused.includes(answer.status), `${answer.status} for ${refused.join()}`);
    } else {
      assert.equal(answer.status, 201, answer.text);
      const { id } = answer.body as { id: number };
      const price = model.prices[chef] ?? 0;
      const meal: Meal = {
        ...{ id, diner, chef, start, hours, price, status: 'pending' },
        expires: deadline(model.now, start),
        move: null,
        history: [
          {
            actor: 'diner',
            action: 'request',
            from_status: null,
            to_status: 'pending',
            old_starts_at: null,
            asked_starts_at: null,
          },
        ],
      };
      model.meals.push(meal);
      if (this.given.key) model.keyed = { key, diner, body, at: model.now, mealId: id };
      await checkMeal(meal, model, real);
    }
    await checkAll(model, real);
  }
  toString = () => `request(${JSON.stringify(this.given)})`;
}

/** The same key again: one effect; with another body it is refused. */
class Repeat implements ModelCommand {
  constructor(private readonly isSame: boolean) {}
  check = ({ keyed, now }: Readonly<Model>) => keyed !== null && now - keyed.at < DAY;

  async run(model: Model, real: System): Promise<void> {
    const { key, diner, body, mealId } = model.keyed ?? { key: '', diner: 0, body: {}, mealId: 0 };
    const sent = this.isSame ? body : { ...body, guests: 3 };
    const headers = { 'Idempotency-Key': key };
    const answer = await real.call(real.diners[diner]?.auth ?? '', 'POST', BOOKINGS, {
      body: sent,
      headers,
    });
    assert.equal(answer.status, this.isSame ? 201 : 422);
    if (this.isSame) assert.equal(answer.body.id, mealId);
    await checkAll(model, real);
  }
  toString = () => `repeat(${this.isSame ? 'the same' : 'another body'})`;
}

const STATUS_OF = {
  confirm: 'confirmed',
  decline: 'declined',
  cancel: 'cancelled',
  complete: 'completed',
  no_show: 'no_show',
} as const;
type ChefAction = keyof typeof STATUS_OF;

const MOVE_STEPS = {
  accept: { path: 'acceptance', action: 'accept_move' },
  refuse: { path: 'refusal', action: 'decline_move' },
  'take back': { path: 'withdrawal', action: 'withdraw_move' },
} as const;
type MoveStep = keyof typeof MOVE_STEPS;
type Tried = ChefAction | 'call off' | 'move' | MoveStep;

/** Null for what both sides may do. */
function sideOf(action: Tried): Side | null {
  if (action === 'move' || action in MOVE_STEPS) return null;
  return action === 'call off' ? 'diner' : 'chef';
}

/** Somebody tries to change a meal: its own chef or diner, or the other ones. */
class Change implements ModelCommand {
  constructor(
    private readonly given: {
      meal: number;
      side: Side;
      isTheirs: boolean;
      action: Tried;
      hasReason: boolean;
    } & Time,
  ) {}
  check = ({ meals }: Readonly<Model>) => meals.length > 0;

  async run(model: Model, real: System): Promise<void> {
    const { side, isTheirs, action } = this.given;
    const moving = model.meals.filter(({ move }) => move !== null);
    const meals = action in MOVE_STEPS && moving.length > 0 ? moving : model.meals;
    const meal = meals[meals.length - 1 - (this.given.meal % meals.length)] as Meal;
    const people = side === 'diner' ? real.diners : real.chefs;
    const own = side === 'diner' ? meal.diner : meal.chef;
    const auth = people[isTheirs ? own : 1 - own]?.auth ?? '';
    const start = startOf(this.given, model.now);
    const answer = await this.send(meal, auth, start, real);
    const isSides = (sideOf(action) ?? side) === side;
    if (!isTheirs) assert.equal(answer.status, 404);
    else if (!isSides) assert.equal(answer.status, 403);
    else this.expect(meal, model, start, answer);
    if (answer.status === 200) await checkMeal(meal, model, real);
    await checkAll(model, real);
  }

  private send(meal: Meal, auth: string, start: number, real: System): Promise<Answer> {
    const { action, hasReason } = this.given;
    const path = `${BOOKINGS}/${meal.id}`;
    const reason = hasReason ? { reason: 'So it is.' } : {};
    if (action === 'call off')
      return real.call(auth, 'POST', `${path}/cancellation`, { body: reason });
    if (action === 'move') {
      return real.call(auth, 'POST', `${path}/reschedule`, { body: local(start) });
    }
    if (action in MOVE_STEPS) {
      const name = MOVE_STEPS[action as MoveStep].path;
      return real.call(auth, 'POST', `${path}/move/${name}`, { body: reason });
    }
    return real.call(auth, 'PUT', path, {
      body: { status: STATUS_OF[action as ChefAction], ...reason },
    });
  }

  private expect(meal: Meal, model: Model, start: number, answer: Answer): void {
    const { action, side, hasReason } = this.given;
    const isMove = action === 'move';
    const names = namesOf(action, meal);
    const step = possible(meal, side, model.now).find((one) => names.includes(one.action));
    const needsReason = side === 'chef' && (action === 'decline' || action === 'cancel');
    const subscription = model.subscriptions[meal.diner] ?? null;
    const others = model.meals.filter((one) => one !== meal);
    const toMove = { ...meal, start: meal.move?.start ?? meal.start };
    const isCovered = covers(subscription, model.now, endOf(isMove ? { ...meal, start } : toMove));
    const isDinersWish = side === 'diner' && (isMove || action === 'accept');
    const refused = [
      ...(step === undefined ? [409] : []),
      ...(needsReason && !hasReason ? [422] : []),
      ...(isMove ? refusals(others, { ...meal, start }, ANY_TIME, model.now) : []),
      ...(isMove && meal.start === start ? [422] : []),
      ...(isDinersWish && !isCovered ? [403] : []),
    ];
    const last = meal.history.at(-1);
    // Whoever asks again for what they have just done may be told that it is so.
    const isAgain =
      last?.actor === side &&
      names.includes(last.action as Action) &&
      (!isMove || (meal.move ?? meal).start === start);
    if (isAgain && isMove) {
      assert.equal(answer.status, 200, answer.text);
      return;
    }
    if (refused.length > 0) {
      const fine = isAgain ? [...refused, 200] : refused;
      assert.ok(fine.includes(answer.status), `${answer.status} for ${fine.join()}`);
      return;
    }
    assert.equal(answer.status, 200, answer.text);
    if (step === undefined) return;
    checkRefund(step.action, side, meal, answer);
    take(meal, step, side, isMove ? { start, now: model.now } : undefined);
  }
  toString = () => `change(${JSON.stringify(this.given)})`;
}

/** A subscription for which each time is covered. */
const ANY_TIME: Subscription = { id: 0, end: Infinity, renews: true, ended: false };

function namesOf(action: Tried, { status }: Meal): Action[] {
  if (action === 'move') return [status === 'pending' ? 'reschedule' : 'ask_move'];
  if (action in MOVE_STEPS) return [MOVE_STEPS[action as MoveStep].action];
  return action === 'call off' ? ['withdraw', 'cancel'] : [action as ChefAction];
}

/** A chef who cancels gives all back; a diner gets what the terms say, of what was paid. */
function checkRefund(action: Action, side: Side, meal: Meal, { body }: Answer): void {
  const total = meal.price * meal.hours;
  const { refund_amount: refund } = body as { refund_amount: number | null };
  if (action !== 'cancel') assert.equal(refund, null);
  else if (side === 'chef') assert.equal(refund, total);
  else assert.ok(refund !== null && refund >= 0 && refund <= total);
}

class Reprice implements ModelCommand {
  constructor(
    private readonly chef: number,
    private readonly price: number,
  ) {}
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    const { id, auth } = real.chefs[this.chef] ?? { id: 0, auth: '' };
    const body = { price_per_session: this.price };
    const { status } = await real.call(auth, 'PATCH', `/api/coocook/chefs/${id}`, { body });
    assert.equal(status, 200);
    model.prices[this.chef as 0 | 1] = this.price;
    await checkAll(model, real);
  }
  toString = () => `reprice(${this.chef}, ${this.price})`;
}

const side = fc.constantFrom<Side>('diner', 'chef');
const actions = fc.constantFrom<Tried>(
  ...(['confirm', 'confirm', 'confirm', 'confirm', 'decline', 'cancel'] as const),
  ...(['complete', 'no_show', 'no_show', 'call off', 'move', 'move', 'move'] as const),
  ...(['move', 'accept', 'accept', 'refuse', 'refuse', 'take back', 'take back'] as const),
);
const mostly = fc.nat(9).map((drawn) => drawn > 0);

/** Changes by the side that the action is for, most of the time. */
const change = fc
  .record({
    meal: index,
    side,
    isTheirs: mostly,
    action: actions,
    hasReason: mostly,
    isRight: mostly,
  })
  .map(({ isRight, ...given }) => {
    const right = sideOf(given.action);
    return isRight && right !== null ? { ...given, side: right } : given;
  });

const requests = fc
  .record({
    diner: fc.nat(1),
    chef: fc.nat(1),
    hours: fc.integer({ min: 1, max: 3 }),
    key: fc.boolean(),
  })
  .chain((given) => time.map((at): ModelCommand => new Request({ ...given, ...at })));
const changes = fc
  .tuple(change, time)
  .map(([given, at]): ModelCommand => new Change({ ...given, ...at }));

/** As often as they stand here. */
export const bookingCommands: fc.Arbitrary<ModelCommand>[] = [
  ...[requests, requests, requests, changes, changes, changes, changes, changes, changes],
  fc.boolean().map((isSame) => new Repeat(isSame)),
  fc
    .tuple(fc.nat(1), fc.integer({ min: 90, max: 200 }))
    .map(([chef, price]) => new Reprice(chef, price)),
];
