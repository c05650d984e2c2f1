import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { load, told } from '../../bench/http/load/times.js';
import { quantile } from '../../bench/http/report/figures.js';
import { query } from '../support/database/postgres.js';
import { bookAll, bookings, requestsFor } from './bookings.js';
import type { Answer, Site } from './site.js';

/** Tries something with a running site; gives the figure. @throws Error with what does not hold */
export type Drill = (site: Site) => Promise<string>;

const CHEFS = '/api/coocook/chefs';
const JSON_BODY = { 'Content-Type': 'application/json' };
const SECOND = 1000;

function hold(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** How long it takes, at most, until the address is answered so. */
async function untilAnswered(site: Site, path: string, status: number, mostMs: number) {
  const began = performance.now();
  for (;;) {
    const { status: found } = await site.ask(path);
    const ms = Math.round(performance.now() - began);
    if (found === status) return ms;
    hold(ms < mostMs, `${path} is ${found} after ${ms} ms, not ${status}`);
    await pause(50);
  }
}

export const timesThatEndFirst: Drill = async ({ databaseUrl }) => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const code = await client.query('UPDATE bookings SET ends_at = starts_at').then(
      () => 'nothing',
      (error: unknown) => (error as { code?: string }).code,
    );
    hold(code === '23514', `a meal of no length met ${code}`);
    return 'refused by the database';
  } finally {
    await client.end();
  }
};

export const killDuringThousandCreates: Drill = async (site) => {
  const before = await bookings(site);
  const wanted = requestsFor(1000);
  const first = bookAll(site, wanted, 16);
  while (wanted.filter(({ id }) => id !== null).length < 500) await pause(10);
  await site.server.end('SIGKILL');
  await first;
  const acknowledged = wanted.filter(({ id }) => id !== null).map(({ key, id }) => ({ key, id }));
  await site.restart('SIGKILL');
  await bookAll(site, wanted, 16);
  for (const { key, id } of acknowledged) {
    const again = wanted.find((one) => one.key === key)?.id;
    hold(again === id, `${key} was booking ${id} and is ${again}`);
  }
  const ids = new Set(wanted.map(({ id }) => id));
  hold(ids.size === 1000 && !ids.has(null), `${ids.size} bookings of 1,000 requests`);
  const more = (await bookings(site)) - before;
  hold(more === 1000, `${more} rows of 1,000 requests`);
  return `${acknowledged.length} acknowledged before the kill, all kept; 1,000 rows of 1,000 keys`;
};

export const databaseStopped: Drill = async (site) => {
  const { pid } = site.server;
  await site.postgres.kill();
  const until = Date.now() + 10 * SECOND;
  while (Date.now() < until) {
    const answers = await Promise.all(['/health', '/ready', CHEFS].map((path) => site.ask(path)));
    const found = answers.map(({ status }) => status).join();
    hold(found === '200,503,503', `health, ready and API were ${found}`);
    hold(answers[2]?.headers['retry-after'] !== undefined, 'no Retry-After');
    await pause(200);
  }
  await site.postgres.start();
  const ms = await untilAnswered(site, CHEFS, 200, 2 * SECOND);
  hold(site.server.pid === pid, 'another process');
  return `answered ${ms} ms after PostgreSQL did`;
};

export const databaseFrozen: Drill = async (site) => {
  const family = () => {
    const pid = site.postgres.pid();
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...children.split(' ').map(Number)];
  };
  const frozen = family();
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  let answer: Answer;
  try {
    await pause(SECOND);
    answer = await site.ask(`${CHEFS}?q=frozen`);
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  }
  const ms = Math.round(answer.ms);
  hold(answer.status === 503 && ms < 3 * SECOND, `${answer.status} after ${ms} ms`);
  const back = await untilAnswered(site, `${CHEFS}?q=thawed`, 200, 2 * SECOND);
  return `503 after ${ms} ms, 200 within ${back} ms of the thaw`;
};

