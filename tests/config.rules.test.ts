import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.js';

describe('settings', () => {
  const production = {
    NODE_ENV: 'production',
    JWT_SECRET: '4f1c9a7be05d83260bd17c94ae58f362',
    PUBLIC_URL: 'https://coocook.test',
    DATABASE_URL: 'postgresql://db/coocook',
  };

  it('have defaults for development, and none of them in production', () => {
    expect(loadConfig({})).toMatchObject({
      production: false,
      development: true,
      demoMode: true,
      host: '127.0.0.1',
      port: 3000,
      webConcurrency: 1,
      database: { url: 'pglite:.data/coocook', directUrl: null, replicaUrl: null },
    });
    expect(loadConfig(production)).toMatchObject({
      production: true,
      development: false,
      demoMode: false,
      host: '0.0.0.0',
    });
  });

  it.each([
    ['a demo in production', { DEMO_MODE: 'true' }, /DEMO_MODE/],
    ['no secret', { JWT_SECRET: undefined }, /JWT_SECRET/],
    ['an empty secret', { JWT_SECRET: '' }, /JWT_SECRET/],
    ['a short secret', { JWT_SECRET: 'x'.repeat(31) }, /JWT_SECRET.*32 bytes/],
    [
      "development's secret",
      { JWT_SECRET: 'for-development-only-not-a-secret-at-all' },
      /JWT_SECRET/,
    ],
    ...['x'.repeat(64), 'abcd'.repeat(10), '0123456789abcdef'.repeat(2)].flatMap(
      (weak): [string, object, RegExp][] => [
        [`the secret ${weak}`, { JWT_SECRET: weak }, /JWT_SECRET can be guessed/],
        [`${weak} before`, { JWT_SECRET_PREVIOUS: weak }, /JWT_SECRET_PREVIOUS can be guessed/],
      ],
    ),
    ['no address of its own', { PUBLIC_URL: undefined }, /PUBLIC_URL must be set/],
    [
      'an address with a path',
      { PUBLIC_URL: 'https://a.test/app' },
      /PUBLIC_URL must be an origin/,
    ],
    ['a contact that is none', { SECURITY_CONTACT: 'me@a.test' }, /SECURITY_CONTACT/],
    ['the embedded database', { DATABASE_URL: 'pglite:x' }, /ALLOW_EMBEDDED_DATABASE/],
    ['no database', { DATABASE_URL: undefined }, /DATABASE_URL/],
    ['another database', { DATABASE_URL: 'mysql://db' }, /DATABASE_URL/],
    ['a port that is none', { PORT: '70000' }, /PORT/],
    ['a word for a number', { DATABASE_POOL_SIZE: 'many' }, /DATABASE_POOL_SIZE/],
    ['no processes', { WEB_CONCURRENCY: '0' }, /WEB_CONCURRENCY/],
    ['a direct address that is none', { DATABASE_DIRECT_URL: 'pglite:x' }, /DATABASE_DIRECT_URL/],
    ...[
      ...[
        'partner',
        'null',
        '*',
        'file:///x',
        'data:text/html,x',
        'ftp://a.test',
        'https://a.test/',
      ],
      ...['https://a.test/app', 'https://A.test', 'https://a.test:443', 'https://u:p@a.test'],
      'https://fine.test, https://a.test/?x',
    ].map((origins): [string, object, RegExp] => [
      `${origins} as an origin`,
      { CORS_ORIGINS: origins },
      /CORS_ORIGINS must list origins such as/,
    ]),
  ])('refuse %s with a sentence that names the setting', (_name, given, message) => {
    expect(() => loadConfig({ ...production, ...given })).toThrow(ConfigError);
    expect(() => loadConfig({ ...production, ...given })).toThrow(message);
  });

  it.each([
    ['WEB_CONCURRENCY', '2'],
    ['DATABASE_DIRECT_URL', 'postgresql://db/coocook'],
    ['DATABASE_REPLICA_URL', 'postgresql://db/coocook'],
  ])('refuse %s with the embedded database', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => loadConfig({ [name]: value })).toThrow(name);
  });

  it('take origins as browsers send them', () => {
    const origins = ['https://a.test', 'http://localhost:8080'];
    const given = { ...production, CORS_ORIGINS: origins.join(', ') };
    expect(loadConfig(given).corsOrigins).toEqual(origins);
  });

  it('take the embedded database in production when told so', () => {
    const given = { ...production, DATABASE_URL: 'pglite:x', ALLOW_EMBEDDED_DATABASE: 'true' };
    expect(loadConfig(given).database.url).toBe('pglite:x');
  });
});
