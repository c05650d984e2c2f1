import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { watchShifts } from '../support/browser/layout.js';
import { useSite } from '../support/browser/site.js';

const site = useSite();

const OURS = 'CooCook UI Variable';
/** Pages on which nobody writes Korean of their own: that may need further files. */
const PATHS = ['/', '/explore', '/chefs/2', '/sign-in'];

/** A page that counts how far things move, and the fonts that it asked for, by their names. */
async function watchedPage(locale: string) {
  const { page, faults } = await site.open({ locale });
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/fonts\/([\w-]+)\.woff2/.exec(request.url()) ?? [];
    if (name !== undefined) asked.push(name);
  });
  await watchShifts(page);
  return { page, faults, asked };
}

const shiftsOf = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return window.shifts;
  });

/** The fonts that the browser really draws the text of a page with. */
const drawnWith = (page: Page) => drawnIn(page, 'body');
async function drawnIn(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  return [...new Set(fonts.map(({ familyName }) => familyName))];
}

/** Waits until our font alone draws it: where the first look came too soon, a later one has it stored. */
async function drawnByOurs(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      const fonts = await drawnWith(page);
      if (fonts.join() !== OURS) await page.reload();
      expect([page.url(), fonts]).toEqual([page.url(), [OURS]]);
    },
    { timeout: 90_000 },
  );
}

/** Opens and draws the home page while its fonts are held up. @returns what lets them come */
async function openWithoutFonts(page: Page): Promise<() => void> {
  let release = () => {};
  const late = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/fonts/*', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(site.url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  return release;
}

describe('the font', () => {
  it.each([
    ['en-US', ['core']],
    ['ko-KR', ['core', 'korean']],
  ])(
    'draws every letter of a page in %s by the files that come with it: %s',
    async (locale, files) => {
      const { page, faults, asked } = await watchedPage(locale);
      for (const path of PATHS) {
        asked.length = 0;
        await page.goto(site.url + path);
        expect([path, await shiftsOf(page), asked.sort()]).toEqual([path, [], files]);
        await drawnByOurs(page);
      }
      expect(faults).toEqual([]);
    },
  );

  it('moves nothing when it is late, and the next page has it', async () => {
    const { page, asked } = await watchedPage('ko-KR');
    const stored: string[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().includes('/fonts/')) stored.push(request.url());
    });
    const release = await openWithoutFonts(page);
    expect(await drawnWith(page)).not.toContain(OURS);
    release();
    expect(await shiftsOf(page)).toEqual([]);
    expect(asked.sort()).toEqual(['core', 'korean']);
    // Leaving the page would give up what is still on its way.
    await vi.waitUntil(() => stored.length === 2, { timeout: 90_000 });
    // While requests are held up here, the browser does without its cache.
    await page.unroute('**/fonts/*');
    await page.goto(`${site.url}/explore`);
    await drawnByOurs(page);
  });

  it.each(['en-US', 'ko-KR'])(
    'shows what people wrote in Korean, however late: %s',
    async (locale) => {
      const { page } = await watchedPage(locale);
      const release = await openWithoutFonts(page);
      const isDrawn = () =>
        page.evaluate(() => {
          const note = document.createElement('p');
          note.className = 'written';
          note.textContent = '땅콩갉';
          document.querySelector('main')?.replaceChildren(note);
          return document.fonts.check(getComputedStyle(note).font, note.textContent);
        });
      expect(await isDrawn()).toBe(false);
      release();
      await page.waitForFunction(() =>
        document.fonts.check(
          getComputedStyle(document.querySelector('.written') as Element).font,
          '땅콩갉',
        ),
      );
      expect(await drawnIn(page, '.written')).toEqual([OURS]);
    },
  );

  it('fetches a part for what somebody wrote, and keeps figures of one width', async () => {
    const { page, asked } = await watchedPage('en-US');
    await page.goto(`${site.url}/explore?q=${encodeURIComponent('갉뷁')}`);
    await page.evaluate(() => document.fonts.ready);
    expect(asked.sort()).toEqual(['core', 'seldom-0']);
    const [ones, eights] = await page.evaluate(() =>
      ['1111', '8888'].map((text) => {
        const span = document.createElement('span');
        span.textContent = text;
        span.style.setProperty('font-variant-numeric', 'tabular-nums');
        document.body.append(span);
        return span.getBoundingClientRect().width;
      }),
    );
    expect(ones).toBe(eights);
  });
});
