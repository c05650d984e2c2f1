import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fitFindings } from '../support/browser/accessibility.js';
import { useSite } from '../support/browser/site.js';

const site = useSite({}, 'embedded');

/** The Saturday after the next six days, `weeks` further on. */
function saturday(weeks = 0): string {
  const day = new Date(Date.now() + 9 * 3_600_000);
  const ahead = ((6 - day.getUTCDay() + 7) % 7 || 7) + weeks * 7;
  return new Date(day.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
}

interface Way {
  /** How somebody comes to the site. */
  way: string;
  options: BrowserContextOptions;
  /** The size of letters that the browser is set to; 16 pixels are usual. */
  text?: number;
  weeks: number;
}
const OFF = { javaScriptEnabled: false };
const WAYS: Way[] = [
  { way: 'with JavaScript, by finger', options: { hasTouch: true }, weeks: 1 },
  {
    way: 'without JavaScript, on a large screen',
    options: { ...OFF, viewport: { width: 1280, height: 800 } },
    weeks: 2,
  },
  {
    way: 'without JavaScript, 320 px wide, by finger',
    options: { ...OFF, hasTouch: true, viewport: { width: 320, height: 640 } },
    weeks: 3,
  },
  // As wide as 320 px of what is laid out.
  {
    way: 'with JavaScript, text twice as large, on a small screen',
    options: { viewport: { width: 640, height: 800 } },
    text: 32,
    weeks: 4,
  },
];

/** Opens the site in such a way, and looks at each page that is met whether it fits. */
async function arrive({ options, text }: Way) {
  const { page, faults } = await site.open(options);
  if (text !== undefined) {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } });
  }
  const look = async () => {
    if (text !== undefined) expect(await letterSize(page)).toBe(text);
    const found = await fitFindings(page, options.hasTouch ? 44 : 24);
    faults.push(...found.map((one) => `${new URL(page.url()).pathname} ${one}`));
  };
  return { page, faults, look };
}
const letterSize = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

describe('the story of a meal', { timeout: 600_000 }, () => {
  it.each(WAYS)('goes from finding the chef to the confirmed booking, $way', async (way) => {
    const javaScriptEnabled = way.options.javaScriptEnabled ?? true;
    const diner = await arrive(way);
    const { page, look } = diner;
    await page.goto(site.url);
    await look();
    await site.signIn(page, 'diner');
    expect(new URL(page.url()).pathname).toBe('/my-bookings');
    await look();

    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByLabel('Name, cuisine or dish').fill('park');
    await page.getByLabel('Name, cuisine or dish').press('Enter');
    expect(await page.getByRole('status').textContent()).toContain('1 chef');
    await look();
    await page.getByRole('link', { name: 'Park Min-jun', exact: true }).click();
    await page.waitForURL(/\/chefs\/1/);
    await look();
    const choose = page.getByRole('link', { name: 'Choose a time' });
    if (await choose.isVisible()) {
      await choose.click();
      await page.getByRole('heading', { name: 'Free times' }).waitFor();
      expect(new URL(page.url()).hash).toBe('#times');
    }
    await page.getByLabel('Date').fill(saturday(way.weeks));
    await page.getByRole('button', { name: 'Show free times' }).click();
    await page.getByRole('link', { name: /^Book .* at 18:00$/ }).click();

    await page.getByText('Date, time and guests').click();
    expect(await page.getByLabel('Date').inputValue()).toBe(saturday(way.weeks));
    await page.getByLabel('Hours').selectOption('3');
    const again = page.getByRole('button', { name: 'Show free times' });
    if (javaScriptEnabled) {
      await page.waitForFunction(
        () => document.querySelector('[data-total]')?.textContent === '₩360',
      );
      expect(await again.isVisible()).toBe(false);
    } else {
      await again.click();
    }
    expect(await page.getByRole('radio', { name: '18:00' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Continue to review' }).click();
    expect(await page.getByRole('alert').textContent()).toContain(
      'Say whether anybody has an allergy.',
    );
    expect(await page.title()).toMatch(/^Error: /);
    await look();
    expect(await page.getByLabel('Crustaceans').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
    await page.getByLabel('Crustaceans').check();
    // The demo diner has eaten at home before, so that the address is there already.
    expect(await page.getByText('Yeonnam-dong, 12 Donggyo-ro').isVisible()).toBe(true);
    await page.getByText('Diets and special requests (optional)').click();
    const wishes = page.getByLabel('Special requests (optional)');
    await wishes.fill('A quiet evening.');
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.waitForURL(/kept=/);
    expect(await wishes.inputValue()).toBe('A quiet evening.');
    await wishes.fill('A quiet evening, please.');
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('heading', { name: 'Check your request' }).waitFor();
    await page.goBack();
    expect(await wishes.inputValue()).toBe('A quiet evening, please.');
    await page.getByRole('button', { name: 'Continue to review' }).click();

    expect(await page.getByRole('main').textContent()).toContain('₩360');
    await look();
    await page.getByRole('button', { name: 'Change Special requests' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('#special_requests'));
    expect(await page.getByLabel('Crustaceans').isChecked()).toBe(true);
    expect(await page.getByLabel('Special requests (optional)').inputValue()).toBe(
      'A quiet evening, please.',
    );
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('button', { name: 'Request booking' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Request sent');
    const sent = page.url();
    await page.goBack();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check your request');
    expect(await page.getByRole('main').textContent()).toContain('A quiet evening, please.');
    await page.goto(sent);
    await look();
    expect(await page.locator('dl').textContent()).toContain('₩360');
    await page.getByRole('link', { name: 'See the booking' }).click();
    const booking = page.url();
    expect(await page.locator('.badge').textContent()).toBe('Pending');
    await look();

    const chef = await arrive(way);
    await site.signIn(chef.page, 'chef');
    expect(new URL(chef.page.url()).pathname).toBe('/chef/today');
    await chef.page
      .getByRole('navigation', { name: 'Kitchen' })
      .getByRole('link', { name: /^Inbox/ })
      .click();
    const card = chef.page
      .getByRole('listitem')
      .filter({ hasText: `#${booking.split('/').at(-1)}` });
    expect(await card.textContent()).toContain('A quiet evening, please.');
    await chef.look();
    await card.getByLabel('I have read the allergies').check();
    await card.getByRole('button', { name: 'Confirm' }).click();
    expect(await chef.page.getByRole('status').textContent()).toContain('Confirmed.');
    await chef.look();

    await page.reload();
    expect(await page.locator('.badge').textContent()).toBe('Confirmed');
    await look();
    await page.getByRole('link', { name: 'My bookings' }).first().click();
    expect(await page.getByRole('main').textContent()).toContain('Park Min-jun');
    expect([...diner.faults, ...chef.faults]).toEqual([]);
  });
});

describe('every page', () => {
  it('leads from the error summary to the field by keyboard', async () => {
    const { page } = await site.open();
    await page.goto(`${site.url}/register`);
    await page.getByRole('button', { name: 'Create the account' }).click();
    const focused = (wanted: string) =>
      page.waitForFunction((one) => document.activeElement?.matches(one), wanted);
    await focused('.error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focused('#name');
  });
});
