import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/platform/http/middleware/logging.js';
import { useTestApp } from '../../support/app/app.js';
import { buildUser, signInAs } from '../../support/app/factories.js';
import { clonePostgres } from '../../support/database/database.js';
import { AWAY, openFallible, type Fault } from '../../support/database/fallible.js';

const lines: string[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});
const fault: Fault = { error: null };
const t = useTestApp({ open: () => openFallible(fault), logger: createLogger('info', sink) });

describe('a fault of ours', () => {
  it('is a 500 without a word of its cause, and is logged', async () => {
    lines.length = 0;
    fault.error = new Error('canary cause');
    const response = await t.send('get', '/api/coocook/chefs/1');
    const page = await t.send('get', '/chefs/1').set('Accept', 'text/html');
    fault.error = null;
    expect(response.status).toBe(500);
    expect(response.text).not.toContain('canary');
    expect(page.status).toBe(500);
    expect(page.text).toContain('Request id');
    expect(page.text).not.toContain('canary');
    expect(lines.join('')).toContain('canary cause');
  });

  it('is told from a database that is away', async () => {
    fault.error = AWAY;
    const response = await t.send('get', '/api/coocook/chefs/1');
    fault.error = null;
    expect([response.status, response.headers['retry-after']]).toEqual([503, '2']);
  });

  it('is told from a full disk', async () => {
    fault.error = Object.assign(new Error('could not extend file'), { code: '53100' });
    const { status, headers } = await t.send('get', '/api/coocook/chefs/1');
    fault.error = null;
    expect([status, headers['retry-after']]).toEqual([503, '2']);
  });
});

describe('a database that takes no writes', () => {
  const alone = useTestApp({ open: () => clonePostgres(1) });
  /** A connection whose statement failed is replaced, so that each request needs it anew. */
  async function refused(
    method: 'get' | 'post',
    path: string,
    body: object,
    headers: Record<string, string>,
  ) {
    await alone.database.execute('SET default_transaction_read_only = on');
    const answer = await alone.send(method, path).set(headers).send(body);
    await alone.database.execute('SET default_transaction_read_only = off');
    return [answer.status, answer.headers['retry-after']];
  }

  it('is away for who writes, and still there for who reads', async () => {
    const Authorization = await signInAs(alone, (await buildUser(alone)).id);
    const account = { name: 'Kim', email: 'kim@example.test', password: 'a long password' };
    const plan = { plan: 'coocook-monthly' };
    const keyed = { Authorization, 'Idempotency-Key': 'key-of-one-request' };
    expect(await refused('post', '/api/auth/register', account, {})).toEqual([503, '2']);
    expect(await refused('post', '/api/coocook/subscriptions', plan, keyed)).toEqual([503, '2']);
    expect(await refused('get', '/api/coocook/chefs', {}, {})).toEqual([200, undefined]);
  });
});
