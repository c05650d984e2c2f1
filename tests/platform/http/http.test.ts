import fs from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../../src/platform/http/middleware/logging.js';
import { useTestApp } from '../../support/app/app.js';
import { pageOf } from '../../support/responses/html.js';
import { buildDiner, signInAs } from '../../support/app/factories.js';

const lines: Record<string, unknown>[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    }
    done();
  },
});
let draining = false;
const t = useTestApp({
  logger: createLogger('info', sink),
  draining: () => draining,
  config: { corsOrigins: ['https://partner.test'] },
});

describe('probes', () => {
  it('tell health without I/O and readiness with it', async () => {
    expect((await t.send('get', '/health')).body).toEqual({ status: 'ok' });
    const ready = await t.send('get', '/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }]);
    draining = true;
    const leaving = await t.send('get', '/ready');
    draining = false;
    expect([leaving.status, leaving.headers['retry-after']]).toEqual([503, '2']);
    await t.db.$executeRaw`ALTER TABLE _prisma_migrations RENAME TO gone`;
    expect((await t.send('get', '/ready')).status).toBe(503);
    expect((await t.send('get', '/health')).status).toBe(200);
    await t.db.$executeRaw`ALTER TABLE gone RENAME TO _prisma_migrations`;
    await t.db
      .$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%initial'`;
    expect((await t.send('get', '/ready')).status).toBe(503);
    await t.db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
    expect((await t.send('get', '/ready')).status).toBe(200);
  });
});

describe('the log', () => {
  it('has one line a request, with what an operator needs and no secret', async () => {
    const { id } = await buildDiner(t);
    const as = await signInAs(t, id);
    lines.length = 0;
    await t
      .send('get', '/api/coocook/bookings?status=pending')
      .set('Authorization', as)
      .set('X-Request-Id', 'trace-7')
      .set('Cookie', 'access=canary-cookie');
    await t
      .send('post', '/api/auth/login')
      .send({ email: 'canary@example.test', password: 'canary-password' });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      request_id: 'trace-7',
      user_id: id,
      method: 'GET',
      route: '/api/coocook/bookings',
      status: 200,
      msg: 'request',
    });
    expect(lines[0]?.milliseconds).toBeTypeOf('number');
    const all = JSON.stringify(lines);
    expect(all).not.toContain('canary');
    expect(all).not.toContain(as.slice(7));
  });

  it('redacts addresses, tokens and passwords that an error may carry', () => {
    const told: string[] = [];
    const logger = createLogger(
      'info',
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          told.push(chunk.toString());
          done();
        },
      }),
    );
    const error = new Error(
      'for kim@example.test with eyJhbGci.eyJzdWIi.c2ln at postgresql://u:hunter2@db/x',
    );
    logger.error({ err: error, password: 'hunter2', body: { token: 'hunter2' } }, 'failed');
    expect(told.join()).toContain('[e-mail]');
    expect(told.join()).not.toMatch(/kim@|eyJ|hunter2/);
  });
});

describe('request ids', () => {
  it('are taken over when they are harmless, made when not, and echoed', async () => {
    const echoed = await t.send('get', '/health').set('X-Request-Id', 'abc-123');
    expect(echoed.headers['x-request-id']).toBe('abc-123');
    const made = await t.send('get', '/health').set('X-Request-Id', 'a b<script>');
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const page = await t
      .send('get', '/nowhere')
      .set('Accept', 'text/html')
      .set('X-Request-Id', 'seen-it');
    expect(page.status).toBe(404);
    expect(page.text).toContain('seen-it');
  });
});

describe('bad requests', () => {
  const raw = (body: string, type = 'application/json') =>
    t.send('post', '/api/auth/login').set('Content-Type', type).send(body);

  it.each([
    ['broken JSON', () => raw('{"email":'), 400],
    ['JSON that is no object', () => raw('"text"'), 400],
    ['another charset', () => raw('{}', 'application/json; charset=latin7'), 415],
    ['another type', () => raw('email=x', 'text/plain'), 415],
    ['a form', () => raw('email=x&password=y', 'application/x-www-form-urlencoded'), 415],
    [
      'a form for the demo',
      () =>
        t.send('post', '/api/auth/demo').type('form').send({ passkey: 'demo2026', role: 'diner' }),
      415,
    ],
    [
      'a form where no body is taken',
      () => t.send('post', '/api/coocook/bookings/1/rescue').type('form').send({ a: '1' }),
      415,
    ],
    ['no body', () => t.send('post', '/api/auth/login'), 422],
    ['an array', () => raw('[]'), 422],
    ['a prototype', () => raw('{"__proto__":{"x":1},"email":"a@b.test","password":"x"}'), 422],
    ['10 MB', () => raw(`{"email":"${'x'.repeat(10_000_000)}"}`), 413],
    ['a bad address', () => t.send('get', '/api/coocook/chefs/%E0%A4%A'), 400],
    ['an unknown address', () => t.send('get', '/api/nowhere'), 404],
  ])('%s', async (_name, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body.status).toBe(status);
    expect(response.body.type).toMatch(/^urn:coocook:problem:/);
    expect(response.body.request_id).toBe(response.headers['x-request-id']);
  });
});

