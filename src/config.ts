import { z } from 'zod';
import { entropyOf } from './platform/entropy.js';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/, 'must start with postgresql://');

/** As browsers send it (RFC 6454, section 6.2): a scheme, a host, and a port unless it is the usual one. */
const origin = z
  .string()
  .refine(
    isOrigin,
    'must list origins such as https://partner.example: http or https, a host, and no path or slash after it',
  );

function isOrigin(text: string): boolean {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** As long as the hash of HS256 (RFC 7518, section 3.2). */
const SECRET_BYTES = 32;
/** As estimated: less than 16 random bytes have, written in hexadecimal. */
const SECRET_BITS = 96;
const MAKE_SECRET = 'make one with: openssl rand -base64 48';
const secret = z
  .string()
  .refine(
    (text) => Buffer.byteLength(text) >= SECRET_BYTES,
    `must be at least ${SECRET_BYTES} bytes long; ${MAKE_SECRET}`,
  );
const EMBEDDED = 'pglite:';
const DEVELOPMENT_SECRET = 'for-development-only-not-a-secret-at-all';

/** By environment variable; an empty one counts as not set. */
export const settings = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().optional(),
  PORT: integer(0, 65_535).default(3000),
  WEB_CONCURRENCY: integer(1, 256).default(1),
  DATABASE_URL: z
    .string()
    .regex(/^(pglite:.+|postgres(ql)?:\/\/.+)/, 'must start with postgresql:// or pglite:')
    .default('pglite:.data/coocook'),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: integer(1, 500).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: integer(100, 60_000).default(2000),
  DATABASE_QUERY_TIMEOUT_MS: integer(100, 600_000).default(2500),
  ALLOW_EMBEDDED_DATABASE: flag.default(false),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://coocook.example')
    .optional(),
  JWT_SECRET: secret.optional(),
  JWT_SECRET_PREVIOUS: secret.optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must start with mailto: or https://')
    .optional(),
  DEMO_MODE: flag.optional(),
  CORS_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUST_PROXY_HOPS: integer(0, 10).default(0),
  AUTH_ATTEMPTS_PER_MINUTE: integer(1, 1_000_000).default(30),
  AUTH_FAILURES_PER_ACCOUNT: integer(1, 1_000_000).default(10),
  RESPONSE_CACHE_MB: integer(0, 10_000).default(32),
  OVERLOAD_ANSWER_MS: integer(10, 600_000).default(300),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
} as const;

export interface Config {
  production: boolean;
  development: boolean;
  host: string;
  port: number;
  webConcurrency: number;
  database: {
    url: string;
    directUrl: string | null;
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
    responseCacheBytes: read.RESPONSE_CACHE_MB * 2 ** 20,
    overloadAnswerMs: read.OVERLOAD_ANSWER_MS,
    logLevel: read.LOG_LEVEL,
  };
}

type Settings = z.infer<z.ZodObject<typeof settings>>;

function refuseMoreThanEmbedded(read: Settings): void {
  const wrong = [
    ...(read.WEB_CONCURRENCY > 1 ? ['WEB_CONCURRENCY'] : []),
    ...(read.DATABASE_DIRECT_URL === undefined ? [] : ['DATABASE_DIRECT_URL']),
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
