import type { ConditionalAccess } from '../../../platform/http/auth/access.js';
import {
  blankForm,
  readForm,
  withFailure,
  type FormState,
} from '../../../platform/http/input/form.js';
import { formPage } from '../../../platform/http/routes/form-page.js';
import { type PageInput, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { view } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import type { Chef } from '../../chefs/index.js';
import type { BookingAccess } from '../booking/access.service.js';
import { noFreeTime, priceChanged, slotTaken } from '../booking/booking.errors.js';
import { totalPrice } from '../booking/booking.rules.js';
import type { CreateBooking } from '../booking/booking.schemas.js';
import type { BookingsDeps } from '../deps.js';
import type { Alternatives } from '../requests/alternatives.service.js';
import {
  carriedFields,
  FORM_ID,
  openParts,
  presentAlternatives,
  presentChanges,
  presentChoices,
  presentReview,
  resumed,
  withNotice,
} from './request-form.present.js';
import { createRenewal } from './renewal.pages.js';
import { asEntered, bookingForm, wantedOf, type BookingForm } from './request-form.schemas.js';
import type { Quote } from '../requests/quote.rules.js';
import type { Quotes } from '../requests/quotes.service.js';
import type { Requests } from '../requests/requests.service.js';

type FormDeps = Pick<BookingsDeps, 'chefs' | 'availability' | 'clock' | 'subscriptions'> &
  Pick<BookingAccess, 'lastPlace'> & { quotes: Quotes } & Pick<Requests, 'reachedLimits'>;
type FormInput = PageInput<ConditionalAccess> & { chef: Chef };

/** Three steps, form, review and request; each sends all fields and is checked anew. */
export function requestFormPages(
  subscribersOnly: ConditionalAccess,
  requests: Requests,
  { alternativesTo }: Alternatives,
  given: Omit<FormDeps, 'reachedLimits'>,
): PageRoute[] {
  const { chefs, clock, quotes } = given;
  const deps = { ...given, ...requests };
  const renewal = createRenewal(given);

  /** @param shown on an earlier review, which this one differs from; null when it is not known */
  async function review(
    { viewer, chef }: FormInput,
    wanted: CreateBooking,
    form: FormState,
    shown?: Quote | null,
  ): Promise<PageReply> {
    const { quote } = await requests.acceptable(viewer, wanted);
    const changes = shown ? presentChanges(chefs, shown, quote) : [];
    return view('bookings/request/review', 'Check your request', {
      ...presentReview(chefs, chef, { wanted, quote, now: clock.now() }),
      form: shown === undefined ? form : withNotice(form, changes.length > 0),
      changes,
      carried: [...carriedFields(form), ['quote', quotes.sign(viewer, chef.id, quote)]],
      sends: FORM_ID,
    });
  }

  /** Books what the review has shown, or shows what has changed since. */
  async function book(page: FormInput, wanted: CreateBooking, form: FormState): Promise<PageReply> {
    const shown = quotes.read(page.viewer, page.chef.id, form.values.quote ?? '');
    if (shown === null) return review(page, wanted, form, null);
    try {
      const { booking } = await requests.request(page.viewer, wanted, shown);
      return redirect(`/bookings/${booking.id}/requested`);
    } catch (error) {
      if (!priceChanged.is(error)) throw error;
      return review(page, wanted, form, shown);
    }
  }

  async function act(page: FormInput, input: BookingForm, form: FormState): Promise<PageReply> {
    const { chef } = page;
    const wanted = wantedOf(chef.id, input);
    await renewal.renewIfAsked(page.viewer, form);
    try {
      return await (form.values.step === 'request' ? book : review)(page, wanted, form);
    } catch (error) {
      if (renewal.isNeeded(error)) return renewal.offer(page, form, error);
      if (!isTaken(error)) throw error;
      const alternatives = presentAlternatives(chefs, form, await alternativesTo(chef, wanted));
      return showForm(deps, page, withFailure(form, error), alternatives);
    }
  }

  return formPage({
    path: '/chefs/:id/book',
    access: subscribersOnly,
    load: async ({ params }) => ({ chef: await chefs.find(idOf(params)) }),
    read: ({ body }) => readForm(bookingForm, asEntered(body)),
    open: (page) => openForm(deps, page),
    show: (page, form) => showForm(deps, page, form),
    async resume(page, read) {
      const form = resumed(read.form);
      if (!read.ok || form.values.step !== 'review') return showForm(deps, page, form);
      try {
        return await act(page, read.input, form);
      } catch (error) {
        return showForm(deps, page, withFailure(form, error));
      }
    },
    isRefresh: ({ values }) => values.step === 'times' || values.change !== undefined,
    act,
  });
}

/** Values of the address, else the first day with a free time; and the diner's last place. */
async function openForm(
  { availability, chefs, lastPlace }: FormDeps,
  { viewer, chef, query }: FormInput,
): Promise<FormState> {
  const given = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : null;
  };
  return blankForm({
    booking_date: given('date') ?? (await firstFreeDate(availability, chef)),
    duration_hours: given('duration_hours') ?? chefs.usualHours(chef),
    start_time: given('start_time'),
    guests: given('guests') ?? 2,
    ...(await lastPlace(viewer)),
  });
}

