import { createHash, createHmac, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

const ALGORITHM = 'HS256';
const ISSUER = 'coocook';
const AUDIENCE = 'coocook';

/** What an access token says. */
export interface AccessClaims {
  userId: number;
  sessionId: string;
}

/** Makes and reads tokens; all keys follow from one secret. */
export function createTokens(secret: string) {
  // A key of its own, so that no refresh token could ever pass for a signature of the other kind.
  const successorKey = createHmac('sha256', secret).update('refresh-token successor').digest();
  return {
    /** A JWT (RFC 7519) for so many seconds from `now`. */
    newAccessToken({ userId, sessionId }: AccessClaims, now: Date, seconds: number): string {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return jwt.sign({ sid: sessionId, iat: issuedAt, exp: issuedAt + seconds }, secret, {
        algorithm: ALGORITHM,
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: String(userId),
      });
    },
    /** The claims of a token that is ours and valid at `now`, else null. */
    readAccessToken(token: string, now: Date): AccessClaims | null {
      try {
        const claims = jwt.verify(token, secret, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          clockTimestamp: Math.floor(now.getTime() / 1000),
        });
        // The library takes a token without an expiry for one that never expires.
        if (typeof claims === 'string' || claims.exp === undefined) return null;
        const { sub, sid } = claims as { sub?: unknown; sid?: unknown };
        if (typeof sub !== 'string' || !/^\d+$/.test(sub) || !isUuid(sid)) return null;
        return { userId: Number(sub), sessionId: sid };
      } catch {
        return null;
      }
    },
    /** 256 random bits. */
    newRefreshToken: (): string => randomBytes(32).toString('base64url'),
    /** The one token that a refresh token is exchanged for; only the holder of the secret can tell it. */
    successorOf: (token: string): string =>
      createHmac('sha256', successorKey).update(token).digest('base64url'),
    /** What is stored of a refresh token. */
    hash: (token: string): string => createHash('sha256').update(token).digest('hex'),
  };
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
