import { chefTopics } from '../chef/cache-topics.rules.js';
import { forbidden } from '../../../platform/errors.js';
import { everyone, signedIn } from '../../../platform/http/auth/access.js';
import { apiRoute, created, ok, type ApiRoute } from '../../../platform/http/routes/api-route.js';
import { alreadyAChef, chefNotFound } from '../chef/chef.errors.js';
import { chefParams } from '../chef/chef.schemas.js';
import { becomeChefBody, chefProfileSchema, editChefBody } from './profile.schemas.js';
import type { Profiles } from './profile.service.js';

const CHEFS = '/api/coocook/chefs';
const tag = 'Chefs';

export function profileApi(profiles: Profiles): ApiRoute[] {
  return [
    apiRoute({
      method: 'get',
      path: `${CHEFS}/{id}`,
      access: everyone,
      cacheTopics: chefTopics,
      tag,
      operationId: 'getChef',
      summary: 'One chef',
      params: chefParams,
      replies: { 200: { description: 'The chef', schema: chefProfileSchema } },
      failures: [chefNotFound],
      versioned: true,
      async handle({ params }) {
        const { chef, profile } = await profiles.find(params.id);
        return ok(profile, chef.version);
      },
    }),
    apiRoute({
      method: 'post',
      path: CHEFS,
      access: signedIn,
      tag,
      operationId: 'becomeChef',
      summary: 'Become a chef',
      body: becomeChefBody,
      replies: { 201: { description: 'The new profile', schema: chefProfileSchema } },
      failures: [alreadyAChef],
      async handle({ viewer, body }) {
        const chef = await profiles.become(viewer, body);
        return created(await profiles.profile(chef), `${CHEFS}/${chef.id}`, chef.version);
      },
    }),
    apiRoute({
      method: 'patch',
      path: `${CHEFS}/{id}`,
      access: signedIn,
      tag,
      operationId: 'editChef',
      summary: 'Edit your own profile',
      params: chefParams,
      body: editChefBody,
      replies: { 200: { description: 'The profile as it is now', schema: chefProfileSchema } },
      failures: [chefNotFound, forbidden],
      versioned: true,
      async handle({ viewer, params, body, expected }) {
        const chef = await profiles.edit(viewer, params.id, body, expected);
        return ok(await profiles.profile(chef), chef.version);
      },
    }),
  ];
}
