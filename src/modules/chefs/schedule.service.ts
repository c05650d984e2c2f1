import { inTransaction } from '../../platform/db.js';
import { invalid, preconditionFailed } from '../../platform/errors.js';
import { addDays, type Span } from '../../platform/time.js';
import * as data from './availability.data.js';
import { presentDay } from './schedule.present.js';
import { spanOfDates, worksDuring, type Schedule } from './availability.rules.js';
import type { ScheduleBody } from './availability.schemas.js';
import type { AvailabilityDeps, BookedTime } from './availability.service.js';
import type { Chef } from './chefs.data.js';
import { contradictionsIn, dayRange } from './schedule.rules.js';
import { chefDays, hoursAnswer, type ChefDay, type HoursAnswer } from './week.rules.js';

export type Schedules = ReturnType<typeof createScheduleService>;

const FIRST_DATE = '1970-01-01';
const LAST_DATE = '9999-12-31';
const WEEK_DAYS = 7;

/** A chef's own schedule: looking at it and changing it. */
export function createScheduleService({ db, clock, bookedTimes }: AvailabilityDeps) {
  /** A chef's whole schedule. */
  async function scheduleOf(chef: Chef): Promise<Schedule> {
    const schedules = await data.schedulesOf(db, [chef], FIRST_DATE, LAST_DATE);
    return schedules.get(chef.id) as Schedule;
  }

  /** The live bookings to come that lie outside the chef's hours as they are now. */
  async function outside(chef: Chef): Promise<BookedTime[]> {
    const schedule = await scheduleOf(chef);
    const ahead = { start: clock.now(), end: new Date(`${LAST_DATE}T00:00:00Z`) };
    const booked = await bookedTimes([chef.id], ahead);
    return booked
      .filter(({ meal }) => !worksDuring(schedule, meal))
      .sort((a, b) => a.meal.start.getTime() - b.meal.start.getTime());
  }

  /** What the chef's hours as they are now say of a time: a question to ask of many. */
  async function hoursOf(chef: Chef): Promise<(meal: Span) => HoursAnswer> {
    const schedule = await scheduleOf(chef);
    return (meal) => hoursAnswer(schedule, meal);
  }

  /** Seven days of a chef from a date on: hours with their exceptions, and live bookings. */
  async function weekFrom(chef: Chef, from: string): Promise<ChefDay[]> {
    const span = spanOfDates(from, addDays(from, WEEK_DAYS - 1));
    return chefDays(await scheduleOf(chef), from, WEEK_DAYS, await bookedTimes([chef.id], span));
  }

  /**
   * Puts a schedule in the place of the old one; bookings stay as they are.
   * @throws invalid, preconditionFailed when the chef's row has changed since it was seen
   */
  async function replaceSchedule(chef: Chef, wanted: ScheduleBody): Promise<void> {
    const hours = hoursFrom(wanted);
    const wrong = contradictionsIn(hours, wanted.min_hours, wanted.max_hours);
    if (wrong.length > 0) throw invalid(undefined, wrong);
    const replaced = await inTransaction(db, (tx) =>
      data.replaceSchedule(
        tx,
        chef,
        {
          timeZone: wanted.time_zone,
          minHours: wanted.min_hours,
          maxHours: wanted.max_hours,
          maxGuests: wanted.max_guests,
          bufferBeforeMinutes: wanted.buffer_before_minutes,
          bufferAfterMinutes: wanted.buffer_after_minutes,
          startStepMinutes: wanted.start_step_minutes,
          minimumNoticeHours: wanted.minimum_notice_hours,
          horizonDays: wanted.horizon_days,
        },
        hours,
      ),
    );
    if (!replaced) throw preconditionFailed();
  }

  return { scheduleOf, outside, hoursOf, weekFrom, replaceSchedule, presentDay };
}

function hoursFrom(wanted: ScheduleBody): data.Hours {
  return {
    weeklyHours: wanted.weekly_hours.map((range) => ({
      weekday: range.weekday,
      ...dayRange(range.opens, range.closes),
    })),
    exceptions: wanted.exceptions.map((exception) =>
      exception.kind === 'day_off'
        ? exception
        : {
            date: exception.date,
            kind: exception.kind,
            ...dayRange(exception.opens, exception.closes),
          },
    ),
  };
}
