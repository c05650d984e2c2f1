import { defineError } from '../../../platform/errors.js';

export const chefNotFound = defineError({
  id: 'chef-not-found',
  status: 404,
  title: 'Chef not found',
  detail: 'There is no such chef.',
});
export const alreadyAChef = defineError({
  id: 'already-a-chef',
  status: 409,
  title: 'Already a chef',
  detail: 'You have a chef profile already; edit that one.',
});