describe('a page', () => {
  const post = (path: string) => t.send('post', path).set('Accept', 'text/html');

  it('takes the fields of a form, and no JSON', async () => {
    const sent = { email: 'nowhere', password: 'x' };
    expect((await post('/sign-in').type('form').send(sent)).status).toBe(422);
    const json = await post('/sign-in').send(sent);
    expect([json.status, json.type]).toEqual([415, 'text/html']);
    expect(json.text).toContain('Send the fields of a form.');
  });

  it('takes a file only where one is asked for', async () => {
    const sent = await post('/sign-in').field('email', 'a@b.test');
    expect(sent.status).toBe(415);
  });

  it('needs no body where nothing is entered', async () => {
    expect((await post('/sign-out')).status).toBe(303);
  });
});

describe('a request to the API', () => {
  it('looks for no file and takes no cookie with a message', async () => {
    const stat = vi.spyOn(fs, 'stat');
    const found = await t.send('get', '/api/coocook/chefs').set('Cookie', 'flash=%7B%7D');
    const lost = await t.send('get', '/api/nowhere');
    expect([found.status, lost.status, stat.mock.calls.length]).toEqual([200, 404, 0]);
    expect(found.headers['set-cookie']).toBeUndefined();
    expect((await t.send('get', '/images/favicon.svg')).status).toBe(200);
    expect(stat).toHaveBeenCalled();
    stat.mockRestore();
  });

  it('answers other origins even when it fails, and refuses what comes from another site', async () => {
    const lost = await t.send('get', '/api/nowhere').set('Origin', 'https://partner.test');
    expect(lost.headers['access-control-allow-origin']).toBe('https://partner.test');
    const foreign = await t
      .send('post', '/api/auth/login')
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ email: 'a@b.test', password: 'x' });
    expect([foreign.status, foreign.type]).toEqual([403, 'application/problem+json']);
  });
});

describe('headers', () => {
  it('forbid whatever is inline or foreign, and ask for HTTPS only where it is certain', async () => {
    const { headers } = await t.send('get', '/');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('let listed origins in, and no other', async () => {
    const from = (origin: string) => t.send('get', '/api/coocook/chefs').set('Origin', origin);
    const listed = await from('https://partner.test');
    expect(listed.headers['access-control-allow-origin']).toBe('https://partner.test');
    expect(
      (await from('https://evil.test')).headers['access-control-allow-origin'],
    ).toBeUndefined();
    const posted = await t
      .send('post', '/api/auth/login')
      .set('Origin', 'https://partner.test')
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ email: 'a@b.test', password: 'x' });
    expect(posted.status).toBe(401);
  });

  it('let them in with bearer tokens only, not with what a browser adds by itself', async () => {
    const crossSite = { Origin: 'https://partner.test', 'Sec-Fetch-Site': 'cross-site' };
    const form = { email: 'a@b.test', password: 'x' };
    const page = await t.send('post', '/sign-in').set(crossSite).type('form').send(form);
    const call = (headers: object) =>
      t
        .send('post', '/api/auth/logout')
        .set({ ...crossSite, ...headers })
        .send({ refresh_token: 'x' });
    expect(page.status).toBe(403);
    expect((await call({})).status).toBe(204);
    expect((await call({ Cookie: 'access=x' })).status).toBe(403);
  });

  it('compress, and let files be cached for a year by their content', async () => {
    const page = await t.send('get', '/explore').set('Accept-Encoding', 'gzip');
    expect(page.headers['content-encoding']).toBe('gzip');
    const css = pageOf(page).find('link[rel="stylesheet"][href^="/css/main.css?v="]').href ?? '';
    expect((await t.send('get', css)).headers['cache-control']).toContain('immutable');
    const plain = await t.send('get', '/js/booking-form.js');
    expect(plain.headers['cache-control']).toBe('public, no-cache');
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1 with every endpoint, and has a page of its own', async () => {
    const { body } = await t.send('get', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/coocook/bookings/{id}',
        '/api/coocook/chefs/{id}/slots',
        '/api/auth/demo',
      ]),
    );
    const create = body.paths['/api/coocook/bookings'].post;
    expect(create.security).toEqual([{ bearer: [] }]);
    expect(Object.keys(create.responses)).toEqual(
      expect.arrayContaining(['201', '401', '403', '404', '409', '422']),
    );
    const page = await t.send('get', '/docs');
    const docs = pageOf(page);
    expect(docs.findAll('script:not([src]), [style]')).toEqual([]);
    const named = docs.findAll('[src^="/"], [href^="/"]');
    expect(named).not.toEqual([]);
    for (const path of named.map((one) => one.attribute('src') ?? one.href ?? '')) {
      expect([path, (await t.send('get', path)).status]).toEqual([path, 200]);
    }
  });
});
