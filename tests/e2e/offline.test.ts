import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../support/browser/accessibility.js';
import { useSite } from '../support/browser/site.js';

const site = useSite();

const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const colourOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(255, 253, 249)';
const DARK = 'rgb(23, 19, 15)';

/**
 * Stays until the service worker is there for the next page. The worker of a first page may still be on its
 * way when the next one is asked for, so that only the page after that has it for certain.
 */
const serviceWorker = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    return active?.scriptURL;
  });

describe('without the server', () => {
  it('shows a page that says so, never a booking that was seen before', async () => {
    const { page } = await site.open();
    await site.signIn(page, 'diner');
    expect(await serviceWorker(page)).toBe(`${site.url}/sw.js`);
    await page.goto(`${site.url}/bookings/2`);
    expect(await title(page)).toBe('Booking #2');
    await page.goto(`${site.url}/my-bookings`);

    await site.end('SIGKILL');
    for (const path of ['/bookings/2', '/my-bookings', '/', '/bookings/2/calendar.ics']) {
      await page.goto(site.url + path);
      expect([path, await title(page)]).toEqual([path, 'CooCook cannot be reached']);
      expect(await page.content()).not.toContain('Booking #');
    }
    // It has its styles, and nothing that axe finds serious.
    expect(await colourOf(page)).toBe(LIGHT);
    expect(await axeFindings(page)).toEqual([]);

    await site.start();
    await page.goto(`${site.url}/bookings/2`);
    expect(await title(page)).toBe('Booking #2');
    await site.end('SIGKILL');
    await page.reload();
    expect(await title(page)).toBe('CooCook cannot be reached');
    await site.start();
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Booking #2' }).waitFor();
  });

  it('has stored static files alone, however much was looked at', async () => {
    const { page, faults } = await site.open();
    await site.signIn(page, 'diner');
    expect(await serviceWorker(page)).toBe(`${site.url}/sw.js`);
    for (const path of ['/bookings/2', '/my-bookings', '/chefs/1', '/explore']) {
      await page.goto(site.url + path);
    }
    const stored = await page.evaluate(async () => {
      const names = await caches.keys();
      const caching = await Promise.all(names.map((name) => caches.open(name)));
      const requests = await Promise.all(caching.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(stored.sort()).toEqual(['/css/main.css', '/images/favicon.svg', '/offline.html']);
    expect(faults).toEqual([]);
  });
});

describe('the colours', () => {
  it.each([true, false])('stay as chosen, JavaScript %s', async (javaScriptEnabled) => {
    const { page, faults } = await site.open({ javaScriptEnabled, colorScheme: 'light' });
    const path = '/explore?q=park';
    await page.goto(site.url + path);
    const dark = page.getByRole('button', { name: 'Dark', exact: true });
    await dark.click();
    await page.waitForURL(site.url + path);
    expect(await dark.getAttribute('aria-pressed')).toBe('true');
    expect(await colourOf(page)).toBe(DARK);
    // axe is a script itself.
    if (javaScriptEnabled) {
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.goto(site.url);
    expect(await colourOf(page)).toBe(DARK);
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Light', exact: true }).click();
    expect(await colourOf(page)).toBe(LIGHT);
    await page.getByRole('button', { name: 'As the system' }).click();
    expect(await colourOf(page)).toBe(DARK);
    expect(faults).toEqual([]);
  });
});
