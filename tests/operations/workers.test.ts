import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useCleanup } from '../support/cleanup.js';
import { createPostgresDatabase } from '../support/database/database.js';
import { runToEnd, startServer, type ServerProcess } from '../support/processes/server.js';

const PATIENCE = { timeout: 90_000, interval: 50 };
const cleanUp = useCleanup();
let env: Record<string, string> = {};
let server: ServerProcess;

beforeAll(async () => {
  const { url, drop } = await createPostgresDatabase();
  cleanUp(drop);
  env = { DATABASE_URL: url, WEB_CONCURRENCY: '2' };
  server = await startServer(env);
  cleanUp(() => server.end('SIGKILL'));
});

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };
interface Line {
  pid: number;
  worker?: number;
  msg: string;
}
const lines = () =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
const said = (msg: string) => lines().filter((line) => line.msg === msg);
const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** Each on a connection of its own, which the workers take in turns. */
const ask = (path: string, { headers, ...init }: Init = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { ...headers, Connection: 'close' } });

describe('two workers on one port', () => {
  it('serve both, after one of them all has migrated', async () => {
    await vi.waitUntil(() => said('listening').length === 2, PATIENCE);
    expect(said('migrated').map(({ worker }) => worker)).toEqual([undefined]);
    await vi.waitUntil(async () => {
      expect((await ask('/ready')).status).toBe(200);
      return new Set(said('request').map(({ worker }) => worker)).size === 2;
    }, PATIENCE);
  });

  it('both hear what one of them has changed', async () => {
    const register = await ask('/api/auth/register', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Kim', email: 'kim@example.test', password: 'a long password' }),
    });
    const { access_token: token } = (await register.json()) as { access_token: string };
    const names = async () => {
      const { chefs } = (await (await ask('/api/coocook/chefs')).json()) as {
        chefs: { name: string }[];
      };
      return chefs.map(({ name }) => name);
    };
    // Both keep the list, as it is without the chef.
    await vi.waitUntil(async () => {
      expect(await names()).toEqual([]);
      const kept = lines().filter((line) => 'kept' in line);
      return new Set(kept.map(({ worker }) => worker)).size === 2;
    }, PATIENCE);
    const made = await ask('/api/coocook/chefs', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({
        name: 'Kim',
        bio: 'Cooks at home.',
        cuisine_type: 'Korean',
        location: 'Seoul',
        price_per_session: 100,
        time_zone: 'Asia/Seoul',
      }),
    });
    expect(made.status).toBe(201);
    await vi.waitUntil(async () => (await names()).length === 1, PATIENCE);
    for (let index = 0; index < 6; index += 1) expect(await names()).toEqual(['Kim']);
  });

  it('have a killed one replaced, while the other serves', async () => {
    const [killed] = said('listening');
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await vi.waitUntil(async () => {
      expect((await ask('/health')).status).toBe(200);
      return said('listening').length === 3;
    }, PATIENCE);
    expect(said('worker ended')).toHaveLength(1);
  });

  it('drain together at SIGTERM', async () => {
    expect(await server.end('SIGTERM')).toBe(0);
    expect(said('stopped')).toHaveLength(2);
    const pids = said('listening').map(({ pid }) => pid);
    expect(pids.filter(isRunning)).toEqual([]);
  });
});

describe('workers', () => {
  it('do not outlive a process that was killed', async () => {
    server = await startServer(env);
    await vi.waitUntil(() => said('listening').length === 2, PATIENCE);
    await server.end('SIGKILL');
    const answers = () =>
      ask('/health').then(
        () => true,
        () => false,
      );
    await vi.waitUntil(async () => !(await answers()), PATIENCE);
  });

  it('that cannot start are given up', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runToEnd({ ...env, PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain('EADDRINUSE');
    expect(output).toContain('workers do not start');
  });
});
