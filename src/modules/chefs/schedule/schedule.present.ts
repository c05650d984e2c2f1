import { dateOfDay, dayNumber, timeOfMinutes } from '../../../platform/time/wall-clock.js';
import type { DayRange, Schedule } from '../availability/working-hours.rules.js';
import type { Chef } from '../chef/chef.data.js';
import type { BookedTime } from '../deps.js';
import { partOfDay, type ChefDay, type Minutes } from './week.rules.js';

const DAY_MINUTES = 24 * 60;

export function presentDay({ date, hours, bookings }: ChefDay) {
  return {
    date,
    hours: hours.map((part) => ({ ...part, span: spanOf(date, part) })),
    bookings: bookings.map(({ bookingId, meal, held, isAsked }) => ({
      booking_id: bookingId,
      is_asked: isAsked,
      meal: partOfDay(meal),
      held: partOfDay(held),
      span: spanOf(date, meal),
      held_span: held.from === meal.from && held.until === meal.until ? null : spanOf(date, held),
    })),
  };
}

/** An end on another day is given with its date. */
function spanOf(date: string, { from, until }: Minutes) {
  const dateOf = (minutes: number) =>
    dateOfDay(dayNumber(date) + Math.floor(minutes / DAY_MINUTES));
  return {
    from: clockText(from),
    from_date: from < 0 ? dateOf(from) : null,
    until: clockText(until),
    until_date: until > DAY_MINUTES ? dateOf(until) : null,
  };
}

function clockText(minutes: number): string {
  if (minutes === DAY_MINUTES) return '24:00';
  return timeOfMinutes(((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
}

export function presentSchedule(chef: Chef, schedule: Schedule, outside: BookedTime[]) {
  return {
    chef_id: chef.id,
    time_zone: chef.timeZone,
    min_hours: chef.minHours,
    max_hours: chef.maxHours,
    max_guests: chef.maxGuests,
    buffer_before_minutes: chef.bufferBeforeMinutes,
    buffer_after_minutes: chef.bufferAfterMinutes,
    start_step_minutes: chef.startStepMinutes,
    minimum_notice_hours: chef.minimumNoticeHours,
    horizon_days: chef.horizonDays,
    weekly_hours: schedule.weeklyHours.map((range) => ({
      weekday: range.weekday,
      ...presentRange(range),
    })),
    exceptions: schedule.exceptions.map((exception) =>
      exception.kind === 'day_off'
        ? exception
        : { date: exception.date, kind: exception.kind, ...presentRange(exception) },
    ),
    outside_bookings: outside.map(({ bookingId, meal }) => ({
      booking_id: bookingId,
      starts_at: meal.start.toISOString(),
      ends_at: meal.end.toISOString(),
    })),
  };
}
function presentRange({ opensAt, closesAt }: DayRange) {
  return { opens: timeOfMinutes(opensAt), closes: timeOfMinutes(closesAt) };
}
