import { cpuOf, cpuOfFamily } from './cpu.js';
import { MOST_BOOKINGS } from './load/bookings.js';
import type { Load } from './load/load.js';
import { measure, type Limits } from './measure.js';
import type { Figures } from './report/figures.js';
import type { Case } from './routes.js';
import type { Site } from './site.js';

/** What browsers and Node's fetch ask for. */
const ACCEPT = {
  page: { Accept: 'text/html', 'Accept-Encoding': 'gzip, deflate, br' },
  api: { Accept: 'application/json', 'Accept-Encoding': 'gzip, deflate' },
};

/** Measures one row of the table. */
export async function measureCase(
  one: Case,
  site: Site,
  load: Load,
  limits: Limits,
): Promise<Figures> {
  const server = one.answer === 'fresh' ? site.forgetful : site.server;
  const url = server.url + one.path;
  const headers: Record<string, string> = { ...ACCEPT[one.kind], ...signedIn(one, site.token) };
  if (one.books === true) headers['Content-Type'] = 'application/json';
  if (one.conditional === true) {
    const first = await fetch(url, { headers });
    headers['If-None-Match'] = first.headers.get('ETag') ?? '';
  }
  const books = one.books === true ? site.bearers : null;
  const job = { url, method: one.method, headers, books };
  const { connections } = limits;
  return measure(
    metersOf(site, server),
    (extent) => load.send({ ...job, connections, extent }, one.status),
    // The warm-up takes some of the times.
    one.books === true ? { ...limits, most: MOST_BOOKINGS / 2 } : limits,
  );
}

/** The counters of a server of the site and of its database. */
export function metersOf({ databasePid, statements }: Site, server: { pid: number }) {
  return {
    cpu: () => cpuOf(server.pid),
    databaseCpu: () => cpuOfFamily(databasePid),
    statements,
  };
}

function signedIn({ kind, viewer }: Case, token: string): Record<string, string> {
  if (viewer === 'visitor') return {};
  return kind === 'api'
    ? { Authorization: `Bearer ${token}` }
    : { Cookie: `__Host-access=${token}` };
}
