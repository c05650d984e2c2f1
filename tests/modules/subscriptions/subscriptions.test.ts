import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../support/responses/html.js';
import { useTestApp } from '../../support/app/app.js';
import { clonePostgres } from '../../support/database/database.js';
import { buildSubscription, buildUser, signInAs } from '../../support/app/factories.js';

const t = useTestApp();
const SUBSCRIPTIONS = '/api/coocook/subscriptions';
const newcomer = async () => {
  const { id } = await buildUser(t);
  return { id, as: await signInAs(t, id) };
};
const subscribe = (as: string, plan = 'coocook-monthly') =>
  t.send('post', SUBSCRIPTIONS).set('Authorization', as).send({ plan });
const act = (as: string, id: number, name: string) =>
  t.send('post', `${SUBSCRIPTIONS}/${id}/${name}`).set('Authorization', as).send({});

describe('subscriptions over the API', () => {
  it('offers plans', async () => {
    const { body } = await t.send('get', '/api/coocook/plans');
    expect(body.plans.map((plan: { slug: string }) => plan.slug)).toEqual([
      'coocook-monthly',
      'coocook-yearly',
    ]);
  });

  it('begins, stops renewing, resumes', async () => {
    const { as } = await newcomer();
    const made = await subscribe(as);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      service: 'coocook',
      status: 'active',
      cancel_at_period_end: false,
      current_period_end: '2026-12-23T03:00:00.000Z',
    });
    expect((await subscribe(as)).status).toBe(409);
    const { id } = made.body;
    expect((await act(as, id, 'cancellation')).body.cancel_at_period_end).toBe(true);
    expect((await act(as, id, 'resumption')).body.cancel_at_period_end).toBe(false);
    const list = await t.send('get', SUBSCRIPTIONS).set('Authorization', as);
    expect(list.body).toMatchObject({ total: 1, subscriptions: [{ id }] });
    const one = await t.send('get', `${SUBSCRIPTIONS}/${id}`).set('Authorization', as);
    expect(one.body.id).toBe(id);
  });

  it('is nobody else’s business', async () => {
    const { as } = await newcomer();
    const { id } = (await subscribe(as)).body;
    const other = await newcomer();
    expect((await act(other.as, id, 'cancellation')).status).toBe(404);
    const seen = await t.send('get', `${SUBSCRIPTIONS}/${id}`).set('Authorization', other.as);
    expect(seen.status).toBe(404);
  });

  it.each([{ plan: 'free' }, {}, { plan: 'coocook-monthly', price: 0 }])(
    'refuses %o',
    async (body) => {
      const { as } = await newcomer();
      const response = await t.send('post', SUBSCRIPTIONS).set('Authorization', as).send(body);
      expect(response.status).toBe(422);
    },
  );

  it('renews what is due and ends what was cancelled', async () => {
    const renewing = await newcomer();
    const stopping = await newcomer();
    const first = (await subscribe(renewing.as)).body.id;
    const second = (await subscribe(stopping.as, 'coocook-yearly')).body.id;
    await act(stopping.as, second, 'cancellation');
    t.clock.set('2027-11-23T03:00:00.000Z');
    const again = await signInAs(t, stopping.id);
    // Nobody has settled it yet, but it is over all the same.
    expect((await act(again, second, 'resumption')).status).toBe(409);
    await t.dueWork.sweeps['subscriptions settled']?.();
    const stored = await t.db.subscription.findMany({ where: { id: { in: [first, second] } } });
    expect(stored.find((one) => one.id === first)).toMatchObject({ status: 'active' });
    expect(stored.find((one) => one.id === second)).toMatchObject({ status: 'ended' });
    expect((await subscribe(again)).status).toBe(201);
  });
});

describe('the subscription page', () => {
  it('subscribes, stops and resumes, and leads on to where the diner was going', async () => {
    const browser = request.agent(t.app);
    const person = { name: 'Choi', email: 'choi@example.test', password: 'a long password' };
    for (const path of ['/register', '/sign-in'])
      await browser.post(path).type('form').send(person);
    const required = await browser.get('/chefs/1/book');
    expect(required.headers.location).toBe('/subscribe?next=%2Fchefs%2F1%2Fbook');
    expect(pageOf(await browser.get('/subscribe')).text).toContain('₩9,900');
    const wrong = await browser.post('/subscribe').type('form').send({ plan: 'none' });
    expect(wrong.status).toBe(422);
    const done = await browser
      .post('/subscribe')
      .type('form')
      .send({ plan: 'coocook-monthly', next: '/explore' });
    expect(done.headers.location).toBe('/explore');
    const twice = await browser.post('/subscribe').type('form').send({ plan: 'coocook-monthly' });
    expect(twice.status).toBe(409);
    await browser.post('/subscription/cancel');
    expect(pageOf(await browser.get('/subscription')).text).toContain('does not renew');
    await browser.post('/subscription/resume');
    expect(pageOf(await browser.get('/subscription')).text).toContain('It renews on');
  });
});

describe('on a real PostgreSQL', () => {
  const real = useTestApp({ open: () => clonePostgres() });

  it('begins one subscription of many at once', async () => {
    const { id } = await buildUser(real);
    const as = await signInAs(real, id);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        real.send('post', SUBSCRIPTIONS).set('Authorization', as).send({ plan: 'coocook-monthly' }),
      ),
    );
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(11);
  });

  it('renews once, with two workers', async () => {
    const { id } = await buildUser(real);
    const { currentPeriodEnd } = await buildSubscription(real, id);
    real.clock.set(new Date(currentPeriodEnd.getTime() + 1000).toISOString());
    const settle = () => real.dueWork.sweeps['subscriptions settled']?.() ?? Promise.resolve(0);
    await Promise.all([settle(), settle()]);
    const after = await real.db.subscription.findFirstOrThrow({ where: { userId: id } });
    expect(after.currentPeriodStart).toEqual(currentPeriodEnd);
  });
});
