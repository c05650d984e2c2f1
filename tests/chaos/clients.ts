import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../prisma/seed.js';
import { callApi, signUp, subscribe, type Session } from '../support/processes/api.js';
import { isAnswered, type Answer, type Call, type Seen } from './run.js';

/** What all clients share: where the app is, until when they go on, and what they saw. */
export interface World {
  /** The addresses of both processes, that of a killed one included: a client cannot know. */
  urls(): string[];
  stopAt: number;
  /** When a wish without an answer is given up, long after everything is up again. */
  giveUpAt: number;
  seen: Seen[];
  keysKept: boolean;
}

export interface Client {
  userId: number;
  token: string;
}

/** A wish without what is always made anew. */
type Wish = Omit<Call, 'key' | 'userId'>;

const API = '/api/coocook/bookings';
const CHEF_EMAILS = ['minjun.park@coocook.test', 'marco.rossi@coocook.test'];
const DAYS_AHEAD = [3, 4, 5];
const START_TIMES = ['12:00', '12:30', '13:00', '13:30', '14:00', '15:00', '15:30'];
const ANSWER_MS = 15_000;

/** Signs in the demo diner, so many diners of its own with a subscription, and each chef twice. */
export async function signInAll(world: World, diners: number) {
  const url = world.urls()[0] ?? '';
  const { id: userId } = await callApi<Session['user']>(url, 'GET', '/api/auth/me', {
    token: 'demo_token',
  });
  const demo = { token: 'demo_token', userId };
  const own = Array.from({ length: diners }, async (_, number) => {
    const account = { name: `Diner ${number}`, email: `chaos${number}@example.test` };
    const diner = clientOf(await signUp(url, account));
    await subscribe(url, diner.token);
    return diner;
  });
  const chefs = [...CHEF_EMAILS, ...CHEF_EMAILS].map(async (email) => {
    const body = { email, password: DEMO_PASSWORD };
    return clientOf(await callApi<Session>(url, 'POST', '/api/auth/login', { body }));
  });
  return { diners: [demo, ...(await Promise.all(own))], chefs: await Promise.all(chefs) };
}

/** Sends one booking twice with one key: does the server know it again? */
export async function keepsKeys(world: World, client: Client): Promise<boolean> {
  const call = bookingCall(client);
  const answers = [await send(world, client, call), await send(world, client, call)];
  return answers.every(({ status }) => status === 201);
}

/** Books, moves and cancels, in competition with every other diner for few times of few chefs. */
export async function dine(world: World, client: Client): Promise<void> {
  await untilTheEnd(world, async () => {
    const mine = await read(world, client, 'as=diner&status=pending&status=confirmed');
    // What asks to move is left to its chef.
    const still = mine.filter(({ move }) => move === null);
    const meals = still.filter(({ status }) => status === 'confirmed');
    const one = Math.random() < 0.5 ? (pick(meals) ?? pick(still)) : undefined;
    if (one === undefined) {
      const call = bookingCall(client);
      // A double click, which may well reach both processes: only a kept key makes it harmless.
      const times = world.keysKept && Math.random() < 0.2 ? 2 : 1;
      await Promise.all(Array.from({ length: times }, () => send(world, client, call)));
      return;
    }
    const path = `${API}/${one.id}`;
    const about = { method: 'POST', bookingId: one.id } as const;
    const { startsAt, ...body } = pickTime();
    const isNew = startsAt.getTime() !== new Date(one.starts_at).getTime();
    if (one.status === 'confirmed' && isNew && Math.random() < 0.7) {
      const move = { deed: 'reschedule', path: `${path}/reschedule`, body, startsAt } as const;
      await wish(world, client, { ...about, ...move });
    } else {
      const end = { deed: 'cancel', path: `${path}/cancellation`, body: {} } as const;
      await wish(world, client, { ...about, ...end });
    }
  });
}

/** Some of the demo data's parties have allergies. */
const READ = { allergies_read: true };

