import type { Response } from 'express';
import pLimit from 'p-limit';
import type { Clock } from '../../clock.js';
import { tooManyRequests, unavailable } from '../../errors.js';
import { networksOf } from '../../limits/networks.js';
import type { Viewer } from '../../viewer.js';
import type { StreamTiming } from './event-stream.js';
import { positionOf, startStream, type Source, type Stream } from './stream.js';

export interface StreamLimits extends StreamTiming {
  /** One more ends the oldest. Each is counted in this process. */
  perUser: number;
  perNetwork: number;
  total: number;
}

const LIMITS: StreamLimits = {
  heartbeatMs: 20_000,
  lifeMs: 60 * 60 * 1000,
  maxUnreadBytes: 64 * 1024,
  perUser: 10,
  perNetwork: 250,
  total: 2000,
};
/** Long, so that a user's streams do not end each other in turn. */
const CROWDED_RETRY_MS = 60_000;
const CONCURRENCY = 4;

export type Streams = ReturnType<typeof createStreams>;

/** After a notification, a lost connection or an outage a stream asks what has changed. */
export function createStreams(
  clock: Clock,
  isSignedIn: (viewer: Viewer) => Promise<boolean>,
  given: Partial<StreamLimits> = {},
) {
  const limits = { ...LIMITS, ...given };
  const deps = { clock, timing: limits, limit: pLimit(CONCURRENCY), isSignedIn };
  const streams = new Set<Stream & { userId: number; network: string; source: Source }>();
  let isClosed = false;

  /** @throws unavailable when there are too many, or the process is stopping */
  async function open(res: Response, viewer: Viewer, source: Source, since: Date | null) {
    const position = await positionOf(source, since, clock.now());
    if (isClosed || streams.size >= limits.total) throw unavailable(undefined, [], 2);
    if (res.destroyed) return;
    const own = [...streams].filter(({ userId }) => userId === viewer.id);
    if (own.length >= limits.perUser) own[0]?.end(CROWDED_RETRY_MS);
    const { network } = networksOf(res.req.ip ?? '');
    const neighbours = [...streams].filter((one) => one.network === network);
    if (neighbours.length >= limits.perNetwork) {
      throw tooManyRequests(undefined, [], CROWDED_RETRY_MS / 1000);
    }
    const stream = startStream(res, { viewer, source, position }, deps, () => {
      streams.delete(entry);
    });
    const entry = { ...stream, userId: viewer.id, network, source };
    streams.add(entry);
    stream.refresh();
  }

  return {
    open,
    /** Refreshes the affected streams. */
    onNotify: (payload: string) => {
      const message = parse(payload);
      for (const { source, refresh } of streams) {
        if (message === null || source.isRelevant(message)) refresh();
      }
    },
    /** For when notifications may have been missed. */
    refreshAll: () => {
      for (const { refresh } of streams) refresh();
    },
    close: () => {
      isClosed = true;
      for (const { end } of [...streams]) end();
    },
  };
}

/** Null for a message that cannot be read: it may be relevant to anyone. */
function parse(payload: string): object | null {
  try {
    const message = JSON.parse(payload) as unknown;
    return typeof message === 'object' ? message : null;
  } catch {
    return null;
  }
}
