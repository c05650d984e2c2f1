import { failureKind } from '../../platform/errors.js';

export const chefNotFound = failureKind(
  'chef-not-found',
  404,
  'Chef not found',
  'There is no such chef.',
);
export const alreadyAChef = failureKind(
  'already-a-chef',
  409,
  'Already a chef',
  'You have a chef profile already; edit that one.',
);
