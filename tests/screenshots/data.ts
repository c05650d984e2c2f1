import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { seed } from '../../prisma/seed.js';
import { packageRoot } from '../../src/platform/paths.js';
import { addMonths, addMs } from '../../src/platform/time/instants.js';
import { HOUR_MS } from '../../src/platform/time/units.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildSubscription,
  buildUser,
} from '../support/app/factories.js';
import { longNames } from './long-names.js';
import { NOW, openStage, type Stage } from './setup.js';

/** The data sets; the errors are shown on the full one. */
export const DATA_SETS = { full: busyHouse, empty: emptyHouse, long: longNames };
export type DataSet = keyof typeof DATA_SETS;

/** Who looks at a page, by user id, and the ids that addresses need. */
export interface Cast {
  people: Record<'diner' | 'chef' | 'newcomer' | 'leaver', number>;
  ids: Record<string, number>;
}

/** Opens a site with the data of that set. */
export async function openDataSet(name: DataSet): Promise<Stage & Cast> {
  const site = await openStage();
  const cast = await DATA_SETS[name](site);
  site.clock.set(NOW);
  return { ...site, ...cast };
}

const hoursFromNow = (hours: number) => addMs(new Date(NOW), hours * HOUR_MS).toISOString();

/** A busy diner and a busy chef: a booking in every status, with all that can be told about it. */
async function busyHouse(site: Stage): Promise<Cast> {
  const { db, clock, call } = site;
  await seed(db, new Date(NOW));
  const [diner, chef] = [1, 2];
  const friend = await buildDiner(site);
  await db.user.update({ where: { id: friend.id }, data: { name: '김하늘' } });
  const newcomer = await buildUser(site, { name: 'Lee So-yeon' });
  const leaver = await buildLeaver(site);
  await db.subscription.updateMany({ data: { currentPeriodStart: new Date(hoursFromNow(-400)) } });

  const ids: Record<string, number> = { chef: 1, other: 2 };
  /** Asks demo chef 1 so many hours ago. */
  const ask = async (name: string, hoursAgo: number, date: string, time: string, more = {}) => {
    clock.set(hoursFromNow(-hoursAgo));
    const { userId = diner, ...wish } = more as { userId?: number };
    const made = (await call(userId, 'POST', '/api/coocook/bookings', {
      ...{ chef_id: 1, booking_date: date, start_time: time, duration_hours: 2, guests: 4 },
      ...{ district: 'Yeonnam-dong', address: '12 Donggyo-ro 46-gil, Mapo-gu, Seoul' },
      ...wish,
    })) as { id: number };
    ids[name] = made.id;
    return made.id;
  };
  const answer = (id: number, status: string, more = {}) =>
    call(chef, 'PUT', `/api/coocook/bookings/${id}`, { status, ...more });
  const act = (id: number, what: string, body: object, userId = diner) =>
    call(userId, 'POST', `/api/coocook/bookings/${id}/${what}`, body);

  const party = {
    allergies: ['peanuts', 'crustaceans', 'milk'],
    allergy_notes: 'One guest carries an adrenaline pen.',
    dietary_needs: ['vegetarian'],
    special_requests: 'A birthday: a candle with the last course would be lovely.',
    guests: 6,
  };
  await answer(
    await ask('today', 120, '2026-11-23', '18:00', { ...party, duration_hours: 3 }),
    'confirmed',
    { allergies_read: true },
  );
  const tomorrow = await ask('tomorrow', 119, '2026-11-24', '12:00', { userId: friend.id });
  await answer(tomorrow, 'confirmed');
  const missed = await ask('missed', 118, '2026-11-20', '18:00');
  await answer(missed, 'confirmed');
  const cancelled = await ask('cancelled', 117, '2026-11-22', '18:00');
  await answer(cancelled, 'confirmed');
  const dropped = await ask('dropped', 116, '2026-11-29', '12:00');
  await answer(dropped, 'confirmed');
  const moved = await ask('moved', 115, '2026-11-30', '18:00');
  await answer(moved, 'confirmed');
  const steady = await ask('confirmed', 114, '2026-12-01', '18:00', party);
  await answer(steady, 'confirmed', { allergies_read: true });
  await ask('expired', 90, '2026-12-05', '18:00', { guests: 2 });
  clock.set(hoursFromNow(-65));
  await call(friend.id, 'PUT', `/api/coocook/bookings/${tomorrow}/allergies`, {
    allergies: ['peanuts'],
  });
  await answer(missed, 'no_show');
  await site.dueWork.sweeps['requests expired']?.();
  clock.set(hoursFromNow(-28));
  await act(cancelled, 'cancellation', { reason: 'My flight was cancelled, I am so sorry.' });
  await answer(dropped, 'cancelled', { reason: 'I burned my hand and cannot cook that day.' });
  await act(await ask('withdrawn', 27, '2026-12-08', '18:00'), 'cancellation', {});
  await answer(await ask('declined', 26, '2026-12-09', '18:00'), 'declined', {
    reason: 'I cook at a wedding that day. Any other evening that week is fine.',
  });
  await ask('urgent', 22, '2026-11-28', '12:00', { ...party, userId: friend.id });
  await ask('pending', 1, '2026-11-28', '18:00', party);
  clock.set(hoursFromNow(-0.5));
  await act(moved, 'reschedule', { booking_date: '2026-12-02', start_time: '19:00' });
  await act(6, 'rescue', {});

  for (let month = 1; month <= 8; month += 1) {
    const date = addMonths(new Date(NOW), -month).toISOString().slice(0, 10);
    for (const time of month % 3 === 0 ? ['12:00'] : ['12:00', '18:00']) {
      await buildBooking(site, {
        userId: friend.id,
        chefId: 1,
        date,
        time,
        hours: 1 + (month % 4),
        status: 'completed',
      });
    }
  }
  await db.availabilityException.createMany({
    data: [
      { chefId: 1, date: new Date('2026-11-26'), kind: 'day_off' },
      {
        chefId: 1,
        date: new Date('2026-11-29'),
        kind: 'extra_hours',
        opensAt: 540,
        closesAt: 1500,
      },
      { chefId: 1, date: new Date('2026-12-25'), kind: 'day_off' },
    ],
  });
  clock.set(NOW);
  await uploadPicture(site, chef);
  const people = { diner, chef, newcomer: newcomer.id, leaver: leaver.id };
  return { people, ids: { ...ids, completed: 1 } };
}

