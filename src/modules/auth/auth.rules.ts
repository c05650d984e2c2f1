export const ACCESS_SECONDS = 60 * 60;
export const REFRESH_SECONDS = 7 * 24 * 60 * 60;
/** For two tabs that refresh at once. */
export const ROTATION_LEEWAY_MS = 30_000;

export interface RefreshFacts {
  expiresAt: Date;
  rotatedAt: Date | null;
  sessionRevoked: boolean;
  successorRotated: boolean;
}

/** `repeat` gives a second tab the successor; a token used twice was stolen (RFC 9700, 4.14.2). */
export function judgeRefresh(
  token: RefreshFacts,
  now: Date,
): 'rotate' | 'repeat' | 'refuse' | 'revoke' {
  if (token.sessionRevoked || token.expiresAt <= now) return 'refuse';
  if (token.rotatedAt === null) return 'rotate';
  const withinLeeway = now.getTime() - token.rotatedAt.getTime() <= ROTATION_LEEWAY_MS;
  return withinLeeway && !token.successorRotated ? 'repeat' : 'revoke';
}
