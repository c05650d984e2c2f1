import { Router, type RequestHandler } from 'express';
import type { Test } from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seed } from '../../../../prisma/seed.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import type { OpenApiDocument } from '../../../support/app/contract.js';
import { routesOf } from '../../../support/app/routes.js';
import { Prisma } from '../../../../src/generated/prisma/client.js';
import { openToEveryone } from '../../../../src/platform/http/auth/access.js';
import { guardedRouter } from '../../../../src/platform/http/auth/guarded-router.js';
import { apiRoute, noContent } from '../../../../src/platform/http/routes/api-route.js';
import { formPage } from '../../../../src/platform/http/routes/form-page.js';
import { pageRoute } from '../../../../src/platform/http/routes/page-route.js';
import { redirect } from '../../../../src/platform/http/routes/reply.js';
import { createHttpApp } from '../../../../src/platform/http/server/http-app.js';
import { streamRoute } from '../../../../src/platform/http/sse/stream-route.js';
import { buildWorld, type World } from './callers.js';
import {
  expected,
  outcomeOf,
  PERSONS,
  type Operation,
  type Outcome,
  type Person,
} from './policy.js';

const t = useTestApp();
const PHOTO = 'p'.repeat(22);
let world: World;
let operations: Operation[] = [];
let tables: string[] = [];

beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  const document = (await t.send('get', '/openapi.json')).body as OpenApiDocument;
  operations = routesOf(t.app).map((route) => ({
    ...route,
    problems: problemsOf(route, document),
  }));
  const photo = { chefId: 1, key: PHOTO, width: 640, format: 'webp', createdAt: new Date(NOW) };
  await t.db.chefPhoto.create({ data: { ...photo, content: new Uint8Array([1]) } });
  world = await buildWorld(t);
  const named = await t.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  // A form that leads to sign-in is kept, and counted.
  const ofForms = ['kept_forms', 'rate_limits'];
  tables = named.map(({ name }) => name).filter((name) => !ofForms.includes(name));
});

const inDocument = (path: string) => path.replace(/:(\w+)/g, '{$1}');

function problemsOf({ method, path }: { method: string; path: string }, document: OpenApiDocument) {
  return JSON.stringify(document.paths[inDocument(path)]?.[method]?.responses ?? {});
}

/** Well-formed, so that nothing but the caller is a reason to refuse. The rest gets an empty one. */
const BODIES: Record<string, object> = {
  'post /api/coocook/chefs': {
    ...{ name: 'Kim', bio: 'Cooks.', cuisine_type: 'Thai', location: 'Seoul' },
    ...{ price_per_session: 90, time_zone: 'Asia/Seoul' },
  },
  'patch /api/coocook/chefs/:id': { name: 'Somebody Else' },
  'put /api/coocook/chefs/:id/schedule': {
    ...{ time_zone: 'Asia/Seoul', min_hours: 1, max_hours: 6, max_guests: 8 },
    ...{ buffer_before_minutes: 0, buffer_after_minutes: 0, start_step_minutes: 60 },
    ...{ minimum_notice_hours: 3, horizon_days: 60, weekly_hours: [], exceptions: [] },
  },
  'post /api/coocook/bookings': { chef_id: 1, booking_date: '2026-11-29', duration_hours: 2 },
  'put /api/coocook/bookings/:id': { status: 'confirmed' },
  'put /api/coocook/bookings/:id/allergies': { allergies: [] },
  'post /api/coocook/bookings/:id/reschedule': { booking_date: '2026-11-29', start_time: '12:00' },
  'post /bookings/:id/reschedule': { booking_date: '2026-11-29', start_time: '12:00' },
  'post /bookings/:id/decline': { reason: 'Away.' },
  // Nobody gets one: it is a policy by itself.
  'post /api/coocook/subscriptions': { plan: 'none' },
};

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const isOfApi = ({ path }: Operation) => path.startsWith('/api/');
const isRead = ({ method }: Operation) => method === 'get';

