import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Layout shifts that nobody's hand caused: how much, and of what. */
    shifts: string[];
  }
}

/** A font that comes in the first tenth of a second moves words by parts of a pixel. */
const SEEN = 0.001;

/** Makes every page that is opened from now on keep its layout shifts, as far as they are seen. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript((seen) => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node?: Node | null }[];
        };
        const moved = sources.map(({ node }) =>
          node instanceof HTMLElement && node.className !== '' ? node.className : node?.nodeName,
        );
        if (!hadRecentInput && value >= seen) {
          window.shifts.push(`layout shift ${value.toFixed(4)} of ${moved.join(', ')}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }, SEEN);
}

/** Waits until fonts and scripts have changed what they will, the stream of a live page included. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page
    .waitForFunction(
      () => {
        const asOf = document.querySelector('[data-as-of]');
        return asOf === null || getComputedStyle(asOf).visibility === 'hidden';
      },
      null,
      { timeout: 5000 },
    )
    .catch(() => undefined);
}

/** The layout shifts of the page since it was opened, and how far it is wider than its window. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    const wide = scrollWidth > window.innerWidth ? [`is ${scrollWidth} px wide`] : [];
    return [...wide, ...window.shifts];
  });
}
