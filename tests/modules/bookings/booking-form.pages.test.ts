import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import { NOW, useTestApp } from '../../support/app.js';
import { buildChef, buildDiner, signInAs } from '../../support/factories.js';

const t = useTestApp();
let chefId: number;

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  ({ id: chefId } = await buildChef(t, { name: 'Kim Ha-na' }));
});

/** A diner with a subscription who has booked nothing yet. */
async function newDiner(language = 'en') {
  const { id } = await buildDiner(t);
  const auth = await signInAs(t, id);
  const headers = { Authorization: auth, 'Accept-Language': language, Accept: 'text/html' };
  return {
    id,
    get: (path: string) => request(t.app).get(path).set(headers),
    send: (path: string, body: object) =>
      request(t.app).post(path).set(headers).type('form').send(body),
  };
}
const form = () => `/chefs/${chefId}/book`;
const known = '?date=2026-11-28&start_time=18%3A00&duration_hours=3&guests=4';
const answers = (given: object = {}) => ({
  booking_date: '2026-11-28',
  duration_hours: '3',
  start_time: '18:00',
  guests: '4',
  district: 'Yeonnam-dong',
  address: '12 Donggyo-ro',
  has_allergies: 'no',
  step: 'review',
  ...given,
});
/** Whether the part of the page that holds a field is unfolded. */
function isOpen(html: string, field: string): boolean {
  const before = html.slice(0, html.indexOf(` name="${field}"`));
  return /^<details[^>]* open>/.test(before.slice(before.lastIndexOf('<details')));
}

