import { assertVersion, type ExpectedVersions } from '../../../platform/versions.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookingAccess } from '../booking/access.service.js';
import * as data from '../booking/booking.data.js';
import type { Booking } from '../booking/booking.data.js';
import { chefOnly, dinerOnly, illegalTransition, tooLate } from '../booking/booking.errors.js';
import type { ToldAllergies } from '../booking/booking.schemas.js';
import { LIVE, type PartyAction } from '../booking/booking.states.js';
import { sameAllergies } from '../booking/party.rules.js';
import { partyOf } from '../booking/party.schemas.js';
import type { BookingsDeps } from '../deps.js';
import { assertRead } from '../lifecycle/apply-transition.service.js';

export type AllergiesService = ReturnType<typeof createAllergiesService>;

const TRIES = 3;

/** Until the meal the diner tells who may not eat what; the chef has to have read it. */
export function createAllergiesService(
  { db, clock, jobs, events }: Pick<BookingsDeps, 'db' | 'clock' | 'jobs' | 'events'>,
  { seenBy }: Pick<BookingAccess, 'seenBy'>,
) {
  const records = { db, jobs, events };

  /**
   * Telling the same again changes nothing.
   * @throws bookingNotFound, dinerOnly, illegalTransition, tooLate, preconditionFailed
   */
  async function tell(
    viewer: Viewer,
    id: number,
    told: ToldAllergies,
    expected?: ExpectedVersions,
  ): Promise<Booking> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { booking, as } = await seenBy(viewer, id);
      if (as !== 'diner') throw dinerOnly();
      assertVersion(booking, expected);
      if (!LIVE.includes(booking.status)) throw illegalTransition();
      if (!canTellAllergies(booking, clock.now())) throw tooLate();
      if (sameAllergies(partyOf(booking), told)) return booking;
      const changed = await change(booking, viewer, 'tell_allergies', {
        allergies: told.allergies,
        allergyNotes: told.allergy_notes ?? null,
        allergiesTold: true,
        allergiesReadAt: null,
        allergiesChangedAt: booking.status === 'confirmed' ? clock.now() : null,
      });
      if (changed !== null) return changed;
    }
    throw illegalTransition();
  }

  /**
   * After a change; with nothing to read nothing changes.
   * @param seenVersion of the page on which they were read
   * @throws bookingNotFound, chefOnly, invalid when they have changed since, preconditionFailed
   */
  async function read(
    viewer: Viewer,
    id: number,
    { expected, seenVersion }: { expected?: ExpectedVersions; seenVersion?: number | undefined },
  ): Promise<Booking> {
    const { booking, as } = await seenBy(viewer, id);
    if (as !== 'chef') throw chefOnly();
    assertVersion(booking, expected);
    if (booking.allergiesChangedAt === null) return booking;
    assertRead(booking, seenVersion);
    const changed = await change(booking, viewer, 'read_allergies', {
      allergiesReadAt: clock.now(),
      allergiesChangedAt: null,
    });
    if (changed === null) throw illegalTransition();
    return changed;
  }

  function change(booking: Booking, viewer: Viewer, action: PartyAction, changes: data.Changes) {
    return data.changeBooking(records, booking, changes, {
      at: clock.now(),
      actor: action === 'tell_allergies' ? 'diner' : 'chef',
      userId: viewer.id,
      action,
      fromStatus: booking.status,
      toStatus: booking.status,
    });
  }

  return { tell, read };
}

/** Until the meal begins. */
export function canTellAllergies({ status, startsAt }: Booking, now: Date): boolean {
  return LIVE.includes(status) && now < startsAt;
}
