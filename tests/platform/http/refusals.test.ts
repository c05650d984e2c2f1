import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import { type Language } from '../../../src/platform/i18n/language.js';
import { NOW, useTestApp } from '../../support/app/app.js';
import { pageOf, type Part } from '../../support/responses/html.js';

const t = useTestApp();
type Browser = ReturnType<typeof request.agent>;
type Role = 'visitor' | 'diner' | 'chef';

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  const diner = await browserOf('diner', 'en');
  const wanted = {
    booking_date: '2026-11-28',
    duration_hours: '3',
    start_time: '18:00',
    guests: '4',
    has_allergies: 'no',
    district: '연남동',
    address: '동교로 12',
    step: 'review',
  };
  const book = (body: object) => diner.post('/chefs/1/book').type('form').send(body);
  const [quote] = pageOf(await book(wanted)).values('quote');
  const made = await book({ ...wanted, step: 'request', quote });
  expect(made.status).toBe(303);
});

/** What nobody should enter: every field of a form gets each of them once. */
const BAD = ['', 'x', '-1', '1.5', '99999999999', 'é'.repeat(5000), '\0', ['a', 'b']];

interface Form {
  method: 'get' | 'post';
  action: string;
  names: string[];
}

/** The forms of a page that have something to get wrong. */
function formsOf(page: Part): Form[] {
  return page
    .findAll('form')
    .map((form) => ({
      method: form.attribute('method') === 'post' ? ('post' as const) : ('get' as const),
      action: form.attribute('action') ?? '',
      names: form.findAll('[name]').map((field) => field.attribute('name') ?? ''),
    }))
    .map((form) => ({ ...form, names: [...new Set(form.names)].filter((name) => !KEPT.has(name)) }))
    .filter(({ action, names }) => !['/language', '/theme'].includes(action) && names.length > 0);
}

/** Fields that a page fills by itself. */
const KEPT = new Set(['next', 'idempotency_key', 'version']);

/** All that a page says was wrong: beside fields, above the form, on top of the page, as an error page. */
function refusalsIn(page: Part): string[] {
  return page
    .findAll('.error-message, .error-summary, .toast, .error-page')
    .flatMap((place) => linesIn(place.element))
    .filter((line) => line !== '' && !/^\d+$/.test(line));
}

/** The pieces of text between the tags, without buttons, further links and the id of the request. */
function linesIn(node: Node): string[] {
  if (node.nodeType === node.TEXT_NODE)
    return [(node.textContent ?? '').trim().replace(/\s+/g, ' ')];
  const element = node as Element;
  if (element.matches('button, .actions, code')) return [];
  return [...element.childNodes].flatMap(linesIn);
}

async function browserOf(role: Role, lang: Language): Promise<Browser> {
  const browser = request.agent(t.app);
  await browser.post('/language').type('form').send({ lang });
  if (role !== 'visitor') {
    await browser.post('/sign-in/demo').type('form').send({ passkey: 'demo2026', role });
  }
  return browser;
}

/** Sends every form of the pages with every bad value in all of its fields; what is answered. */
async function refusals(role: Role, pages: string[]): Promise<Record<Language, string[]>> {
  const [en, ko] = [await browserOf(role, 'en'), await browserOf(role, 'ko')];
  const told: Record<Language, string[]> = { en: [], ko: [] };
  for (const path of pages) {
    const page = await ko.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    const forms = formsOf(pageOf(page));
    expect([path, forms.length]).not.toEqual([path, 0]);
    for (const { method, action, names } of forms) {
      for (const bad of BAD) {
        // What does not fit into an address is not read at all.
        const short = typeof bad === 'string' ? bad.slice(0, 150) : bad;
        const sent = method === 'get' ? short : bad;
        const fields = Object.fromEntries(names.map((name) => [name, sent]));
        for (const [language, browser] of Object.entries({ en, ko })) {
          const answer =
            method === 'get'
              ? await browser.get(action).query(fields)
              : await browser.post(action).type('form').send(fields);
          expect([action, bad, answer.status < 500]).toEqual([action, bad, true]);
          told[language as Language].push(...refusalsIn(pageOf(answer)));
        }
      }
    }
  }
  return told;
}

/** The pages with forms that somebody sees; what a bad value may change comes last. */
async function pagesOf(role: Role): Promise<string[]> {
  const first = async (where: object) => {
    const startsAt = { gt: new Date(NOW) };
    const booking = await t.db.booking.findFirstOrThrow({
      where: { startsAt, ...where },
      orderBy: { id: 'asc' },
    });
    return `/bookings/${booking.id}`;
  };
  if (role === 'visitor') return ['/', '/explore', '/chefs/1', '/sign-in', '/register'];
  if (role === 'chef') {
    const asked = await first({ status: 'pending', chefId: 1 });
    return ['/chef/schedule', '/chef/profile', `${asked}/decline`];
  }
  const pending = await first({ status: 'pending', userId: 1 });
  const confirmed = await first({ status: 'confirmed', userId: 1 });
  const changing = [`${confirmed}/reschedule`, `${confirmed}/cancel`, `${pending}/cancel`];
  return ['/chefs/1/book', '/chef/profile', ...changing];
}

describe('every form of every page, filled in wrongly', () => {
  it.each(['visitor', 'diner', 'chef'] as const)('is answered to a %s in words', async (role) => {
    const told = await refusals(role, await pagesOf(role));
    expect(new Set(told.en).size).toBeGreaterThan(20);
    expect(told.en.filter((one) => /expected|received|Too (small|big)/.test(one))).toEqual([]);
    const vague = (one: string) =>
      ['Check what you have entered here.', '입력한 내용을 확인해 주세요.'].includes(one);
    // A sentence that has no Korean would be as vague there, and only there.
    expect(told.ko.filter(vague).length).toBe(told.en.filter(vague).length);
    expect(told.ko.filter((one) => !/\p{Script=Hangul}/u.test(one))).toEqual([]);
  });
});
