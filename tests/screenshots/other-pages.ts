import { press, send } from './interactions.js';
import { ALWAYS_SAME, NO_NAMES, type PageLooks } from './themes.js';

/** Accounts, and what is shown when something went wrong. */
export const OTHER_PAGES: PageLooks[] = [
  {
    page: 'subscription',
    as: 'diner',
    full: [{ at: '/subscription' }, { at: '/subscribe', name: 'visitor', as: 'visitor' }],
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
    page: 'styleguide',
    as: 'visitor',
    full: [{ at: '/styleguide' }],
    empty: ALWAYS_SAME,
    error: ALWAYS_SAME,
    long: ALWAYS_SAME,
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
