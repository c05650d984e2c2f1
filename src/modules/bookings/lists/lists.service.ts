import { ask, together } from '../../../platform/database/questions.js';
import { toOffset } from '../../../platform/paging.js';
import { type Page } from '../../../platform/paging.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookingStatus } from '../booking/booking.states.js';
import type { BookingsDeps } from '../deps.js';
import * as data from './lists.data.js';
import type { Owner, Tab } from './lists.data.js';

export type { Tab };
export type Lists = ReturnType<typeof createListsService>;

const NOTHING = { upcoming: 0, pending: 0, past: 0, cancelled: 0 };

export function createListsService({ db, clock }: Pick<BookingsDeps, 'db' | 'clock'>) {
  /** One page of the viewer's bookings, with the total. */
  async function list(
    viewer: Viewer,
    as: 'diner' | 'chef',
    statuses: BookingStatus[] | undefined,
    page: Page,
  ) {
    const owner = ownerOf(viewer, as);
    if (owner === null) return { bookings: [], total: 0 };
    return ask(db, data.listOfBookings(owner, statuses, toOffset(page)));
  }

  /** One page of a list, with the count of every list. */
  async function tab(viewer: Viewer, as: 'diner' | 'chef', wanted: Tab, page: Page) {
    const owner = ownerOf(viewer, as);
    if (owner === null) return { bookings: [], counts: NOTHING };
    return ask(db, tabQuestion(owner, wanted, page));
  }

  /** What a diner sees who asks for no list: the meals to come, else the requests that wait. */
  async function firstTab({ id: userId }: Viewer, page: Page) {
    const questions = {
      upcoming: tabQuestion({ userId }, 'upcoming', page),
      pending: tabQuestion({ userId }, 'pending', page),
    };
    const found = await ask(db, together(questions));
    const { counts } = found.upcoming;
    const tab: Tab = counts.upcoming === 0 && counts.pending > 0 ? 'pending' : 'upcoming';
    return { tab, ...found[tab] };
  }

  function tabQuestion(owner: Owner, wanted: Tab, page: Page) {
    const now = clock.now();
    return together({
      bookings: data.tabOfBookings(owner, { tab: wanted, now }, toOffset(page)),
      counts: data.countsOfTabs(owner, now),
    });
  }

  return { list, tab, firstTab, tabQuestion };
}

/** Null for a viewer who is no chef. */
function ownerOf({ id, chefId }: Viewer, as: 'diner' | 'chef'): Owner | null {
  if (as === 'diner') return { userId: id };
  return chefId === null ? null : { chefId };
}
