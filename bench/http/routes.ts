/** Who asks: nobody in particular, or the demo diner. */
export type Viewer = 'visitor' | 'diner';

/** A line of the table; `viewers` gives it a row each. */
export interface Route {
  /** What `--only` calls it. */
  key: string;
  method: 'GET' | 'POST';
  path: string;
  /** Programs are known by a token, browsers by a cookie. */
  kind: 'api' | 'page';
  viewers: Viewer[];
  status: number;
  /** What visitors get is kept until it changes; it has a row made fresh and a row kept. */
  kept?: true;
  /** Asked with the ETag of the first answer. */
  conditional?: true;
  /** Each request asks for a booking at a time of its own. */
  books?: true;
}

const everybody: Viewer[] = ['visitor', 'diner'];
const api = { method: 'GET', kind: 'api', viewers: everybody, status: 200 } as const;
const page = { method: 'GET', kind: 'page', viewers: everybody, status: 200 } as const;
const CHEFS = '/api/coocook/chefs';
const BOOKINGS = '/api/coocook/bookings';

/**
 * In the order in which they are measured: the fastest when the code that all share has long been
 * compiled, what writes last, so that it changes no other.
 */
export const ROUTES: Route[] = [
  { ...api, key: 'chefs', path: CHEFS, kept: true },
  { ...api, key: 'chef', path: `${CHEFS}/1`, kept: true },
  {
    ...{ ...api, key: 'not-modified', path: `${CHEFS}/1` },
    ...{ viewers: ['visitor'], status: 304, conditional: true, kept: true },
  },
  { ...api, key: 'slots', path: `${CHEFS}/1/slots?duration_hours=2`, kept: true },
  { ...page, key: 'home', path: '/', kept: true },
  { ...page, key: 'explore', path: '/explore', kept: true },
  { ...page, key: 'chef-page', path: '/chefs/1', kept: true },
  { ...api, key: 'bookings', path: BOOKINGS, viewers: ['diner'] },
  { ...page, key: 'my-bookings', path: '/my-bookings', viewers: ['diner'] },
  { ...api, key: 'health', path: '/health', viewers: ['visitor'] },
  {
    ...{ ...api, key: 'book', method: 'POST', path: BOOKINGS },
    ...{ viewers: ['diner'], status: 201, books: true },
  },
];

/** A row of the results. */
export type Case = Omit<Route, 'viewers' | 'kept'> & { viewer: Viewer; answer?: 'fresh' | 'kept' };

/** Those of some routes, or of all. @throws Error that lists the keys when one is unknown */
export function casesOf(only: string[]): Case[] {
  const unknown = only.filter((key) => !ROUTES.some((route) => route.key === key));
  if (unknown.length > 0) {
    const known = ROUTES.map(({ key }) => key).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}; there are ${known}.`);
  }
  const wanted = ROUTES.filter(({ key }) => only.length === 0 || only.includes(key));
  return wanted.flatMap(({ viewers, kept, ...route }) =>
    viewers.flatMap((viewer) =>
      kept === true && viewer === 'visitor'
        ? [
            { ...route, viewer, answer: 'fresh' as const },
            { ...route, viewer, answer: 'kept' as const },
          ]
        : [{ ...route, viewer }],
    ),
  );
}

/** Such as "GET /explore, visitor, kept". */
export function nameOf({ method, path, viewer, status, answer }: Case): string {
  const noted = status === 304 ? ' (304)' : '';
  return `${method} ${path}${noted}, ${viewer}${answer === undefined ? '' : `, ${answer}`}`;
}
