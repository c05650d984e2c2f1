import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import createClient from 'openapi-fetch';
import { describe, expect, it } from 'vitest';
import type { components, paths } from '../../../../docs/api/coocook.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';

const t = useTestApp();

type Booking = components['schemas']['Booking'];
type Refusals = paths['/api/coocook/bookings']['post']['responses'][403]['content'];
const NEEDED =
  'urn:coocook:problem:subscription-required' satisfies Refusals['application/problem+json']['type'];

describe('promise 8: a client typed by the document', () => {
  it('signs up, subscribes, books and cancels', async () => {
    const chef = await buildChef(t);
    const server = createServer(t.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = createClient<paths>({ baseUrl: `http://127.0.0.1:${port}` });

    const person = { name: 'Kim', email: 'kim@example.test', password: 'correct horse battery' };
    const account = await client.POST('/api/auth/register', { body: person });
    client.use({
      onRequest({ request }) {
        request.headers.set('Authorization', `Bearer ${account.data?.access_token ?? ''}`);
      },
    });

    const path = { id: chef.id };
    const query = { from: '2026-11-30', to: '2026-11-30', duration_hours: 3 };
    const slots = await client.GET('/api/coocook/chefs/{id}/slots', { params: { path, query } });
    const [day] = slots.data?.days ?? [];
    const body = {
      chef_id: chef.id,
      booking_date: day?.date ?? '',
      start_time: day?.starts[0]?.start_time ?? '',
      duration_hours: 3,
      guests: 2,
    };
    const refused = await client.POST('/api/coocook/bookings', { body });
    expect(refused.error).toMatchObject({ status: 403, type: NEEDED });

    await client.POST('/api/coocook/subscriptions', { body: { plan: 'coocook-monthly' } });
    const made = await client.POST('/api/coocook/bookings', {
      body: { ...body, expected_total: 3 * chef.pricePerSession },
    });
    const booking: Booking | undefined = made.data;
    expect(booking).toMatchObject({ status: 'pending', total_price: 3 * chef.pricePerSession });

    const cancelled = await client.POST('/api/coocook/bookings/{id}/cancellation', {
      params: { path: { id: booking?.id ?? 0 } },
      body: { reason: 'Fell ill' },
    });
    expect(cancelled.data?.status).toBe('cancelled');
    expect(cancelled.data?.history.map(({ action }) => action)).toEqual(['request', 'withdraw']);
    server.close();
  });
});