export const backendsTerminated: Drill = async (site) => {
  await site.postgres.run(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'proof'`,
  );
  await pause(SECOND);
  for (let one = 1; one <= 8; one += 1) {
    const { status } = await site.ask(`${CHEFS}?page=${one}`);
    hold(status === 200, `request ${one} was ${status}`);
  }
  return '8 of 8 were 200';
};

export const overload: Drill = async (site) => {
  const url = `${site.server.url}/api/coocook/bookings`;
  const headers = { Authorization: 'Bearer demo_token' };
  const possible = await load(url, { headers, seconds: 5, connections: 20 });
  const perSecond = (possible.get(200)?.length ?? 0) / 5;
  const rate = Math.round(perSecond * 4);
  const over = await load(url, { headers, seconds: 30, connections: 400, overallRate: rate });
  await pause(5 * SECOND);
  const later = await site.ask('/api/coocook/bookings', { headers });
  const p99 = quantile(over.get(200) ?? [], 0.99);
  const figure = `${Math.round(perSecond)}/s possible, ${rate}/s asked: ${told(over)}`;
  hold(p99 < SECOND, figure);
  hold((over.get(503)?.length ?? 0) > 0, `nothing was refused: ${figure}`);
  hold(later.status === 200 && later.ms < SECOND, `five seconds later ${later.status}`);
  return `${figure}; five seconds later ${later.ms.toFixed(0)} ms`;
};

export const loginStorm: Drill = async (site) => {
  const body = JSON.stringify({ email: 'demo@coocook.test', password: 'not this one' });
  const others: number[] = [];
  const state = { isOver: false };
  const watching = (async () => {
    while (!state.isOver) others.push((await site.ask(`${CHEFS}/1`)).ms);
  })();
  const storm = Array.from({ length: 64 }, () =>
    site.ask('/api/auth/login', { method: 'POST', headers: JSON_BODY, body }),
  );
  const statuses = (await Promise.all(storm)).map(({ status }) => status);
  state.isOver = true;
  await watching;
  const refused = statuses.filter((status) => status === 429 || status === 503).length;
  const wrong = statuses.filter((status) => ![401, 429, 503].includes(status));
  const p99 = quantile(others, 0.99);
  const figure = `${refused} of 64 refused; ${others.length} others at p99 ${p99.toFixed(0)} ms`;
  hold(wrong.length === 0 && refused > 0 && p99 < 250, `${figure}; ${wrong.join()}`);
  return figure;
};

export const bombs: Drill = async (site) => {
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${site.server.pid}/status`, 'utf8'))?.[1]) /
    1024;
  const post = (body: Buffer, headers = {}) =>
    site.ask('/api/auth/login', { method: 'POST', headers: { ...JSON_BODY, ...headers }, body });
  const large = Buffer.alloc(10 * 1024 * 1024, 'x');
  const bomb = gzipSync(large);
  const send = async () => [
    (await post(large)).status,
    (await post(bomb, { 'Content-Encoding': 'gzip' })).status,
    (await site.ask('/health', { headers: { 'X-Long': 'x'.repeat(20 * 1024) } })).status,
  ];
  await send();
  const before = memory();
  for (let round = 0; round < 20; round += 1) {
    const found = (await send()).join();
    hold(/^413,(413|415),431$/.test(found), `answered ${found}`);
  }
  const grown = Math.round(memory() - before);
  hold(grown < 50, `memory grew by ${grown} MB`);
  return `413, 413 or 415, 431; memory grew by ${grown} MB`;
};

export const nothingToTellApart: Drill = async (site) => {
  const median = async (email: (round: number) => string) => {
    const times: number[] = [];
    for (let round = 0; round < 30; round += 1) {
      await query(site.databaseUrl, 'DELETE FROM rate_limits');
      const body = JSON.stringify({ email: email(round), password: 'not this one' });
      const { status, ms } = await site.ask('/api/auth/login', {
        method: 'POST',
        headers: JSON_BODY,
        body,
      });
      hold(status === 401, `a wrong sign-in was ${status}`);
      times.push(ms);
    }
    return quantile(times, 0.5);
  };
  await median(() => 'demo@coocook.test');
  const known = await median(() => 'demo@coocook.test');
  const unknown = await median((round) => `nobody${round}@coocook.test`);
  const apart = Math.round(Math.abs(known / unknown - 1) * 100);
  const figure = `known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`;
  hold(apart <= 10, figure);
  return figure;
};
