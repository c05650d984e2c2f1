import { once } from 'node:events';
import { pino } from 'pino';
import { seed } from '../../prisma/seed.js';
import { createApp } from '../../src/app.js';
import { loadConfig, type Config } from '../../src/config.js';
import { STANDARD_WEEK } from '../../src/modules/chefs/index.js';
import { acceptWithoutCharging } from '../../src/modules/subscriptions/index.js';
import type { Database } from '../../src/platform/database/client.js';
import { isMigrated } from '../../src/platform/database/migrate.js';
import { listen } from '../../src/platform/http/server/listen.js';
import { createJobs } from '../../src/platform/jobs/jobs.js';
import type { BookingStatus } from '../../src/modules/bookings/booking/booking.states.js';
import { addMonths, addMs } from '../../src/platform/time/instants.js';
import { DAY_MS, HOUR_MS } from '../../src/platform/time/units.js';
import { FixedClock } from '../support/app/clock.js';
import { signInAs } from '../support/app/factories.js';
import { PHOTO_KEY, type Caller } from './requests.js';

/** A Monday noon in Seoul. */
const NOW = '2026-11-23T03:00:00.000Z';
const USERS = { diner: 1, chef: 2 };
const CHEF = 1;
/** A request and a meal that are open again and again. */
const OPEN = [1, 2] as const;

/** As in production, but for the demo data and without limits of attempts. */
function configOf(): Config {
  const settings = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    AUTH_ATTEMPTS_PER_MINUTE: '1000000',
  };
  const open = { OPEN_REQUESTS_PER_DINER: '1000000', OPEN_REQUESTS_AT_ONE_TIME: '1000000' };
  const failures = { AUTH_FAILURES_PER_ACCOUNT: '1000000', OVERLOAD_ANSWER_MS: '60000' };
  return {
    ...loadConfig({ ...settings, ...open, ...failures }),
    production: true,
    port: 0,
    host: '127.0.0.1',
  };
}

/** The app with the demo data, on a server of its own. */
export async function openSite(database: Database) {
  const clock = new FixedClock(new Date(NOW));
  const config = configOf();
  const logger = pino({ level: 'silent' });
  const db = database.prisma;
  await seed(db, clock.now());
  const photo = {
    chefId: CHEF,
    key: PHOTO_KEY,
    width: 640,
    format: 'webp',
    content: new Uint8Array(9),
  };
  await db.chefPhoto.createMany({
    data: [{ ...photo, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  const { app, listener, live, dueWork } = createApp({
    config,
    db,
    clock,
    jobs: createJobs(database, logger).queue,
    logger,
    payments: acceptWithoutCharging,
    readiness: { draining: () => false, databaseReady: () => isMigrated(db) },
  });
  await live.start(database);
  const { server, url } = await listen(listener, config, app);

  /** Later than any request is made for, so that no other meal is there. */
  async function reopen(id: number, given: { status: BookingStatus; expiresAt: Date | null }) {
    const startsAt = new Date(Date.UTC(2027, 5, id, 3));
    const [endsAt, heldFrom] = [addMs(startsAt, 2 * HOUR_MS), startsAt];
    const times = { startsAt, endsAt, heldFrom, heldUntil: endsAt, durationHours: 2 };
    const { pricePerSession } = await db.booking.findUniqueOrThrow({ where: { id } });
    const whose = { userId: USERS.diner, chefId: CHEF, totalPrice: 2 * pricePerSession };
    await db.booking.update({ where: { id }, data: { ...whose, ...times, ...given } });
  }

  /** Takes back what stops callers from doing anything more. */
  async function restore(): Promise<void> {
    const period = { currentPeriodStart: clock.now(), currentPeriodEnd: addMonths(clock.now(), 1) };
    const renewing = { status: 'active' as const, cancelAtPeriodEnd: false, ...period };
    const first = await db.subscription.findFirstOrThrow({ where: { userId: USERS.diner } });
    await db.subscription.deleteMany({ where: { userId: USERS.diner, id: { not: first.id } } });
    await db.subscription.update({ where: { id: first.id }, data: renewing });
    const hours = { deleteMany: {}, create: STANDARD_WEEK };
    const free = { ...{ minHours: 1, maxHours: 12, maxGuests: 12 }, minimumNoticeHours: 3 };
    const data = { ...free, horizonDays: 365, weeklyHours: hours, exceptions: { deleteMany: {} } };
    await db.chef.update({ where: { id: CHEF }, data });
    await db.subscription.deleteMany({ where: { userId: USERS.chef } });
    const [asked, settled] = OPEN;
    await reopen(asked, { status: 'pending', expiresAt: addMs(clock.now(), DAY_MS) });
    await reopen(settled, { status: 'confirmed', expiresAt: null });
  }

  /** What proves who somebody is, both ways. */
  async function credentialsOf(caller: Caller) {
    if (caller === 'anonymous') return { bearer: {}, cookie: {} };
    const bearer = await signInAs({ db, clock, config }, USERS[caller]);
    return {
      bearer: { Authorization: bearer },
      cookie: { Cookie: `__Host-access=${bearer.replace('Bearer ', '')}` },
    };
  }

  async function close(): Promise<void> {
    live.end();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  return { app, url, db, clock, config, dueWork, restore, credentialsOf, close };
}

export type Site = Awaited<ReturnType<typeof openSite>>;
