import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changes } from './change-commands.js';
import { checkAll, checkMeal } from './checks.js';
import { DAY, deadline, refusals, type Meal } from './expectation.js';
import type { Model, ModelCommand, System } from './system.js';
import { BOOKINGS, local, startOf, time, type Time } from './times.js';

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

const requests = fc
  .record({
    diner: fc.nat(1),
    chef: fc.nat(1),
    hours: fc.integer({ min: 1, max: 3 }),
    key: fc.boolean(),
  })
  .chain((given) => time.map((at): ModelCommand => new Request({ ...given, ...at })));
/** As often as they stand here. */
export const bookingCommands: fc.Arbitrary<ModelCommand>[] = [
  ...[requests, requests, requests, changes, changes, changes, changes, changes, changes],
  fc.boolean().map((isSame) => new Repeat(isSame)),
  fc
    .tuple(fc.nat(1), fc.integer({ min: 90, max: 200 }))
    .map(([chef, price]) => new Reprice(chef, price)),
];
