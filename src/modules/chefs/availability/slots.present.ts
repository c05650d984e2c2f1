import type { Slot } from './availability.rules.js';

/** Date and time are local to the chef's zone. */
export function presentSlot(slot: Slot) {
  return {
    start_time: slot.startTime,
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
  };
}

export function presentNextDays(slots: Slot[]) {
  return [...new Set(slots.map(({ date }) => date))].map((date) => ({
    date,
    times: slots.filter((slot) => slot.date === date).map(presentSlot),
  }));
}
