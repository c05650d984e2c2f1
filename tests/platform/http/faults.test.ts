import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/client.js';
import { createLogger } from '../../../src/platform/http/middleware/logging.js';
import { useTestApp } from '../../support/app/app.js';
import { buildUser, signInAs } from '../../support/app/factories.js';
import { clonePostgres, openTestDatabase } from '../../support/database/database.js';

const lines: string[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});
/** What the database answers statements with, if anything is wrong with it. */
let fault: Error | null = null;

async function openFallible(): Promise<Database> {
  const database = await openTestDatabase();
  const rows = (...given: Parameters<typeof database.prisma.rows>) =>
    fault === null ? database.prisma.rows(...given) : Promise.reject(fault);
  const prisma = new Proxy(database.prisma, {
    get: (client, name) => (name === 'rows' ? rows : (Reflect.get(client, name) as unknown)),
  });
  return { ...database, prisma };
}

const t = useTestApp({ open: openFallible, logger: createLogger('info', sink) });

describe('a fault of ours', () => {
  it('is a 500 without a word of its cause, and is logged', async () => {
    lines.length = 0;
    fault = new Error('canary cause');
    const response = await t.send('get', '/api/coocook/chefs/1');
    const page = await t.send('get', '/chefs/1').set('Accept', 'text/html');
    fault = null;
    expect(response.status).toBe(500);
    expect(response.text).not.toContain('canary');
    expect(page.status).toBe(500);
    expect(page.text).toContain('Request id');
    expect(page.text).not.toContain('canary');
    expect(lines.join('')).toContain('canary cause');
  });

  it('is told from a database that is away', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    fault = refused;
    const response = await t.send('get', '/api/coocook/chefs/1');
    fault = null;
    expect([response.status, response.headers['retry-after']]).toEqual([503, '2']);
  });

  it('is told from a full disk', async () => {
    fault = Object.assign(new Error('could not extend file'), { code: '53100' });
    const { status, headers } = await t.send('get', '/api/coocook/chefs/1');
    fault = null;
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
