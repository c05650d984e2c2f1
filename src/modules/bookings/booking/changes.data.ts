import { Prisma, type Booking, type BookingEvent } from '../../../generated/prisma/client.js';
import type { DbHandle } from '../../../platform/database/client.js';
import {
  jsonb,
  type JobQueue,
  type NewJob,
  type Statement,
} from '../../../platform/jobs/queue.service.js';
import type { BookingChange, BookingEventName, BookingPublisher } from '../events.schemas.js';
import { nextDeadline } from './booking.rules.js';
import type { HistoryAction } from './booking.states.js';
import { DEADLINE_JOB } from './deadline-job.schemas.js';

export const CHANNEL = 'bookings';

/** Sent by NOTIFY: whose booking changed, without its content. */
export interface Notice {
  booking_id: number;
  user_id: number;
  chef_id: number;
  version: number;
}

export type Changed = Pick<Booking, 'id' | 'version' | 'status' | 'updatedAt'>;

const EVENT_OF = {
  request: 'booking.requested',
  confirm: 'booking.confirmed',
  decline: 'booking.declined',
  withdraw: 'booking.withdrawn',
  expire: 'booking.expired',
  cancel: 'booking.cancelled',
  reschedule: 'booking.rescheduled',
  complete: 'booking.completed',
  no_show: 'booking.no_show',
  ask_move: 'booking.move_asked',
  accept_move: 'booking.move_accepted',
  decline_move: 'booking.move_declined',
  withdraw_move: 'booking.move_withdrawn',
  lapse_move: 'booking.move_lapsed',
  edit: 'booking.edited',
  tell_allergies: 'booking.allergies_told',
  read_allergies: 'booking.allergies_read',
} as const satisfies Record<HistoryAction, BookingEventName>;

export interface BookingWrite {
  db: DbHandle;
  events: BookingPublisher;
  jobs: JobQueue;
}

export type NewEvent = Pick<BookingEvent, 'at' | 'actor' | 'userId' | 'action' | 'toStatus'> &
  Partial<
    Pick<BookingEvent, 'fromStatus' | 'reason' | 'oldStartsAt' | 'oldEndsAt' | 'askedStartsAt'>
  >;

const CHANGED = Prisma.sql`changed`;
const ID = Prisma.sql`changed.id`;

/** Alone writes history, sends NOTIFY, publishes and enqueues the deadline: with the change, or not at all. */
export async function recordChange(
  write: BookingWrite,
  change: Prisma.Sql,
  after: Omit<Booking, 'id'>,
  line: NewEvent,
): Promise<Booking | null> {
  const { userId, chefId, version, startsAt, endsAt } = after;
  const notice: Omit<Notice, 'booking_id'> = { user_id: userId, chef_id: chefId, version };
  const event: Omit<BookingChange, 'booking_id'> = {
    ...notice,
    actor: line.actor,
    at: line.at,
    starts_at: startsAt,
    ends_at: endsAt,
    old_starts_at: line.oldStartsAt ?? null,
    asked_starts_at: line.askedStartsAt ?? null,
  };
  const [changed] = await write.db.rows<{ id: number }>(Prisma.sql`
    WITH changed AS (${change} RETURNING id),
      line AS (
        INSERT INTO booking_events (booking_id, at, actor, user_id, action, from_status, to_status,
            reason, old_starts_at, old_ends_at, asked_starts_at)
          SELECT id, ${line.at}::timestamptz, ${line.actor}::booking_actor, ${line.userId}::int,
            ${line.action}::booking_action, ${line.fromStatus ?? null}::booking_status,
            ${line.toStatus}::booking_status, ${line.reason ?? null}::text,
            ${line.oldStartsAt ?? null}::timestamptz, ${line.oldEndsAt ?? null}::timestamptz,
            ${line.askedStartsAt ?? null}::timestamptz
          FROM changed)
      ${enqueuing(write, after, write.events.jobsOf(EVENT_OF[line.action], ofChanged(event)))}
    SELECT id, pg_notify(${CHANNEL}, (${ofChanged(notice)})::text)::text FROM changed`);
  return changed === undefined ? null : { ...after, id: changed.id };
}

function enqueuing(
  { jobs }: BookingWrite,
  after: Omit<Booking, 'id'>,
  events: NewJob[],
): Prisma.Sql {
  const runAt = nextDeadline(after);
  const deadline = runAt === null ? [] : [{ job: DEADLINE_JOB, data: ofChanged({}), runAt }];
  const queued = [...deadline, ...events];
  if (queued.length === 0) return Prisma.empty;
  return Prisma.sql`, queued AS (${jobs.insertion(queued, CHANGED)})`;
}

function ofChanged(known: object): Statement {
  return jsonb(known, { booking_id: ID });
}

/** Changed bookings of a diner, and of a chef if the diner is one; latest first. */
export function changedSince(
  db: DbHandle,
  { userId, chefId }: { userId: number; chefId: number | null },
  since: Date,
  take: number,
): Promise<Changed[]> {
  return db.booking.findMany({
    where: {
      updatedAt: { gte: since },
      OR: [{ userId }, ...(chefId === null ? [] : [{ chefId }])],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, version: true, status: true, updatedAt: true },
    take,
  });
}
