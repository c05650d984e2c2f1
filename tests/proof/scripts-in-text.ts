import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../prisma/seed.js';
import { launchBrowser, openPage } from '../support/browser/browser.js';
import { callApi, signUp, subscribe } from '../support/processes/api.js';
import type { Site } from './site.js';

/** Short enough for every field of text. */
const SCRIPT = `'"><svg onload=alert(1)><script>alert(1)</script>`;
const QUERIES = ['/explore?q=', '/explore?location=', '/sign-in?return_to=', '/nowhere/'];
const MAX_PAGES = 60;
const CHEF = 'chef@scripts.test';
const DINER = 'diner@scripts.test';
const API = '/api/coocook';

/** Puts a script into every field of text, then opens every page that its owner, a guest and a visitor reach. */
export async function scriptsInText(site: Site): Promise<string> {
  await fillEveryField(site);
  const browser = await launchBrowser();
  try {
    let pages = 0;
    let shown = 0;
    for (const email of [null, CHEF, DINER]) {
      const found = await walk(browser, site.server.url, email);
      pages += found.pages;
      shown += found.shown;
    }
    if (shown < 20) throw new Error(`only ${shown} of ${pages} pages show the text`);
    return `${pages} pages, ${shown} with the text, no script among them`;
  } finally {
    await browser.close();
  }
}

async function fillEveryField({ server: { url } }: Site): Promise<void> {
  const name = SCRIPT;
  const call = (method: string, path: string, token: string, body: object) =>
    callApi<{ id: number }>(url, method, API + path, { token, body });
  const { access_token: chef } = await signUp(url, { name, email: CHEF });
  const { access_token: diner } = await signUp(url, { name, email: DINER });
  const { id: chefId } = await call('POST', '/chefs', chef, {
    ...{ name: SCRIPT, bio: SCRIPT, cuisine_type: SCRIPT, location: SCRIPT },
    ...{ price_per_session: 100, time_zone: 'Asia/Seoul', kitchen_notes: SCRIPT },
    menus: [{ name: SCRIPT, description: SCRIPT, dishes: [{ name: SCRIPT, notes: SCRIPT }] }],
  });
  await subscribe(url, diner);
  const ids: number[] = [];
  for (const day of [5, 6, 7, 8]) {
    const booking = await call('POST', '/bookings', diner, {
      chef_id: chefId,
      booking_date: new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10),
      duration_hours: 1,
      ...{ allergy_notes: SCRIPT, district: SCRIPT, address: SCRIPT, special_requests: SCRIPT },
    });
    ids.push(booking.id);
  }
  const [, declined, confirmed, cancelled] = ids;
  const reason = SCRIPT;
  const answer = (id: number | undefined, body: object) =>
    call('PUT', `/bookings/${id}`, chef, body);
  await answer(declined, { status: 'declined', reason });
  for (const id of [confirmed, cancelled]) {
    await answer(id, { status: 'confirmed', allergies_read: true });
  }
  await call('POST', `/bookings/${cancelled}/cancellation`, diner, { reason });
}

/** Follows every link. @throws Error with the first page that has a script of ours in it */
async function walk(browser: Browser, url: string, email: string | null) {
  const { page, faults } = await openPage(browser);
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  if (email !== null) await signIn(page, url, email);
  const queue = ['/', ...QUERIES.map((start) => start + encodeURIComponent(SCRIPT))];
  const seen = new Set(queue);
  let shown = 0;
  let pages = 0;
  for (let path = queue.shift(); path !== undefined && pages < MAX_PAGES; path = queue.shift()) {
    await page.goto(url + path);
    pages += 1;
    const found = await page.evaluate((text) => {
      const planted = document.querySelectorAll('svg[onload], script:not([src])').length;
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
      return {
        planted,
        shows:
          document.documentElement.outerHTML.includes('onload=alert') || document.title === text,
        links: links.filter((link) => link.origin === location.origin).map((link) => link.pathname),
      };
    }, SCRIPT);
    if (found.planted > 0) throw new Error(`${path} has ${found.planted} elements of a script`);
    if (faults.length > 0) throw new Error(`${path}: ${faults.join()}`);
    if (found.shows) shown += 1;
    for (const link of found.links) {
      if (seen.has(link) || /\.\w+$/.test(link)) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  await page.context().close();
  return { pages, shown };
}

async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  const form = page.locator('form', { has: page.locator('[name=password]') });
  await form.locator('[name=email]').fill(email);
  await form.locator('[name=password]').fill(DEMO_PASSWORD);
  await form.locator('button').last().click();
  await page.waitForURL((to) => to.pathname !== '/sign-in');
}
