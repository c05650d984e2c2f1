import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import {
  AppError,
  internal,
  malformed,
  notFound,
  tooLarge,
  unavailable,
  unsupportedMediaType,
} from '../../errors.js';
import { currentViewer, type AccessControl } from '../auth/access.js';
import type { Fields } from '../../kept-forms/kept-forms.service.js';
import type { FormKeeper } from '../routes/form-keeper.js';
import type { Renderer } from '../routes/send-reply.js';
import type { Logger } from './logging.js';
import { localPath, withQuery } from '../input/url.js';

export const unknownAddress: RequestHandler = () => {
  throw notFound('There is no page at this address.');
};

export interface FailureOptions {
  logger: Logger;
  /** The prefix of every problem `type` (RFC 9457, section 3.1.1). */
  problemType: string;
  signInPath: string;
  /** Pages shown in place of an error, by the id of its kind. */
  redirects: Record<string, string>;
  accessControl: AccessControl;
  renderer: Renderer;
  formKeeper: Pick<FormKeeper, 'keep'>;
  isUnavailable: (error: unknown) => boolean;
}

/** Problems (RFC 9457) for programs, pages for people; only AppErrors are described. */
export function answerFailures(options: FailureOptions): ErrorRequestHandler {
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
    if (isForProgram(req, res)) sendProblem(res, failure, options.problemType);
    else await sendPage(res, failure, options);
  };
}

function sendProblem(res: Response, failure: AppError, problemType: string): void {
  const { req } = res;
  const { id, status, title } = failure.kind;
  if (status === 401) res.set('WWW-Authenticate', 'Bearer realm="api"');
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: problemType + id,
        title,
        status,
        detail: failure.message,
        instance: req.path,
        request_id: req.id,
        ...(failure.fields.length > 0 ? { errors: failure.fields } : {}),
        ...failure.members,
      }),
    );
}

async function sendPage(res: Response, failure: AppError, options: FailureOptions): Promise<void> {
  const { signInPath, redirects } = options;
  const elsewhere = failure.kind.status === 401 ? signInPath : redirects[failure.kind.id];
  if (elsewhere === undefined) {
    await sendErrorPage(res, failure, options);
    return;
  }
  try {
    const next = await wayBack(res, options.formKeeper);
    res.redirect(303, withQuery(elsewhere, { next }));
  } catch (error) {
    await sendErrorPage(res, failureOf(error, options.isUnavailable), options);
  }
}

/** A GET can be repeated after signing in; a form is kept, if it is one to keep. */
async function wayBack(res: Response, { keep }: FailureOptions['formKeeper']) {
  const { req } = res;
  if (req.method === 'GET') return localPath(req.originalUrl, '');
  const keeps = res.locals.keepsForm === true && req.get('X-Live') === undefined;
  return keeps ? keep(req, res, String(res.locals.shownAt)) : null;
}

async function sendErrorPage(
  res: Response,
  failure: AppError,
  { accessControl, renderer }: FailureOptions,
): Promise<void> {
  const { req } = res;
  res.status(failure.kind.status);
  try {
    await currentViewer(accessControl, req, res);
  } catch {
    // Without the database nobody is known, and the page is sent all the same.
    res.locals.viewer = null;
  }
  try {
    renderer.sendPage(res, 'errors/error', {
      title: failure.kind.title,
      status: failure.kind.status,
      detail: failure.message,
      retry: retryOf(res),
    });
  } catch {
    const { t, tError } = renderer.translator(res);
    const id = String(res.getHeader('X-Request-Id'));
    res
      .vary('Accept-Language, Cookie')
      .type('text')
      .send(`${tError(failure.message)}\n${t('Request id:')} ${id}\n`);
  }
}

const MAY_PASS = new Set([429, 500, 503]);

/** What was sent, to be sent once more; null where that would be of no use. */
function retryOf({ req, locals, statusCode }: Response) {
  if (locals.keepsForm !== true || !MAY_PASS.has(statusCode)) return null;
  const fields = Object.entries((req.body ?? {}) as Fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return fields.length === 0 ? null : { action: req.originalUrl, fields };
}

function isForProgram(req: Request, res: Response): boolean {
  return res.locals.forProgram === true || req.path.startsWith('/api/') || !req.accepts('html');
}

function failureOf(error: unknown, isUnavailable: (error: unknown) => boolean): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return unavailable(undefined, [], 2);
  const status = statusOf(error);
  if (status === 413) return tooLarge();
  if (status === 415) return unsupportedMediaType();
  if (status !== null) return malformed();
  return internal();
}

/** The 4xx status of an error from Express or its body parsers. */
function statusOf(error: unknown): number | null {
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
