import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inSeoul, useSite } from '../support/browser/site.js';

const site = useSite();

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
    for (const bordered of ['.badge', '.button']) {
      const borders = await page
        .locator(bordered)
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopStyle));
      expect([bordered, borders.length]).not.toEqual([bordered, 0]);
      expect([bordered, borders.filter((one) => one === 'none')]).toEqual([bordered, []]);
    }
  });
});
