import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.js';
import type { Database, Db } from '../../database/client.js';
import type { Replica } from '../../database/postgres/replica.js';
import { notify } from '../../database/transactions.js';
import { beforeHead } from '../server/before-head.js';
import { cacheKey, isFromNobody } from './cache-key.js';
import type { Make } from './flights.js';
import { createFreshness } from './freshness.js';
import { createReplicaReads, type Reading } from './replica-reads.js';
import { createResponseCache, type CacheTopics } from './response-cache.js';

/** The channel of the triggers that tell what has changed. */
const CHANGES = 'changes';

export interface SharedAnswersDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  maxBytes: number;
  monotonicNow?: (() => number) | undefined;
  replica?: Replica | null | undefined;
}

export type SharedAnswers = ReturnType<typeof createSharedAnswers>;

/** Answers that are the same for everyone: kept until what they show changes, and read from the replica. */
export function createSharedAnswers({ db, clock, logger, ...deps }: SharedAnswersDeps) {
  const { maxBytes, monotonicNow } = deps;
  const freshness = createFreshness((message) => notify(db, CHANGES, message), monotonicNow);
  const replica = deps.replica
    ? createReplicaReads(deps.replica, freshness, logger, monotonicNow)
    : null;
  const beginReading = ({ headers }: IncomingMessage): Reading => {
    const reading = isFromNobody(headers) ? replica?.begin() : null;
    return (
      reading ?? {
        moment: freshness.moment(),
        run: (read) => {
          read();
        },
      }
    );
  };
  const cache =
    maxBytes > 0 ? createResponseCache({ clock, freshness, beginReading, logger, maxBytes }) : null;
  const isIdle = cache === null && replica === null;
  const readShared: RequestHandler = (req, _res, next) => {
    if (cacheKey(req) === null) next();
    else beginReading(req).run(next);
  };

  return {
    /** Before the app: sends what is kept or in the making, else makes it. */
    serve(req: IncomingMessage, res: ServerResponse, make: Make): void {
      if (cache === null) make(() => undefined);
      else cache.serve(req, res, make);
    },
    /** Before the app: reads that begin after the answer to a write must see it. */
    watchWrite(req: IncomingMessage, res: ServerResponse): void {
      if (isIdle || req.method === 'GET' || req.method === 'HEAD') return;
      beforeHead(res, freshness.noteOwnWrite);
    },
    handler: (topicsOf: CacheTopics): RequestHandler =>
      cache === null ? readShared : cache.keep(topicsOf),
    /** Null without a replica. */
    isReplicaInUse: (): boolean | null => replica && replica.isInUse(),
    async hear(database: Pick<Database, 'listen'>): Promise<void> {
      if (isIdle) return;
      await database.listen(CHANGES, freshness.onMessage, freshness.onReconnect);
    },
  };
}
