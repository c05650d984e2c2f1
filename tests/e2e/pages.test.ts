import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp, type AppDeps } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { routesOf } from '../support/app/routes.js';
import { axeFindings, fitFindings, structureFindings } from '../support/browser/accessibility.js';
import { inSeoul, useSite, type Role } from '../support/browser/site.js';

const site = useSite();

/** A page in one state: how it is reached, and what is done there first. */
interface Stop {
  path: string;
  /** Sends the form of that address, with this field left empty: the same page, and what is wrong. */
  send?: string;
  without?: string;
}

/** Bookings made for the walk. */
const ids = { pending: 0, confirmed: 0, cancelled: 0 };

const visitor: Stop[] = [
  { path: '/' },
  { path: '/explore' },
  { path: `/explore?cuisine=Korean&guests=2&date=${inSeoul(8)}` },
  { path: '/explore?q=nobody' },
  { path: '/explore?min_price=x' },
  { path: '/explore?page=9' },
  { path: '/chefs/1' },
  { path: '/chefs/1?date=x' },
  { path: '/sign-in', send: '/sign-in' },
  { path: '/sign-in', send: '/sign-in/demo' },
  { path: '/register', send: '/register' },
  { path: '/subscribe' },
  { path: '/nowhere' },
];
/** Somebody who has just registered, with nothing yet. */
const newcomer: Stop[] = [
  { path: '/my-bookings' },
  { path: '/my-bookings?tab=past' },
  { path: '/subscription' },
  { path: '/subscribe' },
  { path: '/chefs/1/book' },
  { path: '/chef/profile', send: '/chef/profile' },
  { path: '/chef/today' },
  { path: '/chef/inbox' },
  { path: '/chef/schedule' },
  { path: '/chef/earnings' },
];
const diner = (): Stop[] => [
  { path: '/my-bookings' },
  { path: '/my-bookings?tab=pending' },
  { path: '/my-bookings?tab=past' },
  { path: '/my-bookings?tab=cancelled' },
  { path: `/bookings/${ids.pending}` },
  { path: `/bookings/${ids.confirmed}` },
  { path: `/bookings/${ids.cancelled}` },
  { path: `/bookings/${ids.pending}/allergies` },
  { path: `/bookings/${ids.pending}/cancel` },
  { path: `/bookings/${ids.pending}/edit` },
  { path: `/bookings/${ids.confirmed}/cancel` },
  {
    path: `/bookings/${ids.confirmed}/reschedule`,
    send: `/bookings/${ids.confirmed}/reschedule`,
    without: 'booking_date',
  },
  { path: `/bookings/${ids.pending}/requested` },
  { path: `/chefs/2/book?date=${inSeoul(8)}` },
  { path: '/chefs/2/book', send: '/chefs/2/book' },
  { path: '/subscription' },
];
const chef = (): Stop[] => [
  { path: '/chef/today' },
  { path: '/chef/inbox' },
  { path: '/chef/inbox?tab=upcoming' },
  { path: '/chef/inbox?tab=past' },
  { path: '/chef/schedule' },
  { path: '/chef/schedule?week=1' },
  { path: '/chef/schedule', send: '/chef/schedule/exceptions' },
  { path: '/chef/profile' },
  { path: '/chef/earnings' },
  { path: `/bookings/${ids.pending}`, send: `/bookings/${ids.pending}/confirm` },
  { path: `/bookings/${ids.pending}/decline`, send: `/bookings/${ids.pending}/decline` },
  { path: `/bookings/${ids.confirmed}/cancel` },
  { path: `/bookings/${ids.confirmed}/run-sheet` },
];

beforeAll(async () => {
  const party = { district: 'Yeonnam-dong', address: '12 Donggyo-ro' };
  const asked = await Promise.all([
    site.request(9, { ...party, allergies: ['crustaceans'], dietary_needs: ['vegan'] }),
    site.request(10, { ...party, allergy_notes: 'Peanuts, severe.', special_requests: 'Quiet.' }),
    site.request(11, party),
  ]);
  [ids.pending = 0, ids.confirmed = 0, ids.cancelled = 0] = asked;
  await site.answer(ids.confirmed, 'confirmed', { allergies_read: true });
  const move = { booking_date: inSeoul(10), start_time: '19:00' };
  await site.api('POST', `/api/coocook/bookings/${ids.confirmed}/reschedule`, 'demo_token', move);
  await site.answer(ids.cancelled, 'confirmed');
  await site.answer(ids.cancelled, 'cancelled', { reason: 'I am ill.' });
});

async function arrive(page: Page, { path, send, without }: Stop) {
  await page.goto(site.url + path);
  if (send === undefined) return;
  const form = page.locator(`main form[action="${send}"]`);
  if (without !== undefined) await form.locator(`[name=${without}]`).fill('');
  await form.locator('button:visible').last().click();
  await page.locator('.error-summary').waitFor();
}

