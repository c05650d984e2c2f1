import { beforeEach, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildUser, signInAs } from '../../../support/app/factories.js';

const t = useTestApp();
let chef: Awaited<ReturnType<typeof buildChef>>;
let owner: string;

beforeEach(async () => {
  chef = await buildChef(t);
  owner = await signInAs(t, chef.userId);
});

const at = () => `/api/coocook/chefs/${chef.id}/schedule`;
const weekdays = (hours: [weekday: number, opens: string, closes: string][]) =>
  hours.map(([weekday, opens, closes]) => ({ weekday, opens, closes }));
const wanted = (given: object = {}) => ({
  time_zone: 'Asia/Seoul',
  min_hours: 1,
  max_hours: 6,
  max_guests: 8,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  start_step_minutes: 60,
  minimum_notice_hours: 3,
  horizon_days: 60,
  weekly_hours: weekdays([[6, '10:00', '14:00']]),
  exceptions: [],
  ...given,
});
const put = (body: object, authorization = owner) =>
  t.send('put', at()).set('Authorization', authorization).send(body);
const starts = async (date: string, hours = 1): Promise<string[]> => {
  const query = `from=${date}&to=${date}&duration_hours=${hours}`;
  const { body } = await t.send('get', `/api/coocook/chefs/${chef.id}/slots?${query}`);
  return body.days[0].starts.map((one: { start_time: string }) => one.start_time);
};
const booked = async (date: string, time: string, hours = 2) => {
  const { id: userId } = await buildUser(t);
  return buildBooking(t, { userId, chefId: chef.id, date, time, hours });
};

describe('the schedule of a chef', () => {
  it('is for the chef alone', async () => {
    const stranger = await signInAs(t, (await buildChef(t)).userId);
    for (const method of ['get', 'put'] as const) {
      const ask = () => t.send(method, at()).send(method === 'put' ? wanted() : undefined);
      expect((await ask()).status).toBe(401);
      expect((await ask().set('Authorization', stranger)).status).toBe(403);
      expect((await ask().set('Authorization', owner)).status).toBe(200);
    }
  });

  it('is replaced as a whole, and answered as it was put', async () => {
    const body = wanted({
      weekly_hours: weekdays([
        [6, '10:00', '12:00'],
        [6, '18:00', '02:00'],
      ]),
      exceptions: [
        { date: '2026-12-05', kind: 'day_off' },
        { date: '2026-12-05', kind: 'extra_hours', opens: '08:00', closes: '10:00' },
      ],
    });
    const put1 = await put(body);
    expect(put1.body).toEqual({ chef_id: chef.id, ...body, outside_bookings: [] });
    const got = await t.send('get', at()).set('Authorization', owner);
    expect(got.body).toEqual(put1.body);
    expect(await starts('2026-11-28')).toEqual(
      ['10', '11', '18', '19', '20', '21', '22', '23'].map((hour) => `${hour}:00`),
    );
    expect(await starts('2026-11-29')).toEqual(['00:00', '01:00']);
    expect(await starts('2026-11-28', 3)).toEqual(
      ['18', '19', '20', '21', '22', '23'].map((hour) => `${hour}:00`),
    );
    expect(await starts('2026-12-05')).toEqual(['08:00', '09:00']);
    expect(await starts('2026-12-06')).toEqual([]);
  });

  it.each([
    [
      { weekly_hours: weekdays([[1, '10:00', '14:00'], [2, '10:00', '14:00'], [1, '13:00', '15:00']]) }, // prettier-ignore
      '/weekly_hours/2',
    ],
    [{ weekly_hours: weekdays([[8, '10:00', '14:00']]) }, '/weekly_hours/0/weekday'],
    [{ weekly_hours: weekdays([[1, '10:00', '24:00']]) }, '/weekly_hours/0/closes'],
    [{ exceptions: [{ date: '2026-02-30', kind: 'day_off' }] }, '/exceptions/0/date'],
    [
      { exceptions: ['a', 'b'].map(() => ({ date: '2026-12-01', kind: 'day_off' })) },
      '/exceptions/1',
    ],
    [{ min_hours: 7 }, '/max_hours'],
    [{ minimum_notice_hours: 2 }, '/minimum_notice_hours'],
    [{ start_step_minutes: 20 }, '/start_step_minutes'],
    [{ buffer_before_minutes: 721 }, '/buffer_before_minutes'],
    [{ time_zone: 'Mars/Base' }, '/time_zone'],
  ])('refuses %j', async (given, pointer) => {
    const response = await put(wanted(given));
    expect(response.status).toBe(422);
    expect(response.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer]);
    expect((await t.db.chef.findUniqueOrThrow({ where: { id: chef.id } })).version).toBe(1);
  });

  it('names the bookings that it leaves outside, and does not touch them', async () => {
    const inside = await booked('2026-11-28', '10:00');
    const outside = await booked('2026-11-28', '13:00');
    const before = await t.db.booking.findUniqueOrThrow({ where: { id: outside.id } });
    const { body } = await put(wanted());
    expect(body.outside_bookings).toEqual([
      {
        booking_id: outside.id,
        starts_at: '2026-11-28T04:00:00.000Z',
        ends_at: '2026-11-28T06:00:00.000Z',
      },
    ]);
    expect(await t.db.booking.findUniqueOrThrow({ where: { id: outside.id } })).toEqual(before);
    expect(await t.db.booking.count({ where: { chefId: chef.id } })).toBe(2);
    expect(inside.status).toBe('pending');
  });

  it('keeps the buffers of later bookings free; those that stand keep their own', async () => {
    await booked('2026-11-28', '12:00', 1);
    const hours = { weekly_hours: weekdays([[6, '10:00', '16:00']]) };
    await put(wanted(hours));
    expect(await starts('2026-11-28')).toEqual(['10:00', '11:00', '13:00', '14:00', '15:00']);
    await put(wanted({ ...hours, buffer_before_minutes: 60, buffer_after_minutes: 30 }));
    expect(await starts('2026-11-28')).toEqual(['10:00', '14:00', '15:00']);
  });

  it('means the clocks of the zone that it is in now', async () => {
    await put(wanted());
    const seoul = `/api/coocook/chefs/${chef.id}/slots?from=2026-11-28&to=2026-11-28`;
    const first = async () => (await t.send('get', seoul)).body.days[0].starts[0];
    expect(await first()).toMatchObject({ starts_at: '2026-11-28T01:00:00.000Z' });
    await put(wanted({ time_zone: 'America/New_York' }));
    expect(await first()).toMatchObject({
      start_time: '10:00',
      starts_at: '2026-11-28T15:00:00.000Z',
    });
  });
});
