import { ALLERGENS, DIETS } from '../../src/modules/bookings/booking/party.rules.js';
import { buildChef, buildDiner, buildUser } from '../support/app/factories.js';
import { buildLeaver, type Cast } from './data.js';
import { NOW, type Stage } from './setup.js';

/** 60 characters without a space. */
const UNBROKEN = 'Bartholomaeus-Schlossermeisterhofkuechenchefin-von-Wolfenbuettel'
  .replaceAll('-', '')
  .slice(0, 60);
/** 100 characters, as many as a name may have. */
const LONGEST =
  'Her Excellency Maria de la Concepción Guadalupe Fernández y Rodríguez de los Santos Montenegro-Vidal'.slice(
    0,
    100,
  );
/** A famous name that was to bring a long life. */
const KOREAN =
  '김수한무거북이와두루미삼천갑자동방삭치치카포사리사리센타워리워리세브리깡무두셀라구름이허리케인에담벼락';
const SENTENCE =
  'We are twelve old friends who meet once a year; 올해는 집에서 천천히 오래 먹고 싶어요. ';
/** As much as the fields take. */
const WISHES = SENTENCE.repeat(40).slice(0, 2000).trim();
const ADDRESS = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '
  .repeat(6)
  .slice(0, 300)
  .trim();

/** Names, prices, wishes and addresses as long as they can be. */
export async function longNames(site: Stage): Promise<Cast> {
  const { db, clock, call } = site;
  clock.set(NOW);
  const diner = await buildDiner(site);
  await db.user.update({ where: { id: diner.id }, data: { name: UNBROKEN } });
  const newcomer = await buildUser(site, { name: LONGEST });
  const leaver = await buildLeaver(site);
  const costly = { pricePerSession: 9_999_999, rating: 4.9, ratingCount: 12_345 };
  const chefs = [];
  for (const name of [UNBROKEN, LONGEST, KOREAN]) {
    chefs.push(
      await buildChef(site, {
        ...costly,
        name,
        bio: SENTENCE.repeat(48).slice(0, 4000).trim(),
        cuisineType: 'Schleswig-holsteinischmecklenburgisch-vorpommersche Kueche',
        location: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Ynys Môn',
        cancellationPolicy: 'strict',
      }),
    );
  }
  const [chef, second, third] = chefs;
  if (!chef || !second || !third) throw new Error('three chefs were made');
  const everything = {
    allergies: Object.keys(ALLERGENS),
    allergy_notes: SENTENCE.repeat(10).slice(0, 500).trim(),
    dietary_needs: Object.keys(DIETS),
    district: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.padEnd(100, 'och'),
    address: ADDRESS,
    special_requests: WISHES,
  };
  const ask = async (chefId: number, date: string, time: string) =>
    (await call(diner.id, 'POST', '/api/coocook/bookings', {
      ...{ chef_id: chefId, booking_date: date, start_time: time, duration_hours: 10, guests: 12 },
      ...everything,
    })) as { id: number };
  const answer = (id: number, body: object, by = chef.userId) =>
    call(by, 'PUT', `/api/coocook/bookings/${id}`, body);

  const today = await ask(chef.id, '2026-11-24', '10:00');
  await answer(today.id, { status: 'confirmed', allergies_read: true });
  const pending = await ask(chef.id, '2026-11-26', '10:00');
  const confirmed = await ask(second.id, '2026-11-28', '10:00');
  await answer(confirmed.id, { status: 'confirmed', allergies_read: true }, second.userId);
  const declined = await ask(chef.id, '2026-11-30', '10:00');
  await answer(declined.id, { status: 'declined', reason: WISHES.slice(0, 500).trim() });
  const cancelled = await ask(third.id, '2026-12-02', '10:00');
  await call(diner.id, 'POST', `/api/coocook/bookings/${cancelled.id}/cancellation`, {
    reason: WISHES.slice(0, 500).trim(),
  });
  return {
    people: { diner: diner.id, chef: chef.userId, newcomer: newcomer.id, leaver: leaver.id },
    ids: {
      ...{ chef: chef.id, other: second.id, today: today.id, pending: pending.id },
      ...{ confirmed: today.id, declined: declined.id, cancelled: cancelled.id },
    },
  };
}
