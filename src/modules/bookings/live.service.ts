import type { Viewer } from '../../platform/http/viewer.js';
import type { BookingsDeps } from './bookings.service.js';
import * as data from './live.data.js';
import type { Changed } from './live.data.js';

export type { Changed };
export type Live = ReturnType<typeof createLiveService>;
/** More changes than this are not told one by one. */
const MOST = 100;

/** Following what becomes of the bookings that somebody is the diner or the chef of. */
export function createLiveService({ db, chefs }: Pick<BookingsDeps, 'db' | 'chefs'>) {
  async function follow(viewer: Viewer) {
    const owner = { userId: viewer.id, chefId: await chefs.idOfUser(viewer.id) };
    return {
      /** Whether something told on the channel is about one of their bookings. */
      concerns: (told: object): boolean => {
        const { user_id, chef_id } = told as Partial<data.Notice>;
        return user_id === owner.userId || (owner.chefId !== null && chef_id === owner.chefId);
      },
      /** Their bookings that changed since, the earliest change first; null when there are too many. */
      changesSince: async (at: Date): Promise<Changed[] | null> => {
        const changed = await data.changedSince(db, owner, at, MOST + 1);
        return changed.length > MOST ? null : changed.reverse();
      },
    };
  }

  return { follow };
}
