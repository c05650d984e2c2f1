import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { buildBooking, buildChef, buildUser, signInAs } from '../../support/app/factories.js';

const PUBLIC_URL = 'https://coocook.example';
const CONTACT = 'mailto:security@coocook.example';
const t = useTestApp({ config: { publicUrl: PUBLIC_URL, securityContact: CONTACT } });
const open = useTestApp();
/** nginx's `proxy_buffer_size`: a head that is longer is a 502. */
const BUFFER = 4096;
const LONG = '한'.repeat(90);
const FAR = `/explore?${Array.from({ length: 20 }, (_, n) => `cuisine=${n}${'x'.repeat(50)}`).join('&')}`;

describe('the head of an answer', () => {
  const cuisines = Array.from({ length: 20 }, (_, n) => `${n}${'국'.repeat(50)}`);
  it.each([
    [
      'a list with long filters',
      () =>
        t.send('get', '/api/coocook/chefs').query({
          ...{ per_page: 1, page: 2, q: LONG, location: LONG },
          cuisine: cuisines,
        }),
    ],
    [
      'a page that is for who has signed in',
      () => t.send('get', `/my-bookings?tab=${'é'.repeat(1000)}`).set('Accept', 'text/html'),
    ],
    [
      'a sign-up that leads far',
      () => {
        const account = { name: '가'.repeat(100), email: 'kim@example.test', password: LONG };
        return t
          .send('post', '/register')
          .type('form')
          .send({ ...account, next: FAR });
      },
    ],
    [
      'a language that leads far',
      () => t.send('post', '/language').type('form').send({ lang: 'en', next: FAR }),
    ],
    ['its own id', () => t.send('get', '/health').set('X-Request-Id', 'x'.repeat(5000))],
  ])('fits into a proxy: %s', async (_name, send) => {
    const { status, headers } = await send().redirects(0);
    expect(status).toBeLessThan(400);
    const lines = Object.entries(headers as Record<string, string | string[]>).flatMap(
      ([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`),
    );
    expect(Buffer.byteLength(lines.join(''))).toBeLessThan(BUFFER);
  });

  it('forbids what no page uses', async () => {
    for (const path of ['/', '/health', '/nowhere']) {
      const { headers } = await t.send('get', path);
      expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*payment=\(\)/);
    }
  });
});

describe('addresses of the app itself', () => {
  /** The calendar file of a booking, asked for by a name of the host. */
  async function calendar(app: typeof t, host: string) {
    const diner = await buildUser(app);
    const chef = await buildChef(app);
    const wish = { userId: diner.id, chefId: chef.id, date: '2026-11-28', time: '12:00' };
    const { id } = await buildBooking(app, wish);
    return app
      .send('get', `/bookings/${id}/calendar.ics`)
      .set({ Authorization: await signInAs(app, diner.id), Host: host, Accept: 'text/html' });
  }

  it('come from PUBLIC_URL, whatever a request calls the host', async () => {
    const { text } = await calendar(t, 'evil.test');
    expect(text).toContain(`URL;VALUE=URI:${PUBLIC_URL}/bookings/`);
    expect(text).not.toContain('evil');
  });

  it('come from the request without it, if that is a host', async () => {
    expect((await calendar(open, 'here.test:3000')).text).toContain('http://here.test:3000/');
    expect((await calendar(open, 'evil.test/path?')).status).toBe(400);
  });
});

describe('/.well-known/security.txt', () => {
  const path = '/.well-known/security.txt';

  it('says where to report a vulnerability, and for how long that is true', async () => {
    const { text, type } = await t.send('get', path);
    expect(type).toBe('text/plain');
    expect(text).toContain(`Contact: ${CONTACT}\nExpires: 2026-12-23T03:00:00.000Z\n`);
    expect(text).toContain(`Canonical: ${PUBLIC_URL}${path}\n`);
  });

  it('is not there without a contact', async () => {
    expect((await open.send('get', path)).status).toBe(404);
  });
});
