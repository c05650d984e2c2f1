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
export const SECRET_BYTES = 32;
export const MAKE_SECRET = 'make one with: openssl rand -base64 48';
const secret = z
  .string()
  .refine(
    (text) => Buffer.byteLength(text) >= SECRET_BYTES,
    `must be at least ${SECRET_BYTES} bytes long; ${MAKE_SECRET}`,
  );

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
  DATABASE_REPLICA_URL: postgresUrl.optional(),
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
  OPEN_REQUESTS_PER_DINER: integer(1, 1_000_000).default(10),
  OPEN_REQUESTS_AT_ONE_TIME: integer(1, 1_000_000).default(3),
  RESPONSE_CACHE_MB: integer(0, 10_000).default(32),
  OVERLOAD_ANSWER_MS: integer(10, 600_000).default(300),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
} as const;

/** As read, before `config.ts` adds what depends on other settings. */
export type Settings = z.infer<z.ZodObject<typeof settings>>;
