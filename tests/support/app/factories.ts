import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../../src/generated/prisma/client.js';
import { STANDARD_WEEK } from '../../../src/modules/chefs/index.js';
import { addMonths, instantOf, addMs } from '../../../src/platform/time/instants.js';
import { HOUR_MS, MINUTE_MS } from '../../../src/platform/time/units.js';
import { createTokens } from '../../../src/modules/auth/tokens.service.js';
import type { TestApp } from './app.js';

/** What is needed to make data. */
export type World = Pick<TestApp, 'db' | 'clock' | 'config'>;

let count = 0;
const next = () => (count += 1);

/** A user with nothing. The password hash fits no password: sign in with `signInAs`. */
export function buildUser({ db }: World, given: Partial<Prisma.UserCreateInput> = {}) {
  const number = next();
  return db.user.create({
    data: {
      email: `person-${randomUUID()}@example.test`,
      name: `Person ${number}`,
      passwordHash: 'none',
      ...given,
    },
  });
}

/** A diner with an active subscription that renews. */
export async function buildDiner(t: World) {
  const user = await buildUser(t);
  await buildSubscription(t, user.id);
  return user;
}

export async function buildSubscription(
  { db, clock }: World,
  userId: number,
  given: Partial<Prisma.SubscriptionUncheckedCreateInput> = {},
) {
  const plan = await db.plan.findUniqueOrThrow({ where: { slug: 'coocook-monthly' } });
  return db.subscription.create({
    data: {
      userId,
      serviceId: plan.serviceId,
      planId: plan.id,
      currentPeriodStart: clock.now(),
      currentPeriodEnd: addMonths(clock.now(), 1),
      ...given,
    },
  });
}

/** A chef in Seoul at 120 an hour, with a user of their own. */
export async function buildChef(t: World, given: Partial<Prisma.ChefUncheckedCreateInput> = {}) {
  const user = await buildUser(t);
  return t.db.chef.create({
    data: {
      userId: user.id,
      name: `Chef ${next()}`,
      bio: 'Cooks with the seasons.',
      cuisineType: 'Korean',
      location: 'Seoul',
      pricePerSession: 120,
      timeZone: 'Asia/Seoul',
      weeklyHours: { create: STANDARD_WEEK },
      ...given,
    },
  });
}

/** A booking as if it had been requested at `clock.now()`, with the history that leads to its status. */
export async function buildBooking(
  t: World,
  given: { userId: number; chefId: number; date: string; time: string; hours?: number } & Partial<
    Pick<
      Prisma.BookingUncheckedCreateInput,
      'status' | 'guests' | 'allergies' | 'allergyNotes' | 'allergiesReadAt' | 'address'
    >
  >,
) {
  const { userId, chefId, date, time, hours = 2, status = 'pending', guests = 2, ...party } = given;
  const chef = await t.db.chef.findUniqueOrThrow({ where: { id: chefId } });
  const startsAt = instantOf(date, time, chef.timeZone);
  if (startsAt === null) throw new Error('no such time');
  return t.db.booking.create({
    data: {
      userId,
      chefId,
      status,
      startsAt,
      endsAt: addMs(startsAt, hours * HOUR_MS),
      heldFrom: addMs(startsAt, -chef.bufferBeforeMinutes * MINUTE_MS),
      heldUntil: addMs(startsAt, hours * HOUR_MS + chef.bufferAfterMinutes * MINUTE_MS),
      ...party,
      allergiesTold: party.allergies !== undefined || party.allergyNotes !== undefined,
      durationHours: hours,
      guests,
      timeZone: chef.timeZone,
      pricePerSession: chef.pricePerSession,
      totalPrice: hours * chef.pricePerSession,
      currency: chef.currency,
      cancellationPolicy: chef.cancellationPolicy,
      cancellationTerms: [
        { hours_before: 24, percent: 100 },
        { hours_before: 6, percent: 50 },
      ],
      expiresAt: status === 'pending' ? addMs(t.clock.now(), 24 * HOUR_MS) : null,
      createdAt: t.clock.now(),
      history: {
        create: [
          { at: t.clock.now(), actor: 'diner', userId, action: 'request', toStatus: 'pending' },
        ],
      },
    },
  });
}

/** The Authorization header of a user who has signed in. */
export async function signInAs({ db, clock, config }: World, userId: number): Promise<string> {
  const sessionId = randomUUID();
  await db.session.create({ data: { id: sessionId, userId, createdAt: clock.now() } });
  const token = createTokens(config.jwtSecret).newAccessToken(
    { userId, sessionId },
    clock.now(),
    30 * 24 * 60 * 60,
  );
  return `Bearer ${token}`;
}
