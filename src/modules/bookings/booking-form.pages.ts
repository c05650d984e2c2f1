import { subscribedTo } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import {
  goTo,
  idOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { say } from '../../platform/language.js';
import type { Chef, Slot } from '../chefs/index.js';
import { asEntered, bookingForm, wantedOf } from './booking-form.schemas.js';
import { noFreeTime, slotTaken } from './bookings.errors.js';
import { presentRefund } from './bookings.present.js';
import { refundSchedule, requestDeadline, totalPrice } from './bookings.rules.js';
import type { CreateBooking } from './bookings.schemas.js';
import { SERVICE, startOf, type Bookings, type BookingsDeps } from './bookings.service.js';
import { ALLERGENS, DIETS, labelsOf } from './party.rules.js';
import type { Reading } from './reading.service.js';

type FormDeps = Pick<BookingsDeps, 'chefs' | 'availability' | 'clock'>;

const NEAREST = 6;
const OTHERS = 3;

/** The parts of the form that fold away once they are answered, or as long as nobody needs them. */
const PARTS = {
  plan: ['booking_date', 'duration_hours', 'start_time', 'guests'],
  extras: ['dietary_needs', 'special_requests'],
  place: ['district', 'address'],
};

/** Booking a chef in three steps: the form, the review, the request. Each is complete in itself. */
export function bookingFormPages(
  bookings: Bookings,
  reading: Pick<Reading, 'lastPlace'>,
  deps: FormDeps,
): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id/book',
      access: subscribedTo(SERVICE),
      async handle({ viewer, params, query }) {
        const chef = await deps.chefs.find(idOf(params));
        return formPage(deps, chef, await firstValues(reading, deps, chef, viewer, query), {
          focus: typeof query.guests === 'string' ? undefined : 'plan',
        });
      },
    }),
    pageRoute({
      method: 'post',
      path: '/chefs/:id/book',
      access: subscribedTo(SERVICE),
      async handle(input) {
        return answerStep(bookings, deps, await deps.chefs.find(idOf(input.params)), input);
      },
    }),
  ];
}

async function answerStep(
  bookings: Bookings,
  deps: FormDeps,
  chef: Chef,
  { viewer, body }: PageInput<ReturnType<typeof subscribedTo>>,
): Promise<PageReply> {
  const read = readForm(bookingForm, asEntered(body));
  const { step, change } = read.form.values;
  if (step === 'times' || change !== undefined) {
    const focus = change ?? 'plan';
    return formPage(deps, chef, { ...read.form, errors: [] }, { focus });
  }
  if (!read.ok) return formPage(deps, chef, read.form);
  const wanted = wantedOf(chef.id, read.input);
  try {
    if (step === 'request') {
      const made = await bookings.request(viewer, wanted);
      return goTo(`/bookings/${made.booking.id}/requested`);
    }
    const slot = await bookings.acceptableSlot(viewer, chef, wanted);
    return reviewPage(deps, chef, wanted, slot, read.form);
  } catch (error) {
    const form = withFailure(read.form, error);
    return formPage(deps, chef, form, isTaken(error) ? { taken: wanted } : {});
  }
}

function isTaken(error: unknown): boolean {
  return [slotTaken, noFreeTime].some((failure) => failure.isThe(error));
}

/**
 * The form, with what is answered folded away.
 * @param options.focus the field that somebody came back to change, or the part to keep open
 * @param options.taken the wish whose time somebody else has taken, to offer others in its place
 */
