import { Prisma } from '../../../generated/prisma/client.js';
import { together, type Question } from '../../../platform/database/questions.js';
import {
  among,
  namedBookings,
  type NamedBooking,
  type Selection,
} from '../records/named-bookings.data.js';
import { STATUSES, type BookingStatus } from '../booking/booking.states.js';

export type Tab = 'upcoming' | 'pending' | 'past' | 'cancelled';
/** A diner by user id, or a chef by chef id. */
export type Owner = { userId: number } | { chefId: number };
type Window = NonNullable<Selection['window']>;

/** Latest meal first, with the total. */
export function listOfBookings(
  owner: Owner,
  statuses: BookingStatus[] | undefined,
  window: Window,
): Question<{ bookings: NamedBooking[]; total: number }> {
  const where = statuses ? Prisma.sql`${isOf(owner)} AND ${among(statuses)}` : isOf(owner);
  return together({
    bookings: namedBookings({ where, order: LATEST_FIRST, window }),
    total: countOf(where),
  });
}

/** What comes next first. */
export function tabOfBookings(
  owner: Owner,
  { tab, now }: { tab: Tab; now: Date },
  window: Window,
): Question<NamedBooking[]> {
  return namedBookings(selectionOf(owner, { tab, now }, window));
}

export function selectionOf(
  owner: Owner,
  { tab, now }: { tab: Tab; now: Date },
  window: Window,
): Selection {
  const isAlso = tab === 'pending' ? Prisma.sql`OR ${isToAnswer(owner)}` : Prisma.empty;
  const where = Prisma.sql`${isOf(owner)} AND (${inTab(tab, now)} ${isAlso})`;
  return { where, order: TAB_ORDERS[tab], window };
}

interface TabGroup {
  status: BookingStatus;
  isOver: boolean;
  isToAnswer: boolean;
  count: number;
}

export function countsOfTabs(owner: Owner, now: Date): Question<Record<Tab, number>> {
  return {
    statement: Prisma.sql`
      SELECT status, ends_at <= ${now}::timestamptz AS "isOver",
          coalesce(${isToAnswer(owner)}, false) AS "isToAnswer", count(*)
        FROM bookings WHERE ${isOf(owner)} GROUP BY 1, 2, 3`,
    read(groups: TabGroup[]) {
      const counts = { upcoming: 0, pending: 0, past: 0, cancelled: 0 };
      for (const { status, isOver, isToAnswer, count } of groups) {
        counts[tabFor(status, isOver)] += count;
        if (isToAnswer) counts.pending += count;
      }
      return counts;
    },
  };
}

function countOf(where: Prisma.Sql): Question<number> {
  return {
    statement: Prisma.sql`SELECT count(*) FROM bookings WHERE ${where}`,
    read: ([row]: { count: number }[]) => row?.count ?? 0,
  };
}

function isOf(owner: Owner): Prisma.Sql {
  return 'userId' in owner
    ? Prisma.sql`user_id = ${owner.userId}`
    : Prisma.sql`chef_id = ${owner.chefId}`;
}

/** A move that the chef has to answer is in the chef's list of requests, too. */
function isToAnswer(owner: Owner): Prisma.Sql {
  return 'userId' in owner
    ? Prisma.sql`false`
    : Prisma.sql`(move_starts_at IS NOT NULL AND move_asked_by = 'diner')`;
}

/** A confirmed meal is past once it is over. */
function tabFor(status: BookingStatus, isOver: boolean): Tab {
  const tab = STATUS_TABS[status];
  return tab === 'upcoming' && isOver ? 'past' : tab;
}

const STATUS_TABS: Record<BookingStatus, Tab> = {
  confirmed: 'upcoming',
  pending: 'pending',
  completed: 'past',
  no_show: 'past',
  cancelled: 'cancelled',
  declined: 'cancelled',
  expired: 'cancelled',
};

const LATEST_FIRST = Prisma.sql`starts_at DESC, id DESC`;
const TAB_ORDERS: Record<Tab, Prisma.Sql> = {
  upcoming: Prisma.sql`starts_at, id`,
  pending: Prisma.sql`coalesce(expires_at, move_expires_at), id`,
  past: LATEST_FIRST,
  cancelled: LATEST_FIRST,
};

/** The condition for the same lists as `tabFor`. */
function inTab(tab: Tab, now: Date): Prisma.Sql {
  const statuses = STATUSES.filter((status) => STATUS_TABS[status] === tab);
  const isInTab = among(statuses);
  if (tab === 'upcoming') return Prisma.sql`${isInTab} AND ends_at > ${now}`;
  if (tab !== 'past') return isInTab;
  return Prisma.sql`(${isInTab} OR status = 'confirmed' AND ends_at <= ${now})`;
}
