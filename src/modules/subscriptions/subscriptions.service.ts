import { mapped, type Question } from '../../platform/database/questions.js';
import { toOffset, type Page } from '../../platform/paging.js';
import type { Viewer } from '../../platform/viewer.js';
import type { SubscriptionsDeps } from './deps.js';
import { createRenewal, periodFrom } from './renewal.service.js';
import * as data from './subscriptions.data.js';
import type { Plan, Subscription } from './subscriptions.data.js';
import {
  alreadySubscribed,
  planNotFound,
  subscriptionEnded,
  subscriptionNotFound,
  subscriptionRequired,
} from './subscriptions.errors.js';
import { coversInstant, isActive, type SubscriptionFacts } from './subscriptions.rules.js';

export interface Coverage {
  /** Whether it is active at an instant, or renews before it. */
  covers(instant: Date): boolean;
  /** @throws subscriptionRequired unless it is active now */
  requireActive(): void;
}

export type Subscriptions = ReturnType<typeof createSubscriptionsService>;

const SERVICE = 'coocook';

export function createSubscriptionsService(deps: SubscriptionsDeps) {
  const { db, clock } = deps;
  const { charge, settleDue } = createRenewal(deps);

  /** @throws planNotFound, alreadySubscribed */
  async function subscribe(viewer: Viewer, slug: string): Promise<Subscription> {
    const plan = (await plans()).find((one) => one.slug === slug);
    if (plan === undefined) throw planNotFound();
    const current = await data.currentSubscription(db, viewer.id, SERVICE);
    if (current !== null && isActive(current, clock.now())) throw alreadySubscribed();
    // Over, but not settled yet.
    if (current !== null) await data.endSubscription(db, current);
    await charge(viewer.id, plan);
    return data.insertSubscription(db, viewer.id, plan, periodFrom(clock.now(), plan));
  }

  /** @throws subscriptionNotFound, subscriptionEnded */
  async function setRenewal(viewer: Viewer, id: number, renews: boolean): Promise<Subscription> {
    const subscription = await find(viewer, id);
    if (!isActive(subscription, clock.now())) throw subscriptionEnded();
    if (!(await data.setCancelAtPeriodEnd(db, id, !renews))) throw subscriptionEnded();
    return find(viewer, id);
  }

  /** Lets the active one renew. @throws subscriptionRequired if there is none */
  async function renewCurrent(viewer: Viewer): Promise<void> {
    const found = await current(viewer);
    if (found === null) throw subscriptionRequired();
    await setRenewal(viewer, found.id, true);
  }

  /** Null when all have ended. */
  function current(viewer: Viewer): Promise<Subscription | null> {
    return data.currentSubscription(db, viewer.id, SERVICE);
  }

  /** @throws subscriptionNotFound unless it is the viewer's own */
  async function find(viewer: Viewer, id: number): Promise<Subscription> {
    const subscription = await data.subscriptionById(db, id);
    if (subscription?.userId !== viewer.id) throw subscriptionNotFound();
    return subscription;
  }

  function coverageQuestion(userId: number, service: string): Question<Coverage> {
    return mapped(data.coverage(userId, service), coverageBy);
  }

  function coverageBy(current: SubscriptionFacts | null): Coverage {
    const covers = (instant: Date): boolean =>
      current !== null && isActive(current, clock.now()) && coversInstant(current, instant);
    return {
      covers,
      requireActive() {
        if (!covers(clock.now())) throw subscriptionRequired();
      },
    };
  }

  function plans(): Promise<Plan[]> {
    return data.plansOf(db, SERVICE);
  }

  return {
    plans,
    subscribe,
    cancel: (viewer: Viewer, id: number) => setRenewal(viewer, id, false),
    resume: (viewer: Viewer, id: number) => setRenewal(viewer, id, true),
    find,
    coverageQuestion,
    settleDue,
    current,
    renewCurrent,
    /** What anybody may subscribe to, to be asked with others. */
    offerQuestion: () => data.offeredPlans(SERVICE),
    /** Newest first. */
    list: (viewer: Viewer, page: Page) => data.subscriptionsOfUser(db, viewer.id, toOffset(page)),
  };
}
