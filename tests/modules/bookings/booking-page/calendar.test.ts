import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, buildUser, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';
import { ADDRESS, DISTRICT, useMeals } from '../setup.js';

const t = useTestApp();
const { diner, chef, book, get } = useMeals(t);
/** The entry as an independent reader of RFC 5545 understands it. */
async function entry(id: number, who: { auth: string }, language = 'en') {
  const sent = get(`/bookings/${id}/calendar.ics`, who).set('Accept-Language', language);
  const { text } = await sent;
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  return (name: string) => event?.getFirstPropertyValue(name)?.toString() ?? null;
}

describe('the entry for the calendar', () => {
  it('tells the diner when, where and what, in UTC', async () => {
    const id = await book('confirmed');
    const value = await entry(id, diner);
    expect(value('dtstart')).toBe('2026-12-01T09:00:00Z');
    expect(value('dtend')).toBe('2026-12-01T11:00:00Z');
    expect(value('summary')).toBe('박민준 (Park; Min, jun) cooks for you');
    expect(value('location')).toBe(`${ADDRESS}, ${DISTRICT}`);
    expect(value('description')).toMatch(
      new RegExp(
        `^CooCook booking #${id}\n4 guests\nAllergies: not told yet\nhttp://127.0.0.1:\\d+/bookings/${id}$`,
      ),
    );
    expect(value('url')).toMatch(new RegExp(`^http://127.0.0.1:\\d+/bookings/${id}$`));
  });

  it('speaks the language of its reader, chosen or asked for', async () => {
    const id = await book('confirmed');
    const korean = await entry(id, diner, 'ko');
    expect(korean('summary')).toBe('박민준 (Park; Min, jun) 셰프의 식사');
    expect(korean('description')).toMatch(
      new RegExp(`^CooCook 예약 #${id}\n4명\n알레르기: 아직 알려 주지 않음\nhttp`),
    );
    expect((await entry(id, chef, 'ko'))('summary')).toBe('김; 하, 나\\ 님 식사 준비');
    expect(korean('uid')).toBe((await entry(id, diner))('uid'));
    const path = `/bookings/${id}/calendar.ics`;
    const chosen = await get(path, diner).set('Cookie', 'lang=ko').set('Accept-Language', 'en');
    expect(chosen.text).toContain('셰프의 식사');
    expect(chosen.text).toContain('PRODID:-//CooCook//Bookings//KO');
    expect(chosen.headers.vary).toMatch(/Accept-Language, Cookie/);
  });

  it('is a file of folded lines that no cache may keep for others', async () => {
    const id = await book('confirmed');
    const { text, headers, status } = await get(`/bookings/${id}/calendar.ics`, diner);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename=coocook-booking-${id}.ics`);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
    expect(text.replaceAll('\r\n ', '')).toContain(
      'LOCATION:동교로 12\\; 2층\\, 문 "B"\\\\C\\n초인종을',
    );
  });

  it('keeps its UID and counts up its SEQUENCE with every change', async () => {
    const id = await book('pending');
    const before = await entry(id, diner);
    expect(before('status')).toBe('TENTATIVE');
    await t
      .send('put', `/api/coocook/bookings/${id}`)
      .set('Authorization', chef.auth)
      .send({ status: 'confirmed' })
      .expect(200);
    const after = await entry(id, diner);
    expect(after('status')).toBe('CONFIRMED');
    expect(after('uid')).toBe(before('uid'));
    expect((await entry(id, chef))('uid')).toBe(before('uid'));
    expect([before('sequence'), after('sequence')]).toEqual(['1', '2']);
    expect((await entry(await book('pending'), diner))('uid')).not.toBe(before('uid'));
  });

  it.each([
    ['cancelled', 'CANCELLED', 'TRANSPARENT'],
    ['declined', 'CANCELLED', 'TRANSPARENT'],
    ['expired', 'CANCELLED', 'TRANSPARENT'],
    ['completed', 'CONFIRMED', 'OPAQUE'],
  ] as const)('of a booking that is %s is %s', async (status, told, transparency) => {
    const value = await entry(await book(status), diner);
    expect([value('status'), value('transp')]).toEqual([told, transparency]);
  });

  it('tells the chef the address only once the meal is confirmed', async () => {
    const pending = await entry(await book('pending'), chef);
    expect(pending('location')).toBe(DISTRICT);
    expect(pending('summary')).toBe('Cooking for 김; 하, 나\\');
    expect((await entry(await book('confirmed'), chef))('location')).toContain('동교로');
    expect((await entry(await book('cancelled'), chef))('location')).toBe(DISTRICT);
  });

  it('leaves out a place that nobody told', async () => {
    const id = await book('confirmed', { address: null, district: null });
    expect((await entry(id, diner))('location')).toBeNull();
  });

  it('is nobody else’s', async () => {
    const id = await book('confirmed');
    const other = await buildUser(t);
    const otherChef = await buildChef(t);
    const path = `/bookings/${id}/calendar.ics`;
    for (const userId of [other.id, otherChef.userId]) {
      expect((await get(path, { auth: await signInAs(t, userId) })).status).toBe(404);
    }
    expect((await get('/bookings/999999/calendar.ics', diner)).status).toBe(404);
    const anonymous = await get(path, null);
    expect(anonymous.status).toBe(303);
    expect(anonymous.headers.location).toMatch(/^\/sign-in/);
  });

  it('is linked from the booking and from the confirmation', async () => {
    const id = await book('pending');
    for (const path of [`/bookings/${id}`, `/bookings/${id}/requested`]) {
      const page = pageOf(await get(path, diner));
      expect(page.link('Add to calendar').href).toBe(`/bookings/${id}/calendar.ics`);
    }
    const cancelled = await get(`/bookings/${await book('cancelled')}`, diner);
    expect(pageOf(cancelled).text).toContain('Mark as cancelled in your calendar');
    const past = await get(`/bookings/${await book('completed')}`, diner);
    expect(past.text).not.toContain('calendar.ics');
  });
});
