import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium as playwright,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** A Chromium and the environment that it needs to run. */
export interface Chromium {
  executablePath: string;
  env?: Record<string, string>;
}

/**
 * Headless Chromium.
 * @param more further arguments of its command line
 * @param chromium the one of `findChromium`, to be used for several
 */
export async function launchBrowser(more: string[] = [], chromium?: Chromium): Promise<Browser> {
  const args = [...ARGS, ...more];
  if (chromium !== undefined) return playwright.launch({ ...chromium, args });
  const own = await findChromium();
  const browser = await playwright.launch({ ...own.chromium, args });
  browser.on('disconnected', own.remove);
  return browser;
}

/** The Chromium named by CHROMIUM_PATH, else the one inside an npm package, unpacked until `remove`. */
export async function findChromium(): Promise<{ chromium: Chromium; remove: () => void }> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) return { chromium: { executablePath: given }, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'coocook-chromium-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { chromium: await unpackChromium(folder), remove };
}

/**
 * Unpacks the package's Chromium with its own libraries and fonts, so that it needs none of the
 * system's. The package does so for one cloud's machines alone, told by their environment.
 */
async function unpackChromium(folder: string): Promise<Chromium> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH = '', FONTCONFIG_PATH = '' } = process.env;
    // The package's own file looks for the fonts in a folder that is not ours.
    writeFileSync(
      join(FONTCONFIG_PATH, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
        <dir>${FONTCONFIG_PATH}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir>
      </fontconfig>`,
    );
    return { executablePath, env: { ...before, LD_LIBRARY_PATH, FONTCONFIG_PATH } };
  } finally {
    process.env = before;
  }
}

/**
 * A page in a fresh context, with a list of all that went wrong in it: script errors, console
 * errors (a Content-Security-Policy violation is one), failed requests, answers of 500 and more.
 */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    ...options,
  });
  // Playwright's own limit of 30 s is too short for a machine that does other work at the same time.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {};
    // What was still loading when the test went on to another page was not refused by anyone.
    if (errorText !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`answer: ${response.url()} ${response.status()}`);
  });
  page.on('console', (message) => {
    // The browser logs every answer of 4xx by itself, also the form that comes back with errors.
    const expected = /the server responded with a status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
  });
  return { page, faults };
}
