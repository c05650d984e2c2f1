import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, inject } from 'vitest';
import { DEMO_TEMPLATE } from './browser-setup.js';
import { launchBrowser, openPage } from './browser.js';
import { useCleanup } from '../cleanup.js';
import { createPostgresDatabase } from '../database/database.js';
import { callApi } from '../processes/api.js';
import { startServer, type ServerProcess } from '../processes/server.js';

/** The demo people; what they look up needs nobody else. */
export type Role = 'diner' | 'chef';

/** The built server over a database of its own with the demo data, and a browser to look at it. */
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

/**
 * A site for a whole test file, with further settings if need be: on PostgreSQL, which is lighter, or
 * as `npm start` makes it, on a new embedded database.
 */
export function useSite(
  settings: Record<string, string> = {},
  database: 'postgresql' | 'embedded' = 'postgresql',
): Site {
  const cleanUp = useCleanup();
  const opened = new Set<Page>();
  const env = { PORT: '0', DATABASE_URL: '', ...settings };
  let server: ServerProcess | undefined;
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
    api: (method, path, token, body) => callApi(site.url, method, path, { token, body }),
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
    end: async (signal) => (await server?.end(signal)) ?? null,
    async start() {
      server = await startServer(env);
      env.PORT = new URL(server.url).port;
      // As people address it, and as browsers allow service workers on.
      site.url = `http://localhost:${env.PORT}`;
    },
  };
  const launch = async () => {
    browser = await launchBrowser([], inject('chromium'));
    cleanUp(() => browser.close());
  };

  beforeAll(async () => {
    env.DATABASE_URL =
      database === 'embedded' ? newEmbeddedDatabase(cleanUp) : await cloneDemoDatabase(cleanUp);
    // Both are awaited, also when one fails, so that neither is left behind.
    const started = await Promise.allSettled([site.start(), launch()]);
    for (const one of started) if (one.status === 'rejected') throw one.reason;
  });
  cleanUp(() => server?.end('SIGKILL'));
  afterEach(async () => {
    for (const page of opened) await page.context().close();
    opened.clear();
  });
  return site;
}

/** A folder for an embedded database, which gets the demo data from the server's first start. */
function newEmbeddedDatabase(cleanUp: (task: () => unknown) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-e2e-'));
  cleanUp(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return `pglite:${join(folder, 'data')}`;
}

async function cloneDemoDatabase(cleanUp: (task: () => unknown) => void): Promise<string> {
  const { url, drop } = await createPostgresDatabase(DEMO_TEMPLATE);
  cleanUp(drop);
  return url;
}
