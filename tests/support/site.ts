import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser, openPage } from './browser.js';
import { freePort } from './postgres.js';
import { startServer, type ServerProcess } from './server.js';

/** The demo people; what they look up needs nobody else. */
export type Role = 'diner' | 'chef';

/** The built server over a temporary database with the demo data, and a browser to look at it. */
export interface Site {
  url: string;
  /** A page in a context of its own, closed after the test, and what went wrong in it. */
  open(options?: BrowserContextOptions): Promise<{ page: Page; faults: string[] }>;
  signIn(page: Page, role: Role): Promise<void>;
  signOut(page: Page): Promise<void>;
  /** Calls the API. @throws Error when it refuses */
  api(method: string, path: string, token: string, body: object): Promise<object>;
  /** Requests a meal of the demo diner with the demo chef, so many days ahead; gives its id. */
  request(days: number, given?: object): Promise<number>;
  /** The demo chef's answer to a request. */
  answer(id: number, status: string, more?: object): Promise<object>;
  /** Ends the server; `start` runs it again at the same address, over the same data. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  start(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** The date in Seoul so many days from now. */
export function inSeoul(days: number): string {
  return new Date(Date.now() + 9 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

/** A site for a whole test file, with further settings if need be. */
export function useSite(settings: Record<string, string> = {}): Site {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-e2e-'));
  const opened = new Set<Page>();
  const env = { PORT: '', DATABASE_URL: `pglite:${join(folder, 'data')}`, ...settings };
  let server: ServerProcess;
  let browser: Browser;
  let chefToken: string | null = null;

  const site: Site = {
    url: '',
    async open(options = {}) {
      const it = await openPage(browser, options);
      opened.add(it.page);
      return it;
    },
    async signIn(page, role) {
      await page.goto(`${site.url}/sign-in`);
      await page.locator('[name=passkey]').fill('demo2026');
      await page.locator(`button[name=role][value=${role}]`).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
    },
    async signOut(page) {
      const button = page.locator('form[action="/sign-out"] button');
      // It may be in the menu of the account.
      if (!(await button.isVisible())) await page.locator('[popovertarget]').first().click();
      await button.click();
      await page.waitForURL(`${site.url}/`);
    },
    async api(method, path, token, body) {
      const response = await fetch(site.url + path, {
        method,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as object;
    },
    async request(days, given = {}) {
      const wish = { chef_id: 1, booking_date: inSeoul(days), duration_hours: 1, ...given };
      const booking = await site.api('POST', '/api/coocook/bookings', 'demo_token', wish);
      return (booking as { id: number }).id;
    },
    async answer(id, status, more = {}) {
      if (chefToken === null) {
        const who = { passkey: 'demo2026', role: 'chef' };
        const session = await site.api('POST', '/api/auth/demo', '', who);
        chefToken = (session as { access_token: string }).access_token;
      }
      return site.api('PUT', `/api/coocook/bookings/${id}`, chefToken, { status, ...more });
    },
    end: (signal) => server.end(signal),
    async start() {
      server = await startServer(env);
    },
  };

  beforeAll(async () => {
    env.PORT = String(await freePort());
    // As people address it, and as browsers allow service workers on.
    site.url = `http://localhost:${env.PORT}`;
    [browser] = await Promise.all([launchBrowser(), site.start()]);
  });
  afterEach(async () => {
    for (const page of opened) await page.context().close();
    opened.clear();
  });
  afterAll(async () => {
    await browser.close();
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
}
