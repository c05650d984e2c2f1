import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keyboardOf } from '../support/browser/keyboard.js';
import { inSeoul, useSite, type Role } from '../support/browser/site.js';

const site = useSite();

/**
 * What people look for on a page or in a part of it, by what it says and does; how it is made up
 * matters to nobody.
 */
const on = (page: Page, main: Locator = page.locator('main, dialog[open]')) => {
  const link = (name: string | RegExp) => main.getByRole('link', { name });
  const button = (name: string | RegExp) => main.getByRole('button', { name });
  const field = (name: string | RegExp) => main.getByLabel(name);
  return {
    // The frame
    skipLink: page.getByRole('link', { name: 'Skip to the content' }),
    menu: (name: string) => page.getByRole('navigation').getByRole('link', { name }),
    followed: page.locator('[data-live-on]'),
    message: (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }),
    account: page.getByRole('button', { name: /^Account:/ }),
    signOut: page.locator('#account').getByRole('button', { name: 'Sign out' }),
    passkey: field('Demo passkey'),
    signInAs: (role: Role) => button(`Demo ${role}`),
    // Finding
    where: field('Where'),
    guests: field('Guests'),
    search: button('Find a chef'),
    cuisine: (name: string) => main.getByLabel(name, { exact: true }),
    showChefs: button(/^Show .*chef/),
    chef: (name: string) => link(name).and(main.locator('h2 a, h3 a')),
    laterWeek: link('Later week'),
    day: main.getByRole('navigation', { name: 'Days' }).locator('a.day'),
    freeTime: (time: string) => link(new RegExp(`^Book .* at ${time}$`)),
    // Booking
    date: field(/^(New date|Date)/),
    hours: field('Hours'),
    // Among what is folded up, too.
    time: (name: string) => main.getByRole('radio', { name, includeHidden: true }),
    allergic: main.getByRole('radio', { name: 'Yes' }),
    allergy: (name: string) => field(name),
    change: (what: string) => button(`Change ${what}`),
    district: field('District'),
    address: field('Full address'),
    wishes: field(/^Special requests/),
    review: button('Continue to review'),
    request: button('Request booking'),
    seeBooking: link('See the booking'),
    badge: main.locator('.badge'),
    cancel: link(/^Cancel the meal/),
    keep: main.getByRole('link', { name: 'Keep it' }).or(button('Keep it')),
    refund: main.getByText(/you get .* of .* back/),
    move: link(/^Move it/),
    moveIt: button('Move the meal'),
    // The chef's workplace
    allergiesRead: field('I have read the allergies'),
    confirm: button(/^Confirm/),
    decline: link(/^Decline/),
    declineIt: button('Decline'),
    reason: field('Why?'),
    card: (id: string) => main.getByRole('listitem').filter({ hasText: `#${id}` }),
    keptFreeAfter: field(/^Kept free after a meal/),
    saveSchedule: button('Save the schedule'),
    problem: page.getByRole('alert'),
  };
};
describe('by keyboard alone', { timeout: 600_000 }, () => {
  async function open(options = {}) {
    const wide = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };
    const { page, faults } = await site.open({ ...wide, ...options });
    return { page, faults, keys: keyboardOf(page), see: on(page) };
  }
  type Person = Awaited<ReturnType<typeof open>>;
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  /** Signs in on the page that asks for it. */
  async function signIn({ page, keys, see }: Person, role: Role) {
    await keys.enter(see.passkey, 'demo2026');
    await keys.press(see.signInAs(role));
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  it('a diner finds, books, keeps and moves a meal; a chef answers', async () => {
    const diner = await open();
    const { page, keys, see } = diner;
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    expect(await see.skipLink.and(page.locator(':focus')).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    // The next stop is the first of the content, past the menu.
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);

    await keys.tabTo(see.where, 'Shift+Tab');
    await keys.enter(see.guests, '4');
    await keys.press(see.search);
    await page.waitForURL(/\/explore\?/);
    await keys.tick(see.cuisine('Korean'));
    await keys.press(see.showChefs);
    await page.waitForURL(/cuisine=Korean/);
    await see.message('1 chef').waitFor();
    await keys.press(see.chef('Park Min-jun'));
    await page.waitForURL(/\/chefs\/1/);
    // A week and a day are turned to within the page, which keeps the focus where it was.
    await keys.press(see.laterWeek);
    await page.waitForURL(/week=/);
    expect(await see.laterWeek.and(page.locator(':focus')).count()).toBe(1);
    await keys.press(see.day.last());
    await page.waitForURL(/date=/);
    expect(await see.day.last().and(page.locator(':focus')).count()).toBe(1);
    await keys.press(see.freeTime('18:00'));
    await page.waitForURL(/\/sign-in/);
    await signIn(diner, 'diner');

    expect(pathOf(page)).toBe('/chefs/1/book');
    expect(await see.time('18:00').isChecked()).toBe(true);
    await keys.enter(see.date, inSeoul(8));
    await keys.enter(see.hours, '3');
    await see.time('19:00').waitFor({ state: 'attached' });
    await keys.choose(see.time('19:00'));
    await keys.press(see.review);
    await see.problem.waitFor();
    // From the summary straight to the question, with all that was entered.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('fieldset :focus').getAttribute('name')).toBe('has_allergies');
    expect(await see.time('19:00').isChecked()).toBe(true);
    await keys.choose(see.allergic);
    await keys.tick(see.allergy('Crustaceans'));
    await keys.enter(see.wishes, 'A quiet evening, please.');
    await keys.enter(see.district, 'Yeonnam-dong');
    await keys.enter(see.address, '12 Donggyo-ro');
    await keys.press(see.review);
    await keys.press(see.change('Guests'));
    // The form has the focus where the change is to be made.
    await page.waitForFunction(() => document.activeElement?.matches('#guests'));
    await keys.enter(see.guests, '5');
    await keys.press(see.review);
    await keys.press(see.request);
    await page.waitForURL(/\/requested$/);
    await keys.press(see.seeBooking);
    await page.waitForURL(/\/bookings\/\d+$/);
    const [id = ''] = /\d+$/.exec(page.url()) ?? [];
    expect(await see.badge.first().textContent()).toContain('Pending');

    const chef = await open();
    await chef.page.goto(`${site.url}/chef/inbox`);
    await signIn(chef, 'chef');
    await chef.keys.press(on(chef.page, chef.see.card(id)).confirm);
    await chef.see.problem.waitFor();
    await chef.keys.tick(chef.see.allergiesRead.first());
    await chef.keys.press(chef.see.confirm.first());
    await chef.see.message('Confirmed.').waitFor();

    await see.badge.filter({ hasText: 'Confirmed' }).first().waitFor();
    await keys.press(see.cancel);
    await see.refund.waitFor();
    await keys.press(see.keep);
    await see.refund.waitFor({ state: 'hidden' });
    expect(pathOf(page)).toBe(`/bookings/${id}`);
    expect(await see.cancel.and(page.locator(':focus')).count()).toBe(1);
    await keys.press(see.move);
    await see.moveIt.waitFor();
    await keys.choose(see.time('18:00'));
    await keys.press(see.moveIt);
    await see.message('Asked.').waitFor();
    expect(await see.badge.first().textContent()).toContain('Confirmed');

    const told = [...keys.findings, ...chef.keys.findings, ...diner.faults, ...chef.faults];
    expect(told).toEqual([]);
  });

  it('a chef declines with a reason, changes the schedule and leaves', async () => {
    const id = String(await site.request(12, { start_time: '12:00' }));
    const { page, keys, see, faults } = await open();
    await page.goto(`${site.url}/chef/inbox`);
    await signIn({ page, keys, see, faults }, 'chef');
    await keys.press(on(page, see.card(id)).decline);
    await see.declineIt.waitFor();
    await keys.press(see.declineIt);
    await see.problem.waitFor();
    await keys.enter(see.reason, 'I am away that day. Sunday suits me.');
    await keys.press(see.declineIt);
    await see.message('Declined.').waitFor();

    await keys.press(see.menu('Schedule'));
    await page.waitForURL(/\/chef\/schedule$/);
    await keys.enter(see.keptFreeAfter, '45');
    await keys.press(see.saveSchedule);
    await see.message('Your schedule is saved.').waitFor();
    expect(await see.keptFreeAfter.inputValue()).toBe('45');
    await keys.press(see.account);
    await keys.press(see.signOut);
    await see.message('You are signed out.').waitFor();
    expect([...keys.findings, ...faults]).toEqual([]);
  });

  it('every stop is to be seen on a small screen, in both directions', async () => {
    const small = await open({ viewport: { width: 390, height: 640 } });
    const { page, keys, see } = small;
    const end = page.locator('.site-footer button').last();
    const look = async () => {
      await keys.tabTo(end);
      await keys.tabTo(see.skipLink, 'Shift+Tab');
      expect([page.url(), keys.findings]).toEqual([page.url(), []]);
    };
    for (const path of ['/', '/explore', '/chefs/1', '/chefs/2/book']) {
      await page.goto(site.url + path);
      await look();
    }
    await signIn(small, 'diner');
    expect(pathOf(page)).toBe('/chefs/2/book');
    // Over the bar that the page keeps at the bottom.
    await see.message('Welcome').waitFor();
    await look();
    await page.goto(`${site.url}/bookings/2`);
    // The link beside it, "Refresh", goes away when the page is followed.
    await see.followed.waitFor();
    await look();
  });
});
