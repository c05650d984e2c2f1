import type { Viewer } from '../../../platform/viewer.js';
import type { BookingsDeps } from '../deps.js';
import * as data from '../booking/changes.data.js';
import type { Changed } from '../booking/changes.data.js';

export type { Changed };
export type Live = ReturnType<typeof createLiveService>;
/** With more changes, pages reload as a whole. */
const MAX_CHANGES = 100;

export function createLiveService({ db }: Pick<BookingsDeps, 'db'>) {
  function follow(viewer: Viewer) {
    const owner = { userId: viewer.id, chefId: viewer.chefId };
    return {
      /** Whether a notice is about one of the viewer's bookings. */
      isRelevant: (notice: object): boolean => {
        const { user_id, chef_id } = notice as Partial<data.Notice>;
        return user_id === owner.userId || (owner.chefId !== null && chef_id === owner.chefId);
      },
      /** The earliest first; null when there are too many. */
      changesSince: async (at: Date): Promise<Changed[] | null> => {
        const changed = await data.changedSince(db, owner, at, MAX_CHANGES + 1);
        return changed.length > MAX_CHANGES ? null : changed.reverse();
      },
    };
  }

  return { follow };
}