describe('the booking form', () => {
  it('folds away what the address has told, and asks for what it has not', async () => {
    const diner = await newDiner();
    const { text } = await diner.get(form() + known);
    expect(text).toContain('Sat 28 Nov 2026, 18:00–21:00 · 4 guests');
    expect(isOpen(text, 'booking_date')).toBe(false);
    expect(isOpen(text, 'special_requests')).toBe(false);
    expect(isOpen(text, 'address')).toBe(true);
    for (const less of ['', '?date=2026-11-28', known.replace('18%3A00', '18%3A07')]) {
      expect(isOpen((await diner.get(form() + less)).text, 'booking_date')).toBe(true);
    }
    const guess = await diner.get(form() + known.replace('&guests=4', ''));
    expect(isOpen(guess.text, 'booking_date')).toBe(true);
  });

  it('begins with the first day that has a free time', async () => {
    const busy = await buildChef(t, { minimumNoticeHours: 72 });
    const { text } = await (await newDiner()).get(`/chefs/${busy.id}/book`);
    expect(text).toMatch(/name="booking_date" type="date" value="2026-11-26"/);
    expect(text).toContain('name="start_time"');
  });

  it('groups the times by the part of the day', async () => {
    const { text } = await (await newDiner()).get(form() + known);
    const [, morning = '', afternoon = '', evening = ''] = text.split('role="group"');
    const times = (part: string) =>
      [...part.matchAll(/type="radio" name="start_time" value="([^"]+)"/g)].map(([, time]) => time);
    expect(times(morning)).toEqual(['10:00', '10:30', '11:00', '11:30']);
    expect(times(afternoon)[0]).toBe('12:00');
    expect(times(evening)[0]).toBe('17:00');
    expect(text).toMatch(/\d+ free times on Sat 28 Nov, Seoul time/);
  });

  it('remembers the place of the last booking, for this diner alone', async () => {
    const [diner, other] = [await newDiner(), await newDiner()];
    const address = { district: 'Seongsu', address: '7 Ttukseom-ro <1>' };
    const made = await diner.send(
      form(),
      answers({ ...address, booking_date: '2026-12-03', step: 'request' }),
    );
    expect(made.status).toBe(303);
    const again = await diner.get(form() + known);
    expect(again.text).toContain('value="Seongsu"');
    expect(again.text).toContain('Seongsu, 7 Ttukseom-ro &lt;1&gt;');
    expect(isOpen(again.text, 'address')).toBe(false);
    expect((await other.get(form() + known)).text).not.toContain('Seongsu');
  });

  it('wants a plain answer about allergies', async () => {
    const diner = await newDiner();
    const date = { booking_date: '2026-11-29' };
    const silent = await diner.send(form(), answers({ ...date, has_allergies: '' }));
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('<a href="#has_allergies">Say whether anybody has an allergy.');
    const empty = await diner.send(form(), answers({ ...date, has_allergies: 'yes', guests: '' }));
    expect(empty.text).toContain('<a href="#allergies">Tick the allergies, or describe them.');
    const both = { ...date, allergies: ['milk', 'eggs'], allergy_notes: 'Severe' };
    const yes = await diner.send(form(), answers({ ...both, has_allergies: 'yes' }));
    expect(yes.text).toContain('<strong>Milk; Eggs</strong> Severe');
    const no = await diner.send(form(), answers({ ...both, has_allergies: 'no', step: 'request' }));
    expect(no.status).toBe(303);
    const [booking] = await t.db.booking.findMany({ where: { userId: diner.id } });
    expect([booking?.allergies, booking?.allergyNotes]).toEqual([[], null]);
  });

  it('opens the parts that have a mistake, and keeps every value', async () => {
    const diner = await newDiner();
    const wrong = await diner.send(
      form(),
      answers({ guests: '99', special_requests: 'x'.repeat(2001), dietary_needs: 'vegan' }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('<title>Error: Book Kim Ha-na');
    expect(isOpen(wrong.text, 'special_requests')).toBe(true);
    expect(wrong.text).toMatch(/value="vegan" checked/);
    expect(wrong.text).toContain('x'.repeat(2001));
    expect(isOpen(wrong.text, 'address')).toBe(false);
    const many = await diner.send(form(), answers({ guests: '99' }));
    expect(isOpen(many.text, 'booking_date')).toBe(true);
  });
});

describe('the review', () => {
  it('leads from each row to its field, with everything kept', async () => {
    const diner = await newDiner();
    const given = { allergies: 'nuts', has_allergies: 'yes', special_requests: 'Candles' };
    const review = await diner.send(form(), answers(given));
    const rows = [...review.text.matchAll(/name="change" value="(\w+)"/g)].map(([, name]) => name);
    expect(rows).toHaveLength(6);
    for (const name of rows) {
      const { status, text } = await diner.send(
        form(),
        answers({ ...given, step: '', change: name }),
      );
      expect(status).toBe(200);
      expect(text.match(/ autofocus/g)).toHaveLength(1);
      expect(text).toMatch(
        new RegExp(`name="${name}"[^>]* autofocus|autofocus[^>]* name="${name}"`),
      );
      if (name !== 'has_allergies') expect([name, isOpen(text, `${name}`)]).toEqual([name, true]);
      expect(text).toMatch(/value="nuts" checked/);
      expect(text).toContain('>Candles</textarea>');
      expect(text).toMatch(/value="18:00" checked/);
    }
  });

  it('says what happens, by when and at what price', async () => {
    const { text } = await (await newDiner()).send(form(), answers());
    expect(text).toContain('Sat 28 Nov 2026, 18:00–21:00');
    expect(text).toMatch(/<dd>3 hours × ₩120<\/dd>[^]*<dt>Total<\/dt><dd>₩360<\/dd>/);
    expect(text).toContain('<strong>Tue 24 Nov 2026, 12:00</strong>, Seoul time (GMT+9),');
    expect(text).toMatch(/until [^<]+: ₩360 back/);
  });

  it('makes one booking of two presses, and announces it', async () => {
    const diner = await newDiner();
    const pressed = answers({
      booking_date: '2026-11-30',
      step: 'request',
      idempotency_key: 'one',
    });
    const [first, second] = await Promise.all([
      diner.send(form(), pressed),
      diner.send(form(), pressed),
    ]);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await t.db.booking.count({ where: { userId: diner.id } })).toBe(1);
    const { text } = await diner.get(first.headers.location as string);
    expect(text).toContain('<h1 tabindex="-1" autofocus>Request sent</h1>');
    expect(text).toMatch(
      /datetime="2026-11-24T03:00:00.000Z" data-until="2026-11-24T03:00:00.000Z"/,
    );
    expect(text).toContain('Seoul time (GMT+9)');
    const pending = await diner.get('/my-bookings?tab=pending');
    expect(pending.text).toContain('data-until="2026-11-24T03:00:00.000Z"');
    expect(pending.text).toContain('data-dialog');
  });
});

describe('my bookings', () => {
  it('says what each empty list is for, and offers past meals again', async () => {
    const diner = await newDiner();
    for (const [tab, told] of [
      ['upcoming', 'you pay once the chef confirms'],
      ['pending', 'until the chef has answered'],
      ['past', 'book the same chef'],
      ['cancelled', 'appear here, too'],
    ] as const) {
      expect((await diner.get(`/my-bookings?tab=${tab}`)).text).toContain(told);
    }
    await diner.send(form(), answers({ booking_date: '2026-12-01', step: 'request' }));
    const [booking] = await t.db.booking.findMany({ where: { userId: diner.id } });
    const id = booking?.id ?? 0;
    expect((await diner.get('/my-bookings')).text).toContain('look under Pending');
    await diner.send(`/bookings/${id}/cancel`, {});
    const cancelled = await diner.get('/my-bookings?tab=cancelled');
    expect(cancelled.text).toContain(`href="/chefs/${chefId}?duration_hours=3&amp;guests=4"`);
    const page = await diner.get(`/bookings/${id}`);
    expect(page.text).toContain('The request was withdrawn.');
    expect(page.text).toContain('Nothing was charged.');
  });

  it('says what the money does', async () => {
    const diner = await newDiner();
    await diner.send(form(), answers({ booking_date: '2026-12-02', step: 'request' }));
    const [booking] = await t.db.booking.findMany({ where: { userId: diner.id } });
    const id = booking?.id ?? 0;
    const told = async (data: object) => {
      await t.db.booking.update({ where: { id }, data });
      return (await diner.get(`/bookings/${id}`)).text;
    };
    expect(await told({})).toContain('Once the chef confirms, ₩360 is charged.');
    expect(await told({ status: 'confirmed', expiresAt: null })).toContain(
      '<p>₩360 is charged.</p>',
    );
    expect(await told({ status: 'cancelled', refundAmount: 180 })).toContain(
      '₩180 of ₩360 is paid back.',
    );
    expect(await told({ refundAmount: 0 })).toContain('Nothing of ₩360 is paid back');
    expect(await told({ status: 'declined', refundAmount: null })).toContain(
      'Nothing was charged.',
    );
    expect(await told({ status: 'no_show' })).toContain('₩360 is charged in full.');
  });
});

describe('a wrong entry', () => {
  /** What zod says by itself, and what stands for a sentence that is not known in Korean. */
  const UNTOLD = /Invalid |Too (small|big)|expected |입력한 내용을 확인해 주세요/;
  const filters = [
    'min_rating=x',
    'min_rating=9',
    'sort=x',
    'min_price=-5',
    'max_price=9999999999',
  ];

  it.each([
    ...[...filters, 'page=x', 'page=0', 'per_page=1000', 'date=x', 'guests=0'].map(
      (query) => `/explore?${query}`,
    ),
    `/explore?${'cuisine=a&'.repeat(21)}`,
    '/chefs/1?guests=x&duration_hours=99&date=x',
  ])('is explained in both languages: %s', async (path) => {
    for (const language of ['en', 'ko']) {
      const { status, text } = await request(t.app).get(path).set('Accept-Language', language);
      expect(status).toBe(422);
      expect(text).toContain('class="error-summary"');
      expect(text).not.toMatch(UNTOLD);
    }
  });

  it.each([
    ['/chefs/1/book', { ...answers(), allergies: 'x', dietary_needs: 'x', has_allergies: 'x' }],
    ['/chefs/1/book', { step: 'review' }],
    ['/chef/profile', { cancellation_policy: 'x', time_zone: 'x', price_per_session: '-1' }],
    ['/chef/profile', {}],
    ['/subscribe', { plan: 'x'.repeat(61) }],
    ['/sign-in/demo', { passkey: 'x'.repeat(101), role: 'x' }],
    ['/sign-in', { email: 'x', password: '' }],
    ['/register', {}],
  ])('of the form at %s is explained in both languages', async (path, body) => {
    for (const language of ['en', 'ko']) {
      const diner = await newDiner(language);
      const { status, text } = await diner.send(path, body);
      expect([path, status]).toEqual([path, 422]);
      expect(text).not.toMatch(UNTOLD);
    }
  });
});
