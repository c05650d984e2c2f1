import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { buildUser } from '../../support/app/factories.js';

describe('outside demo mode', () => {
  const t = useTestApp({ config: { demoMode: false } });

  it('the demo token and the demo sign-in are worth nothing', async () => {
    await buildUser(t, { email: 'demo@coocook.test' });
    const demo = await t
      .send('post', '/api/auth/demo')
      .send({ passkey: 'demo2026', role: 'diner' });
    expect(demo.status).toBe(404);
    const me = await t.send('get', '/api/auth/me').set('Authorization', 'Bearer demo_token');
    expect(me.status).toBe(401);
    expect((await t.send('get', '/sign-in')).text).not.toContain('passkey');
  });
});

describe('guessing', () => {
  const t = useTestApp({ config: { authAttemptsPerMinute: 3 } });

  it('is slowed down, whatever X-Forwarded-For says', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      const response = await t
        .send('post', '/api/auth/login')
        .set('X-Forwarded-For', `10.0.0.${index}`)
        .send({ email: 'a@example.test', password: 'guess' });
      statuses.push(response.status);
      if (response.status === 429)
        expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});

describe('in production', () => {
  const t = useTestApp({ config: { production: true, demoMode: false } });

  it('cookies are bound to the host and sent over HTTPS only', async () => {
    const person = { name: 'Kim', email: 'kim@example.test', password: 'a long password' };
    await t.send('post', '/register').type('form').send(person);
    const response = await t.send('post', '/sign-in').type('form').send(person);
    expect(response.status).toBe(303);
    const cookies = response.headers['set-cookie'] as unknown as string[];
    for (const name of ['access', 'refresh']) {
      const cookie = cookies.find((one) => one.startsWith(`__Host-${name}=`));
      expect(cookie).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
      expect(cookie).not.toContain('Domain');
    }
    expect(response.headers['strict-transport-security']).toBeDefined();
  });
});
