import type { Clock } from '../../platform/clock.js';
import type { Db } from '../../platform/db.js';
import { windowOf, type Page } from '../../platform/http/paging.js';
import type { Viewer } from '../../platform/http/viewer.js';
import * as data from './subscriptions.data.js';
import type { Plan, Subscription } from './subscriptions.data.js';
import {
  alreadySubscribed,
  planNotFound,
  subscriptionEnded,
  subscriptionNotFound,
  subscriptionRequired,
} from './subscriptions.errors.js';
import { coversInstant, isActive, periodEnd } from './subscriptions.rules.js';

/** Takes the money of a period. It throws when it cannot, and then nothing begins. */
export interface Payments {
  charge(order: {
    userId: number;
    /** Whole minor units of the currency. */
    amount: number;
    currency: string;
    description: string;
  }): Promise<void>;
}

/** Accepts every order and takes no money: until payments are built, subscribing succeeds at once. */
export const acceptWithoutCharging: Payments = { charge: () => Promise.resolve() };

export interface SubscriptionsDeps {
  db: Db;
  clock: Clock;
  payments: Payments;
}

export type Subscriptions = ReturnType<typeof createSubscriptionsService>;

/** The service whose plans are on offer. */
const SERVICE = 'coocook';
/** How many subscriptions one round of renewing takes on. */
const BATCH = 100;

/** Plans, and who holds one. */
export function createSubscriptionsService({ db, clock, payments }: SubscriptionsDeps) {
  /** Begins a subscription now. @throws planNotFound, alreadySubscribed */
  async function subscribe(viewer: Viewer, slug: string): Promise<Subscription> {
    const plan = (await plans()).find((one) => one.slug === slug);
    if (plan === undefined) throw planNotFound();
    const current = await data.currentSubscription(db, viewer.id, SERVICE);
    if (current !== null && isActive(current, clock.now())) throw alreadySubscribed();
    // Its last period is over and nobody has noticed yet.
    if (current !== null) await data.endSubscription(db, current);
    await charge(viewer.id, plan);
    return data.insertSubscription(db, viewer.id, plan, periodFrom(clock.now(), plan));
  }

  /** Lets it run out at the end of its period. @throws subscriptionNotFound, subscriptionEnded */
  function cancel(viewer: Viewer, id: number): Promise<Subscription> {
    return setRenewal(viewer, id, false);
  }

  /** Lets it renew again. @throws subscriptionNotFound, subscriptionEnded */
  function resume(viewer: Viewer, id: number): Promise<Subscription> {
    return setRenewal(viewer, id, true);
  }

  async function setRenewal(viewer: Viewer, id: number, renews: boolean): Promise<Subscription> {
    const subscription = await find(viewer, id);
    if (!isActive(subscription, clock.now())) throw subscriptionEnded();
    if (!(await data.setCancelAtPeriodEnd(db, id, !renews))) throw subscriptionEnded();
    return find(viewer, id);
  }

  /** One of the viewer's own. @throws subscriptionNotFound */
  async function find(viewer: Viewer, id: number): Promise<Subscription> {
    const subscription = await data.subscriptionById(db, id);
    if (subscription?.userId !== viewer.id) throw subscriptionNotFound();
    return subscription;
  }

  /** @throws subscriptionRequired unless the user has an active subscription to the service */
  async function requireActive(userId: number, service: string): Promise<void> {
    if (!(await covers(userId, service, clock.now()))) throw subscriptionRequired();
  }

  /** Whether the user's subscription runs at an instant, or renews before it. */
  async function covers(userId: number, service: string, instant: Date): Promise<boolean> {
    const current = await data.coverage(db, userId, service);
    return current !== null && isActive(current, clock.now()) && coversInstant(current, instant);
  }

  /**
   * Renews what is due and ends what was cancelled. Safe to run in several processes: whoever
   * comes second changes nothing. Returns how many it settled.
   */
  async function settleDue(): Promise<number> {
    let settled = 0;
    for (const due of await data.dueSubscriptions(db, clock.now(), BATCH)) {
      const done = due.cancelAtPeriodEnd ? await data.endSubscription(db, due) : await renew(due);
      if (done) settled += 1;
    }
    return settled;
  }

  async function renew(due: Subscription): Promise<boolean> {
    const began = await data.startNextPeriod(db, due, periodFrom(due.currentPeriodEnd, due.plan));
    if (began) await charge(due.userId, due.plan);
    return began;
  }

  function charge(userId: number, plan: Plan): Promise<void> {
    return payments.charge({
      userId,
      amount: plan.price,
      currency: plan.currency,
      description: plan.name,
    });
  }

  function plans(): Promise<Plan[]> {
    return data.plansOf(db, SERVICE);
  }

  return {
    plans,
    subscribe,
    cancel,
    resume,
    find,
    requireActive,
    covers,
    settleDue,
    /** The viewer's subscription that has not ended, or null. */
    current: (viewer: Viewer) => data.currentSubscription(db, viewer.id, SERVICE),
    /** One page of the viewer's subscriptions, newest first. */
    list: (viewer: Viewer, page: Page) => data.subscriptionsOfUser(db, viewer.id, windowOf(page)),
  };
}

function periodFrom(start: Date, plan: Plan): data.Period {
  return { currentPeriodStart: start, currentPeriodEnd: periodEnd(start, plan.interval) };
}
