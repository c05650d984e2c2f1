import { setTimeout as pause } from 'node:timers/promises';
import type { Job, Outcome } from './load/job.js';
import { quantile, rounded, type Figures } from './report/figures.js';

const WARM_UP_S = 3;
/** Where fewer fit into that time, code is not yet compiled. */
const WARM_UP_REQUESTS = 500;
/** A process that used less of a tenth of a second has done what it was asked for. */
const IDLE_MS = 20;
const LONGEST_WAIT = 100;

/** What counts while requests are answered, each from some start of its own. */
export interface Meters {
  cpu: () => number;
  databaseCpu: () => number;
  statements: () => Promise<number>;
}

export interface Limits {
  seconds: number;
  connections: number;
}

/** Sends requests and gives what came back. */
export type Sender = (
  extent: Job['extent'],
) => Promise<Pick<Outcome, 'times' | 'seconds' | 'bytes'>>;

/**
 * Measures a warm process. The warm-up tells how many requests fill the time; that many are sent and
 * all of them answered, so that none is paid for and not counted.
 * @param limits.most where the requests run out
 */
export async function measure(
  meters: Meters,
  send: Sender,
  limits: Limits & { most?: number },
): Promise<Figures> {
  let warmUp = await send({ seconds: WARM_UP_S });
  if (warmUp.times.length < WARM_UP_REQUESTS) warmUp = await send({ requests: WARM_UP_REQUESTS });
  await untilIdle(meters);
  const perSecond = warmUp.times.length / warmUp.seconds;
  const wanted = Math.min(Math.round(perSecond * limits.seconds), limits.most ?? Infinity);
  const before = await read(meters);
  const outcome = await send({ requests: Math.max(wanted, limits.connections) });
  await untilIdle(meters);
  const after = await read(meters);

  const { times, seconds, bytes } = outcome;
  const each = (total: number) => rounded(total / times.length);
  return {
    requests: times.length,
    perSecond: rounded(times.length / seconds),
    p50: rounded(quantile(times, 0.5)),
    p99: rounded(quantile(times, 0.99)),
    cpu: each(after.cpu - before.cpu),
    databaseCpu: each(after.databaseCpu - before.databaseCpu),
    bytes: Math.round(bytes / times.length),
    statements: Math.round(((after.statements - before.statements) / times.length) * 10) / 10,
  };
}

async function read(meters: Meters) {
  const statements = await meters.statements();
  return { cpu: meters.cpu(), databaseCpu: meters.databaseCpu(), statements };
}

async function untilIdle({ cpu, databaseCpu }: Meters): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT; waited += 1) {
    const before = cpu() + databaseCpu();
    await pause(100);
    if (cpu() + databaseCpu() - before < IDLE_MS) return;
  }
}
