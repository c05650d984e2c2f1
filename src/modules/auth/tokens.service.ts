import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

const ALGORITHM = 'HS256';
const ISSUER = 'coocook';
const AUDIENCE = 'coocook';

export interface AccessClaims {
  userId: number;
  sessionId: string;
}

/** All keys derive from one secret. */
export function createTokens(secret: string) {
  // Its own key, so that no refresh token can pass for the signature of an access token.
  const successorKey = createHmac('sha256', secret).update('refresh-token successor').digest();
  // From a text the library makes a key for each token, and first tries it as a public one.
  const key = createSecretKey(secret, 'utf8');
  return {
    newAccessToken({ userId, sessionId }: AccessClaims, now: Date, seconds: number): string {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return jwt.sign({ sid: sessionId, iat: issuedAt, exp: issuedAt + seconds }, key, {
        algorithm: ALGORITHM,
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: String(userId),
      });
    },
    /** Null unless we signed it and it is valid at `now`. */
    readAccessToken(token: string, now: Date): AccessClaims | null {
      try {
        const claims = jwt.verify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          clockTimestamp: Math.floor(now.getTime() / 1000),
        });
        // Without an expiry the library takes a token for one that never expires.
        if (typeof claims === 'string' || claims.exp === undefined) return null;
        const { sub, sid } = claims as { sub?: unknown; sid?: unknown };
        if (typeof sub !== 'string' || !/^\d+$/.test(sub) || !isUuid(sid)) return null;
        return { userId: Number(sub), sessionId: sid };
      } catch {
        return null;
      }
    },
    newRefreshToken: (): string => randomBytes(32).toString('base64url'),
    /** The next refresh token; only who knows the secret can derive it. */
    successorOf: (token: string): string =>
      createHmac('sha256', successorKey).update(token).digest('base64url'),
    hash: (token: string): string => createHash('sha256').update(token).digest('hex'),
  };
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
