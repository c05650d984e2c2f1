import { ask } from '../../../platform/database/questions.js';
import { invalid } from '../../../platform/errors.js';
import { assertVersion, type ExpectedVersions } from '../../../platform/versions.js';
import type { Viewer } from '../../../platform/viewer.js';
import * as data from '../booking/booking.data.js';
import type { Booking, BookingEvent } from '../booking/booking.data.js';
import { illegalTransition, tooEarly, tooLate } from '../booking/booking.errors.js';
import { isAllowedAt } from '../booking/booking.rules.js';
import { transitionTo, type BookingStatus, type Transition } from '../booking/booking.states.js';
import { historyOf } from '../records/history.data.js';
import { hasAllergies } from '../booking/party.rules.js';
import { partyOf } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { PersistTransition } from './persist-transition.service.js';

export interface TransitionInput {
  reason?: string | undefined;
  allergiesRead?: boolean | undefined;
  /** Of the page on which the allergies were read. */
  seenVersion?: number | undefined;
  /** The versions that the person may have seen. */
  expected?: ExpectedVersions;
}

export interface TransitionRequest {
  booking: Booking;
  viewer: Viewer;
  as: 'diner' | 'chef';
  input: TransitionInput;
}

/** A transition's new status, and whether it was the booking's last one. */
export interface Goal {
  to: BookingStatus;
  alreadyApplied: (last: BookingEvent, booking: Booking) => boolean;
}

/** `before` and `after` are the same when the transition had been made already. */
export interface Transitioned {
  as: 'diner' | 'chef';
  before: Booking;
  after: Booking;
}

export type TransitionEngine = ReturnType<typeof createTransitionEngine>;

/** Checks transitions against the table, and writes them if nothing changed meanwhile. */
export function createTransitionEngine(
  { db, clock }: Pick<BookingsDeps, 'db' | 'clock'>,
  persistTransition: PersistTransition,
) {
  /** @throws illegalTransition, tooEarly, tooLate, invalid, preconditionFailed */
  function requestTransition(request: TransitionRequest, to: BookingStatus): Promise<Transitioned> {
    const goal: Goal = {
      to,
      alreadyApplied: (last) => last.actor === request.as && last.fromStatus !== last.toStatus,
    };
    return applyTransition(request, transitionTo(request.booking.status, to, request.as), goal);
  }

  /**
   * Repeating the last transition changes nothing. @param findChanges called after all checks
   * @throws illegalTransition, tooEarly, tooLate, invalid, preconditionFailed
   */
  async function applyTransition(
    { booking, viewer, as, input }: TransitionRequest,
    step: Transition | null,
    goal: Goal,
    findChanges?: () => Promise<data.Changes>,
  ): Promise<Transitioned> {
    if (await isApplied(booking, goal)) return { as, before: booking, after: booking };
    assertVersion(booking, input.expected);
    assertAllowedNow(step, booking);
    assertComplete(step, booking, as, input);
    const { reason, allergiesRead } = input;
    const by = { actor: as, userId: viewer.id, reason, allergiesRead };
    const changed = await persistTransition({
      booking,
      step,
      ...by,
      changes: await findChanges?.(),
    });
    if (changed !== null) return { as, before: booking, after: changed };
    const current = await data.bookingById(db, booking.id);
    if (current === null || !(await isApplied(current, goal))) throw illegalTransition();
    return { as, before: booking, after: current };
  }

  async function isApplied(booking: Booking, goal: Goal): Promise<boolean> {
    if (booking.status !== goal.to) return false;
    const last = (await ask(db, historyOf(booking.id))).at(-1);
    return last !== undefined && goal.alreadyApplied(last, booking);
  }

  function assertAllowedNow(step: Transition | null, booking: Booking): asserts step is Transition {
    if (step === null) throw illegalTransition();
    if (!isAllowedAt(step, booking, clock.now())) {
      throw step.when?.startsWith('before') ? tooLate() : tooEarly();
    }
  }

  return { requestTransition, applyTransition };
}

/** @throws invalid when a reason or the confirmation about allergies is missing */
function assertComplete(
  step: Transition,
  booking: Booking,
  as: 'diner' | 'chef',
  { reason, allergiesRead, seenVersion }: TransitionInput,
): void {
  if (step.reasonFrom?.includes(as) && reason === undefined) {
    const detail = 'Give a reason. The other side will read it.';
    throw invalid(undefined, [{ pointer: '/reason', detail }]);
  }
  if (step.action === 'confirm' && hasAllergies(partyOf(booking))) {
    if (allergiesRead !== true) {
      const detail = 'Read the allergies, then tick that you have.';
      throw invalid(undefined, [{ pointer: '/allergies_read', detail }]);
    }
    assertRead(booking, seenVersion);
  }
  const isStale = seenVersion !== undefined && seenVersion !== booking.version;
  if (step.action === 'confirm' && isStale) throw illegalTransition(EDITED);
}

const EDITED = 'The request has changed. Look at it again, then confirm.';

/** @throws invalid when the booking is not the one that was seen */
export function assertRead({ version }: Booking, seenVersion: number | undefined): void {
  if (seenVersion === undefined || seenVersion === version) return;
  const detail = 'The booking has changed. Read the allergies again, then tick that you have.';
  throw invalid(undefined, [{ pointer: '/allergies_read', detail }]);
}
