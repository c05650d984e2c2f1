import { signedIn } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  localPath,
  pageRoute,
  show,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { subscriptionEnded } from './subscriptions.errors.js';
import { presentPlan, presentSubscription } from './subscriptions.present.js';
import { subscribeBody } from './subscriptions.schemas.js';
import type { Subscriptions } from './subscriptions.service.js';

const MANAGE = '/subscription';

/** The page where a user subscribes and looks after the subscription. */
export function subscriptionsPages(subscriptions: Subscriptions): PageRoute[] {
  const page = async (viewer: Viewer, form: FormState, next: string): Promise<PageReply> => {
    const [plans, current] = await Promise.all([
      subscriptions.plans(),
      subscriptions.current(viewer),
    ]);
    return show('subscriptions/index', current ? 'Your subscription' : 'Subscribe', {
      plans: plans.map(presentPlan),
      subscription: current && presentSubscription(current),
      form,
      next,
    });
  };
  const change = (name: string, act: Subscriptions['cancel'], said: string) =>
    pageRoute({
      method: 'post',
      path: `${MANAGE}/${name}`,
      access: signedIn,
      async handle({ viewer }) {
        const current = await subscriptions.current(viewer);
        if (current === null) throw subscriptionEnded();
        await act(viewer, current.id);
        return goTo(MANAGE, said);
      },
    });
  return [
    ...['/subscribe', MANAGE].map((path) =>
      pageRoute({
        method: 'get',
        path,
        access: signedIn,
        handle: ({ viewer, query }) => page(viewer, blankForm(), localPath(query.next, MANAGE)),
      }),
    ),
    pageRoute({
      method: 'post',
      path: '/subscribe',
      access: signedIn,
      async handle({ viewer, body }) {
        const read = readForm(subscribeBody, body);
        const next = localPath(read.form.values.next, MANAGE);
        if (!read.ok) return page(viewer, read.form, next);
        try {
          await subscriptions.subscribe(viewer, read.input.plan);
        } catch (error) {
          return page(viewer, withFailure(read.form, error), next);
        }
        return goTo(next, 'You are subscribed. Find a chef and book.');
      },
    }),
    change('cancel', subscriptions.cancel, 'Your subscription will not renew.'),
    change('resume', subscriptions.resume, 'Your subscription renews again.'),
  ];
}
