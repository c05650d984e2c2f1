import type { FormState } from '../../../platform/http/input/form.js';
import type { Chef, Chefs, Slot } from '../../chefs/index.js';
import { presentRefund } from '../booking/booking.present.js';
import { refundSchedule, requestDeadline, totalPrice } from '../booking/booking.rules.js';
import type { CreateBooking } from '../booking/booking.schemas.js';
import { ALLERGENS, DIETS, labelsOf, optionsOf } from '../booking/party.rules.js';
import { PARTY_FIELDS } from '../booking/party.schemas.js';
import type { Alternatives } from '../requests/alternatives.service.js';
import { differences, type Quote } from '../requests/quote.rules.js';

/** Fields of the parts that close once answered; the part about allergies stays open. */
const PLAN = ['booking_date', 'duration_hours', 'start_time', 'guests'];
const PLACE = ['district', 'address'];
const ALLERGIES = ['allergies', 'allergy_notes'];
const EXTRAS = PARTY_FIELDS.filter((field) => ![...PLAN, ...PLACE, ...ALLERGIES].includes(field));

/** Of the form on each page; language and colours take its fields along. */
export const FORM_ID = 'request';
const BUTTONS = ['step', 'change', 'idempotency_key', 'quote'];

/** Parts that lack an answer, have an error or hold the focus. @param focus a field or a part */
export function openParts(form: FormState, focus: string | undefined, hasTime: boolean) {
  const isFilled = (name: string) => (form.values[name] ?? form.lists[name]?.join() ?? '') !== '';
  const needsWork = (part: string, fields: string[]) =>
    focus === part ||
    fields.some((name) => focus === name || form.errors.some(({ field }) => field === name));
  return {
    plan: !hasTime || needsWork('plan', PLAN),
    extras: EXTRAS.some(isFilled) || needsWork('extras', EXTRAS),
    place: !PLACE.every(isFilled) || needsWork('place', PLACE),
  };
}

export function presentChoices(chef: Chef) {
  const length = chef.maxHours - chef.minHours + 1;
  const hours = Array.from({ length }, (_, index) => chef.minHours + index);
  return {
    hours: hours.map((value) => ({ value, label: value })),
    allergens: optionsOf(ALLERGENS),
    diets: optionsOf(DIETS),
  };
}

export function carriedFields(form: FormState, except: string[] = []): [string, string][] {
  const left = [...BUTTONS, ...except];
  return [
    ...Object.entries(form.values).filter(([name]) => !left.includes(name)),
    ...Object.entries(form.lists).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  ];
}

export function presentAlternatives(
  chefs: Chefs,
  form: FormState,
  { durationHours, times, others }: Awaited<ReturnType<Alternatives['alternativesTo']>>,
) {
  const presentTime = (slot: Slot) => ({ ...chefs.presentSlot(slot), date: slot.date });
  return {
    carried: carriedFields(form, ['booking_date', 'start_time']),
    times: times.map(presentTime),
    chefs: others.map(({ chef, slot }) => ({
      ...chefs.present(chef),
      total_price: totalPrice(durationHours, chef.pricePerSession),
      ...presentTime(slot),
    })),
  };
}

export function presentReview(
  chefs: Chefs,
  chef: Chef,
  { wanted, quote, now }: { wanted: CreateBooking; quote: Quote; now: Date },
) {
  const { currency, total_price: total } = quote;
  const startsAt = new Date(quote.starts_at);
  const steps = refundSchedule(quote.cancellation_terms, { startsAt, totalPrice: total }, now);
  return {
    chef: chefs.present(chef),
    party: { ...wanted, ...labelsOf(wanted) },
    quote,
    refund: presentRefund({ amount: total, currency, steps }),
    expires_at: requestDeadline(now, startsAt).toISOString(),
  };
}

export function withNotice(form: FormState, hasChanged: boolean): FormState {
  const message = hasChanged
    ? 'This has changed since you checked it. Nothing has been sent yet.'
    : 'It is too long since you checked this. Look once more, then send it.';
  return { ...form, errors: [{ field: 'now', message }], status: 409 };
}

const REVIEWED = ['review', 'request', 'renew'];

/** As it was when it led elsewhere: at the review, which is repeated, or not yet. */
export function resumed(form: FormState): FormState {
  const { step = '', quote } = form.values;
  const isReviewed = REVIEWED.includes(step) || quote !== undefined;
  const values = { ...form.values, step: isReviewed ? 'review' : 'entered' };
  return { ...form, values, errors: isReviewed ? form.errors : [] };
}

const ROWS = {
  when: ['starts_at', 'ends_at', 'time_zone'],
  price: ['price_per_session', 'duration_hours', 'total_price', 'currency'],
  terms: ['cancellation_terms'],
} satisfies Record<string, (keyof Quote)[]>;

/** The rows that differ, each as it was shown and as it is now. */
export function presentChanges(chefs: Chefs, shown: Quote, now: Quote) {
  const changed: string[] = differences(shown, now);
  const asRead = (quote: Quote) => ({
    ...quote,
    policy: chefs.policyInWords(quote.cancellation_terms),
  });
  return Object.entries(ROWS)
    .filter(([, names]) => names.some((name) => changed.includes(name)))
    .map(([row]) => ({ row, sides: [asRead(shown), asRead(now)] }));
}
