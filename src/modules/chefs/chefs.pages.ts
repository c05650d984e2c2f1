import { preconditionFailed } from '../../platform/errors.js';
import { everyone, signedIn } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure } from '../../platform/http/input.js';
import {
  goTo,
  idOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { say } from '../../platform/language.js';
import { addDays } from '../../platform/time.js';
import { presentChef, presentSlot } from './chefs.present.js';
import { CANCELLATION_TERMS, policySentences, type CancellationPolicy } from './chefs.rules.js';
import { becomeChefBody, chefChoiceQuery, profileForm } from './chefs.schemas.js';
import type { Availability } from './availability.service.js';
import type { Chef, Chefs } from './chefs.service.js';
import { versionSeen } from './schedule-form.pages.js';

const POLICY_LABELS: Record<CancellationPolicy, string> = {
  flexible: 'Flexible',
  moderate: 'Moderate',
  strict: 'Strict',
};
const DAYS_SHOWN = 7;
const CHANGED_MEANWHILE =
  'Your profile was changed since you opened this page. What you entered is kept: save again to put it in its place.';

/** The pages of one chef: for everyone, and the profile for who is or becomes one. */
export function chefsPages(chefs: Chefs, availability: Availability): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id',
      access: everyone,
      handle: (input) => profilePage(chefs, availability, input),
    }),
    pageRoute({
      method: 'get',
      path: '/chef/profile',
      access: signedIn,
      async handle({ viewer }) {
        const chef = await chefs.ofUser(viewer.id);
        return profilePageOf(
          chefs,
          chef,
          blankForm(
            chef ? { ...presentChef(chef), version: chef.version } : newProfile(viewer.name),
          ),
        );
      },
    }),
    pageRoute({
      method: 'post',
      path: '/chef/profile',
      access: signedIn,
      async handle({ viewer, body }) {
        const chef = await chefs.ofUser(viewer.id);
        return chef === null ? become(chefs, viewer, body) : edit(chefs, viewer, chef, body);
      },
    }),
  ];
}

async function become(chefs: Chefs, viewer: Viewer, body: unknown): Promise<PageReply> {
  const read = readForm(becomeChefBody, body);
  if (!read.ok) return profilePageOf(chefs, null, read.form);
  await chefs.become(viewer, read.input);
  return goTo('/chef/profile', 'Welcome, chef!');
}

async function edit(chefs: Chefs, viewer: Viewer, chef: Chef, body: unknown): Promise<PageReply> {
  const read = readForm(profileForm, body);
  if (!read.ok) return profilePageOf(chefs, chef, read.form);
  try {
    await chefs.edit(viewer, chef.id, read.input, [versionSeen(read.form)]);
  } catch (error) {
    if (!preconditionFailed.isThe(error)) throw error;
    const told = preconditionFailed(undefined, [{ pointer: '/name', detail: CHANGED_MEANWHILE }]);
    const form = withFailure(read.form, told);
    // Who sends it again has been told, and means it.
    return profilePageOf(chefs, chef, {
      ...form,
      values: { ...form.values, version: String(chef.version) },
    });
  }
  return goTo('/chef/profile', 'Your profile is saved.');
}

async function profilePage(
  chefs: Chefs,
  availability: Availability,
  { params, query }: PageInput,
): Promise<PageReply> {
  const chef = await chefs.find(idOf(params));
  const read = readForm(chefChoiceQuery, query);
  const asked = read.ok ? read.input : {};
  const today = availability.todayOf(chef);
  const date = asked.date !== undefined && asked.date > today ? asked.date : today;
  const durationHours = asked.duration_hours ?? chef.minHours;
  const lastDate = availability.lastDateOf(chef);
  const { days } = await availability.slots(chef, { from: date, duration_hours: durationHours });
  const later = addDays(date, DAYS_SHOWN);
  const earlier = addDays(date, -DAYS_SHOWN);
  return show('chefs/show', say('{{name}}', { name: chef.name }), {
    chef: presentChef(chef),
    slots: {
      chef_id: chef.id,
      time_zone: chef.timeZone,
      duration_hours: durationHours,
      days: days.map((day) => ({ date: day.date, starts: day.slots.map(presentSlot) })),
    },
    choice: { date, duration_hours: durationHours, guests: asked.guests ?? 2 },
    form: read.form,
    today,
    next_week: later <= lastDate ? later : null,
    previous_week: date > today ? (earlier > today ? earlier : today) : null,
    policy: policySentences(chef.cancellationPolicy),
  });
}

async function profilePageOf(
  chefs: Chefs,
  chef: Chef | null,
  form: ReturnType<typeof blankForm>,
): Promise<PageReply> {
  return show('chefs/profile-form', chef ? 'Your chef profile' : 'Become a chef', {
    form,
    chef: chef && presentChef(chef),
    cuisines: await chefs.cuisines(),
    time_zones: Intl.supportedValuesOf('timeZone'),
    policies: Object.keys(CANCELLATION_TERMS).map((value) => ({
      value,
      label: POLICY_LABELS[value as CancellationPolicy],
    })),
  });
}

/** What a new profile begins with. */
function newProfile(name: string) {
  return {
    name,
    time_zone: 'Asia/Seoul',
    cancellation_policy: 'moderate',
  };
}
