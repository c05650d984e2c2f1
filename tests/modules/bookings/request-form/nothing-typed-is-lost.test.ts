import request from 'supertest';
import type { Response } from 'supertest';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';
import { buildSubscription } from '../../../support/app/factories.js';
import { AWAY, openFallible, type Fault } from '../../../support/database/fallible.js';
import { useRequestForm } from '../setup.js';

const fault: Fault = { error: null };
const t = useTestApp({ open: () => openFallible(fault) });
const { form, answers } = useRequestForm(t);
const TYPED = { special_requests: '생일 케이크 "두 개"\n& 초', address: '동교로 12; 2층' };
const PERSON = { email: 'typing@example.test', password: 'a long password' };

type Agent = ReturnType<typeof request.agent>;
let browser: Agent;
let userId: number;

const post = (path: string, body: object) =>
  browser.post(path).set('Accept', 'text/html').type('form').send(body);
const signIn = (next: string) => post('/sign-in', { ...PERSON, next });
const follow = (response: Response) => {
  expect(response.status).toBe(303);
  return browser.get(response.headers.location ?? '').set('Accept', 'text/html');
};
/** What a browser sends when one of the buttons of a page's form is pressed. */
function sentBy(page: ReturnType<typeof pageOf>): Record<string, string> {
  const names = page.findAll('#request [name]').map((one) => one.attribute('name') ?? '');
  return Object.fromEntries(
    names.flatMap((name) => page.values(name).map((value) => [name, value])),
  );
}
const isReview = (page: ReturnType<typeof pageOf>) => page.has('button', 'Request booking');
function expectFilled(response: Response, step: 'form' | 'review') {
  expect(response.status).toBe(200);
  const page = pageOf(response);
  expect(isReview(page)).toBe(step === 'review');
  expect(sentBy(page)).toMatchObject({ ...TYPED, guests: '4', start_time: '18:00' });
  expect(page.errors()).toEqual({});
  return page;
}

beforeEach(async () => {
  await t.db.user
    .deleteMany({ where: { email: PERSON.email, bookings: { none: {} } } })
    .catch(() => 0);
  PERSON.email = `typing-${randomUUID()}@example.test`;
  browser = request.agent(t.app);
  await post('/register', { name: 'Kim', ...PERSON });
  await signIn('/');
  ({ id: userId } = await t.db.user.findUniqueOrThrow({ where: { email: PERSON.email } }));
  await buildSubscription(t, userId);
});

const endSession = () =>
  t.db.session.updateMany({ where: { userId }, data: { revokedAt: t.clock.now() } });
const wish = (given: object = {}) => answers({ ...TYPED, ...given });

describe('promise 5: nothing typed is lost', () => {
  it('or, with what no database has a place for, is asked for anew', async () => {
    await endSession();
    const sent = await post(form(), wish({ special_requests: 'a\u0000b' }));
    expect([sent.status, sent.headers.location]).toEqual([303, '/sign-in']);
  });

  it.each(['language', 'theme'])('by a switch of the %s, on form or review', async (name) => {
    const chosen = name === 'language' ? { lang: 'ko' } : { theme: 'dark' };
    const opened = pageOf(await browser.get(form()).set('Accept', 'text/html'));
    const [button] = opened.fields(Object.keys(chosen)[0] ?? '');
    expect(button?.attribute('form')).toBe('request');
    const { step: _step, ...typed } = wish();
    const away = button?.attribute('formaction') ?? '';
    expectFilled(await follow(await post(away, { ...typed, ...chosen })), 'form');

    const review = pageOf(await post(form(), wish()));
    const [again] = review.fields(Object.keys(chosen)[0] ?? '');
    const back = await follow(
      await post(again?.attribute('formaction') ?? '', { ...sentBy(review), ...chosen }),
    );
    if (name === 'theme') expectFilled(back, 'review');
    else expect(pageOf(back).has('button', '예약 요청하기')).toBe(true);
  });

  it('by a session that ran out: at the form, and at the press that asks', async () => {
    await endSession();
    const { step: _step, ...typed } = wish();
    const out = await post(form(), { ...typed, change: 'guests' });
    expect(out.headers.location).toMatch(/^\/sign-in\?next=/);
    const next = new URL(out.headers.location ?? '', 'http://x').searchParams.get('next') ?? '';
    expectFilled(await follow(await signIn(next)), 'form');

    const review = sentBy(pageOf(await post(form(), wish({ booking_date: '2026-12-05' }))));
    await endSession();
    const asked = await post(form(), { ...review, step: 'request' });
    const page = pageOf(await follow(asked));
    const came = await follow(await signIn(page.values('next')[0] ?? ''));
    const filled = expectFilled(came, 'review');
    expect(await t.db.booking.count({ where: { userId } })).toBe(0);
    expect((await post(form(), { ...sentBy(filled), step: 'request' })).status).toBe(303);
    expect(await t.db.booking.count({ where: { userId } })).toBe(1);
  });

  it('by a subscription that ended', async () => {
    await t.db.subscription.updateMany({ where: { userId }, data: { status: 'ended' } });
    const offered = await follow(await post(form(), wish()));
    const page = pageOf(offered);
    const subscribed = await post('/subscribe', {
      plan: 'coocook-monthly',
      next: page.values('next')[0],
    });
    expectFilled(await follow(subscribed), 'review');
  });

  it('by a database that was away, also when the colours are changed', async () => {
    const { step: _step, ...typed } = wish();
    const theme = `/theme?next=${encodeURIComponent(form())}`;
    for (const [path, body] of [
      [form(), wish()],
      [theme, { ...typed, theme: 'dark' }],
    ] as const) {
      fault.error = AWAY;
      const failed = await post(path, body);
      fault.error = null;
      expect(failed.status).toBe(503);
      const retry = pageOf(failed);
      expect(retry.text).toContain('What you entered is still here.');
      const resend = retry.find('main form');
      expect(resend.attribute('action')).toBe(path);
      const fields = resend.findAll('input').map((one) => one.attribute('name') ?? '');
      const sent = Object.fromEntries(fields.map((name) => [name, resend.values(name)[0]]));
      const again = await post(path, sent);
      if (path === theme) expectFilled(await follow(again), 'form');
      else expectFilled(again, 'review');
    }
  });

  it('and is shown to nobody else, nor for longer than a day', async () => {
    const { step: _step, ...typed } = wish();
    const kept = await post(`/theme?next=${encodeURIComponent(form())}`, {
      ...typed,
      theme: 'dark',
    });
    const address = kept.headers.location ?? '';
    const shows = async (who: Agent) => (await who.get(address).set('Accept', 'text/html')).text;
    expect(await shows(browser)).toContain('동교로 12; 2층');
    const other = request.agent(t.app);
    await other.post('/sign-in').type('form').send(PERSON);
    expect(await shows(other)).not.toContain('동교로 12; 2층');
    t.clock.advance(23 * 3_600_000);
    await t.dueWork.sweeps['kept forms forgotten']?.();
    expect(await t.db.keptForm.count()).toBeGreaterThan(0);
    t.clock.advance(3_600_000);
    await t.dueWork.sweeps['kept forms forgotten']?.();
    expect(await t.db.keptForm.count()).toBe(0);
  });
});
