import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/platform/paths.js';
import { launchBrowser } from '../tests/support/browser/browser.js';
import { freePort } from '../tests/support/processes/free-port.js';
import { startServer } from '../tests/support/processes/server.js';

/** Fetched when it is needed: with all it brings it is larger than everything else of ours. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
/** Of so many runs of a page the median counts; a busy machine spoils single ones. */
const RUNS = 3;
/** What each score has to reach. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 };
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];

interface Visited {
  name: string;
  path: string;
  language: 'en' | 'ko';
  asDiner?: boolean;
}
const PAGES: Visited[] = [
  { name: 'home', path: '/' },
  { name: 'explore', path: '/explore' },
  { name: 'chef', path: '/chefs/1' },
  { name: 'booking', path: '/chefs/1/book', asDiner: true },
  { name: 'my-bookings', path: '/my-bookings', asDiner: true },
].flatMap((page) => (['en', 'ko'] as const).map((language) => ({ ...page, language })));

/** What is read of Lighthouse's answer. */
interface Report {
  finalDisplayedUrl: string;
  runtimeError?: { message: string };
  categories: Record<
    Category,
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
}

const { values: only } = parseArgs({
  options: { page: { type: 'string' }, lang: { type: 'string' }, runs: { type: 'string' } },
});
const runs = Number(only.runs ?? RUNS);
const pages = PAGES.filter(
  ({ name, language }) =>
    (only.page?.split(',').includes(name) ?? true) && (only.lang ?? language) === language,
);

const folder = mkdtempSync(join(tmpdir(), 'coocook-lighthouse-'));
const reports = join(packageRoot(), 'screenshots', 'lighthouse');
mkdirSync(reports, { recursive: true });
const port = await freePort();
const server = await startServer({ DATABASE_URL: `pglite:${join(folder, 'data')}` });
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const failed: string[] = [];
try {
  const site = server.url.replace('127.0.0.1', 'localhost');
  const cookies = await signInAsDiner(site);
  console.log(
    row(['page', ...CATEGORIES, 'LCP ms', 'CLS', 'TBT ms'].map((title) => title.slice(0, 13))),
  );
  for (const page of pages) {
    const found: Report[] = [];
    for (let run = 0; run < runs; run += 1) found.push(await visit(site, page, cookies));
    judge(page, found);
  }
} finally {
  await browser.close();
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
for (const line of failed) console.log(`FAULT ${line}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** The cookies of the demo diner. */
async function signInAsDiner(site: string): Promise<string> {
  const answer = await fetch(`${site}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams({ passkey: 'demo2026', role: 'diner' }),
    redirect: 'manual',
  });
  const kept = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return kept.filter((cookie) => /^(access|refresh)=/.test(cookie)).join('; ');
}

/** One run on one page, as a phone on a slow line, which Lighthouse simulates. */
async function visit(site: string, page: Visited, cookies: string): Promise<Report> {
  const headers = join(folder, 'headers.json');
  const lang = `lang=${page.language}`;
  const Cookie = page.asDiner === true ? `${lang}; ${cookies}` : lang;
  writeFileSync(headers, JSON.stringify({ Cookie }));
  const file = join(reports, `${page.name}-${page.language}`);
  const child = spawn(
    'npm',
    [
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', site + page.path],
      ...[`--port=${port}`, `--extra-headers=${headers}`, '--quiet', '--no-enable-error-reporting'],
      ...[`--only-categories=${CATEGORIES.join(',')}`, '--output=json', '--output=html'],
      `--output-path=${file}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${said}`);
  const report = JSON.parse(readFileSync(`${file}.report.json`, 'utf8')) as Report;
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  const { pathname } = new URL(report.finalDisplayedUrl);
  if (pathname !== page.path) throw new Error(`${page.path} led to ${pathname}`);
  return report;
}

/** Prints the medians of a page, and notes what is below its mark, and for which audits. */
function judge({ name, language }: Visited, found: Report[]): void {
  const scores = CATEGORIES.map((category) => {
    const score = median(
      found.map((one) => Math.round((one.categories[category].score ?? 0) * 100)),
    );
    if (score < LEAST[category]) {
      const why = shortfalls(found[0], category).join('; ');
      failed.push(`${name} ${language}: ${category} ${score}, not ${LEAST[category]}: ${why}`);
    }
    return score;
  });
  const measured = (audit: string) => found.map((one) => one.audits[audit]?.numericValue ?? 0);
  const cls = median(measured('cumulative-layout-shift'));
  console.log(
    row([
      `${name} ${language}`,
      ...scores,
      Math.round(median(measured('largest-contentful-paint'))),
      cls.toFixed(4),
      Math.round(median(measured('total-blocking-time'))),
    ]),
  );
}

function shortfalls(report: Report | undefined, category: Category): string[] {
  if (report === undefined) return [];
  const weighty = report.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  return weighty.flatMap(({ id }) => {
    const { score, title } = report.audits[id] ?? { score: null, title: id };
    return score !== null && score < 0.9 ? [title] : [];
  });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function row([first = '', ...others]: (string | number)[]): string {
  return String(first).padEnd(18) + others.map((cell) => String(cell).padStart(15)).join('');
}
