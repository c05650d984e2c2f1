import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkAll, checkMeal } from './checks.js';
import {
  covers,
  endOf,
  possible,
  refusals,
  take,
  type Action,
  type Meal,
  type Side,
  type Subscription,
} from './expectation.js';
import type { Answer, Model, ModelCommand, System } from './system.js';
import { BOOKINGS, local, startOf, time, type Time } from './times.js';

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
type Tried = ChefAction | 'call off' | 'move' | 'edit' | MoveStep;

const FOR_REQUESTS: Tried[] = ['confirm', 'decline', 'edit'];

function isReadyFor(action: Tried, { status, move }: Meal): boolean {
  if (action in MOVE_STEPS) return move !== null;
  if (action === 'move') return status === 'pending' || status === 'confirmed';
  return status === (FOR_REQUESTS.includes(action) ? 'pending' : 'confirmed');
}

/** Null for what both sides may do. */
function sideOf(action: Tried): Side | null {
  if (action === 'move' || action in MOVE_STEPS) return null;
  return action === 'call off' || action === 'edit' ? 'diner' : 'chef';
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
      isRight: boolean;
    } & Time,
  ) {}
  check = ({ meals }: Readonly<Model>) => meals.length > 0;

  async run(model: Model, real: System): Promise<void> {
    const { isTheirs, action, isRight } = this.given;
    const ready = model.meals.filter((one) => isRight && isReadyFor(action, one));
    const meals = ready.length > 0 ? ready : model.meals;
    const meal = meals[meals.length - 1 - (this.given.meal % meals.length)] as Meal;
    const side = this.sideFor(meal);
    const people = side === 'diner' ? real.diners : real.chefs;
    const own = side === 'diner' ? meal.diner : meal.chef;
    const auth = people[isTheirs ? own : 1 - own]?.auth ?? '';
    const start = startOf(this.given, model.now);
    const answer = await this.send(meal, auth, start, real);
    const isSides = (sideOf(action) ?? side) === side;
    if (!isTheirs) assert.equal(answer.status, 404);
    else if (!isSides) assert.equal(answer.status, 403);
    else this.expect(meal, model, { side, start, answer });
    if (answer.status === 200) await checkMeal(meal, model, real);
    await checkAll(model, real);
  }

  private send(meal: Meal, auth: string, start: number, real: System): Promise<Answer> {
    const { action, hasReason } = this.given;
    const path = `${BOOKINGS}/${meal.id}`;
    const reason = hasReason ? { reason: 'So it is.' } : {};
    if (action === 'edit') {
      // What is the same changes nothing.
      const body = { special_requests: `Wish ${meal.history.length}` };
      return real.call(auth, 'PATCH', path, { body });
    }
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

  /** Of a move that waits, mostly the side that can do it. */
  private sideFor({ move }: Meal): Side {
    const { action, side, isRight } = this.given;
    if (move === null || !isRight || !(action in MOVE_STEPS)) return side;
    return (action === 'take back') === (move.by === 'diner') ? 'diner' : 'chef';
  }

  private expect(
    meal: Meal,
    model: Model,
    { side, start, answer }: { side: Side; start: number; answer: Answer },
  ): void {
    const { action, hasReason } = this.given;
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
  return action === 'call off' ? ['withdraw', 'cancel'] : [action as ChefAction | 'edit'];
}

/** A chef who cancels gives all back; a diner gets what the terms say, of what was paid. */
function checkRefund(action: Action, side: Side, meal: Meal, { body }: Answer): void {
  const total = meal.price * meal.hours;
  const { refund_amount: refund } = body as { refund_amount: number | null };
  if (action !== 'cancel') assert.equal(refund, null);
  else if (side === 'chef') assert.equal(refund, total);
  else assert.ok(refund !== null && refund >= 0 && refund <= total);
}

/** From the last one back: it has most before it. */
const index = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5, 8);

const side = fc.constantFrom<Side>('diner', 'chef');
const actions = fc.constantFrom<Tried>(
  ...(['confirm', 'confirm', 'confirm', 'confirm', 'decline', 'cancel'] as const),
  ...(['complete', 'no_show', 'no_show', 'call off', 'edit', 'move', 'move', 'move'] as const),
  ...(['move', 'move', 'accept', 'accept', 'accept'] as const),
  ...(['refuse', 'refuse', 'refuse', 'take back', 'take back', 'take back'] as const),
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
  .map((given) => {
    const right = sideOf(given.action);
    return given.isRight && right !== null ? { ...given, side: right } : given;
  });

export const changes = fc
  .tuple(change, time)
  .map(([given, at]): ModelCommand => new Change({ ...given, ...at }));
