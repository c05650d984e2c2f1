import type { Db } from '../../platform/db.js';
import type { BookedTimes } from '../chefs/index.js';
import { bookingFormPages } from './booking-form.pages.js';
import { bookingsApi } from './bookings.api.js';
import { bookedTimes } from './bookings.data.js';
import { bookingsPages, createBookingPage } from './bookings.pages.js';
import { createBookingsService, type BookingsDeps } from './bookings.service.js';
import { createDeadlinesService, DEADLINE_JOB } from './deadlines.service.js';
import { earningsPages } from './earnings.pages.js';
import { createEarningsService } from './earnings.service.js';
import { liveApi } from './live.api.js';
import { CHANNEL } from './live.data.js';
import { createLiveService } from './live.service.js';
import { createReadingService } from './reading.service.js';
import { papersPages } from './papers.pages.js';
import { transitionsPages } from './transitions.pages.js';
import { rescueApi } from './rescue.api.js';
import { rescuePages } from './rescue.pages.js';
import { createRescueService } from './rescue.service.js';
import { createReschedulingService } from './rescheduling.service.js';
import { createTransitionsService } from './transitions.service.js';
import { workplacePages } from './workplace.pages.js';
import { createWorkplaceService } from './workplace.service.js';

export { requestDeadline } from './bookings.rules.js';

/** Bookings: asking for a meal, answering, and all that can become of it. */
export function createBookings(deps: BookingsDeps) {
  const reading = createReadingService(deps);
  const bookings = createBookingsService(deps);
  const transitions = createTransitionsService(deps, reading);
  const rescheduling = createReschedulingService(deps, reading, bookings, transitions);
  const deadlines = createDeadlinesService(deps, transitions);
  const rescue = createRescueService(deps, reading, bookings);
  const workplace = createWorkplaceService(deps, reading);
  const bookingPage = createBookingPage(reading, transitions, rescue, workplace, deps.clock);
  return {
    api: [...bookingsApi(bookings, reading, transitions, rescheduling), ...rescueApi(rescue)],
    pages: [
      ...bookingsPages(reading, bookingPage, deps.clock),
      ...workplacePages(workplace, reading, transitions, deps.schedules, deps.clock),
      ...bookingFormPages(bookings, reading, deps),
      ...transitionsPages(reading, transitions, rescheduling, workplace, bookingPage, deps),
      ...earningsPages(createEarningsService(deps)),
      ...rescuePages(rescue),
      ...papersPages(reading, deps.chefs),
    ],
    streams: { channel: CHANNEL, routes: liveApi(createLiveService(deps)) },
    service: {
      ...bookings,
      ...reading,
      ...transitions,
      ...rescheduling,
      ...deadlines,
      ...workplace,
    },
    jobs: { [DEADLINE_JOB]: deadlines.meetDeadline },
  };
}

/** What live bookings hold, for whoever computes free times; it needs nothing but the tables. */
export function createBookedTimes(db: Db): BookedTimes {
  return (chefIds, within, exceptBookingId) => bookedTimes(db, chefIds, within, exceptBookingId);
}