/** @param ids of what is asked for, by the word before the id */
function send(operation: Operation, headers: Record<string, string>, ids: World['ids']): Test {
  const { method, path } = operation;
  const address = path
    .replace(':file', `${PHOTO}-640.webp`)
    .replace(/(\w+)\/:id/, (_all, name: string) => `${name}/${ids[name] ?? 0}`);
  // A stream does not end by itself; its head is enough.
  const sending = t.send(path === '/events' ? ('head' as 'get') : (method as 'get'), address);
  void sending.set(isOfApi(operation) ? headers : { Accept: 'text/html', ...headers });
  if (isRead(operation)) return sending;
  if (!isOfApi(operation)) void sending.type('form');
  return sending.send(BODIES[nameOf(operation)] ?? {});
}

/** Changes for good with any row that is written, even as it was, or deleted. */
async function stateOfTables(): Promise<string> {
  const parts = tables.map(
    (name) => `SELECT count(*) AS rows, max(xmin::text::bigint) AS last FROM "${name}"`,
  );
  const states = await t.db.rows(Prisma.raw(parts.join(' UNION ALL ')));
  return JSON.stringify(states, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

interface Caller {
  who: string;
  person: Person | null;
  headers: Record<string, string>;
}

async function callersOf(operation: Operation): Promise<Caller[]> {
  const persons = PERSONS.map(async (person) => {
    const token = await world.tokenOf(person);
    const headers: Caller['headers'] = isOfApi(operation)
      ? { Authorization: `Bearer ${token}` }
      : { Cookie: `access=${token}` };
    return { who: person, person, headers };
  });
  // A route for everyone answers all strangers alike: two of them show it.
  const isOpen = operation.access?.kind === 'everyone';
  const strangers = Object.entries(world.strangers).slice(0, isOpen ? 2 : undefined);
  return [
    ...strangers.map(([who, headers]) => ({ who, person: null, headers })),
    ...(await Promise.all(persons)),
  ];
}

interface Cell {
  name: string;
  wanted: Outcome;
  had: Outcome;
}

/** Sends an operation as everybody. What is refused, and what only reads, must change nothing. */
async function rowOf(operation: Operation): Promise<{ cells: Cell[]; changed: boolean }> {
  const calls = (await callersOf(operation)).map((caller) => {
    const wanted = expected(operation, caller.person);
    return { caller, wanted, mayWrite: wanted === 'allowed' && !isRead(operation) };
  });
  const cells: Cell[] = [];
  const call = async ({ caller, wanted }: (typeof calls)[number], ids: World['ids']) => {
    const had = outcomeOf(await send(operation, caller.headers, ids));
    cells.push({ name: `${nameOf(operation)} as ${caller.who}`, wanted, had });
  };
  const before = await stateOfTables();
  for (const one of calls.filter(({ mayWrite }) => !mayWrite)) await call(one, world.ids);
  const changed = (await stateOfTables()) !== before;
  for (const one of calls.filter(({ mayWrite }) => mayWrite)) {
    await call(one, { ...world.ids, bookings: await world.newBooking() });
  }
  return { cells, changed };
}

const OF_THE_SERVER = /^(id|user_id|role|status|total_price|currency|rating|version|subscription)$/;

/** The objects of a schema, at any depth. Without additionalProperties: false they take any field. */
function objectsIn(schema: unknown): { properties: object; additionalProperties: boolean }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(objectsIn);
  const { properties, additionalProperties } = schema as Record<string, unknown>;
  return typeof properties === 'object' && properties !== null
    ? [{ properties, additionalProperties: additionalProperties !== false }, ...inside]
    : inside;
}

describe('every route', () => {
  it('has a guard that says who may call it', () => {
    expect(operations.length).toBeGreaterThan(70);
    expect(operations.filter(({ access }) => access === null).map(nameOf)).toEqual([]);
  });

  it('is caught when it has none', () => {
    const planted = Router()
      .get('/open', openToEveryone, (_req, res) => res.end())
      .use(Router().post('/forgotten', (_req, res) => res.end()));
    const without = routesOf(planted).filter(({ access }) => access === null);
    expect(without.map(({ path }) => path)).toEqual(['/forgotten']);
  });

  // The type check says so, which also finds an expected error that is none.
  it('does not compile without one', () => {
    const path = '/planted';
    const described = { tag: 'Planted', summary: 'Planted', replies: {} };
    const show = () => redirect('/');
    const done = () => Promise.resolve(noContent);
    const handle: RequestHandler = (_req, res) => res.end();
    const planted = [
      // @ts-expect-error it says nothing of access
      () => apiRoute({ method: 'get', path, ...described, handle: done }),
      // @ts-expect-error it says nothing of access
      () => pageRoute({ method: 'get', path, handle: show }),
      // @ts-expect-error it says nothing of access
      () => formPage({ path, schema: z.object({}), show, act: show }),
      // @ts-expect-error it says nothing of access
      () => streamRoute({ path, follow: () => null as never }),
      () => {
        // @ts-expect-error it has no guard
        guardedRouter().add('get', path, { handle });
      },
      () => {
        // @ts-expect-error it has no guard
        guardedRouter().get(path, handle);
      },
      // @ts-expect-error the verbs are Express's own
      () => guardedRouter().post(path, handle),
      // @ts-expect-error the verbs are Express's own
      () => createHttpApp(0).get(path, handle),
    ];
    expect(planted).toHaveLength(8);
  });

  it('of the API is in the document, which asks for a token where the guard does', async () => {
    const document = (await t.send('get', '/openapi.json')).body as {
      paths: Record<string, Record<string, { security?: object[] }>>;
    };
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => [
        `${method} ${path}`,
        security?.length === 0,
      ]),
    );
    const routed = operations
      .filter(isOfApi)
      .map((one) => [inDocument(nameOf(one)), one.access?.kind === 'everyone']);
    expect(routed.sort()).toEqual(documented.sort());
  });

  it('of the API takes no field that the server alone sets, nor any that it does not name', async () => {
    const { paths } = (await t.send('get', '/openapi.json')).body as {
      paths: Record<string, Record<string, { requestBody?: object }>>;
    };
    const bodies = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody = {} }]) => ({
        name: `${method} ${path}`,
        objects: objectsIn(requestBody),
      })),
    );
    expect(bodies.filter(({ objects }) => objects.length > 0).length).toBeGreaterThan(12);
    const lax = bodies.filter(({ objects }) => objects.some((one) => one.additionalProperties));
    expect(lax.map(({ name }) => name)).toEqual([]);
    const taken = bodies.flatMap(({ name, objects }) =>
      objects
        .flatMap(({ properties }) => Object.keys(properties))
        .filter((field) => OF_THE_SERVER.test(field))
        .map((field) => `${name} ${field}`),
    );
    // The demo's role is whose account it opens; a chef answers a request with its next status.
    expect(taken).toEqual(['post /api/auth/demo role', 'put /api/coocook/bookings/{id} status']);
  });
});

describe('every route, called by everybody', () => {
  it('answers by its policy, and changes nothing where it refuses or only reads', async () => {
    const cells: Cell[] = [];
    const changed: string[] = [];
    for (const operation of operations) {
      const row = await rowOf(operation);
      cells.push(...row.cells);
      if (row.changed) changed.push(nameOf(operation));
    }
    expect(cells.length).toBeGreaterThan(1000);
    for (const outcome of ['allowed', 'sign-in', 'subscribe', 'forbidden', 'unknown']) {
      const count = cells.filter(({ wanted }) => wanted === outcome).length;
      expect([outcome, count >= 10]).toEqual([outcome, true]);
    }
    expect(cells.filter(({ wanted, had }) => wanted !== had)).toEqual([]);
    expect(changed).toEqual([]);
  }, 600_000);
});
