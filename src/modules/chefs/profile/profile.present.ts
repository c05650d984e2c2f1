import type { Chef } from '../chef/chef.data.js';
import { presentChef } from '../chef/chef.present.js';
import type { GalleryPicture } from '../pictures/photos.data.js';
import { urlOf } from '../pictures/photos.rules.js';
import type { Details } from './profile.data.js';
import { notIncluded } from './profile.rules.js';
import type { PublicProfile } from './profile.schemas.js';

export function presentProfile(
  chef: Chef,
  details: Details,
  gallery: GalleryPicture[],
): PublicProfile {
  return {
    ...presentChef(chef),
    languages: details.languages,
    menus: details.menus,
    included: details.included as PublicProfile['included'],
    not_included: notIncluded(details.included),
    kitchen_needs: details.kitchenNeeds as PublicProfile['kitchen_needs'],
    kitchen_notes: details.kitchenNotes,
    gallery: gallery.map(({ key, alt }) => ({ url: urlOf(key), alt })),
  };
}