/** Whose subscription ends in two days. */
export async function buildLeaver(site: Stage) {
  const user = await buildUser(site);
  await buildSubscription(site, user.id, {
    cancelAtPeriodEnd: true,
    currentPeriodEnd: new Date(hoursFromNow(48)),
  });
  return user;
}

async function uploadPicture(site: Stage, userId: number) {
  const art = readFileSync(join(packageRoot(), 'public/images/cuisines/korean.svg'));
  const photo = await sharp(art)
    .resize(1600, 1200, { fit: 'cover' })
    .modulate({ hue: 60 })
    .jpeg()
    .toBuffer();
  const body = new FormData();
  body.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'me.jpg');
  const sent = await fetch(`${site.url}/chef/profile/photo`, {
    method: 'POST',
    headers: { Cookie: `access=${await site.accessTokenOf(userId)}` },
    body,
    redirect: 'manual',
  });
  if (sent.status !== 303) throw new Error(`The picture was answered with ${sent.status}`);
}

/** Everybody is new: nothing booked, nothing free, nothing earned. */
async function emptyHouse(site: Stage): Promise<Cast> {
  const diner = await buildDiner(site);
  const newcomer = await buildUser(site);
  const leaver = await buildLeaver(site);
  const chef = await buildChef(site, { name: 'Han Ji-woo', weeklyHours: {} });
  return {
    people: { diner: diner.id, chef: chef.userId, newcomer: newcomer.id, leaver: leaver.id },
    ids: { chef: chef.id },
  };
}
