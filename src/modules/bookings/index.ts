import { signedInAnd } from '../../platform/http/auth/access.js';
import type { ViewWords } from '../../platform/http/views/view-functions.js';
import { createBookingAccess } from './booking/access.service.js';
import { bookingApi } from './booking/booking.api.js';
import { bookingViewHelpers } from './booking/booking.present.js';
import { CHANNEL } from './booking/changes.data.js';
import { DEADLINE_JOB } from './booking/deadline-job.schemas.js';
import { allergiesPages } from './booking-page/allergies.pages.js';
import { answerPages } from './booking-page/answer.pages.js';
import { bookingPageRenderer, bookingPages } from './booking-page/booking.pages.js';
import { calendarPages } from './booking-page/calendar.pages.js';
import { cancelPages } from './booking-page/cancel.pages.js';
import { editPages } from './booking-page/edit.pages.js';
import { historyViewHelpers } from './booking-page/history.present.js';
import { reschedulePages } from './booking-page/reschedule.pages.js';
import { standingViewHelpers } from './booking-page/standing.present.js';
import type { BookingsDeps } from './deps.js';
import { earningsPages } from './earnings/earnings.pages.js';
import { createEarningsService } from './earnings/earnings.service.js';
import { allergiesApi } from './party/allergies.api.js';
import { editsApi } from './party/edits.api.js';
import { createEditsService } from './party/edits.service.js';
import { createAllergiesService } from './party/allergies.service.js';
import { createTransitionEngine } from './lifecycle/apply-transition.service.js';
import { createDeadlinesService } from './lifecycle/deadlines.service.js';
import { createPersistTransition } from './lifecycle/persist-transition.service.js';
import { createReschedulingService } from './lifecycle/rescheduling.service.js';
import { movesApi } from './lifecycle/moves.api.js';
import { createMovesService } from './lifecycle/moves.service.js';
import { transitionsApi } from './lifecycle/transitions.api.js';
import { createTransitionsService } from './lifecycle/transitions.service.js';
import { listsApi } from './lists/lists.api.js';
import { listsPages } from './lists/lists.pages.js';
import { createListsService } from './lists/lists.service.js';
import { liveApi } from './live/live.api.js';
import { createLiveService } from './live/live.service.js';
import { createAlternativesService } from './requests/alternatives.service.js';
import { createCoverageService } from './requests/coverage.service.js';
import { requestFormPages } from './request-form/request-form.pages.js';
import { requestsApi } from './requests/requests.api.js';
import { createQuotesService } from './requests/quotes.service.js';
import { createRequestsService } from './requests/requests.service.js';
import { createSlotsService } from './requests/slots.service.js';
import { rescueApi } from './rescue/rescue.api.js';
import { rescuePages } from './rescue/rescue.pages.js';
import { createRescueService } from './rescue/rescue.service.js';
import { runSheetPages } from './workday/run-sheet.pages.js';
import { inboxPages } from './workday/inbox.pages.js';
import { createInboxService } from './workday/inbox.service.js';
import { workdayPages } from './workday/workday.pages.js';
import { createWorkdayService } from './workday/workday.service.js';

export { requestDeadline } from './booking/booking.rules.js';
export { FIELD_LABELS as bookingFieldLabels } from './request-form/field-labels.present.js';
export { bookingEvents } from './events.schemas.js';
export { askedTimes, bookedTimes } from './records/held-times.data.js';

export function createBookings(deps: BookingsDeps) {
  const { chefs, clock, schedules, subscriptions } = deps;
  const coverage = createCoverageService(deps);
  const subscribersOnly = signedInAnd(coverage.requireActive, subscriptions.required);
  const access = createBookingAccess(deps);
  const lists = createListsService(deps);
  const slots = createSlotsService(deps);
  const quotes = createQuotesService(deps);
  const requests = createRequestsService(deps, slots, coverage);
  const alternatives = createAlternativesService(deps);
  const rescue = createRescueService(deps, access, requests, coverage);
  const persistTransition = createPersistTransition(deps);
  const engine = createTransitionEngine(deps, persistTransition);
  const transitions = createTransitionsService(deps, access, engine);
  const rescheduling = createReschedulingService({ ...deps, ...coverage }, access, slots, engine);
  const moves = createMovesService(coverage, access, engine);
  const edits = createEditsService(deps, access, engine);
  const allergies = createAllergiesService(deps, access);
  const deadlines = createDeadlinesService(deps, persistTransition);
  const workday = createWorkdayService(deps);
  const inbox = createInboxService(deps, access, lists);
  const earnings = createEarningsService(deps);
  const renderPage = bookingPageRenderer({ transitions, rescue, inbox, clock });
  return {
    api: [
      ...listsApi(lists),
      ...requestsApi(requests, [chefs.notFound, subscriptions.required]),
      ...bookingApi(access),
      ...transitionsApi(access, transitions),
      ...movesApi(access, rescheduling, moves),
      ...allergiesApi(access, allergies),
      ...editsApi(access, edits),
      ...rescueApi(rescue, subscribersOnly),
    ],
    pages: [
      ...listsPages(lists, clock),
      ...bookingPages(access, renderPage, clock),
      ...answerPages(access, { ...transitions, ...moves }, inbox, renderPage),
      ...allergiesPages(access, allergies, renderPage, clock),
      ...editPages(access, edits, transitions, chefs),
      ...cancelPages(access, transitions),
      ...reschedulePages(access, transitions, rescheduling, deps),
      ...calendarPages(access),
      ...requestFormPages(subscribersOnly, requests, alternatives, { ...deps, ...access, quotes }),
      ...rescuePages(rescue, subscribersOnly),
      ...workdayPages(workday, schedules, clock),
      ...inboxPages(inbox, transitions, clock),
      ...runSheetPages(access, chefs),
      ...earningsPages(earnings),
    ],
    streams: { channel: CHANNEL, routes: liveApi(createLiveService(deps)) },
    viewHelpers: (words: ViewWords) => ({
      ...bookingViewHelpers(words),
      ...historyViewHelpers(words),
      ...standingViewHelpers(words),
    }),
    service: {
      expireOverdue: deadlines.expireOverdue,
      completeFinished: deadlines.completeFinished,
    },
    jobs: { [DEADLINE_JOB]: deadlines.meetDeadline },
  };
}
