import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import {
  Failure,
  internal,
  malformed,
  notFound,
  tooLarge,
  unavailable,
  unsupportedMediaType,
} from '../errors.js';
import { viewerOf, type Gatekeeper } from './access.js';
import type { Logger } from './logging.js';
import { withQuery } from './paging.js';

/** The stable prefix of every problem `type` (RFC 9457, section 3.1.1). */
export const PROBLEM_TYPE = 'urn:coocook:problem:';

/** Nothing matched the address. */
export const unknownAddress: RequestHandler = () => {
  throw notFound('There is no page at this address.');
};

/**
 * Answers whatever was thrown: a problem (RFC 9457) to programs, a page to people. Only a
 * `Failure` speaks for itself; anything else is logged and answered as 500.
 * @param signInPath where a person goes who must sign in first
 * @param isUnavailable tells a database that cannot be reached from a fault of ours
 */
export function answerFailures(options: {
  logger: Logger;
  signInPath: string;
  redirects: Record<string, string>;
  gatekeeper: Gatekeeper;
  isUnavailable: (error: unknown) => boolean;
}): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const failure = failureOf(error, options.isUnavailable);
    if (failure.kind.status >= 500) {
      options.logger.error({ err: error, request_id: req.id }, failure.kind.title);
    }
    if (failure.retryAfterSeconds !== undefined) {
      res.set('Retry-After', String(failure.retryAfterSeconds));
    }
    if (isForProgram(req, res)) sendProblem(req, res, failure);
    else await sendPage(req, res, failure, options);
  };
}

function sendProblem(req: Request, res: Response, failure: Failure): void {
  const { id, status, title } = failure.kind;
  if (status === 401) res.set('WWW-Authenticate', 'Bearer realm="api"');
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: PROBLEM_TYPE + id,
        title,
        status,
        detail: failure.message,
        instance: req.path,
        request_id: req.id,
        ...(failure.fields.length > 0 ? { errors: failure.fields } : {}),
      }),
    );
}

async function sendPage(
  req: Request,
  res: Response,
  failure: Failure,
  options: { signInPath: string; redirects: Record<string, string>; gatekeeper: Gatekeeper },
): Promise<void> {
  const elsewhere =
    failure.kind.status === 401 ? options.signInPath : options.redirects[failure.kind.id];
  if (elsewhere !== undefined) {
    // Only a page that can be asked for with GET is worth coming back to.
    const next = req.method === 'GET' ? req.originalUrl : null;
    res.redirect(303, withQuery(elsewhere, { next }));
    return;
  }
  res.status(failure.kind.status);
  try {
    await viewerOf(options.gatekeeper, req, res);
    await res.page('errors/error', {
      title: failure.kind.title,
      status: failure.kind.status,
      detail: failure.message,
    });
  } catch {
    // The page itself needs what is broken, such as the database for the viewer's name.
    const { t, told } = res.words();
    const id = String(res.getHeader('X-Request-Id'));
    res
      .vary('Accept-Language, Cookie')
      .type('text')
      .send(`${told(failure.message)}\n${t('Request id:')} ${id}\n`);
  }
}

function isForProgram(req: Request, res: Response): boolean {
  return res.locals.forProgram === true || req.path.startsWith('/api/') || !req.accepts('html');
}

function failureOf(error: unknown, isUnavailable: (error: unknown) => boolean): Failure {
  if (error instanceof Failure) return error;
  if (isUnavailable(error)) return unavailable(undefined, [], 2);
  const status = statusOf(error);
  if (status === 413) return tooLarge();
  if (status === 415) return unsupportedMediaType();
  if (status !== null) return malformed();
  return internal();
}

/** The 4xx status that Express and its body parsers put on an error of the client's. */
function statusOf(error: unknown): number | null {
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
