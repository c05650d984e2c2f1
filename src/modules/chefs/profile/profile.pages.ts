import { preconditionFailed } from '../../../platform/errors.js';
import { signedIn } from '../../../platform/http/auth/access.js';
import { blankForm, withFailure, type FormState } from '../../../platform/http/input/form.js';
import { formPost } from '../../../platform/http/routes/form-page.js';
import {
  pageRoute,
  type PageInput,
  type PageRoute,
} from '../../../platform/http/routes/page-route.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { timeZoneOptions } from '../chef/chef.present.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import { versionSeen } from '../chef/version-field.pages.js';
import type { Photos } from '../pictures/photos.service.js';
import { galleryPages } from './gallery.pages.js';
import { readProfileForm } from './profile-form.pages.js';
import { policyChoices, PROFILE_PAGE, profilePageRenderer } from './profile-page.pages.js';
import { becomeChefBody, type EditChef } from './profile.schemas.js';
import type { Profiles } from './profile.service.js';

type Input = PageInput<typeof signedIn>;

const CHANGED_MEANWHILE =
  'Your profile was changed since you opened this page. What you entered is kept: save again to put it in its place.';

export function profilePages(chefs: ChefLookup, profiles: Profiles, photos: Photos): PageRoute[] {
  const profilePage = profilePageRenderer(chefs, profiles, photos);
  const newPage = async (form: FormState): Promise<PageReply> =>
    view('chefs/profile/become', 'Become a chef', {
      cuisines: (await chefs.facets()).cuisines,
      policies: policyChoices(),
      form,
      time_zones: timeZoneOptions(),
    });

  const become = formPost({
    path: PROFILE_PAGE,
    access: signedIn,
    schema: becomeChefBody,
    show: (_page, form) => newPage(form),
    onFailure: (_form, error) => {
      throw error;
    },
    async act({ viewer }, profile) {
      await profiles.become(viewer, profile);
      return redirect(PROFILE_PAGE, 'Welcome, chef!');
    },
  });
  const edit = (chef: Chef) =>
    formPost({
      path: PROFILE_PAGE,
      access: signedIn,
      read: ({ body }: Input) => readProfileForm(body),
      show: (_page, form) => profilePage(chef, form),
      onFailure: (form, error) => changedMeanwhile(form, error, chef.version),
      async act({ viewer }, changes: EditChef, form) {
        await profiles.edit(viewer, chef.id, changes, [versionSeen(form)]);
        return redirect(PROFILE_PAGE, 'Your profile is saved.');
      },
    });

  return [
    pageRoute({
      method: 'get',
      path: PROFILE_PAGE,
      access: signedIn,
      async handle({ viewer }) {
        const chef = await chefs.ofUser(viewer.id);
        return chef === null ? newPage(blankForm(newProfile(viewer.name))) : profilePage(chef);
      },
    }),
    pageRoute({
      method: 'post',
      path: PROFILE_PAGE,
      access: signedIn,
      async handle(input) {
        const chef = await chefs.ofUser(input.viewer.id);
        return (chef === null ? become : edit(chef)).handle(input);
      },
    }),
    ...galleryPages(chefs, photos, profilePage),
  ];
}

function changedMeanwhile(form: FormState, error: unknown, version: number): FormState {
  if (!preconditionFailed.is(error)) throw error;
  const detail = CHANGED_MEANWHILE;
  const refused = withFailure(form, preconditionFailed(undefined, [{ pointer: '/name', detail }]));
  return { ...refused, values: { ...refused.values, version: String(version) } };
}

function newProfile(name: string) {
  return { name, time_zone: 'Asia/Seoul', cancellation_policy: 'moderate' };
}
