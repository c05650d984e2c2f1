/** How long an access token is valid, in seconds. */
export const ACCESS_SECONDS = 60 * 60;
/** How long a refresh token is valid, in seconds. */
export const REFRESH_SECONDS = 7 * 24 * 60 * 60;
/** How long a rotated refresh token still gives its successor: two tabs may ask at once. */
export const ROTATION_LEEWAY_MS = 30_000;

/** What a refresh token's fate depends on. */
export interface RefreshFacts {
  expiresAt: Date;
  rotatedAt: Date | null;
  sessionRevoked: boolean;
  /** Whether its successor has been exchanged too. */
  successorRotated: boolean;
}

/**
 * What to do with a refresh token that somebody shows: `rotate` it, `repeat` its successor to a
 * second tab, `refuse` it, or `revoke` its whole family, as a token shown twice was stolen once
 * (RFC 9700, section 4.14.2).
 */
export function judgeRefresh(
  token: RefreshFacts,
  now: Date,
): 'rotate' | 'repeat' | 'refuse' | 'revoke' {
  if (token.sessionRevoked || token.expiresAt <= now) return 'refuse';
  if (token.rotatedAt === null) return 'rotate';
  const withinLeeway = now.getTime() - token.rotatedAt.getTime() <= ROTATION_LEEWAY_MS;
  return withinLeeway && !token.successorRotated ? 'repeat' : 'revoke';
}
