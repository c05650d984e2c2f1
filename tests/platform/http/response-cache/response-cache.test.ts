import request from 'supertest';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { openNotingDatabase } from '../../../support/database/statements.js';
import { pageOf } from '../../../support/responses/html.js';

const statements: string[] = [];
const t = useTestApp({
  config: { responseCacheBytes: 2 ** 20 },
  open: () => openNotingDatabase(statements),
  // An echo proves for good what is heard, however slow the machine.
  monotonicNow: () => 0,
});
const CHEFS = '/api/coocook/chefs';
let chef: { id: number; name: string; version: number };
let asChef = '';
let asDiner = '';

beforeAll(async () => {
  const built = await buildChef(t, { name: 'Park Min-jun' });
  chef = built;
  asChef = await signInAs(t, built.userId);
  asDiner = await signInAs(t, (await buildDiner(t)).id);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  request(t.listener).get(path).set(headers);
/** How many statements an answer costs, without the echoes that prove what is heard. */
async function cost(path: string, headers?: Record<string, string>) {
  statements.length = 0;
  const { status } = await get(path, headers);
  return { status, statements: statements.filter((one) => !one.includes('pg_notify')).length };
}
/** Until answers are given from what is kept. */
async function warmUp(path: string, headers?: Record<string, string>) {
  for (;;) {
    const { status, statements: count } = await cost(path, headers);
    expect(status).toBe(200);
    if (count === 0) return;
  }
}

describe('an answer to everyone', () => {
  beforeEach(() => warmUp(CHEFS));

  it.each([CHEFS, `${CHEFS}/1`, `${CHEFS}/1/slots`, '/', '/explore', '/chefs/1'])(
    'is made once and given again, the same: %s',
    async (path) => {
      t.clock.advance(15 * 60_000);
      const first = await get(path);
      await warmUp(path);
      const second = await get(path);
      const { 'x-request-id': _first, date: __first, ...headers } = first.headers;
      const { 'x-request-id': _second, date: __second, ...again } = second.headers;
      expect([second.text, again]).toEqual([first.text, headers]);
      expect(second.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    },
  );

  it('has a strong tag for each encoding, and is 304 to who has it', async () => {
    const tags = new Set<string>();
    for (const encoding of ['identity', 'gzip', 'br']) {
      await warmUp('/', { 'Accept-Encoding': encoding });
      const page = await get('/', { 'Accept-Encoding': encoding });
      const tag = page.headers.etag ?? '';
      expect(tag).toMatch(/^"[\w-]+"$/);
      expect(page.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
      expect(page.headers.vary).toContain('Accept-Encoding');
      tags.add(tag);
      const seen = await get('/', {
        'Accept-Encoding': encoding,
        'If-None-Match': `"x", W/${tag}`,
      });
      expect([seen.status, seen.text, seen.headers.etag]).toEqual([304, '', tag]);
    }
    expect(tags.size).toBe(3);
    const refused = await get('/', { 'Accept-Encoding': 'br;q=0, gzip;q=0.0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('is another in each language and theme', async () => {
    await warmUp('/explore');
    const korean = { 'Accept-Language': 'ko' };
    await warmUp('/explore', korean);
    expect(pageOf(await get('/explore', korean)).attribute('lang')).toBe('ko');
    const dark = { Cookie: 'theme=dark; lang=ko' };
    await warmUp('/explore', dark);
    const page = pageOf(await get('/explore', dark));
    expect([page.attribute('lang'), page.attribute('data-theme')]).toEqual(['ko', 'dark']);
    expect(pageOf(await get('/explore')).attribute('lang')).toBe('en');
  });

  it('is never one of somebody who is signed in', async () => {
    const path = `/chefs/${chef.id}`;
    await warmUp(path);
    const own = await get(path, { Authorization: asDiner });
    expect(pageOf(own).text).toContain('My bookings');
    for (const headers of [{ Cookie: 'access=x' }, { Cookie: 'lang=ko; flash=x' }]) {
      expect((await cost(path, headers)).statements).toBeGreaterThan(0);
    }
    expect(
      (await cost('/api/coocook/bookings', { Authorization: asDiner })).statements,
    ).toBeGreaterThan(0);
    expect(pageOf(await get(path)).text).not.toContain('My bookings');
  });

  it('is not kept when it is a failure, or for a script of another origin', async () => {
    for (const path of [`${CHEFS}/999`, '/chefs/999', `${CHEFS}?sort=x`]) {
      const first = await get(path);
      const second = await get(path);
      expect([path, second.status]).toEqual([path, first.status]);
      expect(second.status).toBeGreaterThanOrEqual(400);
    }
    expect((await cost(CHEFS, { Origin: 'https://other.example' })).statements).toBeGreaterThan(0);
  });

  it('is computed once for all who ask at once', async () => {
    t.clock.advance(15 * 60_000);
    statements.length = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(`${CHEFS}?per_page=7`)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(statements.filter((one) => !one.includes('pg_notify'))).toHaveLength(1);
  });
});

describe('a kept answer ends', () => {
  it('before a write is acknowledged that changes it', async () => {
    for (const name of ['Kim Ha-eun', 'Lee Do-yun', 'Park Min-jun']) {
      await warmUp(`${CHEFS}/${chef.id}`);
      await warmUp('/');
      const edited = await request(t.listener)
        .patch(`${CHEFS}/${chef.id}`)
        .set('Authorization', asChef)
        .send({ name });
      expect(edited.status).toBe(200);
      expect((await get(`${CHEFS}/${chef.id}`)).body.name).toBe(name);
      expect(pageOf(await get('/')).text).toContain(name);
    }
  });

  it('when a time that it shows is booked', async () => {
    const path = `${CHEFS}/${chef.id}/slots?from=2026-11-28&to=2026-11-28`;
    const starts = async () =>
      ((await get(path)).body as { days: { starts: object[] }[] }).days[0]?.starts.length ?? 0;
    await warmUp(path);
    const before = await starts();
    const booked = await request(t.listener)
      .post('/api/coocook/bookings')
      .set('Authorization', asDiner)
      .send({
        chef_id: chef.id,
        booking_date: '2026-11-28',
        start_time: '18:00',
        duration_hours: 2,
      });
    expect(booked.status).toBe(201);
    expect(await starts()).toBeLessThan(before);
  });

  it('by what changes the database past the app', async () => {
    await warmUp(`${CHEFS}/${chef.id}`);
    await t.database.execute(`UPDATE chefs SET bio = 'Cooks by the sea.' WHERE id = ${chef.id}`);
    await expect
      .poll(async () => ((await get(`${CHEFS}/${chef.id}`)).body as { bio: string }).bio)
      .toBe('Cooks by the sea.');
  });

  it('with the quarter of an hour in which it was made', async () => {
    const path = `${CHEFS}/${chef.id}/slots`;
    await warmUp(path);
    t.clock.advance(14 * 60_000);
    expect((await cost(path)).statements).toBe(0);
    t.clock.advance(60_000);
    expect((await cost(path)).statements).toBeGreaterThan(0);
  });
});
