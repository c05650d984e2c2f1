import { withQuery } from '../../../platform/http/input/url.js';
import type { Slot } from '../availability/availability.rules.js';
import { firstFree } from '../availability/free-days.rules.js';
import { presentSlot } from '../availability/slots.present.js';
import type { WeekOfSlots } from './chef-page.service.js';

/** The address of the booking form, with what is chosen so far. */
export function bookingAddress(
  chefId: number,
  choice: { date: string; start_time?: string; duration_hours: number; guests: number },
): string {
  const { date, start_time, duration_hours, guests } = choice;
  return withQuery(`/chefs/${chefId}/book`, { date, start_time, duration_hours, guests });
}

export function presentFreeTimes(
  chefId: number,
  week: WeekOfSlots,
  choice: { duration_hours: number; guests: number },
) {
  const page = (query: { date: string } | { week: string }) =>
    `${withQuery(`/chefs/${chefId}`, { ...query, ...choice })}#times`;
  const startOf = (slot: Slot) => {
    const start = presentSlot(slot);
    const { start_time } = start;
    const href = bookingAddress(chefId, { date: week.chosen, start_time, ...choice });
    return { ...start, href };
  };
  const slots = week.days.find((day) => day.date === week.chosen)?.slots ?? [];
  return {
    chosen: week.chosen,
    days: week.days.map((day) => ({
      date: day.date,
      day_of_month: Number(day.date.slice(8)),
      free: day.slots.length,
      is_chosen: day.date === week.chosen,
      href: page({ date: day.date }),
    })),
    starts: slots.map(startOf),
    has_free_day: firstFree(week.days) !== null,
    next_free: week.nextFree && { date: week.nextFree, href: page({ date: week.nextFree }) },
    next_week: week.nextWeek && page({ week: week.nextWeek }),
    previous_week: week.previousWeek && page({ week: week.previousWeek }),
  };
}