/** Opens what is folded, so that it is looked at, too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** Opens the dialogs of the page, one after the other, of each kind that was not seen before. */
async function lookIntoDialogs(page: Page, seen: Set<string>, look: Look) {
  const openers = page.locator('main a[data-dialog]:visible');
  const dialog = page.locator('dialog[open]:not([aria-busy])');
  for (let index = 0; index < (await openers.count()); index += 1) {
    const opener = openers.nth(index);
    const name = (await opener.textContent())?.trim() ?? '';
    const kind = ((await opener.getAttribute('href')) ?? '').replace(/\d+/g, '*');
    if (seen.has(kind)) continue;
    seen.add(kind);
    await opener.click();
    await dialog.waitFor();
    expect([name, await dialog.getAttribute('aria-labelledby')]).not.toContain(null);
    await look(`dialog “${name}”`, 'dialog[open]');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const returned = await opener.evaluate((element) => element === document.activeElement);
    expect([name, returned]).toEqual([name, true]);
  }
}

/** Looks at the page in a state; by axe at this part of it. */
type Look = (state: string, part: string) => Promise<void>;

/**
 * Goes through pages in one language, and in the other language through the same in the other theme:
 * light and dark by turns, so that what several pages have is seen in each.
 */
async function walk(page: Page, stops: Stop[], lang: 'en' | 'ko') {
  const found: string[] = [];
  const dialogs = new Set<string>();
  await page.context().addCookies([{ name: 'lang', value: lang, url: site.url }]);
  for (const [index, stop] of stops.entries()) {
    const isLight = (index % 2 === 0) === (lang === 'en');
    await page.emulateMedia({ colorScheme: isLight ? 'light' : 'dark' });
    const where = `${stop.path}${stop.send === undefined ? '' : ' sent'} (${lang})`;
    const look: Look = async (state, part) => {
      const here = [
        ...(await structureFindings(page)),
        ...(await fitFindings(page, lang === 'en' ? 24 : 44)),
        ...(await axeFindings(page, part)),
      ];
      found.push(...here.map((one) => `${where} ${state}: ${one}`));
    };
    await arrive(page, stop);
    await unfold(page);
    const declared = await page.locator('html').getAttribute('lang');
    if (declared !== lang) found.push(`${where}: lang ${declared}`);
    await look('', 'html');
    await lookIntoDialogs(page, dialogs, look);
  }
  return found;
}

/** The same in both languages at once: English on a wide screen, Korean on a phone. */
async function everywhere(stops: Stop[], enter?: (page: Page) => Promise<void>) {
  const walks = (['en', 'ko'] as const).map(async (lang) => {
    const wide = { viewport: { width: 1280, height: 900 } };
    const { page, faults } = await site.open(lang === 'en' ? wide : { hasTouch: true });
    await enter?.(page);
    const found = await walk(page, stops, lang);
    return [...found, ...faults];
  });
  return (await Promise.all(walks)).flat();
}
const as = (role: Role) => (page: Page) => site.signIn(page, role);

describe('every page, in English and Korean, light and dark', { timeout: 600_000 }, () => {
  it('is in order for a visitor', async () => {
    expect(await everywhere(visitor)).toEqual([]);
  });

  it('is in order for somebody who has just registered', async () => {
    const found = await everywhere(newcomer, async (page) => {
      await page.goto(`${site.url}/register`);
      await page.locator('#name').fill('Kim Ha-neul');
      const email = `newcomer${Math.random()}@coocook.test`;
      await page.locator('#email').fill(email);
      await page.locator('#password').fill('a few unusual words');
      await page.locator('form[action="/register"] button').click();
      await page.waitForURL('**/sign-in?*');
      await page.locator('#email').fill(email);
      await page.locator('#password').fill('a few unusual words');
      await page.locator('form[action="/sign-in"] button').click();
      await page.waitForURL('**/subscribe?*');
    });
    expect(found).toEqual([]);
  });

  it('is in order for a diner', async () => {
    expect(await everywhere(diner(), as('diner'))).toEqual([]);
  });

  it('is in order for a chef', async () => {
    expect(await everywhere(chef(), as('chef'))).toEqual([]);
  });

  it('is met on these walks', () => {
    const met = [...visitor, ...newcomer, ...diner(), ...chef()].map(
      ({ path }) => new URL(path, site.url).pathname,
    );
    const routes = pageRoutes();
    expect(routes).toContain('/bookings/:id/decline');
    const missed = routes.filter(
      (route) => !met.some((path) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path)),
    );
    expect(missed).toEqual([]);
  });
});

/** What the app can be asked for and is no file, no stream, and not for programs. */
function pageRoutes(): string[] {
  const config = loadConfig({ NODE_ENV: 'test' });
  const deps = { config, logger: pino({ level: 'silent' }) } as AppDeps;
  const { app } = createApp(deps);
  const forPrograms = /^\/(api|docs|health|ready|events|photos)\b|\.\w+$/;
  return routesOf(app)
    .filter(({ method, path }) => method === 'get' && !forPrograms.test(path))
    .map(({ path }) => path);
}
