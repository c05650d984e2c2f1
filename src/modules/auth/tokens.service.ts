import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSignedTokens, hmac } from '../../platform/signed-tokens.js';

export interface AccessClaims {
  userId: number;
  sessionId: string;
}

export type Tokens = ReturnType<typeof createTokens>;

/** All keys derive from one secret. @param previous verifies what it signed, and signs nothing */
export function createTokens(secret: string, previous: string | null = null) {
  const access = createSignedTokens(
    { current: secret, previous },
    { issuer: 'coocook', audience: 'coocook' },
  );
  const successorKeys = [secret, ...(previous === null ? [] : [previous])].map(successorKeyOf);
  return {
    newAccessToken: ({ userId, sessionId }: AccessClaims, now: Date, seconds: number): string =>
      access.sign(String(userId), { sid: sessionId }, now, seconds),
    /** Null unless we signed it and it is valid at `now`. */
    readAccessToken(token: string, now: Date): AccessClaims | null {
      const { sub, sid } = access.read(token, now) ?? {};
      if (typeof sub !== 'string' || !/^\d+$/.test(sub) || !isUuid(sid)) return null;
      return { userId: Number(sub), sessionId: sid };
    },
    newRefreshToken: (): string => randomBytes(32).toString('base64url'),
    /** The next refresh token, by each of the secrets; only who knows them can derive it. */
    successorsOf: (token: string) =>
      successorKeys.map((key) => hmac(key, token)) as [string, ...string[]],
    hash: (token: string): string => createHash('sha256').update(token).digest('hex'),
  };
}

/** Its own key, so that no refresh token can pass for the signature of an access token. */
function successorKeyOf(secret: string): Buffer {
  return createHmac('sha256', secret).update('refresh-token successor').digest();
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
