import { searchTopics } from '../chef/cache-topics.rules.js';
import { everyone } from '../../../platform/http/auth/access.js';
import { boundedListSchema, pageReply } from '../../../platform/http/input/list-reply.js';
import { apiRoute, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { presentChef } from '../chef/chef.present.js';
import { chefSchema } from '../chef/chef.schemas.js';
import { chefSearchQuery } from './search.schemas.js';
import type { ChefSearchService } from './search.service.js';

const CHEFS = '/api/coocook/chefs';

export function searchApi({ searchWithin }: ChefSearchService): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: CHEFS,
      access: everyone,
      cacheTopics: searchTopics,
      tag: 'Chefs',
      operationId: 'findChefs',
      summary: 'Find chefs',
      description:
        'Pages go up to the 10,000th chef. With `date`, the first 1,000 who may be free that day are looked at. What may lie beyond is told by `total_is_at_least`; asking for a page of it is answered with 422.',
      query: chefSearchQuery,
      replies: {
        200: { description: 'A page of chefs', schema: boundedListSchema('chefs', chefSchema) },
      },
      async handle({ query }) {
        const { chefs, total, more } = await searchWithin(query);
        return pageReply({
          name: 'chefs',
          items: chefs.map(presentChef),
          total,
          isAtLeast: more,
          path: CHEFS,
          query,
        });
      },
    }),
  ];
}
