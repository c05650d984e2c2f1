import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StreamLimits } from '../../../../src/platform/http/sse/streams.js';
import { buildTestApp, NOW, useTestApp, type TestApp } from '../../../support/app/app.js';
import { useCleanup } from '../../../support/cleanup.js';
import { follow, type Following } from '../../../support/responses/event-stream.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../../support/app/factories.js';

const PATIENCE = { timeout: 90_000 };
const t = useTestApp({
  config: { trustProxyHops: 1 },
  streamLimits: { heartbeatMs: 50, perUser: 2, perNetwork: 3, total: 4 },
});
const open: Following[] = [];
const cleanUp = useCleanup();
let url: string;

async function serve({ app }: TestApp): Promise<string> {
  const server = createServer(app).listen(0);
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
beforeAll(async () => {
  url = await serve(t);
});
afterEach(() => {
  for (const one of open.splice(0)) one.leave();
});

let day = 1;
/** A diner, a chef, a pending booking of theirs, and the words by which each is let in. */
async function meal() {
  const [diner, chef] = [await buildDiner(t), await buildChef(t)];
  const date = `2026-12-${String((day += 1)).padStart(2, '0')}`;
  const booking = await buildBooking(t, { userId: diner.id, chefId: chef.id, date, time: '18:00' });
  // As if it had been asked for an hour ago: no news.
  await t.db
    .$executeRaw`UPDATE bookings SET updated_at = updated_at - interval '1 hour' WHERE id = ${booking.id}`;
  const [asDiner, asChef] = [await signInAs(t, diner.id), await signInAs(t, chef.userId)];
  const to = (status: string, more: object = {}) =>
    t
      .send('put', `/api/coocook/bookings/${booking.id}`)
      .set('Authorization', asChef)
      .send({ status, ...more })
      .expect(200);
  return { diner, chef, booking, asDiner, asChef, to };
}
async function events(as: string, headers: Record<string, string> = {}, query = '') {
  const one = await follow(`${url}/events${query}`, { Authorization: as, ...headers });
  open.push(one);
  return one;
}
const told = (one: Following, count: number) =>
  vi.waitFor(() => {
    expect(one.events).toHaveLength(count);
    return one.events;
  }, PATIENCE);
const beats = (one: Following) => one.text().split(': still here\n').length - 1;
const nextBeats = async (one: Following) => {
  const before = beats(one);
  await vi.waitFor(() => {
    expect(beats(one)).toBeGreaterThan(before + 2);
  }, PATIENCE);
};

describe('the stream of changes', () => {
  it('tells the diner and the chef of a booking, and nobody else', async () => {
    const { booking, asDiner, asChef, to } = await meal();
    const stranger = await signInAs(t, (await buildChef(t)).userId);
    const all = [await events(asDiner), await events(asChef), await events(stranger)];
    const [diner, chef, other] = all as [Following, Following, Following];
    await to('confirmed');
    const news = {
      event: 'booking',
      id: NOW,
      data: { id: booking.id, version: 2, status: 'confirmed', updated_at: NOW },
    };
    expect(await told(diner, 1)).toEqual([news]);
    expect(await told(chef, 1)).toEqual([news]);
    await to('cancelled', { reason: 'I am ill.' });
    expect((await told(diner, 2))[1]?.data).toMatchObject({ version: 3, status: 'cancelled' });
    await nextBeats(other);
    expect(other.events).toEqual([]);
    expect(diner.events).toHaveLength(2);
  });

  it('tells the chef of a new request', async () => {
    const { chef, asDiner, asChef } = await meal();
    const inbox = await events(asChef);
    const body = { chef_id: chef.id, booking_date: '2026-12-25', duration_hours: 2 };
    const made = await t
      .send('post', '/api/coocook/bookings')
      .set('Authorization', asDiner)
      .send(body);
    expect(made.status).toBe(201);
    expect((await told(inbox, 1))[0]?.data).toMatchObject({ id: made.body.id, version: 1 });
  });

  it('is not for visitors, and is no way to the sign-in page', async () => {
    for (const headers of [{}, { Accept: 'text/html' }, { Authorization: 'Bearer x' }]) {
      const answer = await t.send('get', '/events').set(headers);
      expect([answer.status, answer.type]).toEqual([401, 'application/problem+json']);
    }
  });

  it('is neither stored, compressed nor held back on its way, and beats', async () => {
    const as = await signInAs(t, (await buildUser(t)).id);
    const one = await events(as, { 'Accept-Encoding': 'gzip' });
    expect(one.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(one.headers.get('cache-control')).toBe('private, no-store, no-transform');
    expect(one.headers.get('content-encoding')).toBeNull();
    expect(one.headers.get('x-accel-buffering')).toBe('no');
    await nextBeats(one);
    expect(one.text()).toMatch(/^retry: 2000\n\n/);
    const head = await t.send('head' as 'get', '/events').set('Authorization', as);
    expect([head.status, head.type]).toEqual([200, 'text/event-stream']);
  });

  it('goes on where a lost one ended', async () => {
    const { asDiner, to } = await meal();
    const first = await events(asDiner);
    t.clock.advance(10 * 60_000);
    await to('confirmed');
    const [last] = await told(first, 1);
    first.leave();
    t.clock.advance(10 * 60_000);
    await to('cancelled', { reason: 'I am ill.' });
    t.clock.advance(10 * 60_000);
    const again = await events(asDiner, { 'Last-Event-ID': last?.id ?? '' });
    await vi.waitFor(() => {
      expect(again.events.at(-1)?.data).toMatchObject({ version: 3, status: 'cancelled' });
    }, PATIENCE);
    // What a page was made with is known to it; a browser that comes back has a later word.
    const opened = await events(asDiner, {}, `?since=${NOW}`);
    expect((await told(opened, 1))[0]?.data).toMatchObject({ version: 3 });
    opened.leave();
    const nonsense = await events(asDiner, { 'Last-Event-ID': 'yesterday' });
    await nextBeats(nonsense);
    expect(nonsense.events).toEqual([]);
  });

  it('tells a change that committed after others that are later', async () => {
    const { booking, asDiner } = await meal();
    const one = await events(asDiner);
    await nextBeats(one);
    await t.db.booking.update({
      where: { id: booking.id },
      data: { version: 2, updatedAt: new Date(Date.parse(NOW) - 30_000) },
    });
    expect((await told(one, 1))[0]?.data).toMatchObject({ version: 2 });
  });

  it('says to look at everything when too much has changed', async () => {
    const { booking, asDiner } = await meal();
    const { id: _, ...data } = await t.db.booking.findUniqueOrThrow({ where: { id: booking.id } });
    await t.db.booking.createMany({
      data: Array.from({ length: 101 }, () => ({
        ...data,
        status: 'cancelled' as const,
        cancellationTerms: [],
        expiresAt: null,
        updatedAt: new Date(NOW),
      })),
    });
    const one = await events(asDiner, { 'Last-Event-ID': NOW });
    await vi.waitFor(() => {
      expect(one.events[0]?.event).toBe('reload');
    }, PATIENCE);
  });

  it('ends with the sign-in, and tells nothing more', async () => {
    const { diner, asDiner, to } = await meal();
    const one = await events(asDiner);
    await t.db.session.updateMany({ where: { userId: diner.id }, data: { revokedAt: new Date() } });
    await to('confirmed');
    await one.ended;
    expect(one.events).toEqual([]);
  });

  it('makes room: the oldest of one user goes, and no more than so many are let in', async () => {
    const one = await signInAs(t, (await buildUser(t)).id);
    const other = await signInAs(t, (await buildUser(t)).id);
    const oldest = await events(one);
    await events(one);
    await events(one);
    await oldest.ended;
    expect(oldest.text()).toContain('retry: 60000\n');
    await events(other);
    const from = async (address: string) => {
      const third = await signInAs(t, (await buildUser(t)).id);
      return { Authorization: third, 'X-Forwarded-For': address };
    };
    const neighbour = await t.send('get', '/events').set(await from('127.0.0.1'));
    expect([neighbour.status, neighbour.headers['retry-after']]).toEqual([429, '60']);
    open.push(await follow(`${url}/events`, await from('2001:db8::1')));
    const crowd = await t.send('get', '/events').set(await from('2001:db8:1::1'));
    expect([crowd.status, crowd.headers['retry-after']]).toEqual([503, '2']);
  });
});

/** Another app on the same database. */
const another = (streamLimits: Partial<StreamLimits>) =>
  buildTestApp({ open: () => Promise.resolve(t.database), streamLimits });

describe('a stream that does not beat', () => {
  it('is told by NOTIFY', async () => {
    const silent = await another({ heartbeatMs: 3_600_000 });
    const address = `${await serve(silent)}/events`;
    const diner = await buildDiner(silent);
    const Authorization = await signInAs(silent, diner.id);
    const one = await follow(address, { Authorization });
    open.push(one);
    const chef_id = (await buildChef(silent)).id;
    const body = { chef_id, booking_date: '2026-12-25', duration_hours: 2 };
    const sent = silent.send('post', '/api/coocook/bookings').set('Authorization', Authorization);
    const made = await sent.send(body);
    expect((await told(one, 1))[0]?.data).toMatchObject({ id: made.body.id });
  });
});

describe('a process that leaves', () => {
  it('ends its streams, opens none, and a stream lives for so long at most', async () => {
    const short = await another({ lifeMs: 300 });
    const address = `${await serve(short)}/events`;
    const Authorization = await signInAs(short, (await buildUser(short)).id);
    const first = await follow(address, { Authorization });
    await first.ended;
    const second = await follow(address, { Authorization });
    short.live.end();
    await second.ended;
    const refused = await short.send('get', '/events').set('Authorization', Authorization);
    expect(refused.status).toBe(503);
  });
});
