import { describe, expect, it } from 'vitest';
import { createTokens } from '../../../src/modules/auth/tokens.service.js';
import { DAY_MS, HOUR_MS } from '../../../src/platform/time/units.js';
import { useTestApp } from '../../support/app/app.js';
import { buildUser } from '../../support/app/factories.js';
import { routesOf } from '../../support/app/routes.js';

interface OpenApiPaths {
  paths: Record<string, Record<string, { requestBody?: object }>>;
}

const OLD = 'b5pQ7vXz2Lk9Rw4TyHn8Jd3Fg6Sm1Ca0';
const t = useTestApp({
  config: { jwtSecret: 'Zx8Nq2Vt7Bw4Ye9Kr1Pm6Uj3Hs5Lg0Df', previousJwtSecret: OLD },
});
const SKEW_MS = 40_000;

/** Signed in by a process that has this secret. */
async function signedIn(secret: string) {
  const tokens = createTokens(secret);
  const { id } = await buildUser(t);
  const now = t.clock.now();
  const refresh = tokens.newRefreshToken();
  const token = {
    tokenHash: tokens.hash(refresh),
    createdAt: now,
    expiresAt: new Date(now.getTime() + 7 * DAY_MS),
  };
  const sessionId = crypto.randomUUID();
  await t.db.session.create({
    data: { id: sessionId, userId: id, createdAt: now, refreshTokens: { create: token } },
  });
  const access = tokens.newAccessToken({ userId: id, sessionId }, now, 3600);
  return { access, refresh, sessionId };
}
const me = async (token: string) =>
  (await t.send('get', '/api/auth/me').set('Authorization', `Bearer ${token}`)).status;
const renew = async (refresh_token: string) => {
  const { status, body } = await t.send('post', '/api/auth/refresh').send({ refresh_token });
  return {
    status,
    access: body.access_token as string,
    refresh: body.refresh_token as string,
  };
};
const forget = () => t.dueWork.sweeps['ended sessions forgotten']?.();

describe('a session', () => {
  it('ends after 90 days, however often it is renewed', async () => {
    let { refresh } = await signedIn(t.config.jwtSecret);
    const statuses: number[] = [];
    for (let day = 6; day <= 90; day += 6) {
      t.clock.advance(6 * DAY_MS);
      const next = await renew(refresh);
      statuses.push(next.status);
      ({ refresh } = next);
    }
    expect(statuses).toEqual([...Array<number>(14).fill(200), 401]);
  });

  it('gives no access after 90 days, and none once it is deleted', async () => {
    const { access, sessionId } = await signedIn(t.config.jwtSecret);
    expect(await me(access)).toBe(200);
    await t.db.session.update({
      where: { id: sessionId },
      data: { createdAt: new Date(t.clock.now().getTime() - 90 * DAY_MS) },
    });
    expect(await me(access)).toBe(401);
  });

  it('is deleted when it has ended, and not before', async () => {
    await t.db.session.deleteMany();
    const [open, revoked, old] = [
      await signedIn(t.config.jwtSecret),
      await signedIn(t.config.jwtSecret),
      await signedIn(t.config.jwtSecret),
    ];
    await t.send('post', '/api/auth/logout').send({ refresh_token: revoked.refresh });
    await t.db.session.update({
      where: { id: old.sessionId },
      data: { createdAt: new Date(t.clock.now().getTime() - 90 * DAY_MS) },
    });
    expect(await forget()).toBe(2);
    expect((await t.db.session.findMany()).map(({ id }) => id)).toEqual([open.sessionId]);
    t.clock.advance(7 * DAY_MS - 1);
    expect(await forget()).toBe(0);
    t.clock.advance(1);
    expect(await forget()).toBe(1);
    expect(await t.db.refreshToken.count()).toBe(0);
  });
});

describe('what a user may do', () => {
  it('is asked of the database each time: a role and an ended session count at once', async () => {
    const { access, refresh, sessionId } = await signedIn(t.config.jwtSecret);
    const { userId } = await t.db.session.findUniqueOrThrow({ where: { id: sessionId } });
    const who = async () =>
      (await t.send('get', '/api/auth/me').set('Authorization', `Bearer ${access}`)).body.role;
    for (const role of ['admin', 'user'] as const) {
      await t.db.user.update({ where: { id: userId }, data: { role } });
      expect(await who()).toBe(role);
    }
    await t.db.session.updateMany({ where: { userId }, data: { revokedAt: t.clock.now() } });
    expect([await me(access), (await renew(refresh)).status]).toEqual([401, 401]);
  });

  // Whoever adds one ends the other sessions with it, and proves that here.
  it('is changed by no route: there is none for passwords, roles or bans', async () => {
    const { paths } = (await t.send('get', '/openapi.json')).body as OpenApiPaths;
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map(({ requestBody }) => [path, JSON.stringify(requestBody ?? {})]),
    );
    const taking = (name: string) =>
      told.filter(([, body]) => body?.includes(`"${name}":`)).map(([path]) => path);
    expect(taking('password')).toEqual(['/api/auth/register', '/api/auth/login']);
    expect(taking('role')).toEqual(['/api/auth/demo']);
    const addresses = routesOf(t.app).map(({ path }) => path);
    expect(addresses.filter((path) => /password|role|ban\b|suspend|block/.test(path))).toEqual([]);
  });
});

describe('two processes', () => {
  it.each([
    ['ahead', SKEW_MS],
    ['behind', -SKEW_MS],
  ])('sign nobody out when the clock of the second is 40 s %s', async (_where, skew) => {
    const first = await renew((await signedIn(t.config.jwtSecret)).refresh);
    expect(await me(first.access)).toBe(200);
    t.clock.advance(skew);
    expect(await me(first.access)).toBe(200);
    const { refresh } = await signedIn(t.config.jwtSecret);
    const here = await renew(refresh);
    t.clock.advance(skew);
    const there = await renew(refresh);
    expect([there.status, there.refresh]).toEqual([200, here.refresh]);
    expect((await renew(here.refresh)).status).toBe(200);
  });
});

describe('the secret before this one', () => {
  it('signs nobody out, and signs nothing any more', async () => {
    const { access, refresh } = await signedIn(OLD);
    expect(await me(access)).toBe(200);
    const renewed = await renew(refresh);
    expect([renewed.status, await me(renewed.access)]).toEqual([200, 200]);
    const before = createTokens(OLD);
    expect(before.readAccessToken(renewed.access, t.clock.now())).toBeNull();
    expect(before.readAccessToken(access, t.clock.now())).not.toBeNull();
  });

  it('finds the successor that a process with it has stored', async () => {
    const { refresh, sessionId } = await signedIn(OLD);
    const before = createTokens(OLD);
    const [successor] = before.successorsOf(refresh);
    const now = t.clock.now();
    await t.db.refreshToken.updateMany({ where: { sessionId }, data: { rotatedAt: now } });
    const expiresAt = new Date(now.getTime() + HOUR_MS);
    await t.db.refreshToken.create({
      data: { sessionId, tokenHash: before.hash(successor), createdAt: now, expiresAt },
    });
    expect((await renew(refresh)).refresh).toBe(successor);
    expect((await renew(successor)).status).toBe(200);
  });

  it('vouches for no other', async () => {
    const { access } = await signedIn('Qw3Er5Ty7Ui9Op1As2Df4Gh6Jk8Lz0Xc');
    expect(await me(access)).toBe(401);
  });
});
