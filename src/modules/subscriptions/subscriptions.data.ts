import type { Plan, Prisma } from '../../generated/prisma/client.js';
import type { DbHandle } from '../../platform/db.js';
import { constraintViolated } from '../../platform/db-errors.js';
import { alreadySubscribed } from './subscriptions.errors.js';

export type { Plan };

const WITH_PLAN = { plan: true, service: true } as const;
export type Subscription = Prisma.SubscriptionGetPayload<{ include: typeof WITH_PLAN }>;
/** When a subscription runs. */
export interface Period {
  currentPeriodStart: Date;
  currentPeriodEnd: Date;
}

export function plansOf(db: DbHandle, service: string): Promise<Plan[]> {
  return db.plan.findMany({ where: { service: { slug: service } }, orderBy: { price: 'asc' } });
}

export function subscriptionById(db: DbHandle, id: number): Promise<Subscription | null> {
  return db.subscription.findUnique({ where: { id }, include: WITH_PLAN });
}

/** A user's subscriptions, newest first, and how many there are. */
export async function subscriptionsOfUser(
  db: DbHandle,
  userId: number,
  window: { skip: number; take: number },
): Promise<{ subscriptions: Subscription[]; total: number }> {
  const where = { userId };
  const [subscriptions, total] = await Promise.all([
    db.subscription.findMany({ where, include: WITH_PLAN, orderBy: { id: 'desc' }, ...window }),
    db.subscription.count({ where }),
  ]);
  return { subscriptions, total };
}

/** The user's subscription to a service that has not ended, or null. */
export function currentSubscription(
  db: DbHandle,
  userId: number,
  service: string,
): Promise<Subscription | null> {
  return db.subscription.findFirst({
    where: { userId, status: 'active', service: { slug: service } },
    include: WITH_PLAN,
  });
}

/** What tells whether the user's subscription to a service covers a day: one query, for every booking asks. */
export function coverage(db: DbHandle, userId: number, service: string) {
  return db.subscription.findFirst({
    where: { userId, status: 'active', service: { slug: service } },
    select: { status: true, cancelAtPeriodEnd: true, currentPeriodEnd: true },
  });
}

/** @throws alreadySubscribed when another one is active, by the word of the unique index */
export async function insertSubscription(
  db: DbHandle,
  userId: number,
  plan: Plan,
  period: Period,
): Promise<Subscription> {
  try {
    return await db.subscription.create({
      data: { userId, serviceId: plan.serviceId, planId: plan.id, ...period },
      include: WITH_PLAN,
    });
  } catch (error) {
    if (constraintViolated(error) !== null) throw alreadySubscribed();
    throw error;
  }
}

/** Sets whether it renews; false when it is no longer active. */
export async function setCancelAtPeriodEnd(
  db: DbHandle,
  id: number,
  cancelAtPeriodEnd: boolean,
): Promise<boolean> {
  const { count } = await db.subscription.updateMany({
    where: { id, status: 'active' },
    data: { cancelAtPeriodEnd },
  });
  return count === 1;
}

/** Some active subscriptions whose period is over. */
export function dueSubscriptions(db: DbHandle, now: Date, take: number): Promise<Subscription[]> {
  return db.subscription.findMany({
    where: { status: 'active', currentPeriodEnd: { lte: now } },
    include: WITH_PLAN,
    take,
  });
}

/** Starts the next period; false when another process did, or it was cancelled meanwhile. */
export async function startNextPeriod(
  db: DbHandle,
  seen: { id: number; currentPeriodEnd: Date },
  period: Period,
): Promise<boolean> {
  const { count } = await db.subscription.updateMany({
    where: {
      id: seen.id,
      status: 'active',
      cancelAtPeriodEnd: false,
      currentPeriodEnd: seen.currentPeriodEnd,
    },
    data: period,
  });
  return count === 1;
}

/** Ends a cancelled subscription whose period is over; false when it was renewed or resumed. */
export async function endSubscription(
  db: DbHandle,
  seen: { id: number; currentPeriodEnd: Date },
): Promise<boolean> {
  const { count } = await db.subscription.updateMany({
    where: {
      id: seen.id,
      status: 'active',
      cancelAtPeriodEnd: true,
      currentPeriodEnd: seen.currentPeriodEnd,
    },
    data: { status: 'ended' },
  });
  return count === 1;
}
