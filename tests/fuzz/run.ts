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

export interface Verdict {
  /** What is wrong with the answer, or null. */
  what: string | null;
  status: number | null;
  text: string;
}

export interface Finding extends Verdict {
  /** Makes the same requests; the finding is the one at this place among them. */
  seed: number;
  place: number;
  what: string;
  request: FuzzRequest;
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

/** Draws requests from the app's own schemas, sends them and judges the answers. */
export async function openTrial(site: Site) {
  const client = createClient(site.url);
  const ask = (request: FuzzRequest, credentials: Record<string, string>) =>
    client.ask(request, credentials);
  const document = JSON.parse((await ask(plainly('/openapi.json'), {})).text) as FuzzedDocument;
  const operations = operationsOf(site.app, document, await formsOf(site, ask));
  const judge = createJudge(document);
  let credentials = await credentialsOf(site);
  return {
    operations: operations.length,
    drawn: requestsFor(operations, document.components.schemas),
    /** Makes the callers able again to do what the last requests took from them. */
    async restore(): Promise<void> {
      await site.restore();
      credentials = await credentialsOf(site);
    },
    async attempt(fuzzed: Fuzzed): Promise<Verdict> {
      const { caller, byCookie } = fuzzed.request;
      const own = credentials[caller][byCookie ? 'cookie' : 'bearer'];
      const answer = await ask(fuzzed.request, own).catch((error: unknown) => String(error));
      if (typeof answer === 'string') return { what: answer, status: null, text: '' };
      const { status, text } = answer;
      return { what: judge(fuzzed, answer), status, text: text.slice(0, 300) };
    },
    close: client.close,
  };
}

export type Trial = Awaited<ReturnType<typeof openTrial>>;

/** Sends so many requests. @param options.seed the same one makes the same requests */
export async function fuzz(
  trial: Trial,
  options: { seed: number; requests: number; until?: () => boolean },
): Promise<Figures> {
  const figures: Figures = {
    ...{ requests: 0, operations: trial.operations },
    ...{ asked: new Map(), statuses: new Map(), findings: [], slowest: { ms: 0, target: '' } },
  };
  for (let from = 0; from < options.requests && options.until?.() !== true; from += BATCH) {
    const seed = options.seed + from / BATCH;
    const numRuns = Math.min(BATCH, options.requests - from);
    await trial.restore();
    for (const [place, fuzzed] of fc.sample(trial.drawn, { seed, numRuns }).entries()) {
      const began = performance.now();
      const verdict = await trial.attempt(fuzzed);
      const ms = Math.round(performance.now() - began);
      if (ms > figures.slowest.ms) figures.slowest = { ms, target: fuzzed.request.target };
      note(figures, fuzzed, verdict.status);
      const { what } = verdict;
      if (what === null) continue;
      figures.findings.push({ ...verdict, what, seed, place, request: fuzzed.request });
    }
  }
  return figures;
}

function note(figures: Figures, { operation }: Fuzzed, answered: number | null): void {
  const { asked, statuses } = figures;
  const status = String(answered ?? 'lost');
  const name = `${operation.method} ${operation.path}`;
  const { times, successes } = asked.get(name) ?? { times: 0, successes: 0 };
  const isSuccess = answered !== null && answered < 400;
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
