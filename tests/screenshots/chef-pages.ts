import { press, send } from './interactions.js';
import { bookings, NEEDS_A_BOOKING, NO_FORM, tabs, type PageLooks } from './themes.js';

const CHEF_TABS = ['requests', 'upcoming', 'past', 'cancelled'];

/** A chef's workplace. */
export const CHEF_PAGES: PageLooks[] = [
  {
    page: 'booking-chef',
    as: 'chef',
    full: bookings(
      ...[
        'pending',
        'confirmed',
        'tomorrow',
        'moved',
        'missed',
        'expired',
        'declined',
        'cancelled',
      ],
    ),
    empty: NEEDS_A_BOOKING,
    error: [{ at: '/bookings/:pending', act: press('form[action$=confirm] button'), status: 422 }],
    long: bookings('pending', 'confirmed', 'declined'),
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
    page: 'today',
    as: 'chef',
    full: [{ at: '/chef/today' }],
    empty: [{ at: '/chef/today' }, { at: '/chef/today', name: 'no-chef', as: 'newcomer' }],
    error: NO_FORM,
    long: [{ at: '/chef/today' }],
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
];
