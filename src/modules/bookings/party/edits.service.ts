import type { Viewer } from '../../../platform/viewer.js';
import type { BookingAccess } from '../booking/access.service.js';
import type { Booking } from '../booking/booking.data.js';
import { dinerOnly } from '../booking/booking.errors.js';
import { transitionOf } from '../booking/booking.rules.js';
import { partyColumns, partyOf, type Edit } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type {
  Goal,
  TransitionEngine,
  TransitionInput,
} from '../lifecycle/apply-transition.service.js';
import { assertFits } from '../requests/request.rules.js';
import { mealTerms } from '../requests/slots.service.js';

export type Edits = ReturnType<typeof createEditsService>;

export function createEditsService(
  { chefs }: Pick<BookingsDeps, 'chefs'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
  { applyTransition }: TransitionEngine,
) {
  /**
   * Changes a request before it is answered; its deadline stays. Without a difference nothing changes.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, invalid, preconditionFailed
   */
  async function edit(
    viewer: Viewer,
    id: number,
    wanted: Edit,
    input: TransitionInput = {},
  ): Promise<Booking> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'diner') throw dinerOnly();
    const step = transitionOf(booking, 'edit', as);
    const party = { ...partyOf(booking), ...given(wanted) };
    const goal: Goal = { to: 'pending', alreadyApplied: (_, now) => isSame(partyOf(now), party) };
    const { after } = await applyTransition(
      { booking, viewer, as, input },
      step,
      goal,
      async () => {
        const chef = await chefs.find(booking.chefId);
        const { durationHours: duration_hours, expiresAt } = booking;
        assertFits(
          viewer.id,
          { ...chef, ...mealTerms(booking, chef) },
          { ...party, duration_hours },
        );
        return { ...partyColumns(party), expiresAt };
      },
    );
    return after;
  }

  return { edit };
}

function given(wanted: Edit) {
  const sent = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as { [Field in keyof Edit]: Exclude<Edit[Field], undefined> };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
