import { z } from 'zod';
import { entropyOf } from './platform/entropy.js';
import { MAKE_SECRET, SECRET_BYTES, settings, type Settings } from './settings.js';

/** As estimated: less than 16 random bytes have, written in hexadecimal. */
const SECRET_BITS = 96;
const EMBEDDED = 'pglite:';
const DEVELOPMENT_SECRET = 'for-development-only-not-a-secret-at-all';

export interface Config {
  production: boolean;
  development: boolean;
  host: string;
  port: number;
  webConcurrency: number;
  database: {
    url: string;
    directUrl: string | null;
    replicaUrl: string | null;
    poolSize: number;
    connectTimeoutMs: number;
    queryTimeoutMs: number;
  };
  publicUrl: string | null;
  jwtSecret: string;
  previousJwtSecret: string | null;
  securityContact: string | null;
  demoMode: boolean;
  corsOrigins: string[];
  trustProxyHops: number;
  authAttemptsPerMinute: number;
  authFailuresPerAccount: number;
  openRequests: { inAll: number; atOnce: number };
  responseCacheBytes: number;
  overloadAnswerMs: number;
  logLevel: string;
}

/** The message is fit to be shown. */
export class ConfigError extends Error {}

/** @throws ConfigError with one sentence for each wrong setting */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(settings).safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`).join('\n'),
    );
  }
  const read = parsed.data;
  const production = read.NODE_ENV === 'production';
  if (production) refuseUnsafeProduction(read);
  if (read.DATABASE_URL.startsWith(EMBEDDED)) refuseMoreThanEmbedded(read);
  return {
    production,
    development: read.NODE_ENV === 'development',
    host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: read.PORT,
    webConcurrency: read.WEB_CONCURRENCY,
    database: {
      url: read.DATABASE_URL,
      directUrl: read.DATABASE_DIRECT_URL ?? null,
      replicaUrl: read.DATABASE_REPLICA_URL ?? null,
      poolSize: read.DATABASE_POOL_SIZE,
      connectTimeoutMs: read.DATABASE_CONNECT_TIMEOUT_MS,
      queryTimeoutMs: read.DATABASE_QUERY_TIMEOUT_MS,
    },
    publicUrl: read.PUBLIC_URL ?? null,
    jwtSecret: read.JWT_SECRET ?? DEVELOPMENT_SECRET,
    previousJwtSecret: read.JWT_SECRET_PREVIOUS ?? null,
    securityContact: read.SECURITY_CONTACT ?? null,
    demoMode: read.DEMO_MODE ?? !production,
    corsOrigins: read.CORS_ORIGINS,
    trustProxyHops: read.TRUST_PROXY_HOPS,
    authAttemptsPerMinute: read.AUTH_ATTEMPTS_PER_MINUTE,
    authFailuresPerAccount: read.AUTH_FAILURES_PER_ACCOUNT,
    openRequests: {
      inAll: read.OPEN_REQUESTS_PER_DINER,
      atOnce: read.OPEN_REQUESTS_AT_ONE_TIME,
    },
    responseCacheBytes: read.RESPONSE_CACHE_MB * 2 ** 20,
    overloadAnswerMs: read.OVERLOAD_ANSWER_MS,
    logLevel: read.LOG_LEVEL,
  };
}

function refuseMoreThanEmbedded(read: Settings): void {
  const wrong = [
    ...(read.WEB_CONCURRENCY > 1 ? ['WEB_CONCURRENCY'] : []),
    ...(read.DATABASE_DIRECT_URL === undefined ? [] : ['DATABASE_DIRECT_URL']),
    ...(read.DATABASE_REPLICA_URL === undefined ? [] : ['DATABASE_REPLICA_URL']),
  ];
  if (wrong.length === 0) return;
  throw new ConfigError(
    `${wrong.join(' and ')} cannot be had with the embedded database, which serves one process only; set DATABASE_URL to a postgresql:// address.`,
  );
}

function refuseUnsafeProduction(read: Settings): void {
  const reasons: string[] = [];
  if (read.DEMO_MODE === true) {
    reasons.push('DEMO_MODE must not be true in production: anyone could sign in.');
  }
  if (read.PUBLIC_URL === undefined) {
    reasons.push(
      'PUBLIC_URL must be set in production, to where people reach the app, such as https://coocook.example.',
    );
  }
  if (read.JWT_SECRET === undefined) {
    reasons.push(
      `JWT_SECRET must be set in production, to at least ${SECRET_BYTES} random bytes; ${MAKE_SECRET}.`,
    );
  }
  for (const name of ['JWT_SECRET', 'JWT_SECRET_PREVIOUS'] as const) {
    if (read[name] !== undefined && isGuessable(read[name])) {
      reasons.push(`${name} can be guessed; ${MAKE_SECRET}.`);
    }
  }
  if (read.DATABASE_URL.startsWith(EMBEDDED) && !read.ALLOW_EMBEDDED_DATABASE) {
    reasons.push(
      'DATABASE_URL names the embedded database, which one process only can use; set it to a postgresql:// address, or ALLOW_EMBEDDED_DATABASE=true if that is what you want.',
    );
  }
  if (reasons.length > 0) throw new ConfigError(reasons.join('\n'));
}

function isGuessable(text: string): boolean {
  return text === DEVELOPMENT_SECRET || entropyOf(text) < SECRET_BITS;
}
