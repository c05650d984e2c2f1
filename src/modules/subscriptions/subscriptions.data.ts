import { Prisma, type Plan } from '../../generated/prisma/client.js';
import type { DbHandle } from '../../platform/database/client.js';
import { constraintViolated } from '../../platform/database/errors.js';
import type { Question } from '../../platform/database/questions.js';
import { alreadySubscribed } from './subscriptions.errors.js';
import type { SubscriptionFacts } from './subscriptions.rules.js';

export type { Plan };

const WITH_PLAN = { plan: true, service: true } as const;
export type Subscription = Prisma.SubscriptionGetPayload<{ include: typeof WITH_PLAN }>;
export interface Period {
  currentPeriodStart: Date;
  currentPeriodEnd: Date;
}

export function plansOf(db: DbHandle, service: string): Promise<Plan[]> {
  return db.plan.findMany({ where: { service: { slug: service } }, orderBy: { price: 'asc' } });
}

export type OfferedPlan = Pick<Plan, 'slug' | 'name' | 'price' | 'currency' | 'interval'>;

/** As `plansOf`, to be asked with others. */
export function offeredPlans(service: string): Question<OfferedPlan[]> {
  return {
    statement: Prisma.sql`
      SELECT plans.slug, plans.name, price, currency, "interval"
        FROM plans JOIN services ON services.id = service_id
        WHERE services.slug = ${service} ORDER BY price`,
    read: (rows: OfferedPlan[]) => rows,
  };
}

export function subscriptionById(db: DbHandle, id: number): Promise<Subscription | null> {
  return db.subscription.findUnique({ where: { id }, include: WITH_PLAN });
}

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

interface CoverageRow {
  cancel_at_period_end: boolean;
  current_period_end: string;
}

export function coverage(userId: number, service: string): Question<SubscriptionFacts | null> {
  return {
    statement: Prisma.sql`
      SELECT cancel_at_period_end, current_period_end
        FROM subscriptions JOIN services ON services.id = service_id
        WHERE user_id = ${userId} AND status = 'active' AND slug = ${service}`,
    read: ([row]: CoverageRow[]) =>
      row === undefined
        ? null
        : {
            status: 'active',
            cancelAtPeriodEnd: row.cancel_at_period_end,
            currentPeriodEnd: new Date(row.current_period_end),
          },
  };
}

/** @throws alreadySubscribed by the unique index */
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

/** False when it is no longer active. */
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

export function dueSubscriptions(db: DbHandle, now: Date, take: number): Promise<Subscription[]> {
  return db.subscription.findMany({
    where: { status: 'active', currentPeriodEnd: { lte: now } },
    include: WITH_PLAN,
    take,
  });
}

/** False when another process was first, or it was cancelled. */
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

/** False when it was renewed or resumed. */
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
