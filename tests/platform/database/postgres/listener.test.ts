import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { inTransaction } from '../../../../src/platform/database/transactions.js';
import { notify } from '../../../../src/platform/database/transactions.js';
import { listeningOn } from '../../../../src/platform/database/postgres/listener.js';
import { clonePostgres, openTestDatabase } from '../../../support/database/database.js';
import { query, startPostgres } from '../../../support/database/postgres.js';

const QUICK = { heartbeatMs: 100, heartbeatTimeoutMs: 30_000, retryMs: 20, longestRetryMs: 100 };
const PATIENCE = { timeout: 90_000 };

describe.each([
  { name: 'the database of the suite', open: openTestDatabase },
  { name: 'PostgreSQL', open: () => clonePostgres() },
])('what a transaction tells, on $name', ({ open }) => {
  it('is heard when it commits, and never if it does not', async () => {
    const database = await open();
    const heard: string[] = [];
    const other: string[] = [];
    const nothing = () => undefined;
    const stop = await database.listen('news', (payload) => heard.push(payload), nothing);
    await database.listen('other', (payload) => other.push(payload), nothing);
    await inTransaction(database.prisma, async (tx) => {
      await notify(tx, 'news', JSON.stringify({ id: 1 }));
      await tx.user.count();
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => {
      expect(heard).toEqual(['{"id":1}']);
    }, PATIENCE);
    const failing = inTransaction(database.prisma, async (tx) => {
      await notify(tx, 'news', JSON.stringify({ id: 2 }));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await inTransaction(database.prisma, async (tx) => {
      await notify(tx, 'news', JSON.stringify({ id: 3 }));
      const inner = inTransaction(database.prisma, async (part) => {
        await notify(part, 'news', JSON.stringify({ id: 4 }));
        throw new Error('not this part');
      });
      await inner.catch(() => undefined);
    });
    await vi.waitFor(() => {
      expect(heard).toEqual(['{"id":1}', '{"id":3}']);
    }, PATIENCE);
    await stop();
    await inTransaction(database.prisma, async (tx) => {
      await notify(tx, 'news', JSON.stringify({ id: 5 }));
      await notify(tx, 'other', JSON.stringify({ id: 6 }));
    });
    await vi.waitFor(() => {
      expect(other).toEqual(['{"id":6}']);
    }, PATIENCE);
    expect(heard).toHaveLength(2);
    await database.close();
  });
});

describe('a listener on PostgreSQL', () => {
  it('listens again when its connection was cut, and says so', async () => {
    const database = await clonePostgres();
    const heard: string[] = [];
    let again = 0;
    const { listen, close } = listeningOn({ connectionString: database.url }, QUICK);
    const count = () => (again += 1);
    await listen('news', (payload) => heard.push(payload), count);
    await query(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await vi.waitFor(() => {
      expect(again).toBe(1);
    }, PATIENCE);
    await query(database.url, `SELECT pg_notify('news', 'back')`);
    await vi.waitFor(() => {
      expect(heard).toEqual(['back']);
    }, PATIENCE);
    await close();
    await database.close();
  });

  it('finds out that a server does not answer, though the connection stands', async () => {
    const database = await clonePostgres();
    const { hostname, port, pathname } = new URL(database.url);
    const sockets: Socket[] = [];
    const between = createServer((near) => {
      const far = connect(Number(port), hostname);
      near.pipe(far).pipe(near);
      sockets.push(near, far);
      for (const socket of [near, far]) socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const way = (between.address() as AddressInfo).port;
    let again = 0;
    const { listen, close } = listeningOn(
      { connectionString: `postgresql://postgres@127.0.0.1:${way}${pathname}` },
      { ...QUICK, heartbeatTimeoutMs: 2000 },
    );
    const count = () => (again += 1);
    await listen('news', count, count);
    for (const socket of sockets) socket.unpipe();
    await vi.waitFor(() => {
      expect(again).toBeGreaterThan(0);
    }, PATIENCE);
    await close();
    for (const socket of sockets) socket.destroy();
    between.close();
    await database.close();
  });

  it('waits for a server that is away', async () => {
    const postgres = await startPostgres();
    const heard: string[] = [];
    let again = 0;
    const url = postgres.url('postgres');
    const settings = { connectionString: url, connectionTimeoutMillis: 30_000 };
    const { listen, close } = listeningOn(settings, QUICK);
    const count = () => (again += 1);
    await listen('news', (payload) => heard.push(payload), count);
    await postgres.kill();
    expect(again).toBe(0);
    await postgres.start();
    await vi.waitFor(() => {
      expect(again).toBe(1);
    }, PATIENCE);
    await query(url, `SELECT pg_notify('news', 'again')`);
    await vi.waitFor(() => {
      expect(heard).toEqual(['again']);
    }, PATIENCE);
    await postgres.kill();
    await close();
    await expect(listen('news', count, count)).rejects.toThrow();
    await postgres.remove();
  });
});
