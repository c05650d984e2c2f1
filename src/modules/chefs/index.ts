import { chefsApi } from './chefs.api.js';
import { chefPages } from './chef.pages.js';
import { photosPages } from './photos.pages.js';
import { createPhotosService } from './photos.service.js';
import { profilePages } from './profile.pages.js';
import { availabilityApi } from './availability.api.js';
import { createAvailabilityService, type AvailabilityDeps } from './availability.service.js';
import { schedulePages } from './schedule.pages.js';
import { createScheduleService } from './schedule.service.js';
import { createChefsService } from './chefs.service.js';
import { searchPages } from './search.pages.js';

export { CANCELLATION_TERMS } from './chefs.rules.js';
export { STANDARD_WEEK } from './availability.rules.js';
export type { Slot } from './availability.rules.js';
export type { FreeChef } from './free-chefs.service.js';
export type { Availability, BookedTime, BookedTimes } from './availability.service.js';
export type { EditChef } from './chefs.schemas.js';
export type { Chef, Chefs } from './chefs.service.js';
export type { HoursAnswer } from './week.rules.js';
export type { Schedules } from './schedule.service.js';

/** Chefs: profiles, search, schedules and free times. */
export function createChefs(deps: AvailabilityDeps) {
  const availability = createAvailabilityService(deps);
  const schedules = createScheduleService(deps);
  const photos = createPhotosService(deps);
  const service = createChefsService({ ...deps, availability });
  return {
    api: [...chefsApi(service), ...availabilityApi(service, availability, schedules)],
    pages: [
      ...photosPages(service, photos),
      ...searchPages(service, availability),
      ...chefPages(service, availability),
      ...profilePages(service, photos),
      ...schedulePages(service, availability, schedules),
    ],
    service,
    availability,
    schedules,
  };
}
