import fc from 'fast-check';
import { pageOf } from '../support/responses/html.js';
import { createClient, type Answer } from './client.js';
import { createJudge } from './judge.js';
import { noteForms, operationsOf, type FuzzedDocument } from './operations.js';
import { CALLERS, requestsFor, type Caller, type FuzzRequest, type Fuzzed } from './requests.js';
import type { Site } from './site.js';

const BATCH = 250;
/** Where forms are found, beside those of the pages of one thing. */
const PAGES = [
  ...['/', '/explore', '/sign-in', '/register', '/chefs/1', '/chefs/1/book', '/my-bookings'],
  ...[
    '/subscription',
    '/subscribe',
    '/chef/profile',
    '/chef/schedule',
    '/chef/inbox',
    '/chef/today',
  ],
];

export interface Finding {
  /** Makes the same requests; the finding is the one at this place among them. */
  seed: number;
  place: number;
  what: string;
  request: FuzzRequest;
  status: number | null;
  text: string;
}

export interface Figures {
  requests: number;
  operations: number;
  /** How often each operation was asked, and answered with success. */
  asked: Map<string, { times: number; successes: number }>;
  statuses: Map<string, number>;
  findings: Finding[];
  /** The longest that an answer took. */
  slowest: { ms: number; target: string };
}

/**
 * Sends so many requests, drawn from the app's own schemas.
 * @param options.seed the same one makes the same requests
 */
export async function fuzz(
  site: Site,
  options: { seed: number; requests: number; until?: () => boolean },
): Promise<Figures> {
  const client = createClient(site.url);
  const ask = (request: FuzzRequest, credentials: Record<string, string>) =>
    client.ask(request, credentials);
  const document = JSON.parse((await ask(plainly('/openapi.json'), {})).text) as FuzzedDocument;
  const operations = operationsOf(site.app, document, await formsOf(site, ask));
  const judge = createJudge(document);
  const drawn = requestsFor(operations, document.components.schemas);
  const figures: Figures = {
    ...{ requests: 0, operations: operations.length },
    ...{ asked: new Map(), statuses: new Map(), findings: [], slowest: { ms: 0, target: '' } },
  };
  for (let from = 0; from < options.requests && options.until?.() !== true; from += BATCH) {
    const seed = options.seed + from / BATCH;
    const numRuns = Math.min(BATCH, options.requests - from);
    await site.restore();
    const credentials = await credentialsOf(site);
    for (const [place, fuzzed] of fc.sample(drawn, { seed, numRuns }).entries()) {
      const { caller, byCookie } = fuzzed.request;
      const own = credentials[caller][byCookie ? 'cookie' : 'bearer'];
      const began = performance.now();
      const answer = await ask(fuzzed.request, own).catch((error: unknown) => String(error));
      const what = typeof answer === 'string' ? answer : judge(fuzzed, answer);
      const ms = Math.round(performance.now() - began);
      if (ms > figures.slowest.ms) figures.slowest = { ms, target: fuzzed.request.target };
      note(figures, fuzzed, typeof answer === 'string' ? null : answer);
      if (what !== null) figures.findings.push(findingOf(seed, place, what, fuzzed, answer));
    }
  }
  client.close();
  return figures;
}

function findingOf(
  seed: number,
  place: number,
  what: string,
  { request }: Fuzzed,
  answer: Answer | string,
): Finding {
  const told = typeof answer === 'string' ? { status: null, text: answer } : answer;
  return { seed, place, what, request, status: told.status, text: told.text.slice(0, 300) };
}

function note(figures: Figures, { operation }: Fuzzed, answer: Answer | null): void {
  const { asked, statuses } = figures;
  const status = String(answer?.status ?? 'lost');
  const name = `${operation.method} ${operation.path}`;
  const { times, successes } = asked.get(name) ?? { times: 0, successes: 0 };
  const isSuccess = answer !== null && answer.status < 400;
  asked.set(name, { times: times + 1, successes: successes + Number(isSuccess) });
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  figures.requests += 1;
}

type Credentials = Awaited<ReturnType<Site['credentialsOf']>>;

async function credentialsOf(site: Site): Promise<Record<Caller, Credentials>> {
  const entries: [Caller, Credentials][] = [];
  for (const caller of CALLERS) entries.push([caller, await site.credentialsOf(caller)]);
  return Object.fromEntries(entries) as Record<Caller, Credentials>;
}

function plainly(target: string): FuzzRequest {
  const headers = { Accept: 'text/html' };
  return { caller: 'anonymous', byCookie: true, method: 'GET', target, headers, body: null };
}

type Ask = (request: FuzzRequest, credentials: Record<string, string>) => Promise<Answer>;

/** The fields that the app's own forms send. */
async function formsOf(site: Site, ask: Ask): Promise<Map<string, Set<string>>> {
  const forms = new Map<string, Set<string>>();
  const bookings = ['/bookings/1', '/bookings/2', '/bookings/3'];
  const things = bookings.flatMap((path) =>
    ['', '/cancel', '/decline', '/reschedule'].map((one) => path + one),
  );
  for (const caller of CALLERS) {
    const { cookie } = await site.credentialsOf(caller);
    for (const path of [...PAGES, ...things]) {
      const answer = await ask(plainly(path), cookie);
      if (answer.status === 200) noteForms(pageOf(answer), path, forms);
    }
  }
  return forms;
}
