import { describe, expect, it } from 'vitest';
import { axeFindings } from '../support/browser/accessibility.js';
import { inSeoul, useSite } from '../support/browser/site.js';
import { pageOf } from '../support/responses/html.js';

const site = useSite();

describe.each([
  { javaScriptEnabled: true, date: inSeoul(3), weekday: 'Monday' },
  { javaScriptEnabled: false, date: inSeoul(4), weekday: 'Tuesday' },
])(
  'the schedule in the browser, JavaScript $javaScriptEnabled',
  ({ javaScriptEnabled, date, weekday }) => {
    it('goes from a wrong entry to saved hours, and names what lies outside', async () => {
      const { page, faults } = await site.open({ javaScriptEnabled });
      // axe is itself a script, so it cannot look where scripts are off.
      const clean = async () => (javaScriptEnabled ? axeFindings(page) : []);
      await site.signIn(page, 'diner');
      const wish = {
        booking_date: date,
        start_time: '16:00',
        duration_hours: '3',
        guests: '2',
        district: 'Yeonnam-dong',
        address: '12 Donggyo-ro',
        has_allergies: 'no',
      };
      const send = (form: Record<string, string>) =>
        page.request.post(`${site.url}/chefs/1/book`, {
          headers: { origin: site.url },
          maxRedirects: 0,
          form: { ...wish, ...form },
        });
      const review = pageOf({ text: await (await send({ step: 'review' })).text() });
      const booked = await send({ step: 'request', quote: review.values('quote')[0] ?? '' });
      const [, id = ''] = /\/bookings\/(\d+)/.exec(booked.headers().location ?? '') ?? [];
      await site.signOut(page);

      await site.signIn(page, 'chef');
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
    });
  },
);
