import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

const ALGORITHM = 'HS256';
const ISSUER = 'coocook';
const AUDIENCE = 'coocook';

export interface AccessClaims {
  userId: number;
  sessionId: string;
}

export type Tokens = ReturnType<typeof createTokens>;

/** All keys derive from one secret. @param previous verifies what it signed, and signs nothing */
export function createTokens(secret: string, previous: string | null = null) {
  const keys = [secret, ...(previous === null ? [] : [previous])].map(keysOf);
  const [current] = keys as [Keys, ...Keys[]];
  return {
    newAccessToken({ userId, sessionId }: AccessClaims, now: Date, seconds: number): string {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return jwt.sign({ sid: sessionId, iat: issuedAt, exp: issuedAt + seconds }, current.access, {
        algorithm: ALGORITHM,
        issuer: ISSUER,
        audience: AUDIENCE,
        subject: String(userId),
        keyid: current.id,
      });
    },
    /** Null unless we signed it and it is valid at `now`. */
    readAccessToken(token: string, now: Date): AccessClaims | null {
      try {
        const named = jwt.decode(token, { complete: true })?.header.kid;
        const key = keys.find(({ id }) => id === (named ?? current.id));
        if (key === undefined) return null;
        const claims = jwt.verify(token, key.access, {
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
    /** The next refresh token, by each of the secrets; only who knows them can derive it. */
    successorsOf: (token: string) =>
      keys.map(({ successor }) => hmac(successor, token)) as [string, ...string[]],
    hash: (token: string): string => createHash('sha256').update(token).digest('hex'),
  };
}

type Keys = ReturnType<typeof keysOf>;

function keysOf(secret: string) {
  return {
    /** Names the key in a token's head (RFC 7515, section 4.1.4), and tells nothing of it. */
    id: hmac(secret, 'id of the key').slice(0, 8),
    // Made once: from a text the library makes a key for each token, and first tries it as a public one.
    access: createSecretKey(secret, 'utf8'),
    // Its own key, so that no refresh token can pass for the signature of an access token.
    successor: createHmac('sha256', secret).update('refresh-token successor').digest(),
  };
}

function hmac(key: string | Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
