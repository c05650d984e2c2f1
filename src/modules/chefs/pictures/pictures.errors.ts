import { defineError } from '../../../platform/errors.js';

export const galleryIsFull = defineError({
  id: 'gallery-is-full',
  status: 409,
  title: 'Gallery is full',
  detail: 'You have 8 more pictures already. Remove one first.',
  pointer: '/picture',
});
export const pictureThereAlready = defineError({
  id: 'picture-there-already',
  status: 409,
  title: 'Picture is there already',
  detail: 'This picture is on your page already.',
  pointer: '/picture',
});
export const notAPicture = defineError({
  id: 'not-a-picture',
  status: 422,
  title: 'Not a picture',
  detail: 'This picture cannot be read. Choose a JPEG, PNG, WebP or AVIF.',
  pointer: '/photo',
});
