import { subscribedTo } from '../../platform/http/access.js';
import type { Clock } from '../../platform/clock.js';
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
import { formatDate, formatTime, type Span } from '../../platform/time.js';
import type { Chef, Chefs } from '../chefs/index.js';
import { requestDeadline, totalPrice } from './bookings.rules.js';
import { createBookingBody, type CreateBooking } from './bookings.schemas.js';
import { SERVICE, type Bookings } from './bookings.service.js';

const formSchema = createBookingBody
  .omit({ chef_id: true, start_time: true })
  .extend({ start_time: createBookingBody.shape.start_time.unwrap() });

/** Booking a chef in three steps: the form, the review, the request. Each is complete in itself. */
export function bookingFormPages(bookings: Bookings, chefs: Chefs, clock: Clock): PageRoute[] {
  return [
    pageRoute({
      method: 'get',
      path: '/chefs/:id/book',
      access: subscribedTo(SERVICE),
      async handle({ params, query }) {
        const chef = await chefs.find(idOf(params));
        return formPage(chefs, chef, firstValues(chefs, chef, query));
      },
    }),
    pageRoute({
      method: 'post',
      path: '/chefs/:id/book',
      access: subscribedTo(SERVICE),
      async handle(input) {
        const chef = await chefs.find(idOf(input.params));
        return answerStep(bookings, chefs, clock, chef, input);
      },
    }),
  ];
}

async function answerStep(
  bookings: Bookings,
  chefs: Chefs,
  clock: Clock,
  chef: Chef,
  { viewer, body }: PageInput<ReturnType<typeof subscribedTo>>,
): Promise<PageReply> {
  const read = readForm(formSchema, body);
  const { step } = read.form.values;
  if (step === 'times' || step === 'change') {
    return formPage(chefs, chef, { values: read.form.values, errors: [] });
  }
  if (!read.ok) return formPage(chefs, chef, read.form);
  const wanted: CreateBooking = { ...read.input, chef_id: chef.id };
  try {
    if (step === 'request') {
      const made = await bookings.request(viewer, wanted);
      return goTo(`/bookings/${made.booking.id}/requested`);
    }
    const span = await bookings.acceptableSpan(viewer, chef, wanted);
    return reviewPage(chefs, clock, chef, wanted, span, read.form);
  } catch (error) {
    return formPage(chefs, chef, withFailure(read.form, error));
  }
}

async function formPage(chefs: Chefs, chef: Chef, form: FormState): Promise<PageReply> {
  const hours = Number(form.values.duration_hours);
  const durationHours =
    Number.isInteger(hours) && hours >= 1 && hours <= 12 ? hours : chef.minHours;
  const date = form.values.booking_date ?? '';
  const dateFits = formSchema.shape.booking_date.safeParse(date).success;
  const slots = dateFits ? await chefs.slotsOn(chef, date, durationHours) : [];
  return show('bookings/form', `Book ${chef.name}`, {
    chef: chefs.present(chef),
    form,
    starts: slots.map(chefs.presentSlot),
    min_date: chefs.todayOf(chef),
    max_date: chefs.lastDateOf(chef),
    policy: chefs.policyOf(chef),
    total_price: totalPrice(durationHours, chef.pricePerSession),
  });
}

function reviewPage(
  chefs: Chefs,
  clock: Clock,
  chef: Chef,
  wanted: CreateBooking,
  span: Span,
  form: FormState,
): PageReply {
  const deadline = requestDeadline(clock.now(), span.start);
  return show('bookings/review', 'Check your request', {
    chef: chefs.present(chef),
    form,
    starts_at: span.start.toISOString(),
    ends_at: span.end.toISOString(),
    total_price: totalPrice(wanted.duration_hours, chef.pricePerSession),
    policy: chefs.policyOf(chef),
    expires_text: `${formatDate(deadline, chef.timeZone)}, ${formatTime(deadline, chef.timeZone)}`,
  });
}

function firstValues(chefs: Chefs, chef: Chef, query: Record<string, unknown>): FormState {
  const asked = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : null;
  };
  return blankForm({
    booking_date: asked('date') ?? chefs.todayOf(chef),
    duration_hours: asked('duration_hours') ?? chef.minHours,
    start_time: asked('start_time'),
    guests: asked('guests') ?? 2,
    special_requests: null,
  });
}
