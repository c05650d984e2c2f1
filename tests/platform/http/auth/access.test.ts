import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { createTokens } from '../../../../src/modules/auth/tokens.service.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { routesOf } from '../../../support/app/routes.js';

const t = useTestApp();

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Operation {
  security?: object[];
  requestBody?: object;
}
interface Call {
  method: Method;
  /** As in the document. */
  path: string;
  operation: Operation;
}
let calls: Call[] = [];
const callers: Record<string, string> = {};
const ids: Record<string, number> = {};

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  const document = (await request(t.app).get('/openapi.json')).body as {
    paths: Record<string, Record<Method, Operation>>;
  };
  calls = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method as Method,
      path,
      operation,
    })),
  );
  const [owner, other] = [await buildDiner(t), await buildDiner(t)];
  const [chef, otherChef] = [await buildChef(t), await buildChef(t)];
  const wish = { userId: owner.id, chefId: chef.id, date: '2026-11-28', time: '12:00' };
  ids.bookings = (await buildBooking(t, wish)).id;
  ids.chefs = chef.id;
  ids.subscriptions = (
    await t.db.subscription.findFirstOrThrow({ where: { userId: owner.id } })
  ).id;
  const past = new Date(t.clock.now().getTime() - 7_200_000);
  const session = { id: randomUUID(), userId: owner.id, createdAt: past };
  await t.db.session.create({ data: session });
  const claims = { userId: owner.id, sessionId: session.id };
  const signed = (secret: string, at: Date) =>
    `Bearer ${createTokens(secret).newAccessToken(claims, at, 3600)}`;
  Object.assign(callers, {
    expired: signed(t.config.jwtSecret, past),
    forged: signed('the secret of somebody else, 123', t.clock.now()),
    'no bearer': 'Basic eDp5',
    diner: await signInAs(t, owner.id),
    'other diner': await signInAs(t, other.id),
    chef: await signInAs(t, chef.userId),
    'other chef': await signInAs(t, otherChef.userId),
    demo: 'Bearer demo_token',
  });
});

/** Well-formed, so that nothing but the caller is a reason to refuse. */
const BODIES: Record<string, object> = {
  'post /api/coocook/chefs': {
    ...{ name: 'Kim', bio: 'Cooks.', cuisine_type: 'Thai', location: 'Seoul' },
    ...{ price_per_session: 90, time_zone: 'Asia/Seoul' },
  },
  'patch /api/coocook/chefs/{id}': { name: 'Somebody Else' },
  'put /api/coocook/chefs/{id}/schedule': {
    ...{ time_zone: 'Asia/Seoul', min_hours: 1, max_hours: 6, max_guests: 8 },
    ...{ buffer_before_minutes: 0, buffer_after_minutes: 0, start_step_minutes: 60 },
    ...{ minimum_notice_hours: 3, horizon_days: 60, weekly_hours: [], exceptions: [] },
  },
  'post /api/coocook/bookings': { chef_id: 1, booking_date: '2026-11-29', duration_hours: 2 },
  'put /api/coocook/bookings/{id}': { status: 'confirmed' },
  'post /api/coocook/bookings/{id}/reschedule': { booking_date: '2026-11-29', start_time: '12:00' },
  'post /api/coocook/subscriptions': { plan: 'coocook-monthly' },
};
/** Every field of these is optional. */
const NO_FIELD = /\/(cancellation|resumption|rescue)$/;

function send({ method, path, operation }: Call, authorization: string | undefined) {
  const address = path.replace(
    /(\w+)\/\{id\}/,
    (_all, name: string) => `${name}/${ids[name] ?? 0}`,
  );
  const sending = t.send(method, address);
  if (authorization !== undefined) void sending.set('Authorization', authorization);
  const name = `${method} ${path}`;
  if (operation.requestBody && !NO_FIELD.test(path)) expect(BODIES, name).toHaveProperty([name]);
  return operation.requestBody ? sending.send(BODIES[name] ?? {}) : sending;
}

/** One line for each table, which changes with anything in it. */
async function dump(): Promise<string> {
  const tables = await t.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const hashes = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, (SELECT md5(string_agg(one::text, '' ORDER BY one::text))
      FROM "${name}" one) AS hash`,
  );
  return JSON.stringify(await t.db.$queryRawUnsafe(hashes.join(' UNION ALL ')));
}

const isProtected = ({ operation }: Call) => operation.security !== undefined;

describe('the routes of the API', () => {
  it('are those of the document, and each says who may call it', () => {
    const routed = routesOf(t.app)
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(routed.sort()).toEqual(calls.map(({ method, path }) => `${method} ${path}`).sort());
    expect(calls.filter(isProtected).length).toBeGreaterThan(15);
  });

  it('that need a sign-in refuse who has none, and nothing changes', async () => {
    const before = await dump();
    for (const call of calls.filter(isProtected)) {
      for (const caller of ['anonymous', 'expired', 'forged', 'no bearer']) {
        const { status } = await send(call, callers[caller]);
        expect([caller, call.method, call.path, status]).toEqual([
          ...[caller, call.method, call.path],
          401,
        ]);
      }
    }
    expect(await dump()).toBe(before);
  });

  it("refuse what is somebody else's, whoever asks, and nothing changes", async () => {
    const before = await dump();
    const foreign = calls.filter((call) => isProtected(call) && call.path.includes('{id}'));
    expect(foreign.length).toBeGreaterThan(10);
    for (const call of foreign) {
      for (const caller of ['other diner', 'other chef', 'demo']) {
        const { status } = await send(call, callers[caller]);
        // A chef's profile is known to all; a booking or subscription is as unknown as none.
        const expected = call.path.includes('/chefs/') ? 403 : 404;
        const isRefusedFirst = call.path.endsWith('/rescue') && call.method === 'post';
        const refused = isRefusedFirst && caller === 'other chef' ? 403 : expected;
        expect([caller, call.method, call.path, status]).toEqual([
          ...[caller, call.method, call.path],
          refused,
        ]);
      }
    }
    expect(await dump()).toBe(before);
  });

  it('know who is signed in, and who is on which side of a booking', async () => {
    for (const call of calls.filter((one) => isProtected(one) && one.method === 'get')) {
      for (const caller of ['diner', 'chef', 'demo']) {
        const { status } = await send(call, callers[caller]);
        expect([200, 403, 404, 409], `${caller} ${call.path}`).toContain(status);
      }
    }
    const change = calls.find(
      ({ method, path }) => method === 'put' && path.endsWith('/bookings/{id}'),
    ) as Call;
    const before = await dump();
    expect((await send(change, callers.diner)).status).toBe(403);
    expect(await dump()).toBe(before);
  });
});
