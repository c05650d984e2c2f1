import type { RequestHandler, Response } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Viewer } from '../../viewer.js';
import { requestIdOf } from '../input/request-id.js';
import { requestLines } from '../server/request-lines.js';

export type { Logger };

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in the log, in answers and on error pages. */
    id: string;
  }
}

/** Lines are written together, at the latest after so long, and when the process ends. */
const BUFFERED = { sync: false, minLength: 8192, periodicFlush: 200 };
const EMAIL = /[^\s"'<>@]+@[^\s"'<>@]+\.[a-z]{2,}/gi;
const TOKEN = /\b(eyJ[\w-]+\.[\w-]+\.[\w-]+|(?:Bearer|Basic) [\w.~+/=-]+)/g;
const URL_PASSWORD = /(\w+:\/\/[^:/\s]*):\S+@/g;
const NAMED_SECRET = /((?:password|secret|token)\w*["']?\s*[:=]\s*["']?)[^\s"',;&}]+/gi;
const HASH = /\$argon2[^\s"']+/g;

export function redact(text: string): string {
  return text
    .replace(URL_PASSWORD, '$1:[redacted]@')
    .replace(EMAIL, '[e-mail]')
    .replace(TOKEN, '[token]')
    .replace(NAMED_SECRET, '$1[redacted]')
    .replace(HASH, '[hash]');
}

/** For what ends the process: the line is written before this returns. */
export function logFatal(error: unknown, message: string): void {
  createLogger('fatal', pino.destination({ sync: true })).fatal({ err: error }, message);
}

/** JSON lines without secrets. @param destination standard output by default */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie'].flatMap((key) => [key, `*.${key}`]),
      censor: '[redacted]',
    },
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, message: redact(error.message), stack: redact(error.stack ?? '') }
          : redact(String(error)),
    },
  };
  return pino(options, destination ?? pino.destination(BUFFERED));
}

/** One line a request with its route: an address can hold personal data. */
export function requestLogging(logger: Logger): RequestHandler {
  const lines = requestLines(logger);
  return (req, res, next) => {
    const began = performance.now();
    req.id = requestIdOf(req);
    res.setHeader('X-Request-Id', req.id);
    res.on('close', () => {
      const line = logLine(res, Math.round(performance.now() - began));
      if (res.statusCode >= 500) lines.error(line, 'request');
      else lines.info(line, 'request');
    });
    next();
  };
}

function logLine(res: Response, milliseconds: number) {
  const { viewer, route } = res.locals as { viewer?: Viewer | null; route?: string };
  return {
    request_id: res.req.id,
    milliseconds,
    method: res.req.method,
    route: route ?? null,
    status: res.statusCode,
    user_id: viewer?.id ?? null,
  };
}
