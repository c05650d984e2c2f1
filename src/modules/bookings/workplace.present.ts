import { localOf } from '../../platform/time.js';
import { presentBooking, type NamedBooking } from './bookings.present.js';
import { hasAllergies, labelsOf } from './party.rules.js';
import { runSheet, type RunSheetLine } from './run-sheet.rules.js';
import type { Surroundings } from './workplace.service.js';

/** A booking as its chef works with it: what the party must not and does not eat in words. */
export function presentWork(named: NamedBooking) {
  const { booking } = named;
  return {
    ...presentBooking(named, 'chef'),
    ...labelsOf(booking),
    has_allergies: hasAllergies(booking),
  };
}

/** A meal of the chef's day, with the steps of its run-sheet. */
export function presentMeal(named: NamedBooking) {
  return { ...presentWork(named), steps: runSheet(named.booking).map(presentLine) };
}

/** A line of the run-sheet; instants as on the wire. */
export function presentLine({ step, from, until }: RunSheetLine) {
  return { step, from: from.toISOString(), until: until?.toISOString() ?? null };
}

/** A step of the chef's day, with whose meal it belongs to. */
export function presentStep(
  step: (RunSheetLine & { meal: { id: number } }) | null,
  meals: NamedBooking[],
) {
  const named = meals.find(({ booking }) => booking.id === step?.meal.id);
  if (step === null || named === undefined) return null;
  return { ...presentLine(step), id: step.meal.id, diner_name: named.dinerName };
}

/** What else the chef has near a request, and whether the chef works then. */
export function presentSurroundings({ hours, near }: Surroundings, timeZone: string) {
  return {
    hours,
    near: near.map((one) => ({
      id: one.id,
      is_confirmed: one.isConfirmed,
      starts_at: one.start.toISOString(),
      ends_at: one.end.toISOString(),
      ends_next_day: localOf(one.start, timeZone).date !== localOf(one.end, timeZone).date,
      is_same_day: one.isSameDay,
      gap_minutes: one.gapMinutes,
      is_tight: one.isTight,
    })),
  };
}
