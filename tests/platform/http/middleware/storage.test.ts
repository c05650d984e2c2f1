import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import request, { type Response } from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { createTokens } from '../../../../src/modules/auth/tokens.service.js';
import { packageRoot } from '../../../../src/platform/paths.js';
import { addMs } from '../../../../src/platform/time/instants.js';
import { DAY_MS } from '../../../../src/platform/time/units.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { routesOf } from '../../../support/app/routes.js';

// Behind kept answers, as visitors reach it.
const t = useTestApp({ config: { responseCacheBytes: 2 ** 20 } });
const DINER = 1;
const STREAM = '/events';
const PHOTO = 'p'.repeat(22);

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  const chefPhoto = { chefId: 1, key: PHOTO, width: 640, format: 'webp' };
  await t.db.chefPhoto.create({
    data: { ...chefPhoto, content: new Uint8Array([1]), createdAt: new Date(NOW) },
  });
});

interface Address {
  method: string;
  path: string;
}
interface Caller {
  cookie: string;
  refreshHash: string;
}

/** A new session each time: a refresh token is exchanged once. */
async function newSession(): Promise<{ access: string; refresh: string; refreshHash: string }> {
  const tokens = createTokens(t.config.jwtSecret);
  const [now, sessionId, refresh] = [t.clock.now(), randomUUID(), tokens.newRefreshToken()];
  const refreshHash = tokens.hash(refresh);
  const token = { tokenHash: refreshHash, createdAt: now, expiresAt: addMs(now, DAY_MS) };
  await t.db.session.create({
    data: { id: sessionId, userId: DINER, createdAt: now, refreshTokens: { create: token } },
  });
  const access = tokens.newAccessToken({ userId: DINER, sessionId }, now, 3600);
  return { access, refresh, refreshHash };
}

const COOKIES: Record<string, (session: { access: string; refresh: string }) => string> = {
  'no cookie': () => 'theme=dark',
  'an access token only': ({ access }) => `access=${access}`,
  'a refresh token only': ({ refresh }) => `refresh=${refresh}`,
  both: ({ access, refresh }) => `access=${access}; refresh=${refresh}`,
  garbage: () => 'access=%00x; refresh=y; flash=%7B; lang=xx; theme=;',
};

async function callerWith(cookies: keyof typeof COOKIES): Promise<Caller> {
  const session = await newSession();
  return { cookie: COOKIES[cookies]?.(session) ?? '', refreshHash: session.refreshHash };
}

function send({ method, path }: Address, { cookie }: Caller): Promise<Response> {
  // A stream does not end by itself; its head is enough.
  const verb = path === STREAM ? 'head' : (method as 'get');
  return request(t.listener)[verb](path).set({ Accept: 'text/html', Cookie: cookie });
}

/** All addresses: the app's routes with the ids of what is there, and a file of each kind. */
function addresses(): Address[] {
  const folder = join(packageRoot(), 'public');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((one) => `/${one}`);
  const files = [...new Map(paths.map((path) => [extname(path), path])).values()];
  const routes = routesOf(t.app).map(({ method, path }) => ({
    method,
    path: path.replace(':file', `${PHOTO}-640.webp`).replace(/:\w+/g, '1'),
  }));
  const named = ['/docs/assets/swagger-ui.css', '/nowhere', '/api/nowhere', '/photos/none'];
  return [
    ...routes,
    ...[...files, ...named].flatMap((path) => [
      { method: 'get', path },
      { method: 'get', path: `${path}?v=1` },
    ]),
  ];
}

const cookiesSet = (answer: Response) =>
  [answer.headers['set-cookie'] ?? []].flat().map((one: string) => one.replace(/=.*/s, ''));
const mayBeStored = (answer: Response) =>
  !/\b(private|no-store)\b/.test(answer.headers['cache-control'] as string);

describe('an answer of any address', () => {
  it('says who may store it, and is stored by nobody when it sets a cookie', async () => {
    const stored: string[] = [];
    const all = addresses();
    expect(all.length).toBeGreaterThan(100);
    for (const address of all) {
      const plain = await send(address, await callerWith('no cookie'));
      for (const cookies of Object.keys(COOKIES)) {
        const caller = await callerWith(cookies);
        const answer = await send(address, caller);
        const where = `${address.method} ${address.path} with ${cookies}: ${answer.status}`;
        const caching = answer.headers['cache-control'];
        expect(caching, where).toBeDefined();
        if (cookiesSet(answer).length > 0) expect(caching, where).toMatch(/^private, no-store/);
        if (!mayBeStored(answer)) continue;
        stored.push(address.path);
        expect(cookiesSet(answer), where).toEqual([]);
        expect([answer.status, answer.text], where).toEqual([plain.status, plain.text]);
        const token = { where: { tokenHash: caller.refreshHash, rotatedAt: null } };
        expect(await t.db.refreshToken.count(token), `${where}: renewed`).toBe(1);
      }
    }
    expect(stored).toEqual(
      expect.arrayContaining([
        `/photos/${PHOTO}-640.webp`,
        '/css/main.css',
        '/api/coocook/chefs',
        '/openapi.json',
      ]),
    );
  });

  it('renews a session where it is asked for one, and says so to nobody else', async () => {
    const answer = await send(
      { method: 'get', path: '/' },
      await callerWith('a refresh token only'),
    );
    expect(cookiesSet(answer)).toEqual(['access', 'refresh']);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('keeps tokens and the way to the sign-in page to who asked', async () => {
    const demo = { passkey: 'demo2026', role: 'diner' };
    const tokens = await t.send('post', '/api/auth/demo').send(demo);
    const page = await t.send('post', '/sign-in/demo').type('form').send(demo);
    const away = await t.send('get', '/my-bookings').set('Accept', 'text/html');
    expect([tokens.status, page.status, away.status]).toEqual([200, 303, 303]);
    for (const answer of [tokens, page, away]) {
      expect(answer.headers['cache-control']).toBe('private, no-store');
    }
  });
});
