import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/client.js';
import { createLogger } from '../../../src/platform/http/middleware/logging.js';
import { useTestApp } from '../../support/app/app.js';
import { openTestDatabase } from '../../support/database/database.js';

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
});