/** Confirms and declines what is asked, and calls off some of what was confirmed. */
export async function cook(world: World, client: Client): Promise<void> {
  await untilTheEnd(world, async () => {
    const all = await read(world, client, 'as=chef&status=pending&status=confirmed');
    const one = pick(all.filter(({ move }) => move !== null)) ?? pick(all);
    if (one === undefined) return;
    const about = { method: 'PUT', path: `${API}/${one.id}`, bookingId: one.id } as const;
    const say = (deed: Call['deed'], status: string) =>
      wish(world, client, { ...about, deed, body: { status, reason: 'So it goes.', ...READ } });
    if (one.move !== null) {
      const name = Math.random() < 0.6 ? 'acceptance' : 'refusal';
      const answer = { method: 'POST', path: `${API}/${one.id}/move/${name}`, body: {} } as const;
      await wish(world, client, { ...answer, deed: 'answer', bookingId: one.id });
    } else if (one.status === 'confirmed') {
      // Most meals are left to their diners, who would find none to move.
      if (Math.random() < 0.3) await say('call-off', 'cancelled');
    } else if (Math.random() < 0.7) await say('confirm', 'confirmed');
    else await say('decline', 'declined');
  });
}

async function untilTheEnd(world: World, turn: () => Promise<void>): Promise<void> {
  while (Date.now() < world.stopAt) {
    await turn();
    await pause(Math.random() * 60);
  }
}

function bookingCall({ userId }: Client): Call {
  const key = randomUUID();
  const { startsAt, ...time } = pickTime();
  const chefId = pick([1, 2]) ?? 1;
  const body = { ...time, chef_id: chefId, duration_hours: pick([1, 2, 3]), special_requests: key };
  return { deed: 'book', key, userId, method: 'POST', path: API, body, chefId, startsAt };
}

/** A time in the chefs' zone, which keeps no summer time. */
function pickTime() {
  const day = new Date(Date.now() + (pick(DAYS_AHEAD) ?? 3) * 86_400_000);
  const booking_date = day.toISOString().slice(0, 10);
  const start_time = pick(START_TIMES) ?? '12:00';
  const startsAt = new Date(`${booking_date}T${start_time}:00+09:00`);
  return { booking_date, start_time, startsAt };
}

function wish(world: World, client: Client, wanted: Wish): Promise<Seen> {
  return send(world, client, { ...wanted, key: randomUUID(), userId: client.userId });
}

async function read(world: World, client: Client, query: string) {
  const path = `${API}?${query}&per_page=100`;
  const call = { deed: 'read', key: '', userId: client.userId, method: 'GET', path } as const;
  return (await attempt(world, client, call)).body?.bookings ?? [];
}

/** Sends the same request with the same key until it is answered. */
async function send(world: World, client: Client, call: Call): Promise<Seen> {
  for (;;) {
    const seen = await attempt(world, client, call);
    if (isAnswered(seen) || Date.now() > world.giveUpAt) return seen;
    // Sooner than Retry-After asks for, so that retries meet the outage as well as its end.
    await pause(50 + Math.random() * 250);
  }
}

async function attempt(world: World, { token }: Client, call: Call): Promise<Seen> {
  const sentAt = Date.now();
  const seen = await exchange(pick(world.urls()) ?? '', token, call).catch(() => NO_ANSWER);
  const record = { call, sentAt, answeredAt: Date.now(), ...seen };
  world.seen.push(record);
  return record;
}

const NO_ANSWER = { status: null, retryAfter: null, body: null };

async function exchange(url: string, token: string, { method, path, body, key }: Call) {
  const response = await fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const { status, headers } = response;
  const text = await response.text();
  return { status, retryAfter: headers.get('retry-after'), body: JSON.parse(text) as Answer };
}

function clientOf({ user, access_token: token }: Session): Client {
  return { userId: user.id, token };
}

function pick<T>(things: readonly T[]): T | undefined {
  return things[Math.floor(Math.random() * things.length)];
}
