import {
  ask,
  mapped,
  together,
  type Ids,
  type Question,
} from '../../../platform/database/questions.js';
import { addDays, localOf, type Span } from '../../../platform/time/instants.js';
import { existingChef, type Chef } from '../chef/chef.data.js';
import { chefNotFound } from '../chef/chef.errors.js';
import type { BookedTime, ChefsDeps } from '../deps.js';
import {
  bookableChefQuestion,
  exceptionsQuestion,
  hoursQuestion,
  keptSchedules,
  scheduleFrom,
  type BookableChef,
  type Hours,
  type KeptSchedule,
  type MealTerms,
} from './availability.data.js';
import { eachFreeTime, slotAt, spanOfDates } from './availability.rules.js';
import type { Schedule } from './working-hours.rules.js';

export interface Calendar {
  schedule: Schedule;
  held: Span[];
}

/** Of chefs that were asked for. */
export type CalendarOf = (chef: MealTerms) => Calendar;

export interface ChefCalendar {
  chef: Chef;
  calendar: Calendar;
}

export interface BookableDay {
  chef: BookableChef;
  calendar: Calendar;
}

/** No chef can be booked further ahead, so nothing later is loaded. */
const MAX_HORIZON_DAYS = 732;

export type CalendarsQuestion = ReturnType<typeof createCalendars>['calendarsQuestion'];

export function createCalendars({ db, clock, bookedTimes }: ChefsDeps) {
  /** Both dates are included; one statement for all chefs. */
  async function loadCalendars(
    chefs: MealTerms[],
    from: string,
    to: string,
    exceptBookingId?: number,
  ): Promise<CalendarOf> {
    const ids = chefs.map((chef) => chef.id);
    return ask(db, calendarsQuestion(ids, from, to, exceptBookingId));
  }

  /** To be asked with others. */
  function calendarsQuestion(
    chefIds: Ids,
    from: string,
    to: string,
    exceptBookingId?: number,
  ): Question<CalendarOf> {
    return mapped(together(timesOf(chefIds, [from, to], exceptBookingId)), calendarOf);
  }

  /** By chef id; those who differ in nothing share one. @param differing those with exceptions on some date */
  function manyCalendars(ids: Ids, differing: Ids, date: string): Question<Map<number, Calendar>> {
    const questions = {
      kept: keptSchedules(ids),
      exceptions: exceptionsQuestion(differing, addDays(date, -1), addDays(date, 1)),
      booked: bookedTimes(ids, spanOfDates(date, date)),
    };
    return mapped(together(questions), calendarsOfMany);
  }

  function chefCalendar(chefId: number, from: string, to: string): Question<ChefCalendar> {
    const questions = { chef: existingChef(chefId), ...timesOf([chefId], [from, to]) };
    return mapped(together(questions), ({ chef, ...times }) => {
      return { chef, calendar: calendarOf(times)(chef) };
    });
  }

  /** To be asked with others. @throws chefNotFound when read */
  function bookableDay(chefId: number, date: string): Question<BookableDay> {
    const questions = { chef: bookableChefQuestion(chefId), ...timesOf([chefId], [date, date]) };
    return mapped(together(questions), ({ chef, ...times }) => {
      if (chef === null) throw chefNotFound();
      return { chef, calendar: calendarOf(times)(chef) };
    });
  }

  function timesOf(ids: Ids, [from, to]: [string, string], exceptBookingId?: number) {
    const lastDate = addDays(localOf(clock.now(), 'UTC').date, MAX_HORIZON_DAYS);
    const until = to < lastDate ? to : lastDate;
    const since = from < until ? from : until;
    return {
      hours: hoursQuestion(ids, addDays(since, -1), addDays(until, 1)),
      booked: bookedTimes(ids, spanOfDates(since, until), exceptBookingId),
    };
  }

  /** The start at an instant, or why there is none. */
  function slotIn({ schedule, held }: Calendar, wanted: { start: Date; durationHours: number }) {
    return slotAt(schedule, wanted, held, clock.now());
  }

  function firstIn({ schedule, held }: Calendar, date: string, durationHours: number) {
    const wanted = { from: date, to: date, durationHours };
    return eachFreeTime(schedule, wanted, held, clock.now()).next().value ?? null;
  }

  return {
    loadCalendars,
    calendarsQuestion,
    manyCalendars,
    chefCalendar,
    bookableDay,
    slotIn,
    firstIn,
  };
}

function calendarOf({
  hours,
  booked,
}: {
  hours: Map<number, Hours>;
  booked: BookedTime[];
}): CalendarOf {
  const held = heldByChef(booked);
  return (chef) => ({
    schedule: scheduleFrom(chef, hours),
    held: held.get(chef.id) ?? [],
  });
}

function calendarsOfMany({
  kept,
  exceptions,
  booked,
}: {
  kept: KeptSchedule[];
  exceptions: Map<number, Hours>;
  booked: BookedTime[];
}): Map<number, Calendar> {
  const held = heldByChef(booked);
  const calendars = kept.flatMap(({ schedule, chefIds }) => {
    const usual = { schedule, held: [] };
    return chefIds.map((id): [number, Calendar] => {
      const [different, taken] = [exceptions.get(id), held.get(id)];
      if (different === undefined && taken === undefined) return [id, usual];
      const theirs = { ...schedule, exceptions: different?.exceptions ?? [] };
      return [id, { schedule: theirs, held: taken ?? [] }];
    });
  });
  return new Map(calendars);
}

function heldByChef(booked: BookedTime[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { chefId, held } of booked) {
    const others = spans.get(chefId);
    if (others === undefined) spans.set(chefId, [held]);
    else others.push(held);
  }
  return spans;
}
