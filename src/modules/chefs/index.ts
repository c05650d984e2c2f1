import type { ViewWords } from '../../platform/http/views/view-functions.js';
import { createAvailabilityService } from './availability/availability.service.js';
import { freeTimesViewHelpers } from './availability/day-parts.present.js';
import { slotsApi } from './availability/slots.api.js';
import { presentSlot } from './availability/slots.present.js';
import { createChefPageService } from './chef-page/chef-page.service.js';
import { chefPages } from './chef-page/chef.pages.js';
import { CANCELLATION_TERMS, policySentences } from './chef/cancellation-policy.rules.js';
import { existingChef } from './chef/chef.data.js';
import { chefNotFound } from './chef/chef.errors.js';
import { chefViewHelpers, presentChef } from './chef/chef.present.js';
import { usualHours } from './chef/usual-meal.rules.js';
import { createChefLookup, type Chef } from './chef/chef.service.js';
import { createClosedDates } from './closed-dates/closed-dates.service.js';
import type { ScheduleDeps } from './deps.js';
import { pictureViewHelpers } from './pictures/gallery.present.js';
import { photosPages } from './pictures/photos.pages.js';
import { createPhotosService } from './pictures/photos.service.js';
import { profileViewHelpers } from './profile/language-options.present.js';
import { profileApi } from './profile/profile.api.js';
import { profilePages } from './profile/profile.pages.js';
import { createProfileService } from './profile/profile.service.js';
import { scheduleApi } from './schedule/schedule.api.js';
import { schedulePages } from './schedule/schedule.pages.js';
import { presentDay } from './schedule/schedule.present.js';
import { createScheduleService } from './schedule/schedule.service.js';
import { scheduleViewHelpers } from './schedule/week-chart.present.js';
import { filterViewHelpers } from './search/applied-filters.present.js';
import { searchViewHelpers } from './search/collections.present.js';
import { searchApi } from './search/search.api.js';
import { searchPages } from './search/search.pages.js';
import { createSearchService } from './search/search.service.js';

export { CANCELLATION_TERMS } from './chef/cancellation-policy.rules.js';
export { STANDARD_WEEK } from './schedule/schedule.rules.js';
export type { BookableChef, MealTerms } from './availability/availability.data.js';
export type { Slot } from './availability/availability.rules.js';
export type { Calendar } from './availability/calendars.service.js';
export type { FreeChef } from './availability/free-chefs.service.js';
export type { Chef } from './chef/chef.service.js';
export type { AskedTime, BookedTime } from './deps.js';
export type { EditChef } from './profile/profile.schemas.js';
export type { HoursAnswer } from './schedule/week.rules.js';

type Module = ReturnType<typeof createChefs>;
export type Chefs = Module['service'];
export type Availability = Module['availability'];
export type Schedules = Module['schedules'];

export { FIELD_LABELS as chefFieldLabels } from './chef/field-labels.present.js';

export function createChefs(deps: ScheduleDeps) {
  const lookup = createChefLookup(deps);
  const availability = createAvailabilityService(deps);
  const schedules = createScheduleService(deps);
  const photos = createPhotosService(deps);
  const profiles = createProfileService(deps, lookup);
  const search = createSearchService(deps, availability);
  return {
    api: [
      ...searchApi(search),
      ...profileApi(profiles),
      ...slotsApi(availability),
      ...scheduleApi(lookup, schedules),
    ],
    pages: [
      ...photosPages(lookup, photos),
      ...searchPages(search),
      ...chefPages(createChefPageService(deps, availability, profiles), availability),
      ...profilePages(lookup, profiles, photos),
      ...schedulePages(lookup, availability, schedules),
    ],
    viewHelpers: (words: ViewWords) => ({
      ...chefViewHelpers,
      ...filterViewHelpers(words),
      ...pictureViewHelpers(words),
      ...scheduleViewHelpers(words),
      ...searchViewHelpers(words),
      ...profileViewHelpers(words),
      ...freeTimesViewHelpers(words),
    }),
    service: {
      find: lookup.find,
      notFound: chefNotFound,
      existing: existingChef,
      lock: lookup.lock,
      othersFreeAt: search.othersFreeAt,
      kitchenOf: profiles.kitchenOf,
      ...createClosedDates(deps, availability),
      /** The steps of the chef's present cancellation policy. */
      termsOf: (chef: Pick<Chef, 'cancellationPolicy'>) =>
        CANCELLATION_TERMS[chef.cancellationPolicy],
      policyInWords: policySentences,
      usualHours,
      present: presentChef,
      presentSlot,
    },
    availability: {
      slotsOn: availability.slotsOn,
      bookableDay: availability.bookableDay,
      calendarOn: availability.calendarOn,
      slotIn: availability.slotIn,
      firstIn: availability.firstIn,
      nearestSlots: availability.nearestSlots,
      nextFree: availability.nextFree,
      todayOf: availability.todayOf,
      lastDateOf: availability.lastDateOf,
    },
    schedules: { hoursOf: schedules.hoursOf, weekOf: schedules.weekOf, presentDay },
  };
}