function isTaken(error: unknown): boolean {
  return [slotTaken, noFreeTime].some((failure) => failure.is(error));
}

/** With the answered parts closed, and alternatives when the wanted time is taken. */
async function showForm(
  { chefs, availability, reachedLimits }: FormDeps,
  { viewer, chef, query }: FormInput,
  form: FormState,
  alternatives?: ReturnType<typeof presentAlternatives>,
): Promise<PageReply> {
  const reached = await reachedLimits(viewer);
  if (reached() !== null && isNew(form)) {
    return view('bookings/request/full', message('Book {{name}}', { name: chef.name }), {
      chef: chefs.present(chef),
    });
  }
  const hours = Number(form.values.duration_hours);
  const durationHours =
    Number.isInteger(hours) && hours >= 1 && hours <= 12 ? hours : chefs.usualHours(chef);
  const date = bookingForm.shape.booking_date.safeParse(form.values.booking_date);
  const free = date.success ? await availability.slotsOn(chef, date.data, durationHours) : [];
  const slots = free.filter((slot) => reached(slot) === null);
  const chosen = slots.find((slot) => slot.startTime === form.values.start_time);
  const focus = focusOf(form, query);
  return view('bookings/request/form', message('Book {{name}}', { name: chef.name }), {
    chef: chefs.present(chef),
    sends: FORM_ID,
    form,
    focus,
    open: openParts(form, focus, chosen !== undefined),
    chosen: chosen && chefs.presentSlot(chosen),
    guests: Number(form.values.guests) || 0,
    date: date.success ? date.data : null,
    starts: slots.map(chefs.presentSlot),
    left_out: free.length - slots.length,
    min_date: availability.todayOf(chef),
    max_date: availability.lastDateOf(chef),
    policy: chefs.policyInWords(chefs.termsOf(chef)),
    duration_hours: durationHours,
    total_price: totalPrice(durationHours, chef.pricePerSession),
    ...presentChoices(chef),
    alternatives,
  });
}

/** The field to change or the part to keep open; errors take the focus by themselves. */
function focusOf(form: FormState, query: Record<string, unknown>): string | undefined {
  const { step, change } = form.values;
  if (form.errors.length > 0) return undefined;
  if (change !== undefined) return change;
  const isUntold = isNew(form) && typeof query.guests !== 'string';
  return isUntold || step === 'times' ? 'plan' : undefined;
}

function isNew({ values: { step, change } }: FormState): boolean {
  return step === undefined && change === undefined;
}

async function firstFreeDate({ nextFree, todayOf }: FormDeps['availability'], chef: Chef) {
  return (await nextFree(chef))?.date ?? todayOf(chef);
}
