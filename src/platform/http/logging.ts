import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Viewer } from './viewer.js';

export type { Logger };

const EMAIL = /[^\s"'<>@]+@[^\s"'<>@]+\.[a-z]{2,}/gi;
const TOKEN = /\b(eyJ[\w-]+\.[\w-]+\.[\w-]+|(?:Bearer|Basic) [\w.~+/=-]+)/g;
const URL_PASSWORD = /(\w+:\/\/[^:/\s]+):[^@\s]+@/g;

/** Text without e-mail addresses, tokens and passwords in addresses. */
export function redact(text: string): string {
  return text
    .replace(URL_PASSWORD, '$1:[redacted]@')
    .replace(EMAIL, '[e-mail]')
    .replace(TOKEN, '[token]');
}

/** A logger of JSON lines, secrets redacted. */
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
  return destination ? pino(options, destination) : pino(options);
}

/**
 * One line a request: id, user, route template, status, milliseconds. The address itself is not
 * logged, as a query can hold what somebody typed. A request id that the caller sends is kept.
 */
export function requestLogging(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId(req, res) {
      const sent = req.headers['x-request-id'];
      const id = typeof sent === 'string' && /^[\w.-]{1,100}$/.test(sent) ? sent : randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    customAttributeKeys: { reqId: 'request_id', responseTime: 'milliseconds' },
    customSuccessObject: (req, res, line: object) => ({ ...line, ...told(req, res) }),
    customErrorObject: (req, res, _error, line: object) => ({ ...line, ...told(req, res) }),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    serializers: { req: () => undefined, res: () => undefined },
  });
}

function told(req: IncomingMessage, res: ServerResponse) {
  const locals = (res as Response).locals as { viewer?: Viewer | null; route?: string };
  return {
    method: req.method,
    route: locals.route ?? null,
    status: res.statusCode,
    user_id: locals.viewer?.id ?? null,
  };
}
