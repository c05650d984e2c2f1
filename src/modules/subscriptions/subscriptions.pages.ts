import { everyone, signedIn } from '../../platform/http/auth/access.js';
import { blankForm, type FormState } from '../../platform/http/input/form.js';
import { formPost } from '../../platform/http/routes/form-page.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../platform/http/routes/page-route.js';
import { localPath } from '../../platform/http/input/url.js';
import { redirect } from '../../platform/http/routes/reply.js';
import { view } from '../../platform/http/routes/reply.js';
import { type PageReply } from '../../platform/http/routes/reply.js';
import { subscriptionEnded } from './subscriptions.errors.js';
import { presentPlan, presentSubscription } from './subscriptions.present.js';
import { subscribeBody } from './subscriptions.schemas.js';
import type { Subscriptions } from './subscriptions.service.js';

type Input = Pick<PageInput<typeof everyone>, 'viewer' | 'query'>;

const MANAGE = '/subscription';

export function subscriptionsPages(subscriptions: Subscriptions): PageRoute[] {
  const page = async ({ viewer }: Input, form: FormState): Promise<PageReply> => {
    const [plans, current] = await Promise.all([
      subscriptions.plans(),
      viewer && subscriptions.current(viewer),
    ]);
    return view('subscriptions/index', current ? 'Your subscription' : 'Subscribe', {
      plans: plans.map(presentPlan),
      subscription: current && presentSubscription(current),
      form,
      next: nextOf(form),
    });
  };
  const change = (name: string, act: Subscriptions['cancel'], said: string) =>
    pageRoute({
      method: 'post',
      path: `${MANAGE}/${name}`,
      access: signedIn,
      async handle({ viewer, body }) {
        const current = await subscriptions.current(viewer);
        if (current === null) throw subscriptionEnded();
        await act(viewer, current.id);
        const { next } = (body ?? {}) as Record<string, unknown>;
        return redirect(localPath(next, MANAGE), said);
      },
    });
  return [
    pageRoute({
      method: 'get',
      path: MANAGE,
      access: signedIn,
      handle: (input) => page(input, openForm(input)),
    }),
    pageRoute({
      method: 'get',
      path: '/subscribe',
      access: everyone,
      handle: (input) => page(input, openForm(input)),
    }),
    formPost({
      path: '/subscribe',
      access: signedIn,
      schema: subscribeBody,
      show: page,
      async act({ viewer }, { plan }, form) {
        await subscriptions.subscribe(viewer, plan);
        return redirect(nextOf(form), 'You are subscribed. Find a chef and book.');
      },
    }),
    change('cancel', subscriptions.cancel, 'Your subscription will not renew.'),
    change('resume', subscriptions.resume, 'Your subscription renews again.'),
  ];
}

function openForm({ query }: Input): FormState {
  return blankForm({ next: localPath(query.next, MANAGE) });
}

function nextOf(form: FormState): string {
  return localPath(form.values.next, MANAGE);
}
