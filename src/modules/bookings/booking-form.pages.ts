import { subscribedTo } from '../../platform/http/access.js';
import { blankForm, readForm, withFailure, type FormState } from '../../platform/http/input.js';
import { text } from '../../platform/http/fields.js';
import {
  goTo,
  idOf,
  pageRoute,
  show,
  type PageInput,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { say } from '../../platform/language.js';
import type { Chef, Slot } from '../chefs/index.js';
import { noFreeTime, slotTaken } from './bookings.errors.js';
import { requestDeadline, totalPrice } from './bookings.rules.js';
import { createBookingBody, type CreateBooking } from './bookings.schemas.js';
import { SERVICE, startOf, type Bookings, type BookingsDeps } from './bookings.service.js';
import { ALLERGENS, DIETS, labelsOf } from './party.rules.js';

const formSchema = createBookingBody.omit({ chef_id: true }).extend({
  start_time: createBookingBody.shape.start_time.unwrap(),
  district: text(1, 100),
  address: text(1, 300),
});
type FormDeps = Pick<BookingsDeps, 'chefs' | 'availability' | 'clock'>;

const NEAREST = 6;
const OTHERS = 3;

/** Booking a chef in three steps: the form, the review, the request. Each is complete in itself. */
export function bookingFormPages(bookings: Bookings, deps: FormDeps): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id/book',
      access: subscribedTo(SERVICE),
      async handle({ params, query }) {
        const chef = await deps.chefs.find(idOf(params));
        return formPage(deps, chef, firstValues(deps, chef, query));
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
  const read = readForm(formSchema, withTime(body));
  const { step } = read.form.values;
  if (step === 'times' || step === 'change') {
    return formPage(deps, chef, { ...read.form, errors: [] });
  }
  if (!read.ok) return formPage(deps, chef, read.form);
  const wanted: CreateBooking = { ...read.input, chef_id: chef.id };
  try {
    if (step === 'request') {
      const made = await bookings.request(viewer, wanted);
      return goTo(`/bookings/${made.booking.id}/requested`);
    }
    const slot = await bookings.acceptableSlot(viewer, chef, wanted);
    return reviewPage(deps, chef, wanted, slot, read.form);
  } catch (error) {
    const form = withFailure(read.form, error);
    return formPage(deps, chef, form, isTaken(error) ? wanted : undefined);
  }
}

/** A time that was offered in the place of a taken one comes as one value, DATE TIME. */
function withTime(body: unknown): unknown {
  const { at, ...rest } = (body ?? {}) as Record<string, unknown>;
  if (typeof at !== 'string') return body;
  const [booking_date, start_time] = at.split(' ');
  return { ...rest, booking_date, start_time };
}

function isTaken(error: unknown): boolean {
  return [slotTaken, noFreeTime].some((failure) => failure.isThe(error));
}

/** @param taken the wish whose time somebody else has taken, to offer others in its place */
async function formPage(
  deps: FormDeps,
  chef: Chef,
  form: FormState,
  taken?: CreateBooking,
): Promise<PageReply> {
  const { chefs, availability } = deps;
  const hours = Number(form.values.duration_hours);
  const durationHours =
    Number.isInteger(hours) && hours >= 1 && hours <= 12 ? hours : chef.minHours;
  const date = form.values.booking_date ?? '';
  const dateFits = formSchema.shape.booking_date.safeParse(date).success;
  const slots = dateFits ? await availability.slotsOn(chef, date, durationHours) : [];
  return show('bookings/form', say('Book {{name}}', { name: chef.name }), {
    chef: chefs.present(chef),
    form,
    starts: slots.map(chefs.presentSlot),
    min_date: availability.todayOf(chef),
    max_date: availability.lastDateOf(chef),
    policy: chefs.policyOf(chef),
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
  return {
    times: nearest.map((slot) => ({ ...chefs.presentSlot(slot), date: slot.date })),
    chefs: others.map((other) => ({
      ...chefs.present(other),
      total_price: totalPrice(durationHours, other.pricePerSession),
      ...availability.localTime(other, start),
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
  const deadline = requestDeadline(clock.now(), slot.start);
  return show('bookings/review', 'Check your request', {
    chef: chefs.present(chef),
    form,
    wanted,
    ...labelsOf({ allergies: wanted.allergies, dietaryNeeds: wanted.dietary_needs }),
    starts_at: slot.start.toISOString(),
    ends_at: slot.end.toISOString(),
    total_price: totalPrice(wanted.duration_hours, chef.pricePerSession),
    policy: chefs.policyOf(chef),
    expires_at: deadline.toISOString(),
  });
}

function firstValues(
  { availability }: FormDeps,
  chef: Chef,
  query: Record<string, unknown>,
): FormState {
  const asked = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : null;
  };
  return blankForm({
    booking_date: asked('date') ?? availability.todayOf(chef),
    duration_hours: asked('duration_hours') ?? chef.minHours,
    start_time: asked('start_time'),
    guests: asked('guests') ?? 2,
  });
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
