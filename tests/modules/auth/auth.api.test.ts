import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../support/app/app.js';
import { buildUser } from '../../support/app/factories.js';

const t = useTestApp();
const AUTH = '/api/auth';
let number = 0;
const account = () => {
  number += 1;
  return { name: 'Kim Ji-woo', email: `kim${number}@example.test`, password: 'a long password' };
};
const register = async () => {
  const given = account();
  const { body } = await t.send('post', `${AUTH}/register`).send(given);
  return { ...given, ...body };
};
const me = (token: string) => t.send('get', `${AUTH}/me`).set('Authorization', `Bearer ${token}`);
const refresh = (refresh_token: string) =>
  t.send('post', `${AUTH}/refresh`).send({ refresh_token });

describe('signing up and in', () => {
  it('makes an account and signs in with it', async () => {
    const given = account();
    const made = await t.send('post', `${AUTH}/register`).send({
      ...given,
      email: `  ${given.email.toUpperCase()} `,
    });
    expect(made.status).toBe(201);
    expect(made.body.user).toMatchObject({ name: given.name, email: given.email, role: 'user' });
    expect(made.body.expires_in).toBe(3600);
    const again = await t.send('post', `${AUTH}/login`).send({
      email: given.email,
      password: given.password,
    });
    expect(again.status).toBe(200);
    expect((await me(again.body.access_token)).body.email).toBe(given.email);
  });

  it('keeps neither the password nor a token', async () => {
    const made = await register();
    const stored = JSON.stringify([
      await t.db.user.findMany(),
      await t.db.session.findMany(),
      await t.db.refreshToken.findMany(),
    ]);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1');
    for (const secret of [made.password, made.refresh_token, made.access_token]) {
      expect(stored).not.toContain(secret);
    }
  });

  it('tells an unknown address and a wrong password by the same words', async () => {
    const { email } = await register();
    const login = (body: object) => t.send('post', `${AUTH}/login`).send(body);
    const wrong = await login({ email, password: 'not the password' });
    const unknown = await login({ email: 'nobody@example.test', password: 'not the password' });
    expect(wrong.status).toBe(401);
    const told = ({ type, title, status, detail }: Record<string, unknown>) => ({
      type,
      title,
      status,
      detail,
    });
    expect(told(unknown.body)).toEqual(told(wrong.body));
  });

  it.each([
    ['no address', () => ({ email: 'nowhere' }), '/email'],
    ['a short password', () => ({ password: 'short' }), '/password'],
    ['a role', () => ({ role: 'admin' }), '/role'],
    ['an id', () => ({ id: 1 }), '/id'],
    ['no name', () => ({ name: ' ' }), '/name'],
    ['a name of two lines', () => ({ name: 'Kim\nBcc: all' }), '/name'],
  ])('refuses %s', async (_name, given, pointer) => {
    const before = await t.db.user.count();
    const response = await t.send('post', `${AUTH}/register`).send({ ...account(), ...given() });
    expect(response.status).toBe(422);
    expect(response.body.errors[0].pointer).toBe(pointer);
    expect(await t.db.user.count()).toBe(before);
  });
});

