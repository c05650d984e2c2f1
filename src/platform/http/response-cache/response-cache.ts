import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.js';
import { requestIdOf } from '../input/request-id.js';
import { requestLines } from '../server/request-lines.js';
import { cacheKey } from './cache-key.js';
import { createFlights, type Flight, type Make } from './flights.js';
import type { Freshness } from './freshness.js';
import { keepResponse, sendKept, type KeptResponse } from './kept-response.js';
import type { Reading } from './replica-reads.js';
import { createStore } from './store.js';
import { takeBody, type TakenBody } from './take-body.js';

/** The topics whose change ends a kept answer. */
export type CacheTopics = (req: Pick<Request, 'params' | 'query'>) => string[];

/** Whatever depends on the clock changes on quarters of an hour, as days do in every zone. */
const QUARTER_MS = 15 * 60 * 1000;

interface Deps {
  clock: Clock;
  freshness: Freshness;
  /** Called before anything is read. */
  beginReading: (req: IncomingMessage) => Reading;
  logger: Logger;
  maxBytes: number;
}

/** Keeps finished answers that are the same for everyone, until something that they show changes. */
export function createResponseCache({ clock, freshness, beginReading, logger, maxBytes }: Deps) {
  const requests = requestLines(logger);
  const store = createStore(maxBytes);
  const flights = createFlights(freshness);

  function find(key: string): KeptResponse | null {
    const kept = store.get(key);
    if (kept === undefined) return null;
    const isTrue =
      clock.now().getTime() < kept.until && freshness.isUnchanged(kept.moment, kept.topics);
    if (!isTrue) store.remove(key);
    return isTrue ? kept : null;
  }

  /** Before the app: sends what is kept or in the making, once it is known to be true; else makes it. */
  function serve(req: IncomingMessage, res: ServerResponse, make: Make): void {
    const key = cacheKey(req);
    const sendOrMake = (kept: KeptResponse | null) => {
      if (res.destroyed) return;
      if (kept === null) make(() => undefined);
      else sendLogged(requests, kept, req, res);
    };
    if (key === null) {
      sendOrMake(null);
    } else if (find(key) === null) {
      flights.join(key, sendOrMake, make);
    } else {
      freshness.whenHeard((isHeard) => {
        const kept = isHeard ? find(key) : null;
        if (kept === null) flights.join(key, sendOrMake, make);
        else sendOrMake(kept);
      });
    }
  }

  /** Of requests for the same at once, one computes the answer. */
  function keep(topicsOf: CacheTopics): RequestHandler {
    return async (req, res, next) => {
      const key = cacheKey(req);
      const flight = key === null ? undefined : flights.find(key);
      if (key !== null && flight === undefined) {
        // Begun before anything is awaited, so that another request of this moment finds it.
        const { moment, run } = beginReading(req);
        land(key, { moment, topics: topicsOf(req) }, req, res);
        run(next);
        return;
      }
      const kept = await flight;
      if (kept) sendKept(req, res, kept, sentRequestId(res));
      else next();
    };
  }

  function land(key: string, shown: Omit<Flight, 'landed'>, req: Request, res: Response): void {
    const until = (Math.floor(clock.now().getTime() / QUARTER_MS) + 1) * QUARTER_MS;
    const finish = (taken: TakenBody | null) => {
      const kept = taken && keepable(taken, res, { ...shown, until });
      if (kept === null) return null;
      store.set(key, kept);
      sendKept(req, res, kept, sentRequestId(res));
      return kept;
    };
    const landed = takeBody(res)
      .then(finish)
      .catch((error: unknown) => {
        logger.error({ err: error }, 'an answer could not be kept');
        res.destroy();
        return null;
      });
    flights.add(key, { ...shown, landed });
  }

  return { serve, keep };
}

/** Sends what may not be kept. */
function keepable(
  taken: TakenBody,
  res: Response,
  rest: Pick<KeptResponse, 'topics' | 'moment' | 'until'>,
): KeptResponse | null {
  const headers = res.getHeaders();
  if (res.statusCode !== 200 || headers['set-cookie'] !== undefined) {
    taken.release();
    return null;
  }
  return keepResponse(taken.body, headers, { route: String(res.locals.route), ...rest });
}

function sendLogged(
  logger: Logger,
  kept: KeptResponse,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const id = requestIdOf(req);
  const status = sendKept(req, res, kept, id);
  const line = { request_id: id, method: 'GET', route: kept.route, status, user_id: null };
  logger.info({ ...line, kept: true }, 'request');
}

function sentRequestId(res: ServerResponse): string {
  return String(res.getHeader('X-Request-Id'));
}
