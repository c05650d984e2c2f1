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
export const galleryIsFull = failureKind(
  'gallery-is-full',
  409,
  'Gallery is full',
  'You have 8 more pictures already. Remove one first.',
  '/picture',
);
export const pictureThereAlready = failureKind(
  'picture-there-already',
  409,
  'Picture is there already',
  'This picture is on your page already.',
  '/picture',
);