describe('access tokens', () => {
  const secret = () => t.config.jwtSecret;
  const claims = (sid: string) => ({ sid, iat: 1_795_402_800, exp: 1_795_406_400 });
  const right = { issuer: 'coocook', audience: 'coocook', subject: '1' };

  it('are refused when forged, expired or for somebody else', async () => {
    const user = await buildUser(t);
    const sid = '4f6e4a52-7c7f-4d52-9c53-1f8e2d1f7b11';
    await t.db.session.create({ data: { id: sid, userId: user.id } });
    const subject = String(user.id);
    const sign = (options: object, given: object = claims(sid)) =>
      jwt.sign(given, secret(), { algorithm: 'HS256', ...right, subject, ...options });
    const now = Math.floor(t.clock.now().getTime() / 1000);
    const valid = { sid, iat: now, exp: now + 3600 };
    expect((await me(sign({}, valid))).status).toBe(200);
    const forged = [
      sign({}, { ...valid, exp: now - 1 }),
      sign({}, { sid, iat: now }),
      sign({ audience: 'other' }, valid),
      sign({ issuer: 'other' }, valid),
      sign({ algorithm: 'HS512' }, valid),
      sign({ subject: '999999' }, valid),
      sign({}, { ...valid, sid: 'x' }),
      jwt.sign(valid, 'another secret that is long enough', {
        algorithm: 'HS256',
        ...right,
        subject,
      }),
      jwt.sign(valid, '', { algorithm: 'none', ...right, subject }),
      'not.a.token',
    ];
    for (const token of forged) expect((await me(token)).status).toBe(401);
    const basic = await t.send('get', `${AUTH}/me`).set('Authorization', 'Basic eDp5');
    expect(basic.status).toBe(401);
    expect(basic.headers['www-authenticate']).toContain('Bearer');
  });

  it('run out after an hour and die with the sign-out', async () => {
    const made = await register();
    t.clock.advance(3_599_000);
    expect((await me(made.access_token)).status).toBe(200);
    t.clock.advance(1000);
    expect((await me(made.access_token)).status).toBe(401);
    const { body } = await refresh(made.refresh_token);
    expect((await me(body.access_token)).status).toBe(200);
    const out = await t.send('post', `${AUTH}/logout`).send({ refresh_token: body.refresh_token });
    expect(out.status).toBe(204);
    expect((await me(body.access_token)).status).toBe(401);
    expect((await refresh(body.refresh_token)).status).toBe(401);
  });
});

describe('refresh tokens', () => {
  it('are exchanged for the next, and revoke the family when shown again later', async () => {
    const made = await register();
    const second = (await refresh(made.refresh_token)).body;
    expect(second.refresh_token).not.toBe(made.refresh_token);
    expect(second.user.email).toBe(made.email);
    t.clock.advance(91_000);
    expect((await refresh(made.refresh_token)).status).toBe(401);
    expect((await refresh(second.refresh_token)).status).toBe(401);
    expect((await me(second.access_token)).status).toBe(401);
  });

  it('revoke the family at once when the successor was already exchanged', async () => {
    const made = await register();
    const second = (await refresh(made.refresh_token)).body;
    await refresh(second.refresh_token);
    expect((await refresh(made.refresh_token)).status).toBe(401);
  });

  it('give 16 tabs that ask at once the same successor', async () => {
    const made = await register();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => refresh(made.refresh_token)),
    );
    expect(answers.map((one) => one.status)).toEqual(Array(16).fill(200));
    const successors = new Set(answers.map((one) => one.body.refresh_token));
    expect(successors.size).toBe(1);
    expect((await refresh([...successors][0] as string)).status).toBe(200);
  });

  it('run out after seven days', async () => {
    const made = await register();
    t.clock.advance(7 * 24 * 3_600_000);
    expect((await refresh(made.refresh_token)).status).toBe(401);
    expect((await refresh('unknown')).status).toBe(401);
  });
});

describe('demo sign-in', () => {
  const demo = (body: object) => t.send('post', `${AUTH}/demo`).send(body);

  it('is for who knows the passkey', async () => {
    await buildUser(t, { email: 'demo@coocook.test', name: 'Demo Diner' });
    expect((await demo({ passkey: 'demo2026', role: 'diner' })).body.user.name).toBe('Demo Diner');
    expect((await demo({ passkey: 'guess', role: 'diner' })).status).toBe(401);
    expect((await demo({ passkey: 'demo2026', role: 'admin' })).status).toBe(422);
    expect((await demo({ passkey: 'demo2026', role: 'chef' })).status).toBe(404);
    expect((await me('demo_token')).body.name).toBe('Demo Diner');
  });
});
