import { invalid, type FieldError } from '../../../platform/errors.js';

export interface ChefLimits {
  userId: number;
  minHours: number;
  maxHours: number;
  maxGuests: number;
}

/** Whether a request fits the chef at any time. @throws invalid with a pointer for each field */
export function assertFits(
  dinerId: number,
  chef: ChefLimits,
  wanted: { duration_hours: number; guests: number },
): void {
  const errors: FieldError[] = [];
  if (chef.userId === dinerId) {
    errors.push({ pointer: '/chef_id', detail: 'You cannot book yourself.' });
  }
  if (wanted.duration_hours < chef.minHours || wanted.duration_hours > chef.maxHours) {
    const detail = `The chef can be booked for ${chef.minHours} to ${chef.maxHours} hours.`;
    errors.push({ pointer: '/duration_hours', detail });
  }
  if (wanted.guests > chef.maxGuests) {
    const detail = `The chef cooks for at most ${chef.maxGuests} guests.`;
    errors.push({ pointer: '/guests', detail });
  }
  if (errors.length > 0) throw invalid(undefined, errors);
}

export const SLOT_ERRORS = {
  past: { pointer: '/booking_date', detail: 'This time has passed. Choose a later one.' },
  'beyond-horizon': {
    pointer: '/booking_date',
    detail: 'This is too far ahead. Choose an earlier date.',
  },
  'outside-hours': {
    pointer: '/start_time',
    detail: 'The chef cannot start then. Choose one of the free times.',
  },
  'wrong-step': {
    pointer: '/start_time',
    detail: 'The chef starts at other minutes of the hour. Choose one of the free times.',
  },
  'short-notice': {
    pointer: '/start_time',
    detail: 'This is too soon for the chef. Choose a later time.',
  },
} satisfies Record<string, FieldError>;
