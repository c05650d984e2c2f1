import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.js';
import type { Database, Db } from '../../database/client.js';
import { notify } from '../../database/transactions.js';
import { beforeHead } from '../server/before-head.js';
import { createFreshness } from './freshness.js';
import { createResponseCache, type CacheTopics } from './response-cache.js';

/** The channel of the triggers that tell what has changed. */
const CHANGES = 'changes';

export interface SharedAnswersDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** Of kept answers; 0 keeps none. */
  maxBytes: number;
  /** Milliseconds of a clock that never goes back; the process's own by default. */
  monotonicNow?: (() => number) | undefined;
}

export type SharedAnswers = ReturnType<typeof createSharedAnswers>;

/** Answers that are the same for everyone: kept until what they show changes. */
export function createSharedAnswers({ db, clock, logger, ...deps }: SharedAnswersDeps) {
  const { maxBytes } = deps;
  const freshness = createFreshness((message) => notify(db, CHANGES, message), deps.monotonicNow);
  const cache = maxBytes > 0 ? createResponseCache({ clock, freshness, logger, maxBytes }) : null;

  return {
    /** Before the app: sends a kept answer, or gives false. */
    serve: (req: IncomingMessage, res: ServerResponse): boolean => cache?.serve(req, res) ?? false,
    /** Before the app: reads that begin after the answer to a write must see it. */
    watchWrite(req: IncomingMessage, res: ServerResponse): void {
      if (cache === null || req.method === 'GET' || req.method === 'HEAD') return;
      beforeHead(res, freshness.noteOwnWrite);
    },
    /** Of a route whose answers change with these topics. */
    handlers: (topicsOf: CacheTopics): RequestHandler[] =>
      cache === null ? [] : [cache.keep(topicsOf)],
    /** @throws when the database does not answer */
    async hear(database: Pick<Database, 'listen'>): Promise<void> {
      if (cache === null) return;
      await database.listen(CHANGES, freshness.onMessage, freshness.onReconnect);
    },
  };
}
