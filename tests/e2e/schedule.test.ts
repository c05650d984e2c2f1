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

const DAY_MS = 86_400_000;
/** The date in Seoul so many days from now. */
const inSeoul = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

async function signIn(page: Page, role: 'diner' | 'chef') {
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('Demo passkey').fill('demo2026');
  await page.getByRole('button', { name: `Demo ${role}` }).click();
  await page.getByText('Welcome, ').waitFor();
}

const findings = async (page: Page) => {
  // axe is itself a script, so it cannot look where scripts are off.
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
};

describe.each([
  { javaScriptEnabled: true, date: inSeoul(3), weekday: 'Monday' },
  { javaScriptEnabled: false, date: inSeoul(4), weekday: 'Tuesday' },
])(
  'the schedule in the browser, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled, date, weekday }) => {
    it('goes from a wrong entry to saved hours, and names what lies outside', async () => {
      const { page, faults } = await openPage(browser, { javaScriptEnabled });
      const clean = async () => (javaScriptEnabled ? findings(page) : []);
      await signIn(page, 'diner');
      const booked = await page.request.post(`${server.url}/chefs/1/book`, {
        headers: { origin: server.url },
        maxRedirects: 0,
        form: {
          booking_date: date,
          start_time: '16:00',
          duration_hours: '3',
          guests: '2',
          district: 'Yeonnam-dong',
          address: '12 Donggyo-ro',
          step: 'request',
        },
      });
      const [, id = ''] = /\/bookings\/(\d+)/.exec(booked.headers().location ?? '') ?? [];
      await page.getByRole('button', { name: /^Account: / }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are signed out.').waitFor();

      await signIn(page, 'chef');
      await page.getByRole('link', { name: 'Schedule', exact: true }).click();
      const hours = page.getByRole('group', { name: weekday });
      await hours.getByLabel('Add: From').fill('23:00');
      await page.getByLabel('Kept free after a meal').fill('30');
      await page.getByRole('button', { name: 'Save the schedule' }).click();
      expect(await page.getByRole('alert').textContent()).toContain(`${weekday}: Enter a time.`);
      expect(await page.getByLabel('Kept free after a meal').inputValue()).toBe('30');
      expect(await clean()).toEqual([]);
      await page.getByRole('link', { name: `${weekday}: Enter a time.` }).click();
      expect(new URL(page.url()).hash).toMatch(/^#closes_[12]_\d$/);
      await page.locator(new URL(page.url()).hash).fill('23:30');
      await page.getByRole('button', { name: 'Save the schedule' }).click();
      await page.getByText('Your schedule is saved.').waitFor();

      await page.getByLabel('Date').fill(date);
      await page.getByRole('button', { name: 'Add the exception' }).click();
      await page.getByText('Day off added.').waitFor();
      const note = page.getByRole('region', { name: 'outside your hours' });
      expect(await note.getByRole('link', { name: `Booking ${id}`, exact: true }).count()).toBe(1);
      expect(await clean()).toEqual([]);
      await page.getByRole('button', { name: 'Remove' }).first().click();
      await page.getByText('Day off removed.').waitFor();
      expect(await note.count()).toBe(0);
      await page.locator(`svg a[href="/bookings/${id}"]`).first().click();
      expect(new URL(page.url()).pathname).toBe(`/bookings/${id}`);
      expect(faults).toEqual([]);
      await page.context().close();
    });
  },
);
