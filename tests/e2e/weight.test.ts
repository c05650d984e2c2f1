import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { misplaced, settle, watchShifts } from '../support/browser/layout.js';
import { useSite } from '../support/browser/site.js';

const site = useSite();

/** Styles and scripts of a page together, in bytes as they are sent. */
const MOST = 60_000;

const WALKS = [
  {
    as: 'visitor',
    paths: ['/', '/explore', '/chefs/1', '/sign-in', '/register', '/nowhere'],
  },
  {
    as: 'diner',
    paths: [
      ...['/chefs/2/book', '/my-bookings', '/bookings/2', '/bookings/3', '/bookings/6'],
      ...['/bookings/2/cancel', '/bookings/2/reschedule', '/bookings/3/requested'],
      '/subscription',
    ],
  },
  {
    as: 'chef',
    paths: [
      ...['/chef/inbox', '/chef/schedule', '/chef/earnings', '/chef/profile', '/bookings/1'],
      '/bookings/1/run-sheet',
    ],
  },
] as const;

interface Fetched {
  path: string;
  type: string;
  bytes: number;
  /** Which resource named it; the page itself is no such. */
  through: string | null;
}

/** Opens pages with an empty cache and tells of each what it fetched before it was complete. */
async function watch(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const fetched = new Map<string, Fetched>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', initiator }) => {
    // A drawing written into a stylesheet has come with it.
    if (request.url.startsWith('data:')) return;
    const named = initiator.url ?? initiator.stack?.callFrames[0]?.url ?? null;
    fetched.set(requestId, {
      path: new URL(request.url).pathname,
      type,
      bytes: 0,
      through: named === null ? null : new URL(named).pathname,
    });
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return async (path: string): Promise<Fetched[]> => {
    fetched.clear();
    await page.goto(site.url + path, { waitUntil: 'load' });
    return [...fetched.values()];
  };
}

describe.each(['en-US', 'ko-KR'])('every page, for %s', (locale) => {
  it.each(WALKS)(
    'is light, complete in two round trips, and stays where it is: $as',
    async ({ as, paths }) => {
      const { page } = await site.open({ locale, serviceWorkers: 'block' });
      if (as !== 'visitor') await site.signIn(page, as);
      await watchShifts(page);
      const look = await watch(page);
      const wrong: string[] = [];
      for (const path of paths) {
        const fetched = await look(path);
        expect(fetched.map((one) => one.path)).toContain(path);
        const heavy = fetched.filter(({ type }) => ['Stylesheet', 'Script'].includes(type));
        const bytes = heavy.reduce((sum, one) => sum + one.bytes, 0);
        expect(bytes).toBeGreaterThan(1000);
        if (bytes >= MOST) wrong.push(`${path}: ${bytes} bytes of styles and scripts`);
        // Fonts may come later, for the system's are there; what scripts ask for makes a page nicer.
        for (const { type, path: late, through } of fetched) {
          if (!['Stylesheet', 'Image'].includes(type)) continue;
          if (through !== null && through !== path) wrong.push(`${path}: ${late} after ${through}`);
        }
        await settle(page);
        wrong.push(...(await misplaced(page)).map((what) => `${path}: ${what}`));
      }
      expect(wrong).toEqual([]);
    },
  );
});
