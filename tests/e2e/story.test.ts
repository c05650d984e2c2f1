import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.js';
import { startServer, type ServerProcess } from '../support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'coocook-e2e-'));
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ DATABASE_URL: `pglite:${join(folder, 'data')}` });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** The Saturday after the next six days, `weeks` further on. */
function saturday(weeks = 0): string {
  const day = new Date(Date.now() + 9 * 3_600_000);
  const ahead = ((6 - day.getUTCDay() + 7) % 7 || 7) + weeks * 7;
  return new Date(day.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

async function signIn(page: Page, role: 'diner' | 'chef') {
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('Demo passkey').fill('demo2026');
  await page.getByRole('button', { name: `Demo ${role}` }).click();
  await page.getByText('Welcome, ').waitFor();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

describe.each([
  { javaScriptEnabled: true, weeks: 1 },
  { javaScriptEnabled: false, weeks: 2 },
])('the story of a meal, JavaScript $javaScriptEnabled', ({ javaScriptEnabled, weeks }) => {
  it('goes from finding the chef to the confirmed booking', async () => {
    const diner = await openPage(browser, { javaScriptEnabled });
    const { page } = diner;
    await signIn(page, 'diner');
    expect(new URL(page.url()).pathname).toBe('/my-bookings');

    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByLabel('Name, cuisine or dish').fill('park');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.getByRole('status').textContent()).toContain('1 chef');
    await page.getByRole('link', { name: 'Park Min-jun', exact: true }).click();
    await page.getByRole('link', { name: 'Book Park Min-jun', exact: true }).click();

    await page.getByLabel('Date').fill(saturday(weeks));
    await page.getByLabel('Hours').selectOption('3');
    if (javaScriptEnabled) {
      await page.getByLabel('Date').dispatchEvent('change');
      await page.waitForFunction(
        () => document.querySelector('[data-total]')?.textContent === '₩360',
      );
      expect(await page.getByRole('button', { name: 'Show free times' }).isVisible()).toBe(false);
    } else {
      await page.getByRole('button', { name: 'Show free times' }).click();
    }
    await page.getByRole('button', { name: 'Continue to review' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toContain('Choose a start time.');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('radio', { name: '18:00' }).check({ force: true });
    expect(await page.getByLabel('Crustaceans').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
    await page.getByLabel('Crustaceans').check();
    // The demo diner has eaten at home before, so that the address is there already.
    expect(await page.getByText('Yeonnam-dong, 12 Donggyo-ro').isVisible()).toBe(true);
    await page.getByText('Diets and special requests (optional)').click();
    await page.getByLabel('Special requests (optional)').fill('A quiet evening, please.');
    await page.getByRole('button', { name: 'Continue to review' }).click();

    expect(await page.getByRole('main').textContent()).toContain('₩360');
    await page.getByRole('button', { name: 'Change Special requests' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('#special_requests'));
    expect(await page.getByLabel('Crustaceans').isChecked()).toBe(true);
    expect(await page.getByLabel('Special requests (optional)').inputValue()).toBe(
      'A quiet evening, please.',
    );
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('button', { name: 'Request booking' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Request sent');
    expect(await page.locator('dl').textContent()).toContain('₩360');
    await page.getByRole('link', { name: 'See the booking' }).click();
    const booking = page.url();
    expect(await page.locator('.badge').textContent()).toBe('Pending');

    const chef = await openPage(browser, { javaScriptEnabled });
    await signIn(chef.page, 'chef');
    expect(new URL(chef.page.url()).pathname).toBe('/chef/today');
    await chef.page
      .getByRole('navigation', { name: 'Kitchen' })
      .getByRole('link', { name: /^Inbox/ })
      .click();
    const card = chef.page
      .getByRole('listitem')
      .filter({ hasText: `#${booking.split('/').at(-1)}` });
    expect(await card.textContent()).toContain('A quiet evening, please.');
    await card.getByLabel('I have read the allergies').check();
    await card.getByRole('button', { name: 'Confirm' }).click();
    expect(await chef.page.getByRole('status').textContent()).toContain('Confirmed.');

    await page.reload();
    expect(await page.locator('.badge').textContent()).toBe('Confirmed');
    await page.getByRole('link', { name: 'My bookings' }).first().click();
    expect(await page.getByRole('main').textContent()).toContain('Park Min-jun');
    expect([...diner.faults, ...chef.faults]).toEqual([]);
    await page.context().close();
    await chef.page.context().close();
  });
});

describe('every page', () => {
  const visitor = [
    '/',
    '/explore',
    '/explore?q=nobody',
    '/explore?min_price=x',
    '/chefs/1',
    '/sign-in',
    '/register',
    '/nowhere',
  ];
  const diner = [
    '/my-bookings',
    '/my-bookings?tab=pending',
    '/my-bookings?tab=cancelled',
    '/bookings/2',
    '/bookings/2/cancel',
    '/bookings/2/reschedule',
    '/bookings/3/requested',
    '/bookings/6',
    '/chefs/2/book',
    '/subscription',
    '/chef/profile',
    '/bookings/999',
  ];
  const chef = [
    '/chef/today',
    '/chef/inbox',
    '/chef/inbox?tab=past',
    '/chef/earnings',
    '/chef/schedule',
    '/chef/schedule?week=1',
    '/chef/profile',
    '/bookings/1',
  ];

  it.each([
    { width: 390, colorScheme: 'light' as const },
    { width: 1280, colorScheme: 'dark' as const },
  ])(
    'has nothing that axe finds serious, at $width px, $colorScheme',
    async ({ width, colorScheme }) => {
      const { page, faults } = await openPage(browser, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      const look = async (paths: string[]) => {
        for (const path of paths) {
          await page.goto(server.url + path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`);
          expect(found).toEqual([]);
          expect([path, await page.getByRole('heading', { level: 1 }).count()]).toEqual([path, 1]);
        }
      };
      await look(visitor);
      await signIn(page, 'diner');
      await look(diner);
      await signOut(page);
      await page.getByText('You are signed out.').waitFor();
      await signIn(page, 'chef');
      await look(chef);
      await page.getByRole('button', { name: '한국어' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('ko');
      await look([...chef.slice(0, 4), ...visitor.slice(0, 5)]);
      await page.goto(`${server.url}/docs`);
      await page.getByText('Ask a chef for a meal').waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('fits a screen of 320 px and text twice as large', async () => {
    const { page } = await openPage(browser, { viewport: { width: 320, height: 700 } });
    const overflowing: string[] = [];
    const look = async (paths: string[]) => {
      for (const path of paths) {
        await page.goto(server.url + path);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth,
        );
        if (wide) overflowing.push(path);
      }
    };
    await look(visitor);
    await signIn(page, 'diner');
    await look(diner);
    await signOut(page);
    await page.getByText('You are signed out.').waitFor();
    await signIn(page, 'chef');
    await look(chef);
    await page.setViewportSize({ width: 780, height: 900 });
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      });
    });
    await look(chef);
    await signOut(page);
    await page.getByText('You are signed out.').waitFor();
    await signIn(page, 'diner');
    await look(diner);
    expect(overflowing).toEqual([]);
    await page.context().close();
  });

  it('leads from the error summary to the field by keyboard', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.url}/register`);
    await page.getByRole('button', { name: 'Create the account' }).click();
    const focused = (wanted: string) =>
      page.waitForFunction((one) => document.activeElement?.matches(one), wanted);
    await focused('.error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focused('#name');
    await page.context().close();
  });

  it('sends less than 60 KB of styles and scripts, compressed', async () => {
    const response = await fetch(`${server.url}/chefs/1/book`, { redirect: 'follow' });
    const html = await response.text();
    let bytes = 0;
    for (const [, path] of html.matchAll(/(?:href|src)="(\/(?:css|js)\/[^"]+)"/g)) {
      const file = await fetch(server.url + (path ?? ''), {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      bytes += Number(file.headers.get('content-length') ?? (await file.arrayBuffer()).byteLength);
    }
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(60_000);
  });
});
