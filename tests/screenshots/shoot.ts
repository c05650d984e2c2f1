import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, CDPSession, Page, Response } from 'playwright-core';
import { openPage } from '../support/browser/browser.js';
import { misplaced, settle, watchShifts } from '../support/browser/layout.js';
import type { Cast } from './data.js';
import type { Look, Viewer } from './themes.js';
import { NOW, type Stage } from './setup.js';

export const WIDTHS = [390, 768, 1280] as const;
export const LANGUAGES = ['ko', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;
export type Width = (typeof WIDTHS)[number];
export type Language = (typeof LANGUAGES)[number];

/** A look with all that says which it is. */
export interface Shot extends Look {
  as: Viewer;
  /** What it is called in lists, such as chef/full. */
  label: string;
  /** The file of its picture, by theme. */
  files: Record<(typeof THEMES)[number], string>;
}

const HEIGHTS: Record<Width, number> = { 390: 844, 768: 1024, 1280: 800 };
/** A longer page is cut. */
const HIGHEST = 4000;

/** Takes the shots one after the other in one browser context; gives what was wrong with them. */
export async function shootAll(
  browser: Browser,
  site: Stage & Cast,
  shots: Shot[],
  { width, language }: { width: Width; language: Language },
): Promise<string[]> {
  const screen = { width, height: HEIGHTS[width] };
  const { page, faults } = await openPage(browser, {
    viewport: screen,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    timezoneId: 'Asia/Seoul',
    baseURL: site.url,
    serviceWorkers: 'block',
  });
  const context = page.context();
  await context.clock.setFixedTime(NOW);
  await watchShifts(page);
  const cdp = await context.newCDPSession(page);
  const found: string[] = [];
  for (const shot of shots) {
    await context.clearCookies();
    if (shot.as !== 'visitor') {
      const value = await site.accessTokenOf(site.people[shot.as]);
      await context.addCookies([{ name: 'access', value, url: site.url }]);
    }
    const wrong = await shoot({ page, cdp, screen }, site.ids, shot).catch((error: unknown) => [
      String(error),
    ]);
    const expected = (fault: string) => shot.status === 500 && /500/.test(fault);
    wrong.push(...faults.splice(0).filter((fault) => !expected(fault)));
    found.push(...wrong.map((what) => `${shot.label} ${width} ${language}: ${what}`));
  }
  await context.close();
  return found;
}

async function shoot(
  { page, cdp, screen }: { page: Page; cdp: CDPSession; screen: { width: number; height: number } },
  ids: Cast['ids'],
  shot: Shot,
): Promise<string[]> {
  const path = shot.at.replace(/:([a-z]+)/g, (_all, name: string) => String(ids[name]));
  let status = 0;
  const notice = (response: Response) => {
    if (response.request().isNavigationRequest()) status = response.status();
  };
  page.on('response', notice);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(screen);
  await page.goto(path);
  await shot.act?.(page);
  page.off('response', notice);
  const wrong = status === (shot.status ?? 200) ? [] : [`was answered with ${status}`];
  await settle(page);
  wrong.push(...(await misplaced(page)));
  await page.evaluate(loadAllPictures);
  // A screen as high as the page, so that a bar at its bottom edge stands at the end of the page.
  const height = Math.min(await page.evaluate(heightOfPage), HIGHEST);
  await page.setViewportSize({ width: screen.width, height });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    const { data } = await cdp.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    mkdirSync(dirname(shot.files[theme]), { recursive: true });
    writeFileSync(shot.files[theme], Buffer.from(data, 'base64'));
  }
  return wrong;
}

/** Pictures further down wait until they are scrolled to; in the screenshot everything is seen. */
async function loadAllPictures() {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

function heightOfPage() {
  return document.documentElement.scrollHeight;
}
