import { everyone, signedIn } from '../../platform/http/access.js';
import { apiRoute, created, ok, type ApiRoute } from '../../platform/http/api-route.js';
import { listReply, listSchema } from '../../platform/http/paging.js';
import { forbidden } from '../../platform/errors.js';
import { alreadyAChef } from './chefs.errors.js';
import { presentChef } from './chefs.present.js';
import {
  becomeChefBody,
  chefParams,
  chefProfileSchema,
  chefSchema,
  chefSearchQuery,
  editChefBody,
} from './chefs.schemas.js';
import type { Chefs } from './chefs.service.js';

const CHEFS = '/api/coocook/chefs';

/** The JSON endpoints of chefs. */
export function chefsApi(chefs: Chefs): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: CHEFS,
      access: everyone,
      tag: 'Chefs',
      summary: 'Find chefs',
      query: chefSearchQuery,
      replies: { 200: { description: 'A page of chefs', schema: listSchema('chefs', chefSchema) } },
      async handle({ query }) {
        const { chefs: found, total } = await chefs.search(query);
        return listReply('chefs', found.map(presentChef), total, query, CHEFS, query);
      },
    }),
    apiRoute({
      method: 'get',
      path: `${CHEFS}/{id}`,
      access: everyone,
      tag: 'Chefs',
      summary: 'One chef',
      params: chefParams,
      replies: { 200: { description: 'The chef', schema: chefProfileSchema } },
      versioned: true,
      async handle({ params }) {
        const chef = await chefs.find(params.id);
        return ok(await chefs.profile(chef), chef.version);
      },
    }),
    apiRoute({
      method: 'post',
      path: CHEFS,
      access: signedIn,
      tag: 'Chefs',
      summary: 'Become a chef',
      body: becomeChefBody,
      replies: { 201: { description: 'The new profile', schema: chefProfileSchema } },
      failures: [alreadyAChef],
      async handle({ viewer, body }) {
        const chef = await chefs.become(viewer, body);
        return created(await chefs.profile(chef), `${CHEFS}/${chef.id}`, chef.version);
      },
    }),
    apiRoute({
      method: 'patch',
      path: `${CHEFS}/{id}`,
      access: signedIn,
      tag: 'Chefs',
      summary: 'Edit your own profile',
      params: chefParams,
      body: editChefBody,
      replies: { 200: { description: 'The profile as it is now', schema: chefProfileSchema } },
      failures: [forbidden],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const chef = await chefs.edit(viewer, params.id, body, expected);
        return ok(await chefs.profile(chef), chef.version);
      },
    }),
  ];
}