async function formPage(
  deps: FormDeps,
  chef: Chef,
  form: FormState,
  options: { focus?: string | undefined; taken?: CreateBooking } = {},
): Promise<PageReply> {
  const { chefs, availability } = deps;
  const { focus, taken } = options;
  const hours = Number(form.values.duration_hours);
  const durationHours =
    Number.isInteger(hours) && hours >= 1 && hours <= 12 ? hours : chef.minHours;
  const date = form.values.booking_date ?? '';
  const dateFits = bookingForm.shape.booking_date.safeParse(date).success;
  const slots = dateFits ? await availability.slotsOn(chef, date, durationHours) : [];
  const chosen = slots.find((slot) => slot.startTime === form.values.start_time);
  const filled = (name: string) => (form.values[name] ?? form.lists[name]?.join() ?? '') !== '';
  const needs = (part: keyof typeof PARTS) =>
    focus === part ||
    PARTS[part].some((name) => focus === name || form.errors.some(({ field }) => field === name));
  return show('bookings/form', say('Book {{name}}', { name: chef.name }), {
    chef: chefs.present(chef),
    form,
    focus,
    open: {
      plan: chosen === undefined || needs('plan'),
      extras: PARTS.extras.some(filled) || needs('extras'),
      place: !PARTS.place.every(filled) || needs('place'),
    },
    chosen: chosen && chefs.presentSlot(chosen),
    date: dateFits ? date : null,
    starts: slots.map(chefs.presentSlot),
    min_date: availability.todayOf(chef),
    max_date: availability.lastDateOf(chef),
    policy: chefs.policyOf(chef),
    duration_hours: durationHours,
    total_price: totalPrice(durationHours, chef.pricePerSession),
    allergens: optionsOf(ALLERGENS),
    diets: optionsOf(DIETS),
    instead: taken && (await otherTimes(deps, chef, taken)),
  });
}

/** The nearest free times of the chef, and other chefs who are free at the wanted time. */
async function otherTimes({ chefs, availability }: FormDeps, chef: Chef, wanted: CreateBooking) {
  const { duration_hours: durationHours, guests, booking_date: date, start_time: time } = wanted;
  const start = startOf(chef, date, time ?? '12:00');
  const [nearest, others] = await Promise.all([
    availability.nearestSlots(chef, start, durationHours, NEAREST),
    chefs.othersFreeAt(chef, { start, durationHours, guests }, OTHERS),
  ]);
  const timeOf = (slot: Slot) => ({ ...chefs.presentSlot(slot), date: slot.date });
  return {
    times: nearest.map(timeOf),
    chefs: others.map(({ chef: other, slot }) => ({
      ...chefs.present(other),
      total_price: totalPrice(durationHours, other.pricePerSession),
      ...timeOf(slot),
    })),
  };
}

function reviewPage(
  { chefs, clock }: FormDeps,
  chef: Chef,
  wanted: CreateBooking,
  slot: Slot,
  form: FormState,
): PageReply {
  const total = totalPrice(wanted.duration_hours, chef.pricePerSession);
  const meal = { startsAt: slot.start, totalPrice: total };
  const now = clock.now();
  return show('bookings/review', 'Check your request', {
    chef: chefs.present(chef),
    form,
    wanted,
    ...labelsOf({ allergies: wanted.allergies, dietaryNeeds: wanted.dietary_needs }),
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
    total_price: total,
    refund: presentRefund({
      amount: total,
      currency: chef.currency,
      steps: refundSchedule(chefs.termsOf(chef), meal, now),
    }),
    expires_at: requestDeadline(now, slot.start).toISOString(),
  });
}

/** What the address tells, else the first day with a free time; and where this diner ate last. */
async function firstValues(
  reading: Pick<Reading, 'lastPlace'>,
  { availability }: FormDeps,
  chef: Chef,
  viewer: Viewer,
  query: Record<string, unknown>,
): Promise<FormState> {
  const asked = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : null;
  };
  return blankForm({
    booking_date: asked('date') ?? (await soonestOf(availability, chef)),
    duration_hours: asked('duration_hours') ?? chef.minHours,
    start_time: asked('start_time'),
    guests: asked('guests') ?? 2,
    ...(await reading.lastPlace(viewer)),
  });
}

async function soonestOf({ nextFree, todayOf }: FormDeps['availability'], chef: Chef) {
  const [soonest] = (await nextFree([chef], undefined, undefined, 1)).get(chef.id) ?? [];
  return soonest?.date ?? todayOf(chef);
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
