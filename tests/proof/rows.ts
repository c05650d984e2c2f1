import * as drills from './drills.js';
import * as loadDrills from './load-drills.js';
import type { Drill } from './drills.js';
import { scriptsInText } from './scripts-in-text.js';

/** A promise of what CooCook withstands, and all that shows it. */
export interface Row {
  number: number;
  promise: string;
  /** Test files, with a part of the names of the tests in them that count; all of them without. */
  tests?: [file: string, names?: RegExp][];
  drill?: Drill;
  /** A program of its own, which ends with 0 when the promise holds. */
  program?: string[];
}

const AUTH = 'tests/modules/auth';
const BOOKINGS = 'tests/modules/bookings';
const HTTP = 'tests/platform/http';
const RACES = `${BOOKINGS}/lifecycle/races.test.ts`;
const REQUESTS = `${BOOKINGS}/requests/requests.api.test.ts`;
const IDEMPOTENCY = 'tests/platform/idempotency/idempotency.test.ts';
const DURABILITY = 'tests/operations/durability.test.ts';
const FUZZ = ['tests/fuzz/fuzz.ts', '--requests', '20000'];

export const ROWS: Row[] = [
  {
    number: 1,
    promise: 'one of 64 clients gets a time',
    tests: [
      [RACES, /one of 64/],
      ['tests/operations/two-processes.test.ts', /one of 64/],
    ],
  },
  { number: 2, promise: 'overlaps are refused, neighbours stand', tests: [[RACES, /shifted/]] },
  {
    number: 3,
    promise: 'one of many transitions wins',
    tests: [[RACES, /32 mixed|race to one end/], ['tests/fuzz/model/model.test.ts']],
  },
  {
    number: 4,
    promise: 'a meal has a length that a chef cooks',
    tests: [[REQUESTS, /hours|overlong/]],
    drill: drills.timesThatEndFirst,
  },
  {
    number: 5,
    promise: 'nothing acknowledged is lost while processes are killed',
    program: ['tests/chaos/chaos.ts', '60'],
  },
  {
    number: 6,
    promise: 'kill -9 during 1,000 bookings loses none',
    drill: drills.killDuringThousandCreates,
  },
  { number: 7, promise: 'a key has one effect', tests: [[IDEMPOTENCY, /with an Idempotency-Key/]] },
  { number: 8, promise: 'PostgreSQL may be away', drill: drills.databaseStopped },
  { number: 9, promise: 'PostgreSQL may freeze', drill: drills.databaseFrozen },
  { number: 10, promise: 'connections may be cut', drill: drills.backendsTerminated },
  {
    number: 11,
    promise: 'deadlocks are tried again',
    tests: [['tests/platform/database/client.test.ts', /deadlock/]],
  },
  {
    number: 12,
    promise: 'SIGTERM breaks no accepted request, and the process ends within 10 s',
    tests: [[DURABILITY, /drains/]],
    drill: loadDrills.drainsInTime,
  },
  {
    number: 13,
    promise: 'faults say nothing, and end the process when nobody caught them',
    tests: [
      [`${HTTP}/faults.test.ts`, /fault of ours/],
      [DURABILITY, /nobody caught/],
    ],
  },
  {
    number: 14,
    promise: 'one process has the embedded database',
    tests: [[DURABILITY, /embedded database/], ['tests/platform/database/folder-lock.test.ts']],
  },
  {
    number: 15,
    promise: 'production refuses weak settings',
    tests: [
      ['tests/config.rules.test.ts', /refuse/],
      [DURABILITY, /refuses to start/],
    ],
  },
  {
    number: 16,
    promise: 'what is too much is refused, the rest is quick',
    drill: loadDrills.overload,
  },
  { number: 17, promise: 'a storm of sign-ins slows nobody else', drill: loadDrills.loginStorm },
  {
    number: 18,
    promise: '500 slow clients are sent away within 12 s, and slow nobody else',
    tests: [[`${HTTP}/server/slow-clients.test.ts`]],
    drill: loadDrills.slowClients,
  },
  { number: 19, promise: 'what is too large is refused', drill: loadDrills.bombs },
  {
    number: 20,
    promise: 'bad requests are told apart',
    tests: [[`${HTTP}/http.test.ts`, /bad requests/]],
  },
  { number: 21, promise: 'no input is a fault of ours', program: FUZZ },
  {
    number: 22,
    promise: 'prototypes and repeated parameters are refused',
    tests: [
      [`${HTTP}/http.test.ts`, /a prototype/],
      ['tests/modules/chefs/profile/chefs.api.test.ts', /q=a&q=b/],
    ],
  },
  {
    number: 23,
    promise: 'others’ ids are unknown',
    tests: [[`${HTTP}/auth/access.test.ts`, /called by everybody/]],
  },
  {
    number: 24,
    promise: 'every route says who may call it',
    tests: [[`${HTTP}/auth/access.test.ts`, /^every route >|every route (has|is)/]],
  },
  {
    number: 25,
    promise: 'nobody sets a role, an id, a price or a status',
    tests: [
      [`${HTTP}/auth/access.test.ts`, /takes no field/],
      [REQUESTS, /of its own|another diner/],
      [`${AUTH}/auth.api.test.ts`, /refuses (a role|an id)/],
      ['tests/modules/subscriptions/subscriptions.test.ts', /refuses/],
    ],
  },
  {
    number: 26,
    promise: 'answers have declared fields, and pages an end',
    tests: [
      ['tests/fuzz/fuzz.test.ts', /another shape|as the document says/],
      ['tests/modules/chefs/profile/chefs.api.test.ts', /per_page/],
    ],
  },
  { number: 27, promise: 'the price is the server’s', tests: [[REQUESTS, /price/]] },
  {
    number: 28,
    promise: 'a booking needs a subscription that covers its day',
    tests: [[REQUESTS, /subscription/]],
  },
  {
    number: 29,
    promise: 'other sites cannot send our forms',
    tests: [[`${AUTH}/auth.pages.test.ts`, /other sites/]],
  },
  {
    number: 30,
    promise: 'a GET changes nothing',
    tests: [[`${HTTP}/auth/access.test.ts`, /only reads/]],
  },
  {
    number: 31,
    promise: 'a session ends with the sign-out, its cookies are bound',
    tests: [
      [`${AUTH}/auth.modes.test.ts`, /cookies/],
      [`${AUTH}/auth.pages.test.ts`, /sign out/],
    ],
  },
  {
    number: 32,
    promise: 'forged tokens are worth nothing',
    tests: [[`${AUTH}/auth.api.test.ts`, /forged/]],
  },
  {
    number: 33,
    promise: 'a refresh token works once',
    tests: [[`${AUTH}/auth.api.test.ts`, /revoke the family|neither the password nor a token/]],
  },
  {
    number: 34,
    promise: 'tabs that refresh at once stay signed in',
    tests: [[`${AUTH}/auth.api.test.ts`, /16 tabs/]],
  },
  {
    number: 35,
    // No route changes any of them: the tests say so, and that what counts is what is stored.
    promise: 'a changed password, role or ban ends other sessions at once',
    tests: [[`${AUTH}/sessions.test.ts`, /what a user may do/]],
  },
  {
    number: 36,
    promise: 'nobody learns who has an account',
    tests: [[`${AUTH}/auth.api.test.ts`, /same words/]],
    drill: drills.nothingToTellApart,
  },
  {
    number: 37,
    promise: 'guessing is slowed down',
    tests: [[`${AUTH}/auth.modes.test.ts`, /guessing/], [`${AUTH}/guessing.test.ts`]],
  },
  {
    number: 38,
    promise: 'no text is a script',
    drill: scriptsInText,
  },
  {
    number: 39,
    promise: 'redirects stay on this site',
    tests: [
      [`${HTTP}/input/addresses.rules.test.ts`, /lead/],
      [`${AUTH}/auth.pages.test.ts`, /another site/],
    ],
  },
  {
    number: 40,
    promise: 'clock changes are right',
    tests: [['tests/modules/chefs/availability/clock-change.rules.test.ts']],
  },
  {
    number: 41,
    promise: 'a backup is what was stored',
    tests: [['tests/platform/backup/backup.test.ts']],
  },
  {
    number: 42,
    promise: 'logs hold no secrets',
    tests: [
      [`${HTTP}/http.test.ts`, /no secret|redacts/],
      [DURABILITY, /without secrets/],
    ],
  },
];
