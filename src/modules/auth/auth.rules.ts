import { addMs } from '../../platform/time/instants.js';

export const ACCESS_SECONDS = 60 * 60;
export const REFRESH_SECONDS = 7 * 24 * 60 * 60;
/** From the sign-in on, however often it is renewed. */
const SESSION_SECONDS = 90 * 24 * 60 * 60;
/** For two tabs that refresh at once: half a minute, and a minute by which the clocks of two processes may differ. */
const ROTATION_LEEWAY_MS = 90_000;

export interface RefreshFacts {
  expiresAt: Date;
  rotatedAt: Date | null;
  sessionEnded: boolean;
  successorRotated: boolean;
}

/** `repeat` gives a second tab the successor; a token used twice was stolen (RFC 9700, 4.14.2). */
export function judgeRefresh(
  token: RefreshFacts,
  now: Date,
): 'rotate' | 'repeat' | 'refuse' | 'revoke' {
  if (token.sessionEnded || token.expiresAt <= now) return 'refuse';
  if (token.rotatedAt === null) return 'rotate';
  const withinLeeway = now.getTime() - token.rotatedAt.getTime() <= ROTATION_LEEWAY_MS;
  return withinLeeway && !token.successorRotated ? 'repeat' : 'revoke';
}

export function oldestSession(now: Date): Date {
  return addMs(now, -SESSION_SECONDS * 1000);
}

/** What has ended: tokens that ran out by `now`, sessions that began by `oldest`, or by `unrenewed` without a token. */
export function endedBy(now: Date) {
  return { now, oldest: oldestSession(now), unrenewed: addMs(now, -REFRESH_SECONDS * 1000) };
}
