import type { Request, RequestHandler, Response } from 'express';
import { unauthenticated } from '../errors.js';
import type { Viewer } from './viewer.js';

/**
 * Who may call a route. A route names its access as a value and never lists middleware, so asking
 * for a subscription before asking who calls cannot be written down.
 */
export type Access =
  { kind: 'everyone' } | { kind: 'signed-in' } | { kind: 'subscribed'; service: string };

export const everyone = { kind: 'everyone' } as const satisfies Access;
export const signedIn = { kind: 'signed-in' } as const satisfies Access;
/** Signed in, with an active subscription to the service of that slug. */
export const subscribedTo = (service: string) =>
  ({ kind: 'subscribed', service }) as const satisfies Access;

/** What the guards ask of the rest of the house. */
export interface Gatekeeper {
  /** Counts attempts per address and refuses the excess (429); before routes that take credentials. */
  limitAttempts: RequestHandler;
  /** The viewer of the request's credentials, or null when there are none or they are not valid. */
  identify(req: Request, res: Response): Promise<Viewer | null>;
  /** Whether a viewer's sign-in still stands. */
  isSignedIn: (viewer: Viewer) => Promise<boolean>;
  /** Throws a failure (403) unless the user has an active subscription to the service. */
  requireSubscription(userId: number, service: string): Promise<void>;
}

/** The middleware that a route's policy stands for, in the only order there is. */
export function guardsFor(
  { access, takesCredentials }: { access: Access; takesCredentials?: boolean },
  gatekeeper: Gatekeeper,
): RequestHandler[] {
  const limits = takesCredentials === true ? [gatekeeper.limitAttempts] : [];
  const requireAuth: RequestHandler = async (req, res, next) => {
    if ((await viewerOf(gatekeeper, req, res)) === null) throw unauthenticated();
    next();
  };
  if (access.kind === 'everyone') return limits;
  if (access.kind === 'signed-in') return [...limits, requireAuth];
  const requireSubscription: RequestHandler = async (_req, res, next) => {
    const viewer = res.locals.viewer as Viewer;
    await gatekeeper.requireSubscription(viewer.id, access.service);
    next();
  };
  return [...limits, requireAuth, requireSubscription];
}

/** The request's viewer, looked up at most once a request and kept in `res.locals.viewer`. */
export async function viewerOf(
  gatekeeper: Gatekeeper,
  req: Request,
  res: Response,
): Promise<Viewer | null> {
  if (res.locals.viewer === undefined) {
    res.locals.viewer = await gatekeeper.identify(req, res);
  }
  return res.locals.viewer as Viewer | null;
}
