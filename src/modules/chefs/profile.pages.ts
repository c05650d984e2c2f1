import { preconditionFailed } from '../../platform/errors.js';
import { signedIn } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  pageRoute,
  show,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { notAPicture } from '../../platform/images.js';
import { CANCELLATION_TERMS, type CancellationPolicy } from './chefs.rules.js';
import { galleryIsFull, pictureThereAlready } from './chefs.errors.js';
import { becomeChefBody } from './chefs.schemas.js';
import type { Chef, Chefs } from './chefs.service.js';
import { readGalleryForm, storedGalleryForm } from './gallery-form.pages.js';
import { MOST_PICTURES } from './photos.rules.js';
import { LARGEST_PHOTO, type Photos } from './photos.service.js';
import { readProfileForm, storedProfileForm } from './profile-form.pages.js';
import { INCLUDED, KITCHEN_NEEDS, LANGUAGE_CODES, USUAL_LANGUAGES } from './profile.rules.js';
import { altForm, MOST_MENUS } from './profile.schemas.js';
import { versionSeen } from './schedule-form.pages.js';

const PAGE = '/chef/profile';
const GALLERY = `${PAGE}#gallery`;
const POLICY_LABELS: Record<CancellationPolicy, string> = {
  flexible: 'Flexible',
  moderate: 'Moderate',
  strict: 'Strict',
};
const CHANGED_MEANWHILE =
  'Your profile was changed since you opened this page. What you entered is kept: save again to put it in its place.';

/** The profile's page: for who becomes a chef, and for the chef to edit it with its pictures. */
export function profilePages(chefs: Chefs, photos: Photos): PageRoute[] {
  /** The page as it is stored, with the fields of a form that was refused in their place. */
  async function page(chef: Chef, refused?: FormState): Promise<PageReply> {
    const [profile, gallery] = await Promise.all([chefs.profile(chef), photos.gallery(chef)]);
    const stored = storedProfileForm(chef, profile);
    const form = {
      ...refused,
      values: { ...stored.values, ...storedGalleryForm(gallery).values, ...refused?.values },
      lists: { ...stored.lists, ...refused?.lists },
      errors: refused?.errors ?? [],
    };
    return show('chefs/profile-form', 'Your chef profile', {
      ...(await shared(chefs)),
      form,
      chef: profile,
      gallery: gallery.map(({ key }, index) => ({ key, url: profile.gallery[index]?.url })),
      most_menus: MOST_MENUS,
      most_pictures: MOST_PICTURES,
      choices: {
        included: choicesOf(INCLUDED),
        kitchen_needs: choicesOf(KITCHEN_NEEDS),
        languages: [...new Set([...USUAL_LANGUAGES, ...profile.languages])],
        other_languages: LANGUAGE_CODES,
      },
    });
  }

  const forChef = (
    path: string,
    act: (chef: Chef, input: { body: unknown; upload: Uint8Array | null }) => Promise<PageReply>,
    upload?: PageRoute['upload'],
  ) =>
    pageRoute({
      method: 'post',
      path,
      access: signedIn,
      ...(upload ? { upload } : {}),
      async handle({ viewer, body, upload: sent }) {
        const chef = await chefs.ofUser(viewer.id);
        return chef === null ? goTo(PAGE) : act(chef, { body, upload: sent });
      },
    });

  async function edit(viewer: Viewer, chef: Chef, body: unknown): Promise<PageReply> {
    const read = readProfileForm(body);
    if (!read.ok) return page(chef, read.form);
    try {
      await chefs.edit(viewer, chef.id, read.input, [versionSeen(read.form)]);
    } catch (error) {
      if (!preconditionFailed.isThe(error)) throw error;
      const told = preconditionFailed(undefined, [{ pointer: '/name', detail: CHANGED_MEANWHILE }]);
      const form = withFailure(read.form, told);
      // Who sends it again has been told, and means it.
      const values = { ...form.values, version: String(chef.version) };
      return page(chef, { ...form, values });
    }
    return goTo(PAGE, 'Your profile is saved.');
  }

  return [
    pageRoute({
      method: 'get',
      path: PAGE,
      access: signedIn,
      async handle({ viewer }) {
        const chef = await chefs.ofUser(viewer.id);
        return chef === null ? newPage(chefs, blankForm(newProfile(viewer.name))) : page(chef);
      },
    }),
    pageRoute({
      method: 'post',
      path: PAGE,
      access: signedIn,
      async handle({ viewer, body }) {
        const chef = await chefs.ofUser(viewer.id);
        return chef === null ? become(chefs, viewer, body) : edit(viewer, chef, body);
      },
    }),
    forChef(
      `${PAGE}/gallery`,
      async (chef, { body, upload }) => {
        const read = readForm(altForm, body);
        const missing =
          upload === null ? [{ field: 'picture', message: 'Choose a picture first.' }] : [];
        const errors = [...missing, ...read.form.errors];
        if (!read.ok || upload === null) return page(chef, { ...read.form, errors });
        try {
          await photos.add(chef, upload, read.input.picture_alt);
        } catch (error) {
          const isOurs = [notAPicture, galleryIsFull, pictureThereAlready].some((kind) =>
            kind.isThe(error),
          );
          if (!isOurs) throw error;
          const message = (error as Error).message;
          return page(chef, { ...read.form, errors: [{ field: 'picture', message }] });
        }
        return goTo(GALLERY, 'The picture is on your page.');
      },
      { field: 'picture', maxBytes: LARGEST_PHOTO },
    ),
    forChef(`${PAGE}/gallery/arrange`, async (chef, { body }) => {
      const read = readGalleryForm(body, await photos.gallery(chef));
      if (!read.ok) return page(chef, read.form);
      await photos.arrange(chef, read.wishes);
      return goTo(GALLERY, 'Your pictures are saved.');
    }),
  ];
}

async function become(chefs: Chefs, viewer: Viewer, body: unknown): Promise<PageReply> {
  const read = readForm(becomeChefBody, body);
  if (!read.ok) return newPage(chefs, read.form);
  await chefs.become(viewer, read.input);
  return goTo(PAGE, 'Welcome, chef!');
}

async function newPage(chefs: Chefs, form: FormState): Promise<PageReply> {
  return show('chefs/become', 'Become a chef', {
    ...(await shared(chefs)),
    form,
    time_zones: Intl.supportedValuesOf('timeZone'),
  });
}

async function shared(chefs: Chefs) {
  return {
    cuisines: await chefs.cuisines(),
    policies: Object.keys(CANCELLATION_TERMS).map((value) => ({
      value,
      label: POLICY_LABELS[value as CancellationPolicy],
    })),
  };
}

function choicesOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** What a new profile begins with. */
function newProfile(name: string) {
  return { name, time_zone: 'Asia/Seoul', cancellation_policy: 'moderate' };
}
