import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMonths } from '../../../src/platform/time/instants.js';
import { checkAll, checkMeal, checkSessions } from './checks.js';
import { DAY, HOUR, isActive, possible, take, type Subscription } from './expectation.js';
import type { Model, ModelCommand, Session, System } from './system.js';

const SUBSCRIPTIONS = '/api/coocook/subscriptions';
const MOST_SWEEPS = 100;
/** Most of them leave time to answer a request. */
const WAITS = [2, 2, 2, 3, 3, 5, 5, 12, 12, 25, 25, 49, 24 * 8, 24 * 32];

class Wait implements ModelCommand {
  constructor(private readonly hours: number) {}
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    model.now += this.hours * HOUR;
    await real.moveTo(model.now);
    await checkSessions(model, real);
  }
  toString = () => `wait(${this.hours} h)`;
}

/** All that time alone does. */
class Sweep implements ModelCommand {
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    const sweeps = Object.values(real.site.dueWork.sweeps);
    for (let turn = 0, left = 1; left > 0; turn += 1) {
      assert.ok(turn < MOST_SWEEPS, 'due work does not end');
      left = 0;
      for (const sweep of sweeps) left += await sweep();
    }
    for (const meal of model.meals) {
      const before = meal.history.length;
      // A move that was not answered in time lapses before the meal completes.
      for (const _ of ['lapse', 'complete']) {
        const [step] = possible(meal, 'system', model.now);
        if (step !== undefined) take(meal, step, 'system');
      }
      if (meal.history.length > before) await checkMeal(meal, model, real);
    }
    for (const one of model.subscriptions) if (one !== null) settle(one, model.now);
    await checkAll(model, real);
    await checkSubscriptions(model, real);
  }
  toString = () => 'sweep';
}

function settle(subscription: Subscription, now: number): void {
  while (!subscription.ended && subscription.end <= now) {
    if (subscription.renews) subscription.end = monthAfter(subscription.end);
    else subscription.ended = true;
  }
}

const monthAfter = (instant: number) => addMonths(new Date(instant), 1).getTime();

async function checkSubscriptions(model: Model, real: System): Promise<void> {
  for (const [diner, believed] of model.subscriptions.entries()) {
    const { body } = await real.call(real.diners[diner]?.auth ?? '', 'GET', SUBSCRIPTIONS);
    const [newest] = body.subscriptions;
    assert.equal(newest.id, believed?.id);
    assert.equal(newest.cancel_at_period_end, believed?.renews === false);
    assert.equal(Date.parse(newest.current_period_end as string), believed?.end);
    assert.equal(newest.status, believed?.ended === true ? 'ended' : 'active');
  }
}

class Subscribe implements ModelCommand {
  constructor(private readonly diner: 0 | 1) {}
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    const body = { plan: 'coocook-monthly' };
    const { status, body: made } = await real.call(
      real.diners[this.diner].auth,
      'POST',
      SUBSCRIPTIONS,
      { body },
    );
    if (isActive(model.subscriptions[this.diner], model.now)) assert.equal(status, 409);
    else {
      assert.equal(status, 201);
      const end = monthAfter(model.now);
      model.subscriptions[this.diner] = { id: made.id as number, end, renews: true, ended: false };
    }
    await checkSubscriptions(model, real);
  }
  toString = () => `subscribe(${this.diner})`;
}

class Renewal implements ModelCommand {
  constructor(private readonly given: { diner: 0 | 1; renews: boolean; isTheirs: boolean }) {}
  check = () => true;

  async run(model: Model, real: System): Promise<void> {
    const { diner, renews, isTheirs } = this.given;
    const subscription = model.subscriptions[diner];
    const auth = real.diners[isTheirs ? diner : ((1 - diner) as 0 | 1)].auth;
    const path = `${SUBSCRIPTIONS}/${subscription?.id ?? 0}/${renews ? 'resumption' : 'cancellation'}`;
    const { status } = await real.call(auth, 'POST', path, { body: {} });
    if (!isTheirs) assert.equal(status, 404);
    else if (!isActive(subscription, model.now)) assert.equal(status, 409);
    else {
      assert.equal(status, 200);
      if (subscription !== null) subscription.renews = renews;
    }
    await checkSubscriptions(model, real);
  }
  toString = () => `renewal(${JSON.stringify(this.given)})`;
}

class SignIn implements ModelCommand {
  check = ({ sessions }: Readonly<Model>) => sessions.length < 4;

  async run(model: Model, real: System): Promise<void> {
    const body = { passkey: 'demo2026', role: 'diner' };
    const { status, body: tokens } = await real.call(null, 'POST', '/api/auth/demo', { body });
    assert.equal(status, 200);
    const refresh = [{ token: tokens.refresh_token as string, at: model.now }];
    const access = { token: tokens.access_token as string, at: model.now };
    model.sessions.push({ refresh, access, ended: false });
    await checkSessions(model, real);
  }
  toString = () => 'sign in';
}

/** With the present refresh token, or one that was exchanged before. */
class Refresh implements ModelCommand {
  constructor(
    private readonly index: number,
    private readonly back: number,
  ) {}
  check = ({ sessions }: Readonly<Model>) => sessions.length > 0;

  async run(model: Model, real: System): Promise<void> {
    const session = model.sessions[this.index % model.sessions.length] as Session;
    const place = Math.max(0, session.refresh.length - 1 - this.back);
    const { token, at } = session.refresh[place] as Session['access'];
    const body = { refresh_token: token };
    const { status, body: tokens } = await real.call(null, 'POST', '/api/auth/refresh', { body });
    const next = session.refresh[place + 1];
    if (session.ended || model.now >= at + 7 * DAY) assert.equal(status, 401);
    else if (next === undefined) {
      assert.equal(status, 200);
      session.refresh.push({ token: tokens.refresh_token as string, at: model.now });
      session.access = { token: tokens.access_token as string, at: model.now };
    } else if (place === session.refresh.length - 2 && next.at === model.now) {
      // Two tabs at once: both get the same.
      assert.equal(status, 200);
      assert.equal(tokens.refresh_token, next.token);
    } else {
      assert.equal(status, 401);
      session.ended = true;
    }
    await checkSessions(model, real);
  }
  toString = () => `refresh(${this.index}, ${this.back} back)`;
}

class SignOut implements ModelCommand {
  constructor(private readonly index: number) {}
  check = ({ sessions }: Readonly<Model>) => sessions.length > 0;

  async run(model: Model, real: System): Promise<void> {
    const session = model.sessions[this.index % model.sessions.length] as Session;
    const body = { refresh_token: session.refresh.at(-1)?.token };
    const { status } = await real.call(null, 'POST', '/api/auth/logout', { body });
    assert.equal(status, 204);
    session.ended = true;
    await checkSessions(model, real);
  }
  toString = () => `sign out(${this.index})`;
}

const diner = fc.constantFrom(0 as const, 1 as const);
const mostly = fc.nat(5).map((drawn) => drawn > 0);

export const otherCommands: fc.Arbitrary<ModelCommand>[] = [
  fc.constantFrom(...WAITS).map((hours) => new Wait(hours)),
  fc.constantFrom(...WAITS).map((hours) => new Wait(hours)),
  fc.constant(new Sweep()),
  diner.map((one) => new Subscribe(one)),
  fc.record({ diner, renews: fc.boolean(), isTheirs: mostly }).map((given) => new Renewal(given)),
  fc.constant(new SignIn()),
  fc.tuple(fc.nat(3), fc.constantFrom(0, 0, 1, 2)).map(([index, back]) => new Refresh(index, back)),
  fc.nat(3).map((index) => new SignOut(index)),
];
