import { press, send } from './acts.js';
import type { Cast, DataSet } from './data.js';
import type { Page } from 'playwright-core';

export const STATES = ['full', 'empty', 'error', 'long'] as const;
export type State = (typeof STATES)[number];
export type Viewer = 'visitor' | keyof Cast['people'];

/** One look at a page: where it is, and what is done there before the picture is taken. */
export interface Look {
  /** Its address; `:name` stands for an id of the data set. */
  at: string;
  /** Tells it from the page's other looks in that state. */
  name?: string;
  as?: Viewer;
  act?: (page: Page) => Promise<void>;
  /** What the last answer says, if not 200. */
  status?: number;
}

/** A page with its looks in every state, or why there are none. */
export interface PageLooks extends Record<State, Look[] | string> {
  page: string;
  as: Viewer;
}

/** Which data a state is shown on: errors happen on the full set. */
export const dataSetOf = (state: State): DataSet => (state === 'error' ? 'full' : state);

const NO_FORM = 'shows what is there; nothing can be entered wrongly';
const NEEDS_A_BOOKING = 'needs a booking';
const ALWAYS_SAME = 'is the same whatever there is';
const NO_NAMES = 'shows no names';

const wish = { booking_date: '2026-12-03', start_time: '18:00', duration_hours: '3', guests: '4' };
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
const tabs = (path: string, names: string[], as?: Viewer): Look[] =>
  names.map((name) => ({ at: `${path}?tab=${name}`, name, ...(as ? { as } : {}) }));
const DINER_TABS = ['upcoming', 'pending', 'past', 'cancelled'];
const CHEF_TABS = ['requests', 'upcoming', 'past', 'cancelled'];
const booking = (...names: string[]): Look[] =>
  names.map((name) => ({ at: `/bookings/:${name}`, name }));

/** Every page of the site. A new page is one more entry; a page that is not built yet is left out. */
export const PAGES: PageLooks[] = [
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
    error: 'what is wrong is said on the form',
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
    full: booking(
      ...['pending', 'confirmed', 'moved', 'completed', 'missed', 'expired'],
      ...['declined', 'cancelled', 'dropped', 'withdrawn'],
    ),
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/999999', status: 404 }],
    long: booking('pending', 'confirmed', 'declined', 'cancelled'),
  },
  {
    page: 'booking-chef',
    as: 'chef',
    full: booking('pending', 'confirmed', 'moved', 'missed', 'expired', 'declined', 'cancelled'),
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:pending', act: press('form[action$=confirm] button'), status: 422 }],
    long: booking('pending', 'confirmed', 'declined'),
  },
  {
    page: 'cancel',
    as: 'diner',
    full: [
      { at: '/bookings/:confirmed/cancel' },
      { at: '/bookings/:pending/cancel', name: 'withdraw' },
      { at: '/bookings/:confirmed/cancel', name: 'chef', as: 'chef' },
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
    page: 'decline',
    as: 'chef',
    full: [{ at: '/bookings/:pending/decline' }],
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:pending/decline', act: press('main form button'), status: 422 }],
    long: [{ at: '/bookings/:pending/decline' }],
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
  {
    page: 'inbox',
    as: 'chef',
    full: tabs('/chef/inbox', CHEF_TABS),
    empty: [
      ...tabs('/chef/inbox', CHEF_TABS),
      { at: '/chef/inbox', name: 'no-chef', as: 'newcomer' },
    ],
    error: NO_FORM,
    long: tabs('/chef/inbox', ['requests', 'upcoming']),
  },
  {
    page: 'schedule',
    as: 'chef',
    full: [{ at: '/chef/schedule' }],
    empty: [{ at: '/chef/schedule' }, { at: '/chef/schedule', name: 'no-chef', as: 'newcomer' }],
    error: [
      { at: '/chef/schedule', act: send({ horizon_days: 'x', max_guests: '-1' }), status: 422 },
    ],
    long: [{ at: '/chef/schedule' }],
  },
  {
    page: 'earnings',
    as: 'chef',
    full: [{ at: '/chef/earnings' }],
    empty: [{ at: '/chef/earnings' }, { at: '/chef/earnings', name: 'no-chef', as: 'newcomer' }],
    error: NO_FORM,
    long: [{ at: '/chef/earnings' }],
  },
  {
    page: 'profile',
    as: 'chef',
    full: [{ at: '/chef/profile' }],
    empty: [{ at: '/chef/profile' }, { at: '/chef/profile', name: 'no-chef', as: 'newcomer' }],
    error: [
      {
        at: '/chef/profile',
        as: 'newcomer',
        act: press('form[action="/chef/profile"] button'),
        status: 422,
      },
    ],
    long: [{ at: '/chef/profile' }],
  },
  {
    page: 'run-sheet',
    as: 'chef',
    full: [{ at: '/bookings/:today/run-sheet' }],
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:expired/run-sheet', status: 409 }],
    long: [{ at: '/bookings/:today/run-sheet' }],
  },
  {
    page: 'subscription',
    as: 'diner',
    full: [{ at: '/subscription' }],
    empty: [{ at: '/subscribe', as: 'newcomer' }],
    error: [{ at: '/subscribe', as: 'newcomer', act: send({ plan: 'x' }), status: 422 }],
    long: NO_NAMES,
  },
  {
    page: 'sign-in',
    as: 'visitor',
    full: [{ at: '/sign-in' }],
    empty: ALWAYS_SAME,
    error: [
      { at: '/sign-in', act: press('form[action="/sign-in"] button'), status: 422 },
      { at: '/sign-in', name: 'demo', act: press('button[value=diner]'), status: 422 },
    ],
    long: NO_NAMES,
  },
  {
    page: 'register',
    as: 'visitor',
    full: [{ at: '/register' }],
    empty: ALWAYS_SAME,
    error: [{ at: '/register', act: press('form[action="/register"] button'), status: 422 }],
    long: NO_NAMES,
  },
  {
    page: 'failures',
    as: 'visitor',
    full: 'are nothing but errors',
    empty: ALWAYS_SAME,
    error: [
      { at: '/nowhere', name: '404', status: 404 },
      {
        at: '/bookings/:pending',
        name: '403',
        as: 'diner',
        act: send({}, '/confirm'),
        status: 403,
      },
      {
        at: '/bookings/:declined',
        name: '409',
        act: send({}, '/confirm'),
        as: 'chef',
        status: 409,
      },
      {
        at: '/subscribe',
        name: '500',
        as: 'newcomer',
        act: press('button[name=plan]'),
        status: 500,
      },
      { at: '/offline.html', name: 'offline' },
    ],
    long: NO_NAMES,
  },
];
