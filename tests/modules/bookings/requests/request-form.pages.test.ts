import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { pageOf, titleOf, type Part } from '../../../support/responses/html.js';
import { quoteOf, useRequestForm } from '../setup.js';

const t = useTestApp();
const { newDiner, form, answers } = useRequestForm(t);
const known = '?date=2026-11-28&start_time=18%3A00&duration_hours=3&guests=4';
/** Whether the part of the page that holds a field is unfolded. */
function isOpen(page: Part, field: string): boolean {
  return page.fields(field)[0]?.closest('details')?.attribute('open') === '';
}

describe('the booking form', () => {
  it('folds away what the address has told, and asks for what it has not', async () => {
    const diner = await newDiner();
    const page = pageOf(await diner.get(form() + known));
    expect(page.text).toContain('Sat 28 Nov 2026, 18:00–21:00 · 4 guests');
    expect(isOpen(page, 'booking_date')).toBe(false);
    expect(isOpen(page, 'special_requests')).toBe(false);
    expect(isOpen(page, 'address')).toBe(true);
    for (const less of ['', '?date=2026-11-28', known.replace('18%3A00', '18%3A07')]) {
      expect(isOpen(pageOf(await diner.get(form() + less)), 'booking_date')).toBe(true);
    }
    const guess = await diner.get(form() + known.replace('&guests=4', ''));
    expect(isOpen(pageOf(guess), 'booking_date')).toBe(true);
  });

  it('begins with the first day that has a free time', async () => {
    const busy = await buildChef(t, { minimumNoticeHours: 72 });
    const page = pageOf(await (await newDiner()).get(`/chefs/${busy.id}/book`));
    const [date] = page.fields('booking_date');
    expect([date?.attribute('type'), date?.attribute('value')]).toEqual(['date', '2026-11-26']);
    expect(page.choices('start_time')).not.toEqual([]);
  });

  it('groups the times by the part of the day', async () => {
    const page = pageOf(await (await newDiner()).get(form() + known));
    const times = (part: string) => page.the('group', part).choices('start_time');
    expect(times('Morning')).toEqual(['10:00', '10:30', '11:00', '11:30']);
    expect(times('Afternoon')[0]).toBe('12:00');
    expect(times('Evening')[0]).toBe('17:00');
    expect(page.text).toMatch(/\d+ free times on Sat 28 Nov, Seoul time/);
  });

  it('remembers the place of the last booking, for this diner alone', async () => {
    const [diner, other] = [await newDiner(), await newDiner()];
    const address = { district: 'Seongsu', address: '7 Ttukseom-ro <1>' };
    const made = await diner.request(form(), answers({ ...address, booking_date: '2026-12-03' }));
    expect(made.status).toBe(303);
    const again = pageOf(await diner.get(form() + known));
    expect(again.values('district')).toEqual(['Seongsu']);
    expect(again.text).toContain('Seongsu, 7 Ttukseom-ro <1>');
    expect(isOpen(again, 'address')).toBe(false);
    expect((await other.get(form() + known)).text).not.toContain('Seongsu');
  });

  it('wants a plain answer about allergies', async () => {
    const diner = await newDiner();
    const date = { booking_date: '2026-11-29' };
    const silent = await diner.send(form(), answers({ ...date, has_allergies: '' }));
    expect(silent.status).toBe(422);
    expect(pageOf(silent).errors()).toMatchObject({
      has_allergies: expect.stringMatching(/^Say whether anybody has an allergy\./),
    });
    const empty = await diner.send(form(), answers({ ...date, has_allergies: 'yes', guests: '' }));
    expect(pageOf(empty).errors()).toMatchObject({
      allergies: expect.stringMatching(/^Tick the allergies, or describe them\./),
    });
    const both = { ...date, allergies: ['milk', 'eggs'], allergy_notes: 'Severe' };
    const yes = await diner.send(form(), answers({ ...both, has_allergies: 'yes' }));
    expect(pageOf(yes).texts('strong')).toContain('Milk; Eggs');
    expect(pageOf(yes).text).toContain('Milk; Eggs Severe');
    const no = await diner.request(form(), answers({ ...both, has_allergies: 'no' }));
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
    const page = pageOf(wrong);
    expect(titleOf(page)).toMatch(/^Error: Book Kim Ha-na/);
    expect(isOpen(page, 'special_requests')).toBe(true);
    expect(page.values('dietary_needs')).toEqual(['vegan']);
    expect(page.values('special_requests')).toEqual(['x'.repeat(2001)]);
    expect(isOpen(page, 'address')).toBe(false);
    const many = await diner.send(form(), answers({ guests: '99' }));
    expect(isOpen(pageOf(many), 'booking_date')).toBe(true);
  });
});

