import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { quantile } from '../../bench/http/report/figures.js';
import { query } from '../support/database/postgres.js';
import { bookAll, bookings, requestsFor } from './bookings.js';
import type { Answer, Site } from './site.js';

/** Tries something with a running site; gives the figure. @throws Error with what does not hold */
export type Drill = (site: Site) => Promise<string>;

const CHEFS = '/api/coocook/chefs';
const JSON_BODY = { 'Content-Type': 'application/json' };
const SECOND = 1000;

export function hold(condition: boolean, otherwise: string): asserts condition {
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
