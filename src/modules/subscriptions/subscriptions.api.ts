import { everyone, signedIn } from '../../platform/http/auth/access.js';
import { apiRoute, created, ok, type ApiRoute } from '../../platform/http/routes/api-route.js';
import { pageReply, listSchema } from '../../platform/http/input/list-reply.js';
import { toOffset } from '../../platform/paging.js';
import {
  alreadySubscribed,
  planNotFound,
  subscriptionEnded,
  subscriptionNotFound,
} from './subscriptions.errors.js';
import { presentPlan, presentSubscription } from './subscriptions.present.js';
import {
  emptyBody,
  planListQuery,
  planSchema,
  subscribeBody,
  subscriptionListQuery,
  subscriptionParams,
  subscriptionSchema,
} from './subscriptions.schemas.js';
import { plansTopics } from './subscriptions.rules.js';
import type { Subscriptions } from './subscriptions.service.js';

const SUBSCRIPTIONS = '/api/coocook/subscriptions';
const PLANS = '/api/coocook/plans';
const common = { access: signedIn, tag: 'Subscriptions' };
const reply = (description: string) => ({ description, schema: subscriptionSchema });

export function subscriptionsApi(subscriptions: Subscriptions): ApiRoute[] {
  const change = (
    name: 'cancellation' | 'resumption',
    summary: string,
    act: Subscriptions['cancel'],
  ) =>
    apiRoute({
      ...common,
      method: 'post',
      path: `${SUBSCRIPTIONS}/{id}/${name}`,
      operationId: name === 'cancellation' ? 'cancelSubscription' : 'resumeSubscription',
      summary,
      params: subscriptionParams,
      body: emptyBody,
      replies: { 200: reply('The subscription as it is now') },
      failures: [subscriptionNotFound, subscriptionEnded],
      handle: async ({ viewer, params }) => ok(presentSubscription(await act(viewer, params.id))),
    });
  return [
    plansApi(subscriptions),
    apiRoute({
      ...common,
      method: 'get',
      path: SUBSCRIPTIONS,
      operationId: 'listSubscriptions',
      summary: 'Your subscriptions, newest first',
      query: subscriptionListQuery,
      replies: {
        200: {
          description: 'A page of subscriptions',
          schema: listSchema('subscriptions', subscriptionSchema),
        },
      },
      async handle({ viewer, query }) {
        const { subscriptions: found, total } = await subscriptions.list(viewer, query);
        const items = found.map(presentSubscription);
        return pageReply({ name: 'subscriptions', items, total, path: SUBSCRIPTIONS, query });
      },
    }),
    apiRoute({
      ...common,
      method: 'post',
      path: SUBSCRIPTIONS,
      operationId: 'subscribe',
      summary: 'Subscribe',
      body: subscribeBody,
      replies: { 201: reply('The new subscription') },
      failures: [alreadySubscribed, planNotFound],
      async handle({ viewer, body }) {
        const made = await subscriptions.subscribe(viewer, body.plan);
        return created(presentSubscription(made), `${SUBSCRIPTIONS}/${made.id}`);
      },
    }),
    apiRoute({
      ...common,
      method: 'get',
      path: `${SUBSCRIPTIONS}/{id}`,
      operationId: 'getSubscription',
      summary: 'One of your subscriptions',
      params: subscriptionParams,
      replies: { 200: reply('The subscription') },
      failures: [subscriptionNotFound],
      handle: async ({ viewer, params }) =>
        ok(presentSubscription(await subscriptions.find(viewer, params.id))),
    }),
    change('cancellation', 'Let it run out at the end of its period', subscriptions.cancel),
    change('resumption', 'Let it renew again', subscriptions.resume),
  ];
}

function plansApi(subscriptions: Pick<Subscriptions, 'plans'>): ApiRoute {
  return apiRoute({
    access: everyone,
    cacheTopics: plansTopics,
    tag: common.tag,
    method: 'get',
    path: PLANS,
    operationId: 'listPlans',
    summary: 'The plans on offer',
    query: planListQuery,
    replies: { 200: { description: 'The plans', schema: listSchema('plans', planSchema) } },
    async handle({ query }) {
      const plans = (await subscriptions.plans()).map(presentPlan);
      const { skip, take } = toOffset(query);
      const items = plans.slice(skip, skip + take);
      return pageReply({ name: 'plans', items, total: plans.length, path: PLANS, query });
    },
  });
}
