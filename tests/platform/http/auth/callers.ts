import { randomUUID } from 'node:crypto';
import { createTokens } from '../../../../src/modules/auth/tokens.service.js';
import { HOUR_MS } from '../../../../src/platform/time/units.js';
import { addMs } from '../../../../src/platform/time/instants.js';
import type { TestApp } from '../../../support/app/app.js';
import {
  buildBooking,
  buildChef,
  buildDiner,
  buildUser,
  signInAs,
} from '../../../support/app/factories.js';
import type { Person } from './policy.js';

type Headers = Record<string, string>;
export type World = Awaited<ReturnType<typeof buildWorld>>;

/** A diner and a chef with a booking, a subscription and a profile, and others with their own. */
export async function buildWorld(t: TestApp) {
  const [diner, otherDiner] = [await buildDiner(t), await buildDiner(t)];
  const [chef, otherChef] = [await buildChef(t), await buildChef(t)];
  const admin = await buildUser(t, { role: 'admin' });
  const subscription = await t.db.subscription.findFirstOrThrow({ where: { userId: diner.id } });
  const userIds: Record<Exclude<Person, 'demo'>, number> = {
    ...{ diner: diner.id, 'other diner': otherDiner.id, admin: admin.id },
    ...{ chef: chef.userId, 'other chef': otherChef.userId },
  };
  let day = 0;
  /** One more request of the diner's, at a time of its own. */
  const newBooking = async () => {
    day += 1;
    const date = addMs(new Date('2027-02-01T00:00:00Z'), day * 24 * HOUR_MS);
    const wish = { userId: diner.id, chefId: chef.id, time: '12:00' };
    return (await buildBooking(t, { ...wish, date: date.toISOString().slice(0, 10) })).id;
  };
  const ids: Record<string, number> = {
    ...{ bookings: await newBooking(), chefs: chef.id, subscriptions: subscription.id },
  };
  return {
    ids,
    newBooking,
    tokenOf: async (person: Person) =>
      person === 'demo' ? 'demo_token' : bare(await signInAs(t, userIds[person])),
    strangers: await strangersTo(t, diner.id),
  };
}

const bare = (header: string) => header.replace('Bearer ', '');

/** By name, the headers of everybody who has not signed in. */
async function strangersTo(t: TestApp, userId: number): Promise<Record<string, Headers>> {
  const long = 30 * 24 * 3600;
  const now = t.clock.now();
  const past = addMs(now, -2 * HOUR_MS);
  const [open, ended] = [randomUUID(), randomUUID()];
  await t.db.session.create({ data: { id: open, userId, createdAt: past } });
  await t.db.session.create({ data: { id: ended, userId, createdAt: past, revokedAt: past } });
  const tokens = createTokens(t.config.jwtSecret);
  const expired = tokens.newAccessToken({ userId, sessionId: open }, past, 3600);
  const forged = createTokens('the secret of somebody else, 123').newAccessToken(
    { userId, sessionId: open },
    now,
    long,
  );
  const [head, claims] = tokens.newAccessToken({ userId, sessionId: open }, now, long).split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
  const signedOut = tokens.newAccessToken({ userId, sessionId: ended }, now, long);
  const bearers = { expired, forged, unsigned, 'half signed': `${head}.${claims}.AAAA`, signedOut };
  return {
    anonymous: {},
    'no bearer': { Authorization: 'Basic eDp5' },
    'a refresh cookie that nobody gave': { Cookie: `refresh=${tokens.newRefreshToken()}` },
    'the demo token, spelt otherwise': { Authorization: 'Bearer Demo_token' },
    ...Object.fromEntries(
      Object.entries(bearers).flatMap(([name, token]) => [
        [`${name} token`, { Authorization: `Bearer ${token}` }],
        [`${name} cookie`, { Cookie: `access=${token}` }],
      ]),
    ),
  };
}
