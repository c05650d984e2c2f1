import type { Viewer } from '../../../platform/viewer.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking, Changes } from '../booking/booking.data.js';
import { illegalTransition, notCovered } from '../booking/booking.errors.js';
import { transitionOf } from '../booking/booking.rules.js';
import type { MoveAnswer } from '../booking/booking.schemas.js';
import type { Coverage } from '../requests/coverage.service.js';
import type {
  Goal,
  Transitioned,
  TransitionEngine,
  TransitionInput,
} from './apply-transition.service.js';

export type Moves = ReturnType<typeof createMovesService>;
export type MoveAnswerAction = 'accept_move' | 'decline_move' | 'withdraw_move';

export function createMovesService(
  { covers }: Pick<Coverage, 'covers'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { applyTransition }: TransitionEngine,
) {
  /**
   * Accepts, declines or withdraws the move that waits.
   * @throws bookingNotFound, illegalTransition, tooLate, notCovered
   */
  async function answerMove(
    viewer: Viewer,
    id: number,
    action: MoveAnswerAction,
    { starts_at: seen, reason, ...input }: MoveAnswer & TransitionInput,
  ): Promise<Transitioned> {
    const { booking, as } = await seenBy(viewer, id);
    const isAbout = (start: Date | null) =>
      seen === undefined || start?.getTime() === new Date(seen).getTime();
    const goal: Goal = {
      to: 'confirmed',
      alreadyApplied: (last) =>
        last.action === action && last.actor === as && isAbout(last.askedStartsAt),
    };
    const step = transitionOf(booking, action, as);
    return applyTransition(
      { booking, viewer, as, input: { ...input, reason } },
      step,
      goal,
      async () => {
        if (!isAbout(booking.moveStartsAt)) throw illegalTransition(OTHER_MOVE);
        if (action !== 'accept_move') return {};
        const { moveEndsAt } = booking;
        if (as === 'diner' && moveEndsAt !== null && !(await covers(viewer, moveEndsAt))) {
          throw notCovered();
        }
        return acceptedTimes(booking);
      },
    );
  }

  return { answerMove };
}

const OTHER_MOVE = 'Another time is asked for by now. Look at it first.';

function acceptedTimes({
  moveStartsAt,
  moveEndsAt,
  moveHeldFrom,
  moveHeldUntil,
}: Booking): Changes {
  if (!moveStartsAt || !moveEndsAt || !moveHeldFrom || !moveHeldUntil) throw illegalTransition();
  return {
    startsAt: moveStartsAt,
    endsAt: moveEndsAt,
    heldFrom: moveHeldFrom,
    heldUntil: moveHeldUntil,
  };
}
