import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';

const ALGORITHM = 'HS256';

interface SigningKey {
  /** Names the key in a token's head (RFC 7515, section 4.1.4), and tells nothing of it. */
  id: string;
  key: KeyObject;
}

/** The secret that signs, and the one before it, which verifies what it signed. */
export interface Secrets {
  current: string;
  previous: string | null;
}

/** Tells tokens apart: what is signed for one audience is worth nothing to another. */
interface Names {
  issuer: string;
  audience: string;
}

export type SignedTokens = ReturnType<typeof createSignedTokens>;

/** Signs claims that are valid for a while (RFC 7519). */
export function createSignedTokens({ current, previous }: Secrets, names: Names) {
  const signing = keyOf(current);
  const keys = [signing, ...(previous === null ? [] : [keyOf(previous)])];
  return {
    /** @param claims beside the registered ones, for `subject` */
    sign(subject: string, claims: object, now: Date, seconds: number): string {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return jwt.sign({ ...claims, iat: issuedAt, exp: issuedAt + seconds }, signing.key, {
        algorithm: ALGORITHM,
        subject,
        keyid: signing.id,
        ...names,
      });
    },
    /** The claims; null unless we signed them and they are valid at `now`. */
    read(token: string, now: Date): JwtPayload | null {
      try {
        const named = jwt.decode(token, { complete: true })?.header.kid;
        const found = keys.find(({ id }) => id === (named ?? signing.id));
        if (found === undefined) return null;
        const claims = jwt.verify(token, found.key, {
          algorithms: [ALGORITHM],
          clockTimestamp: Math.floor(now.getTime() / 1000),
          ...names,
        });
        // Without an expiry the library takes a token for one that never expires.
        return typeof claims === 'string' || claims.exp === undefined ? null : claims;
      } catch {
        return null;
      }
    },
  };
}

function keyOf(secret: string): SigningKey {
  return {
    id: hmac(secret, 'id of the key').slice(0, 8),
    // Made once: from a text the library makes a key for each token, and first tries it as a public one.
    key: createSecretKey(secret, 'utf8'),
  };
}

export function hmac(key: string | Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
