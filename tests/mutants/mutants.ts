/** A protection that is taken out of a copy of the source, and the tests that must notice. */
export interface Mutant {
  protection: string;
  file: string;
  /** Occurs once. */
  take: string;
  put: string;
  test: string;
  /** A part of the names of the tests that are enough; all of the file without. */
  only?: string;
}

const AUTH = 'src/modules/auth';
const HTTP = 'src/platform/http';
const AUTH_TESTS = 'tests/modules/auth';
const PICTURES = 'tests/modules/chefs/pictures/encoding.test.ts';
const TRANSITIONS = 'tests/modules/bookings/lifecycle/transitions.api.test.ts';
const MOVES = 'tests/modules/bookings/lifecycle/moves.test.ts';

export const MUTANTS: Mutant[] = [
  {
    protection: 'a sign-in with an unknown address costs a hash',
    file: `${AUTH}/passwords.service.ts`,
    take: '  const against = passwordHash ?? (await decoy);',
    put: '  if (passwordHash === null) return false;\n  const against = passwordHash;',
    test: `${AUTH_TESTS}/sign-up.test.ts`,
    only: 'unknown costs',
  },
  {
    protection: 'few hashes at once',
    file: `${AUTH}/passwords.service.ts`,
    take: 'return queued(() => hash(password, ARGON2ID));',
    put: 'return hash(password, ARGON2ID);',
    test: `${AUTH_TESTS}/sign-up.test.ts`,
    only: 'taken costs',
  },
  {
    protection: 'sign-ups are limited',
    file: `${AUTH}/auth.api.ts`,
    take: "const signUp = { ...common, attempts: 'sign-up' };",
    put: 'const signUp = common;',
    test: `${AUTH_TESTS}/guessing.test.ts`,
    only: 'sign-ups have a limit',
  },
  {
    protection: 'time-out of headers',
    file: `${HTTP}/server/listen.ts`,
    take: '    headersTimeout: HEADERS_TIMEOUT_MS,\n',
    put: '',
    test: `${HTTP.replace('src', 'tests')}/server/slow-clients.test.ts`,
    only: 'ten seconds for their headers',
  },
  {
    protection: 'a server that leaves says close',
    file: `${HTTP}/server/drain.ts`,
    take: '    if (isLeaving) res.shouldKeepAlive = false;',
    put: '',
    test: 'tests/platform/http/server/drain.test.ts',
  },
  {
    protection: 'no more pixels than a picture has',
    file: 'src/modules/chefs/pictures/image-encoding.service.ts',
    take: 'const MAX_PIXELS = 50_000_000;',
    put: 'const MAX_PIXELS = 500_000_000;',
    test: PICTURES,
    only: 'more pixels',
  },
  {
    protection: 'pictures are what they say',
    file: 'src/modules/chefs/pictures/image-encoding.service.ts',
    take: '      if (!ACCEPTED.has(format)) throw notAPicture();\n',
    put: '      void format;\n',
    test: 'tests/modules/chefs/pictures/photos.test.ts',
  },
  {
    protection: 'forms of other sites are refused',
    file: `${HTTP}/middleware/cross-origin.ts`,
    take: '    if (!fine) throw crossOrigin();\n',
    put: '    void fine;\n',
    test: `${AUTH_TESTS}/auth.pages.test.ts`,
    only: 'requests from other sites',
  },
  {
    protection: 'If-Match',
    file: `${HTTP}/routes/api-router.ts`,
    take: '    expected: expectedVersions(req),',
    put: '    expected: undefined,',
    test: 'tests/modules/chefs/profile/profile.api.test.ts',
  },
  {
    protection: 'a status changes only from the one that was read',
    file: 'src/modules/bookings/booking/booking.data.ts',
    take: 'WHERE id = ${id} AND status = ${status}::booking_status AND version = ${version}`',
    put: 'WHERE id = ${id} AND ${status}::text <> ${version}::text`',
    test: 'tests/modules/bookings/lifecycle/races.test.ts',
  },
  {
    protection: 'a move ends with whatever happens to the meal',
    file: 'src/modules/bookings/lifecycle/persist-transition.service.ts',
    take: '    ...data.NO_MOVE,\n',
    put: '',
    test: MOVES,
  },
  {
    protection: 'no other time is accepted than the one that was seen',
    file: 'src/modules/bookings/lifecycle/moves.service.ts',
    take: 'if (!isAbout(booking.moveStartsAt)) throw illegalTransition(OTHER_MOVE);',
    put: '',
    test: MOVES,
  },
  {
    protection: 'a booking is its own people’s',
    file: 'src/modules/bookings/booking/access.service.ts',
    take: '    return { booking: booking as Booking, as: sideOf(viewer, booking) };',
    put: "    return { booking: booking as Booking, as: booking?.userId === viewer.id ? 'diner' : 'chef' };",
    test: TRANSITIONS,
  },
  {
    protection: 'an access token has an end',
    file: 'src/platform/signed-tokens.ts',
    take: ' || claims.exp === undefined ? null',
    put: ' ? null',
    test: `${AUTH_TESTS}/auth.api.test.ts`,
    only: 'forged',
  },
  {
    protection: 'access tokens are of one algorithm',
    file: 'src/platform/signed-tokens.ts',
    take: 'algorithms: [ALGORITHM],',
    put: "algorithms: ['HS256', 'HS512'],",
    test: `${AUTH_TESTS}/auth.api.test.ts`,
    only: 'forged',
  },
  {
    protection: 'a session ends after 90 days',
    file: `${AUTH}/auth.data.ts`,
    take: '\n      AND created_at > ${oldest}::timestamptz)`;',
    put: ' AND ${oldest}::timestamptz IS NOT NULL)`;',
    test: `${AUTH_TESTS}/sessions.test.ts`,
    only: 'no access after 90 days',
  },
  {
    protection: 'scripts cannot read the session',
    file: `${HTTP}/auth/cookies.ts`,
    take: 'httpOnly: true',
    put: 'httpOnly: false',
    test: `${AUTH_TESTS}/auth.modes.test.ts`,
    only: 'bound to the host',
  },
  {
    protection: 'nothing inline runs',
    file: `${HTTP}/middleware/security.ts`,
    take: `scriptSrc: ["'self'"],`,
    put: `scriptSrc: ["'self'", "'unsafe-inline'"],`,
    test: 'tests/platform/http/http.test.ts',
  },
  {
    protection: 'a key is of one request',
    file: 'src/platform/idempotency/idempotency.service.ts',
    take: '        if (kept.fingerprint !== fingerprint) throw keyReused();\n',
    put: '        void fingerprint;\n',
    test: 'tests/platform/idempotency/idempotency.test.ts',
  },
  {
    protection: 'what sets a cookie is stored by nobody',
    file: `${HTTP}/middleware/storage.ts`,
    take: " || (res.hasHeader('Set-Cookie') && isStorable(res))",
    put: '',
    test: 'tests/platform/http/middleware/storage.test.ts',
  },
  {
    protection: 'paths lead to this site',
    file: `${HTTP}/input/url.ts`,
    take: "  if (url?.origin !== here || url.pathname.startsWith('//')) return fallback;",
    put: '  if (url === null) return fallback;',
    test: 'tests/platform/http/input/addresses.rules.test.ts',
  },
  {
    protection: 'secrets that can be guessed are refused',
    file: 'src/config.ts',
    take: ' || entropyOf(text) < SECRET_BITS',
    put: ' || entropyOf(text) < -SECRET_BITS',
    test: 'tests/config.rules.test.ts',
  },
];
