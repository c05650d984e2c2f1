import type { Request, RequestHandler, Response } from 'express';
import { unauthenticated, type ErrorKind } from '../../errors.js';
import type { Viewer } from '../../viewer.js';

/** Who may call a route. A value and no middleware, so that the order of checks is fixed. */
export type Access = { kind: 'everyone' } | { kind: 'signed-in' } | ConditionalAccess;

/** Signed in, and meeting a condition of a module. */
export interface ConditionalAccess {
  kind: 'conditional';
  /** @throws `failure` unless the viewer meets it */
  check(viewer: Viewer): Promise<void>;
  failure: { kind: ErrorKind };
}

export const everyone = { kind: 'everyone' } as const satisfies Access;
export const signedIn = { kind: 'signed-in' } as const satisfies Access;
export const signedInAnd = (
  check: ConditionalAccess['check'],
  failure: ConditionalAccess['failure'],
): ConditionalAccess => ({ kind: 'conditional', check, failure });

export interface AccessControl {
  /** Refuses too many attempts of a kind from one address or network (429). */
  limitAttempts: (kind: string) => RequestHandler;
  authenticate(req: Request, res: Response): Promise<Viewer | null>;
  isSignedIn: (viewer: Viewer) => Promise<boolean>;
}

/** A walk over the routers finds one on each route. */
export type Guard = RequestHandler & { access: Access };
export type Guards = [...limits: RequestHandler[], guard: Guard];

const pass: RequestHandler = (_req, _res, next) => {
  next();
};
export const openToEveryone: Guard = Object.assign(pass, { access: everyone });

export function guardsFor(
  { access, attempts }: { access: Access; attempts?: string },
  accessControl: AccessControl,
): Guards {
  const limits = attempts === undefined ? [] : [accessControl.limitAttempts(attempts)];
  if (access.kind === 'everyone') return [...limits, openToEveryone];
  const requireAccess: RequestHandler = async (req, res, next) => {
    const viewer = await currentViewer(accessControl, req, res);
    if (viewer === null) throw unauthenticated();
    if (access.kind === 'conditional') await access.check(viewer);
    next();
  };
  return [...limits, Object.assign(requireAccess, { access })];
}

/** Looked up once a request. */
export async function currentViewer(
  accessControl: AccessControl,
  req: Request,
  res: Response,
): Promise<Viewer | null> {
  if (res.locals.viewer === undefined) {
    res.locals.viewer = await accessControl.authenticate(req, res);
  }
  return res.locals.viewer as Viewer | null;
}
