import { z } from 'zod';

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

/** The smallest key that HS256 may use: as long as its hash (RFC 7518, section 3.2). */
const SECRET_BYTES = 32;
const DEVELOPMENT_SECRET = 'for-development-only-not-a-secret-at-all';

/** Every setting by its environment variable; an empty variable counts as not set. */
export const settings = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().optional(),
  PORT: integer(0, 65_535).default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^(pglite:.+|postgres(ql)?:\/\/.+)/, 'must start with postgresql:// or pglite:')
    .default('pglite:.data/coocook'),
  DATABASE_POOL_SIZE: integer(1, 500).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: integer(100, 60_000).default(2000),
  DATABASE_QUERY_TIMEOUT_MS: integer(100, 600_000).default(2500),
  ALLOW_EMBEDDED_DATABASE: flag.default(false),
  JWT_SECRET: z
    .string()
    .refine(
      (text) => Buffer.byteLength(text) >= SECRET_BYTES,
      `must be at least ${SECRET_BYTES} bytes long; make one with: openssl rand -base64 48`,
    )
    .optional(),
  DEMO_MODE: flag.optional(),
  CORS_ORIGINS: list.pipe(z.array(z.url())).default([]),
  TRUST_PROXY_HOPS: integer(0, 10).default(0),
  AUTH_ATTEMPTS_PER_MINUTE: integer(1, 1_000_000).default(30),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
} as const;

/** What the process was told, validated; see the README's table for each setting. */
export interface Config {
  production: boolean;
  /** What only those who build the site have use for is served. */
  development: boolean;
  host: string;
  port: number;
  databaseUrl: string;
  databasePoolSize: number;
  databaseConnectTimeoutMs: number;
  databaseQueryTimeoutMs: number;
  jwtSecret: string;
  demoMode: boolean;
  corsOrigins: string[];
  trustProxyHops: number;
  authAttemptsPerMinute: number;
  logLevel: string;
}

/** A setting that is missing or wrong; its message names the setting and is fit to be shown. */
export class ConfigError extends Error {}

/**
 * Reads the settings from an environment.
 * @throws ConfigError with one sentence for each wrong setting.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(settings).safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    );
  }
  const read = parsed.data;
  const production = read.NODE_ENV === 'production';
  if (production) refuseUnsafeProduction(read);
  return {
    production,
    development: read.NODE_ENV === 'development',
    host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    databaseConnectTimeoutMs: read.DATABASE_CONNECT_TIMEOUT_MS,
    databaseQueryTimeoutMs: read.DATABASE_QUERY_TIMEOUT_MS,
    jwtSecret: read.JWT_SECRET ?? DEVELOPMENT_SECRET,
    demoMode: read.DEMO_MODE ?? !production,
    corsOrigins: read.CORS_ORIGINS,
    trustProxyHops: read.TRUST_PROXY_HOPS,
    authAttemptsPerMinute: read.AUTH_ATTEMPTS_PER_MINUTE,
    logLevel: read.LOG_LEVEL,
  };
}

function refuseUnsafeProduction(read: z.infer<z.ZodObject<typeof settings>>): void {
  const reasons: string[] = [];
  if (read.DEMO_MODE === true) {
    reasons.push('DEMO_MODE must not be true in production: anyone could sign in.');
  }
  if (read.JWT_SECRET === undefined || read.JWT_SECRET === DEVELOPMENT_SECRET) {
    reasons.push(
      `JWT_SECRET must be set in production, to at least ${SECRET_BYTES} random bytes; make one with: openssl rand -base64 48`,
    );
  }
  if (read.DATABASE_URL.startsWith('pglite:') && !read.ALLOW_EMBEDDED_DATABASE) {
    reasons.push(
      'DATABASE_URL names the embedded database, which one process only can use; set it to a postgresql:// address, or ALLOW_EMBEDDED_DATABASE=true if that is what you want.',
    );
  }
  if (reasons.length > 0) throw new ConfigError(reasons.join('\n'));
}