describe('the review', () => {
  it('leads from each row to its field, with everything kept', async () => {
    const diner = await newDiner();
    const given = { allergies: 'nuts', has_allergies: 'yes', special_requests: 'Candles' };
    const review = await diner.send(form(), answers(given));
    const rows = pageOf(review).choices('change');
    expect(rows).toHaveLength(6);
    for (const name of rows) {
      const answer = await diner.send(form(), answers({ ...given, step: '', change: name }));
      expect(answer.status).toBe(200);
      const page = pageOf(answer);
      const focused = page.findAll('[autofocus]');
      expect(focused).toHaveLength(1);
      expect(focused[0]?.attribute('name')).toBe(name);
      if (name !== 'has_allergies') expect([name, isOpen(page, name)]).toEqual([name, true]);
      expect(page.values('allergies')).toEqual(['nuts']);
      expect(page.values('special_requests')).toEqual(['Candles']);
      expect(page.values('start_time')).toEqual(['18:00']);
    }
  });

  it('says what happens, by when and at what price', async () => {
    const page = pageOf(await (await newDiner()).send(form(), answers()));
    expect(page.text).toContain('Sat 28 Nov 2026, 18:00–21:00');
    expect(page.texts('dd')).toContain('3 hours × ₩120');
    expect(page.text).toMatch(/3 hours × ₩120 .*\bTotal ₩360 /);
    expect(page.texts('strong')).toContain('Tue 24 Nov 2026, 12:00');
    expect(page.text).toContain('Tue 24 Nov 2026, 12:00, Seoul time (GMT+9),');
    expect(page.text).toMatch(/until [^<]+: ₩360 back/);
  });

  it('makes one booking of two presses, and announces it', async () => {
    const diner = await newDiner();
    const given = answers({ booking_date: '2026-11-30' });
    const quote = quoteOf(await diner.send(form(), given));
    const pressed = { ...given, step: 'request', quote, idempotency_key: 'one' };
    const [first, second] = await Promise.all([
      diner.send(form(), pressed),
      diner.send(form(), pressed),
    ]);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await t.db.booking.count({ where: { userId: diner.id } })).toBe(1);
    const page = pageOf(await diner.get(first.headers.location as string));
    const heading = page.heading('Request sent');
    expect(heading.element.matches('h1[tabindex="-1"][autofocus]')).toBe(true);
    const until = page.findAll('[data-until="2026-11-24T03:00:00.000Z"]');
    expect(until[0]?.attribute('datetime')).toBe('2026-11-24T03:00:00.000Z');
    expect(page.text).toContain('Seoul time (GMT+9)');
    const pending = pageOf(await diner.get('/my-bookings?tab=pending'));
    expect(pending.findAll('[data-until="2026-11-24T03:00:00.000Z"]')).not.toEqual([]);
    expect(pending.findAll('[data-dialog]')).not.toEqual([]);
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
      const answer = await request(t.app).get(path).set('Accept-Language', language);
      expect(answer.status).toBe(422);
      expect(pageOf(answer).all('alert').length).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(UNTOLD);
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
