import { requestDeadline } from '../src/modules/bookings/index.js';
import { CANCELLATION_TERMS, STANDARD_WEEK } from '../src/modules/chefs/index.js';
import { type Db, type Tx } from '../src/platform/database/client.js';
import { inTransaction } from '../src/platform/database/transactions.js';
import { hashPassword } from '../src/modules/auth/index.js';
import { addDays, addMonths, instantOf, addMs, localOf } from '../src/platform/time/instants.js';
import { HOUR_MS, MINUTE_MS } from '../src/platform/time/units.js';
import { bookingsOfDiner, bookingsOfRegular, type DemoBooking } from './demo-bookings.js';
import { DEMO_CHEFS } from './demo-chefs.js';
import { DEMO_DETAILS } from './demo-menus.js';

/** The password of every demo user; demo mode is refused in production. */
export const DEMO_PASSWORD = 'coocook-demo';

const ZONE = 'Asia/Seoul';
const CURRENCY = 'KRW';
/** The demo diner is user 1; the chefs' own users follow, then a diner who keeps chefs busy. */
const DINER = { id: 1, name: 'Demo Diner', email: 'demo@coocook.test' };
const REGULAR = { id: 7, name: 'Kim Seo-yeon', email: 'seoyeon.kim@coocook.test' };

/**
 * Makes the demo data: two diners with subscriptions, five chefs with logins of their own, seven
 * bookings of the first diner and those of the other. Dates are relative to `now`. What is there already stays as it is.
 */
export async function seed(db: Db, now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(db, async (tx) => {
    if ((await tx.user.count({ where: { email: DINER.email } })) === 0) {
      await seedUsers(tx, passwordHash, now);
      for (const diner of [DINER, REGULAR]) await seedSubscription(tx, diner.id, now);
      await seedBookings(tx, now);
    }
    await seedDetails(tx);
  });
}

async function seedUsers(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const since = addMonths(now, -6);
  for (const diner of [DINER, REGULAR]) {
    await tx.user.create({ data: { ...diner, passwordHash, createdAt: since } });
  }
  for (const [index, { email, ...profile }] of DEMO_CHEFS.entries()) {
    const id = index + 1;
    const user = { id: id + DINER.id, email, name: profile.name, passwordHash, createdAt: since };
    await tx.user.create({ data: user });
    await tx.chef.create({
      data: {
        ...profile,
        id,
        userId: user.id,
        location: 'Seoul',
        currency: CURRENCY,
        timeZone: ZONE,
        photoUrl: `/images/cuisines/${profile.cuisineType.toLowerCase()}.svg`,
        createdAt: since,
        weeklyHours: { create: STANDARD_WEEK },
      },
    });
  }
  // Rows with given ids leave the sequences behind.
  await tx.$executeRaw`SELECT setval('users_id_seq', (SELECT max(id) FROM users))`;
  await tx.$executeRaw`SELECT setval('chefs_id_seq', (SELECT max(id) FROM chefs))`;
}

/** What the chefs' pages tell, also for chefs that were seeded when there was less to tell. */
async function seedDetails(tx: Tx): Promise<void> {
  for (const [email, told] of Object.entries(DEMO_DETAILS)) {
    const chef = await tx.chef.findFirst({ where: { user: { email }, details: null } });
    if (chef === null) continue;
    const { languages, menus, included, kitchen_needs, kitchen_notes } = told;
    await tx.chefDetails.create({
      data: {
        chefId: chef.id,
        languages,
        menus,
        included,
        kitchenNeeds: kitchen_needs,
        kitchenNotes: kitchen_notes,
      },
    });
  }
}

async function seedSubscription(tx: Tx, userId: number, now: Date): Promise<void> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { slug: 'coocook-monthly' } });
  const start = addMs(now, -10 * 24 * HOUR_MS);
  await tx.subscription.create({
    data: {
      userId,
      serviceId: plan.serviceId,
      planId: plan.id,
      currentPeriodStart: start,
      currentPeriodEnd: addMonths(start, 1),
    },
  });
}

async function seedBookings(tx: Tx, now: Date): Promise<void> {
  const ofRegular = bookingsOfRegular(localOf(now, ZONE));
  for (const booking of bookingsOfDiner) await seedBooking(tx, DINER.id, booking, now);
  for (const booking of ofRegular) await seedBooking(tx, REGULAR.id, booking, now);
}

async function seedBooking(tx: Tx, userId: number, demo: DemoBooking, now: Date): Promise<void> {
  const { chef: chefId, hours, days, time, steps, ageHours, ...party } = demo;
  const chef = DEMO_CHEFS[chefId - 1];
  const startsAt = instantOf(addDays(localOf(now, ZONE).date, days), time, ZONE);
  const last = steps.at(-1);
  if (chef === undefined || startsAt === null || last === undefined) return;
  const endsAt = addMs(startsAt, hours * HOUR_MS);
  const createdAt = addMs(startsAt < now ? startsAt : now, -ageHours * HOUR_MS);
  const at = (step: DemoBooking['steps'][number], index: number) =>
    step.action === 'complete' ? addMs(endsAt, 24 * HOUR_MS) : addMs(createdAt, index * MINUTE_MS);
  const isRead = steps.some((step) => step.action === 'confirm') && hasAllergies(party);
  await tx.booking.create({
    data: {
      allergiesTold: true,
      ...party,
      userId,
      chefId,
      status: last.toStatus,
      startsAt,
      endsAt,
      heldFrom: startsAt,
      heldUntil: endsAt,
      durationHours: hours,
      allergiesReadAt: isRead ? addMs(createdAt, MINUTE_MS) : null,
      timeZone: ZONE,
      pricePerSession: chef.pricePerSession,
      totalPrice: hours * chef.pricePerSession,
      currency: CURRENCY,
      cancellationPolicy: chef.cancellationPolicy,
      cancellationTerms: CANCELLATION_TERMS[chef.cancellationPolicy].map((step) => ({ ...step })),
      expiresAt: last.toStatus === 'pending' ? requestDeadline(createdAt, startsAt) : null,
      version: steps.length,
      createdAt,
      updatedAt: at(last, steps.length - 1),
      history: {
        create: steps.map((step, index) => ({
          ...step,
          at: at(step, index),
          userId: { diner: userId, chef: chefId + DINER.id, system: null }[step.actor],
          fromStatus: steps[index - 1]?.toStatus ?? null,
        })),
      },
    },
  });
}

function hasAllergies({ allergies = [], allergyNotes }: Partial<DemoBooking>): boolean {
  return allergies.length > 0 || allergyNotes !== undefined;
}
