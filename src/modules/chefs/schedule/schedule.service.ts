import { ask, mapped, together, type Question } from '../../../platform/database/questions.js';
import { inTransaction } from '../../../platform/database/transactions.js';
import { invalid, preconditionFailed } from '../../../platform/errors.js';
import {
  addDays,
  FIRST_DATE,
  LAST_DATE,
  localOf,
  type Span,
} from '../../../platform/time/instants.js';
import { hoursQuestion, scheduleFrom, type Hours } from '../availability/availability.data.js';
import { spanOfDates } from '../availability/availability.rules.js';
import { worksDuring, type Schedule } from '../availability/working-hours.rules.js';
import { existingChef, type Chef } from '../chef/chef.data.js';
import type { BookedTime, ScheduleDeps } from '../deps.js';
import * as data from './schedule.data.js';
import { presentSchedule } from './schedule.present.js';
import { dayRange, scheduleErrors } from './schedule.rules.js';
import type { ScheduleBody } from './schedule.schemas.js';
import { chefDays, hoursAnswer, type ChefDay, type HoursAnswer } from './week.rules.js';

export type Schedules = ReturnType<typeof createScheduleService>;

export interface HoursOfChef {
  chef: Chef;
  hoursAt(meal: Span): HoursAnswer;
}

/** `date` is the first of the days. */
export interface WeekOfChef {
  chef: Chef;
  date: string;
  days: ChefDay[];
}

const WEEK_DAYS = 7;

export function createScheduleService({ db, clock, ...times }: ScheduleDeps) {
  const { bookedTimes } = times;
  /** With all exceptions, past ones included. */
  async function scheduleOf(chef: Chef): Promise<Schedule> {
    return ask(db, scheduleQuestion(chef));
  }

  /** Live bookings to come that are outside the hours of a schedule. */
  async function outside(chef: Chef, schedule: Schedule): Promise<BookedTime[]> {
    const ahead = { start: clock.now(), end: new Date(`${LAST_DATE}T00:00:00Z`) };
    const booked = await ask(db, bookedTimes([chef.id], ahead));
    return booked
      .filter(({ meal }) => !worksDuring(schedule, meal))
      .sort((a, b) => a.meal.start.getTime() - b.meal.start.getTime());
  }

  async function stored(chef: Chef) {
    const schedule = await scheduleOf(chef);
    return presentSchedule(chef, schedule, await outside(chef, schedule));
  }

  /** A chef, and whether meals are within the hours; to be asked with others. */
  function hoursOf(chefId: number): Question<HoursOfChef> {
    return mapped(together(scheduleQuestions(chefId)), ({ chef, hours }) => {
      const schedule = scheduleFrom(chef, hours);
      return { chef, hoursAt: (meal) => hoursAnswer(schedule, meal) };
    });
  }

  async function weekFrom(chef: Chef, from: string): Promise<ChefDay[]> {
    const span = spanOfDates(from, addDays(from, WEEK_DAYS - 1));
    const questions = { schedule: scheduleQuestion(chef), booked: mealsOf(times, chef.id, span) };
    const found = await ask(db, together(questions));
    return chefDays(found.schedule, from, WEEK_DAYS, found.booked);
  }

  /** A chef's next seven days, by the chef's clocks; to be asked with others. */
  function weekOf(chefId: number): Question<WeekOfChef> {
    const now = clock.now();
    const day = localOf(now, 'UTC').date;
    const span = spanOfDates(addDays(day, -1), addDays(day, WEEK_DAYS));
    const questions = { ...scheduleQuestions(chefId), meals: mealsOf(times, chefId, span) };
    return mapped(together(questions), ({ chef, hours, meals }) => {
      const { date } = localOf(now, chef.timeZone);
      return { chef, date, days: chefDays(scheduleFrom(chef, hours), date, WEEK_DAYS, meals) };
    });
  }

  /** Existing bookings stay as they are. @throws invalid, preconditionFailed */
  async function replaceSchedule(chef: Chef, wanted: ScheduleBody): Promise<void> {
    const hours = hoursFrom(wanted);
    const wrong = scheduleErrors(hours, wanted.min_hours, wanted.max_hours);
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

  return { stored, hoursOf, weekFrom, weekOf, replaceSchedule };
}

function scheduleQuestions(chefId: number) {
  return { chef: existingChef(chefId), hours: hoursQuestion([chefId], FIRST_DATE, LAST_DATE) };
}

function scheduleQuestion(chef: Chef): Question<Schedule> {
  const hours = hoursQuestion([chef.id], FIRST_DATE, LAST_DATE);
  return mapped(hours, (found) => scheduleFrom(chef, found));
}

function hoursFrom(wanted: ScheduleBody): Hours {
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

/** What is booked, and whether it waits for an answer. */
function mealsOf(
  { askedTimes, bookedTimes }: Pick<ScheduleDeps, 'askedTimes' | 'bookedTimes'>,
  chefId: number,
  span: Span,
) {
  const questions = { booked: bookedTimes([chefId], span), asked: askedTimes(chefId, span) };
  return mapped(together(questions), ({ booked, asked }) =>
    booked.map(({ bookingId, meal, held }) => ({
      bookingId,
      meal,
      held,
      isAsked: asked.some(
        (one) => one.bookingId === bookingId && one.start.getTime() === meal.start.getTime(),
      ),
    })),
  );
}
