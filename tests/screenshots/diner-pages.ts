import { open, press, send } from './interactions.js';
import { bookings, NEEDS_A_BOOKING, NO_FORM, tabs, type PageLooks } from './themes.js';

const wish = {
  booking_date: '2026-12-03',
  start_time: '18:00',
  duration_hours: '3',
  guests: '4',
  has_allergies: 'no',
};
const where = { district: 'Yeonnam-dong', address: '12 Donggyo-ro 46-gil, Mapo-gu, Seoul' };
const longWish = {
  ...wish,
  guests: '12',
  district: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  address: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(5).trim(),
  special_requests: '올해는 집에서 천천히 오래 먹고 싶어요. We are twelve old friends. '
    .repeat(33)
    .trim(),
};
const longReason = 'x'.repeat(501);
const DINER_TABS = ['upcoming', 'pending', 'past', 'cancelled'];

/** What visitors and diners see. */
export const DINER_PAGES: PageLooks[] = [
  {
    page: 'home',
    as: 'visitor',
    full: [{ at: '/' }],
    empty: [{ at: '/' }],
    error: NO_FORM,
    long: [{ at: '/' }],
  },
  {
    page: 'explore',
    as: 'visitor',
    full: [
      { at: '/explore' },
      { at: '/explore?cuisine=Korean&cuisine=Italian&guests=4&date=2026-12-03', name: 'filtered' },
    ],
    empty: [
      { at: '/explore?q=nobody&cuisine=Korean', name: 'no-result' },
      { at: '/explore?date=2026-12-03', name: 'nobody-free' },
    ],
    error: [{ at: '/explore?min_price=x&date=2020-02-31', status: 422 }],
    long: [{ at: '/explore' }],
  },
  {
    page: 'chef',
    as: 'visitor',
    full: [{ at: '/chefs/:chef' }, { at: '/chefs/:other', name: 'drawn' }],
    empty: [{ at: '/chefs/:chef' }],
    error: [{ at: '/chefs/:chef?guests=x', status: 422 }],
    long: [{ at: '/chefs/:chef' }],
  },
  {
    page: 'booking-form',
    as: 'diner',
    full: [{ at: '/chefs/:chef/book?date=2026-12-03&duration_hours=3&guests=4' }],
    empty: [{ at: '/chefs/:chef/book' }],
    error: [
      { at: '/chefs/:chef/book', act: press('button[value=review]'), status: 422 },
      {
        at: '/chefs/:chef/book',
        name: 'time-taken',
        act: send({ ...wish, ...where, booking_date: '2026-12-01', step: 'request' }),
        status: 409,
      },
    ],
    long: [{ at: '/chefs/:chef/book?date=2026-12-03', act: send({ ...longWish, step: 'change' }) }],
  },
  {
    page: 'review',
    as: 'diner',
    full: [{ at: '/chefs/:chef/book', act: send({ ...wish, ...where, step: 'review' }) }],
    empty: 'needs a wish',
    error: [
      {
        at: '/chefs/:chef/book',
        name: 'too-old',
        act: send({ ...wish, ...where, step: 'request' }),
        status: 409,
      },
      {
        at: '/chefs/:chef/book',
        name: 'subscription-ends',
        as: 'leaver',
        act: send({ ...wish, ...where, step: 'review' }),
        status: 403,
      },
    ],
    long: [{ at: '/chefs/:chef/book', act: send({ ...longWish, step: 'review' }) }],
  },
  {
    page: 'confirmation',
    as: 'diner',
    full: [{ at: '/bookings/:pending/requested' }],
    empty: NEEDS_A_BOOKING,
    error: NO_FORM,
    long: [{ at: '/bookings/:pending/requested' }],
  },
  {
    page: 'my-bookings',
    as: 'diner',
    full: tabs('/my-bookings', DINER_TABS),
    empty: tabs('/my-bookings', DINER_TABS),
    error: NO_FORM,
    long: tabs('/my-bookings', ['upcoming', 'pending', 'cancelled']),
  },
  {
    page: 'booking-diner',
    as: 'diner',
    full: bookings(
      ...['pending', 'confirmed', 'moved', 'completed', 'missed', 'expired'],
      ...['declined', 'cancelled', 'dropped', 'withdrawn'],
    ),
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/999999', status: 404 }],
    long: bookings('pending', 'confirmed', 'declined', 'cancelled'),
  },
  {
    page: 'cancel',
    as: 'diner',
    full: [
      { at: '/bookings/:confirmed/cancel' },
      { at: '/bookings/:pending/cancel', name: 'withdraw' },
      { at: '/bookings/:confirmed/cancel', name: 'chef', as: 'chef' },
      { at: '/bookings/:confirmed', name: 'dialog', act: open('main a[data-dialog]') },
    ],
    empty: NEEDS_A_BOOKING,
    error: [
      {
        at: '/bookings/:confirmed/cancel',
        act: send({ reason: longReason }),
        status: 422,
      },
    ],
    long: [{ at: '/bookings/:confirmed/cancel' }],
  },
  {
    page: 'allergies',
    as: 'diner',
    full: [
      { at: '/bookings/:confirmed/allergies' },
      { at: '/bookings/:moved/allergies', name: 'untold' },
    ],
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:moved/allergies', act: press('main form button'), status: 422 }],
    long: [{ at: '/bookings/:confirmed/allergies' }],
  },
  {
    page: 'edit',
    as: 'diner',
    full: [{ at: '/bookings/:pending/edit' }],
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:pending/edit', act: send({ guests: '99' }), status: 422 }],
    long: [{ at: '/bookings/:pending/edit' }],
  },
  {
    page: 'reschedule',
    as: 'diner',
    full: [{ at: '/bookings/:confirmed/reschedule' }],
    empty: NEEDS_A_BOOKING,
    error: [
      {
        at: '/bookings/:confirmed/reschedule',
        act: send({ booking_date: '2026-12-03' }),
        status: 422,
      },
    ],
    long: [{ at: '/bookings/:confirmed/reschedule' }],
  },
];
