import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSeoul, useSite } from '../support/browser/site.js';

const site = useSite();

/** Bookings made for the walk. */
const ids = { pending: 0, confirmed: 0, cancelled: 0 };

beforeAll(async () => {
  const party = { district: 'Yeonnam-dong', address: '12 Donggyo-ro' };
  const asked = await Promise.all([
    site.request(9, { ...party, allergies: ['crustaceans'], dietary_needs: ['vegan'] }),
    site.request(10, { ...party, allergy_notes: 'Peanuts, severe.', special_requests: 'Quiet.' }),
    site.request(11, party),
  ]);
  [ids.pending = 0, ids.confirmed = 0, ids.cancelled = 0] = asked;
  await site.answer(ids.confirmed, 'confirmed', { allergies_read: true });
  await site.answer(ids.cancelled, 'confirmed');
  await site.answer(ids.cancelled, 'cancelled', { reason: 'I am ill.' });
});

describe('where the system chooses the colours', () => {
  /** What tells one element from another that is not chosen, now that colours of ours do not. */
  const looks = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const { backgroundColor, color, borderStyle } = getComputedStyle(element);
        return [backgroundColor, color, borderStyle].join(' ');
      }),
    );

  it('what is chosen, and where one is, can still be told', async () => {
    const { page } = await site.open({ forcedColors: 'active' });
    await site.signIn(page, 'diner');
    for (const [path, chosen, others] of [
      ['/my-bookings', '.tabs [aria-current]', '.tabs a:not([aria-current])'],
      ['/my-bookings', '.site-nav [aria-current]', '.site-nav a:not([aria-current])'],
      ['/my-bookings', '[aria-pressed=true]', '[aria-pressed=false]'],
      [
        `/chefs/2/book?date=${inSeoul(8)}&start_time=18:00`,
        '.time input:checked + span',
        '.time input:not(:checked) + span',
      ],
    ] as const) {
      await page.goto(site.url + path);
      const [its, theirs] = [await looks(page, chosen), await looks(page, others)];
      expect([chosen, its.length]).toEqual([chosen, 1]);
      expect(theirs.length).toBeGreaterThan(0);
      expect([chosen, theirs.filter((one) => one === its[0])]).toEqual([chosen, []]);
    }
    await page.goto(`${site.url}/my-bookings`);
    const borders = await page
      .locator('.badge, .button')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopStyle));
    expect(borders.length).toBeGreaterThan(0);
    expect(borders.filter((one) => one === 'none')).toEqual([]);
  });
});
