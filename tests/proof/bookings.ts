import { randomUUID } from 'node:crypto';
import type { Site } from './site.js';

const headers = { Authorization: 'Bearer demo_token', 'Content-Type': 'application/json' };
const BOOKINGS = '/api/coocook/bookings';
const DEMO_CHEFS = 5;
const START_TIMES = ['12:00', '14:00', '18:00'];

export interface Wanted {
  key: string;
  body: string;
  id: number | null;
}

/** So many requests, each for a time of its own. */
export function requestsFor(count: number): Wanted[] {
  return Array.from({ length: count }, (_, number) => {
    const place = Math.floor(number / DEMO_CHEFS);
    const day = 20 + Math.floor(place / START_TIMES.length);
    const body = {
      chef_id: (number % DEMO_CHEFS) + 1,
      booking_date: new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10),
      start_time: START_TIMES[place % START_TIMES.length],
      duration_hours: 1,
    };
    return { key: randomUUID(), body: JSON.stringify(body), id: null };
  });
}

/** Sends all of them with so many clients, and notes the ids; ends early when nobody answers. */
export async function bookAll(site: Site, wanted: Wanted[], clients: number): Promise<void> {
  const left = [...wanted];
  const client = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const given = { ...headers, 'Idempotency-Key': one.key };
      const answer = await site
        .ask(BOOKINGS, { method: 'POST', headers: given, body: one.body })
        .catch(() => null);
      if (answer === null) return;
      if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.body}`);
      one.id = (JSON.parse(answer.body) as { id: number }).id;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** How many the demo diner has. */
export async function bookings(site: Site): Promise<number> {
  const { body } = await site.ask(BOOKINGS, { headers });
  return (JSON.parse(body) as { total: number }).total;
}
