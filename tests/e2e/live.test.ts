import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite, type Role } from '../support/browser/site.js';

const site = useSite();
const request: typeof site.request = (days, given) => site.request(days, given);
const answer: typeof site.answer = (id, status, more) => site.answer(id, status, more);

async function signIn(role: Role, options: { javaScriptEnabled?: boolean } = {}) {
  const opened = await site.open(options);
  await site.signIn(opened.page, role);
  return opened;
}
/** Opens a page and waits until it is live. */
async function open(page: Page, path: string) {
  await page.goto(site.url + path);
  await page.locator('[data-as-of]').waitFor({ state: 'hidden' });
}

const WITHIN = { timeout: 90_000 };

describe('an open page', () => {
  it('shows by itself that the chef has confirmed, and says so', async () => {
    const id = await request(20);
    const { page, faults } = await signIn('diner');
    await open(page, `/bookings/${id}`);
    expect(await page.locator('.badge').textContent()).toBe('Pending');
    await page.getByRole('link', { name: 'Withdraw the request' }).focus();
    await answer(id, 'confirmed');
    await page.locator('.badge', { hasText: 'Confirmed' }).waitFor(WITHIN);
    const said = page.getByRole('status');
    await said.filter({ hasText: `Booking #${id}: Confirmed` }).waitFor({ state: 'attached' });
    // The link of that name leads to the same page: it keeps the focus.
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toBe(`/bookings/${id}/cancel`);
    await answer(id, 'cancelled', { reason: 'I am ill.' });
    await page.getByText('“I am ill.”').waitFor(WITHIN);
    expect(faults).toEqual([]);
  });

  it('brings new requests to the inbox, and changes to the list', async () => {
    const chef = await signIn('chef');
    const diner = await signIn('diner');
    await open(chef.page, '/chef/inbox');
    await open(diner.page, '/my-bookings?tab=pending');
    const id = await request(21);
    await chef.page.getByText(`· #${id}`).waitFor(WITHIN);
    await diner.page.getByText(`· #${id}`).waitFor(WITHIN);
    await answer(id, 'declined', { reason: 'Away.' });
    await diner.page.getByText(`· #${id}`).waitFor({ state: 'detached', ...WITHIN });
    await chef.page.getByText(`· #${id}`).waitFor({ state: 'detached', ...WITHIN });
    expect([...chef.faults, ...diner.faults]).toEqual([]);
  });

  it('keeps the focus in the card of its booking, though another has the same link', async () => {
    const lunch = await request(25, { start_time: '12:00' });
    const dinner = await request(25, { start_time: '18:00' });
    const { page } = await signIn('chef');
    await open(page, '/chef/inbox');
    const card = page.locator(`[data-booking="${dinner}"]`);
    await card.locator(`a[href="/bookings/${lunch}"]`).focus();
    const id = await request(26);
    await page.getByText(`· #${id}`).waitFor(WITHIN);
    expect(await card.locator(':focus').getAttribute('href')).toBe(`/bookings/${lunch}`);
  });

  it('leaves alone what somebody is entering, and offers to look again', async () => {
    const id = await request(22, { allergies: ['crustaceans'] });
    const { page } = await signIn('chef');
    await open(page, `/bookings/${id}`);
    await page.getByLabel('I have read the allergies').check();
    await site.api('POST', `/api/coocook/bookings/${id}/cancellation`, 'demo_token', {});
    const link = page.getByRole('link', { name: 'Changed – refresh' });
    await link.waitFor(WITHIN);
    expect(await page.getByLabel('I have read the allergies').isChecked()).toBe(true);
    expect(await page.locator('.badge').textContent()).toBe('Pending');
    await link.click();
    await page.locator('.badge', { hasText: 'Cancelled' }).waitFor();
  });

  it('catches up when it is looked at again', async () => {
    const id = await request(23);
    const { page } = await signIn('diner');
    await open(page, `/bookings/${id}`);
    const look = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await look(true);
    await answer(id, 'confirmed');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await page.locator('.badge').textContent()).toBe('Pending');
    await look(false);
    await page.locator('.badge', { hasText: 'Confirmed' }).waitFor(WITHIN);
  });

  it('says without JavaScript when it was made, and offers to look again', async () => {
    const id = await request(24);
    const { page } = await signIn('diner', { javaScriptEnabled: false });
    for (const path of [`/bookings/${id}`, '/my-bookings?tab=pending']) {
      await page.goto(site.url + path);
      expect(await page.locator('[data-as-of]').textContent()).toMatch(/As of \d\d:\d\d:\d\d/);
      expect(await page.getByText('Changed – refresh').isVisible()).toBe(false);
    }
    await answer(id, 'confirmed');
    await page.goto(`${site.url}/bookings/${id}`);
    await page.getByRole('link', { name: 'Refresh', exact: true }).click();
    expect(await page.locator('.badge').textContent()).toBe('Confirmed');
  });
});
