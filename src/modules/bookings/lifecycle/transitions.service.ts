import type { Viewer } from '../../../platform/viewer.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking } from '../booking/booking.data.js';
import { chefOnly, dinerOnly } from '../booking/booking.errors.js';
import { possibleActions } from '../booking/booking.rules.js';
import type { BookingAction, BookingActor, BookingStatus } from '../booking/booking.states.js';
import type { BookingsDeps } from '../deps.js';
import type {
  Transitioned,
  TransitionEngine,
  TransitionInput,
} from './apply-transition.service.js';
import { previewRefundOf } from './refunds.service.js';

export type Transitions = ReturnType<typeof createTransitionsService>;

export function createTransitionsService(
  { clock }: Pick<BookingsDeps, 'clock'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { requestTransition }: TransitionEngine,
) {
  /** By the chef. @throws bookingNotFound, chefOnly, and the errors of requestTransition */
  async function changeStatus(
    viewer: Viewer,
    id: number,
    to: BookingStatus,
    input: TransitionInput = {},
  ): Promise<Transitioned> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'chef') throw chefOnly();
    return requestTransition({ booking, viewer, as, input }, to);
  }

  /** By the diner. @throws bookingNotFound, dinerOnly, and the errors of requestTransition */
  async function cancel(
    viewer: Viewer,
    id: number,
    input: TransitionInput = {},
  ): Promise<Transitioned> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    return requestTransition({ booking, viewer, as, input }, 'cancelled');
  }

  /** By either side. @throws bookingNotFound, and the errors of requestTransition */
  async function cancelAsEither(
    viewer: Viewer,
    id: number,
    input: TransitionInput,
  ): Promise<Transitioned> {
    return requestTransition({ ...(await seenBy(viewer, id)), viewer, input }, 'cancelled');
  }

  /** The diner's refund now and later. @throws bookingNotFound, dinerOnly, illegalTransition */
  async function previewRefund(viewer: Viewer, id: number) {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    return refundNow(booking);
  }

  /** For a booking that is known to be the diner's. @throws illegalTransition */
  function refundNow(booking: Booking) {
    return previewRefundOf(booking, clock.now());
  }

  function actionsFor(booking: Booking, as: BookingActor): BookingAction[] {
    return possibleActions(booking, as, clock.now());
  }

  return { changeStatus, cancel, cancelAsEither, previewRefund, refundNow, actionsFor };
}
