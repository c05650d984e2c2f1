import { ask, mapped, type Question } from '../../../platform/database/questions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { Coverage as SubscriptionCoverage } from '../../subscriptions/index.js';
import { SERVICE, type BookingsDeps } from '../deps.js';

export type Coverage = ReturnType<typeof createCoverageService>;

/** Looks the subscription up once a request: a viewer object lives as long as its request. */
export function createCoverageService({
  db,
  subscriptions,
}: Pick<BookingsDeps, 'db' | 'subscriptions'>) {
  const lookups = new WeakMap<Viewer, Promise<SubscriptionCoverage>>();

  function coverageOf(viewer: Viewer): Promise<SubscriptionCoverage> {
    const found = lookups.get(viewer) ?? ask(db, questionOf(viewer));
    lookups.set(viewer, found);
    return found;
  }

  function questionOf({ id }: Viewer): Question<SubscriptionCoverage> {
    return subscriptions.coverageQuestion(id, SERVICE);
  }

  /** To be asked with others. @throws subscriptionRequired when read, unless one is active */
  function activeQuestion(viewer: Viewer): Question<SubscriptionCoverage> {
    return mapped(questionOf(viewer), (coverage) => {
      coverage.requireActive();
      return coverage;
    });
  }

  /** @throws subscriptionRequired unless a subscription is active */
  async function requireActive(viewer: Viewer): Promise<void> {
    (await coverageOf(viewer)).requireActive();
  }

  /** Whether the subscription is active at an instant, or renews before it. */
  async function covers(viewer: Viewer, instant: Date): Promise<boolean> {
    return (await coverageOf(viewer)).covers(instant);
  }

  return { activeQuestion, requireActive, covers };
}
