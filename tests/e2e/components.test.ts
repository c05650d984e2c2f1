import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../support/browser/accessibility.js';
import { misplaced, watchShifts } from '../support/browser/layout.js';
import { useSite } from '../support/browser/site.js';

const site = useSite({ NODE_ENV: 'development' });

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? '');

describe('the components', () => {
  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, %s, the open dialog included',
    async (colorScheme) => {
      const { page, faults } = await site.open({ colorScheme });
      await page.goto(`${site.url}/styleguide`);
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Create an account' }).click();
      await page
        .getByRole('dialog', { name: 'Create an account' })
        .getByLabel('Your name')
        .waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('do not move the page while it is made', async () => {
    const { page } = await site.open();
    await watchShifts(page);
    await page.goto(`${site.url}/styleguide`, { waitUntil: 'networkidle' });
    expect(await misplaced(page)).toEqual([]);
  });
});

describe('a dialog', () => {
  it('holds the page that the link leads to, keeps the focus, and gives it back', async () => {
    const { page, faults } = await site.open();
    await page.goto(`${site.url}/styleguide`);
    const link = page.getByRole('link', { name: 'Create an account' });
    const dialog = page.getByRole('dialog', { name: 'Create an account' });

    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Your name').waitFor();
    expect(await focused(page)).toContain('<h2 id="dialog-title"');
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const hint = await dialog.getByLabel('Your name').getAttribute('aria-describedby');
    expect(await page.locator(`#${hint}`).textContent()).toContain('The chef sees it');
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        const active = document.activeElement;
        return active === document.body || active?.closest('dialog') != null;
      });
      expect(inside).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('data-dialog');

    await link.click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('data-dialog');
    expect(faults).toEqual([]);
  });

  it('closes by the link of its page that leads back to the page behind', async () => {
    const { page } = await site.open();
    await page.goto(`${site.url}/sign-in?next=%2F`);
    await page.evaluate(() => {
      const opening = document.createElement('a');
      Object.assign(opening, { href: '/register?next=%2F', textContent: 'Open it' });
      opening.dataset.dialog = '';
      document.querySelector('main')?.append(opening);
    });
    await page.getByRole('link', { name: 'Open it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an account' });
    await dialog.getByRole('link', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('Open it');
    expect(page.url()).toBe(`${site.url}/sign-in?next=%2F`);
  });

  it('sends its form as the page would, and gives way to the page when it cannot be had', async () => {
    const { page } = await site.open();
    const open = async () => {
      await page.goto(`${site.url}/styleguide`);
      await page.getByRole('link', { name: 'Create an account' }).click();
    };
    await open();
    await page.getByRole('dialog').getByRole('button', { name: 'Create the account' }).click();
    await page.waitForURL('**/register');
    expect(await page.title()).toMatch(/^Error: /);

    await page.route('**/register', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await open();
    await page.waitForURL('**/register');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Create an account');
  });
});

describe('a stepper', () => {
  it('counts by keyboard within its limits and says so', async () => {
    const { page } = await site.open();
    await page.goto(`${site.url}/styleguide`, { waitUntil: 'networkidle' });
    const guests = page.getByRole('spinbutton', { name: 'Guests' });
    const more = page.getByRole('button', { name: 'One more: Guests' });
    await guests.focus();
    await page.keyboard.press('ArrowUp');
    expect(await guests.inputValue()).toBe('3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await guests.inputValue()).toBe('4');
    expect(await page.locator('[data-stepper] [aria-live]').textContent()).toBe('4');
    expect(await more.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Space');
    expect(await guests.inputValue()).toBe('4');
    expect(await focused(page)).toContain('One more');
    const box = await more.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  });

  it('is a number to type without JavaScript', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    await page.goto(`${site.url}/styleguide`);
    expect(await page.getByRole('button', { name: /^One (more|less)/ }).count()).toBe(0);
    await page.getByRole('spinbutton', { name: 'Guests' }).fill('3');
  });
});

describe('a toast', () => {
  const signIn = async (page: Page) => {
    await page.goto(`${site.url}/sign-in`);
    await page.getByLabel('Demo passkey').fill('demo2026');
    await page.getByRole('button', { name: 'Demo diner' }).click();
    await page.getByText('Welcome, ').waitFor();
  };

  it('floats over the page and is put away by its button or by Escape', async () => {
    const { page } = await site.open();
    for (const close of [
      () => page.getByRole('button', { name: 'Close' }).click(),
      () => page.keyboard.press('Escape'),
    ]) {
      await signIn(page);
      const toast = page.getByRole('status').filter({ hasText: 'Welcome, ' });
      const before = await page.locator('h1').boundingBox();
      await page.waitForLoadState('networkidle');
      await close();
      await toast.waitFor({ state: 'detached' });
      expect(await page.locator('h1').boundingBox()).toEqual(before);
      await page.context().clearCookies();
    }
  });

  it('lies over no field: there it stands in the page, and stays', async () => {
    const { page } = await site.open();
    await page.goto(`${site.url}/sign-in?next=/explore`);
    await page.getByLabel('Demo passkey').fill('demo2026');
    await page.getByRole('button', { name: 'Demo diner' }).click();
    await page.getByText('Welcome, ').waitFor();
    const [position, isOver] = await page.evaluate(() => {
      const toast = document.querySelector('.toast') as Element;
      const { top, bottom } = toast.getBoundingClientRect();
      const fields = [...document.querySelectorAll('main .input')];
      const boxes = fields.map((field) => field.getBoundingClientRect());
      return [
        getComputedStyle(toast).position,
        boxes.some((box) => box.height > 0 && box.top < bottom && box.bottom > top),
      ];
    });
    expect([position, isOver]).toEqual(['static', false]);
  });

  it('stands in the page without JavaScript, covering nothing', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    await signIn(page);
    const toast = await page.getByRole('status').boundingBox();
    const heading = await page.locator('h1').boundingBox();
    expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(heading?.y ?? 0);
    expect(await page.getByRole('button', { name: 'Close' }).count()).toBe(0);
  });
});
