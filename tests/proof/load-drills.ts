import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { load, told } from '../../bench/http/load/times.js';
import { memoryOf } from '../../bench/http/memory.js';
import { quantile } from '../../bench/http/report/figures.js';
import { drip } from '../support/processes/slow-client.js';
import { hold, type Drill } from './drills.js';
import type { Site } from './site.js';

const CHEFS = '/api/coocook/chefs';
const JSON_BODY = { 'Content-Type': 'application/json' };
const SECOND = 1000;

/** How long others waited meanwhile, in milliseconds. */
async function othersDuring(site: Site, path: string, work: Promise<unknown>): Promise<number[]> {
  const others: number[] = [];
  const state = { isOver: false };
  const over = work.finally(() => (state.isOver = true));
  // What is thrown first ends the drill.
  over.catch(() => undefined);
  while (!state.isOver) {
    const { status, ms } = await site.ask(path);
    hold(status === 200, `meanwhile ${path} was ${status}`);
    others.push(ms);
  }
  await over;
  return others;
}

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
  const storm = Promise.all(
    Array.from({ length: 64 }, () =>
      site.ask('/api/auth/login', { method: 'POST', headers: JSON_BODY, body }),
    ),
  );
  const others = await othersDuring(site, `${CHEFS}/1`, storm);
  const statuses = (await storm).map(({ status }) => status);
  const refused = statuses.filter((status) => status === 429 || status === 503).length;
  const wrong = statuses.filter((status) => ![401, 429, 503].includes(status));
  const p99 = quantile(others, 0.99);
  const figure = `${refused} of 64 refused; ${others.length} others at p99 ${p99.toFixed(0)} ms`;
  hold(wrong.length === 0 && refused > 0 && p99 < 250, `${figure}; ${wrong.join()}`);
  return figure;
};

export const bombs: Drill = async (site) => {
  const memory = () => memoryOf(site.server.pid);
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

export const slowClients: Drill = async (site) => {
  const port = Number(new URL(site.server.url).port);
  const head = 'POST /api/auth/login HTTP/1.1\r\nHost: x\r\n';
  let longest = 0;
  const client = async (index: number) => {
    const began = performance.now();
    const isHead = index % 2 === 0;
    const answer = await (isHead
      ? drip(port, head, 'X-Drip: 1\r\n')
      : drip(port, `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`, 'x'));
    longest = Math.max(longest, performance.now() - began);
    return answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 408'.length);
  };
  const slow = Promise.all(Array.from({ length: 500 }, (_, index) => client(index)));
  const p99 = quantile(await othersDuring(site, `${CHEFS}/1`, slow), 0.99);
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const statuses = await slow;
  // So many at once are more than are let in: the rest is refused before any of it is awaited.
  const [late, refused] = [count('408'), count('503')];
  const figure = `${late} × 408, ${refused} × 503 within ${(longest / SECOND).toFixed(1)} s, others p99 ${p99.toFixed(0)} ms`;
  hold(late + refused === 500 && late > 250, figure);
  hold(longest <= 12 * SECOND && p99 < 250, figure);
  return figure;
};

export const drainsInTime: Drill = async (site) => {
  const asked = load(`${site.server.url}/explore`, { seconds: 4, connections: 20 });
  await pause(2 * SECOND);
  const began = performance.now();
  const code = await site.server.end('SIGTERM');
  const took = performance.now() - began;
  await asked;
  const figure = `exit ${code} ${(took / SECOND).toFixed(1)} s after SIGTERM`;
  hold(code === 0 && took <= 10 * SECOND, figure);
  return figure;
};
