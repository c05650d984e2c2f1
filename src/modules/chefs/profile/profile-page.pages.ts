import type { FormState } from '../../../platform/http/input/form.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { CANCELLATION_TERMS, type CancellationPolicy } from '../chef/cancellation-policy.rules.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import { storedGalleryForm } from '../pictures/gallery-form.pages.js';
import { MAX_PICTURES } from '../pictures/photos.rules.js';
import type { Photos } from '../pictures/photos.service.js';
import { menuFieldsets, storedProfileForm } from './profile-form.pages.js';
import { INCLUDED, KITCHEN_NEEDS, LANGUAGE_CODES, USUAL_LANGUAGES } from './profile.rules.js';
import { MAX_MENUS } from './profile.schemas.js';
import type { Profiles } from './profile.service.js';

export const PROFILE_PAGE = '/chef/profile';

export type ProfilePage = ReturnType<typeof profilePageRenderer>;

const POLICY_LABELS: Record<CancellationPolicy, string> = {
  flexible: 'Flexible',
  moderate: 'Moderate',
  strict: 'Strict',
};

/** Renders the profile's page, with a refused form in place of what is stored. */
export function profilePageRenderer(
  { facets }: Pick<ChefLookup, 'facets'>,
  profiles: Profiles,
  photos: Photos,
) {
  return async (chef: Chef, refused?: FormState): Promise<PageReply> => {
    const [profile, gallery] = await Promise.all([profiles.profile(chef), photos.gallery(chef)]);
    const stored = storedProfileForm(chef, profile);
    const form = {
      ...refused,
      values: { ...stored.values, ...storedGalleryForm(gallery).values, ...refused?.values },
      lists: { ...stored.lists, ...refused?.lists },
      errors: refused?.errors ?? [],
    };
    return view('chefs/profile/profile', 'Your chef profile', {
      cuisines: (await facets()).cuisines,
      policies: policyChoices(),
      form,
      chef: profile,
      gallery: gallery.map(({ key }, index) => ({ key, url: profile.gallery[index]?.url })),
      places: gallery.map((_, index) => ({ value: index + 1, label: index + 1 })),
      max_menus: MAX_MENUS,
      menus: menuFieldsets(form),
      max_pictures: MAX_PICTURES,
      choices: {
        included: choicesOf(INCLUDED),
        kitchen_needs: choicesOf(KITCHEN_NEEDS),
        languages: [...new Set([...USUAL_LANGUAGES, ...profile.languages])],
        other_languages: LANGUAGE_CODES.filter(
          (code) => !USUAL_LANGUAGES.includes(code) && !profile.languages.includes(code),
        ),
      },
    });
  };
}

export function policyChoices(): { value: string; label: string }[] {
  return Object.keys(CANCELLATION_TERMS).map((value) => ({
    value,
    label: POLICY_LABELS[value as CancellationPolicy],
  }));
}

function choicesOf(labels: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
