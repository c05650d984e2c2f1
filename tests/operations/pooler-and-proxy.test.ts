import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/platform/paths.js';
import { useCleanup } from '../support/cleanup.js';
import { createPostgresDatabase } from '../support/database/database.js';
import { query } from '../support/database/postgres.js';
import { startDebianProgram } from '../support/processes/debian.js';
import { freePort } from '../support/processes/free-port.js';
import { seedDemoData, startServer, type ServerProcess } from '../support/processes/server.js';
import { follow } from '../support/responses/event-stream.js';

const PATIENCE = { timeout: 90_000, interval: 20 };
const demo = { Authorization: 'Bearer demo_token', 'Content-Type': 'application/json' };
const READ = ['/', '/explore', '/chefs/1', '/api/coocook/chefs', '/api/coocook/bookings'];
const READERS = 6;
const WRITERS = 2;
/** How many answers show that the load goes on. */
const ENOUGH = 60;

const folder = mkdtempSync(join(tmpdir(), 'coocook-proxies-'));
const cleanUp = useCleanup();
let settings: Record<string, string> = {};
let ports: number[] = [];
let servers: ServerProcess[] = [];
let site = '';
let proxy: Awaited<ReturnType<typeof startDebianProgram>>;

/** The operators' file of this name, with what is different here. */
function fromDeploy(name: string, changes: [from: string, to: string][]): string {
  let text = readFileSync(join(packageRoot(), 'deploy', name), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`deploy/${name} has no ${from}.`);
    text = text.replace(from, to);
  }
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** PgBouncer before a new database, which belongs to somebody who may not do all. */
async function startPooler() {
  const { url, drop } = await createPostgresDatabase();
  const owner = `coocook_${randomUUID().slice(0, 8)}`;
  const maintenance = Object.assign(new URL(url), { pathname: 'postgres' }).href;
  cleanUp(async () => {
    await drop();
    await query(maintenance, `DROP ROLE ${owner}`);
  });
  await query(maintenance, `CREATE ROLE ${owner} LOGIN PASSWORD 'secret'`);
  const direct = Object.assign(new URL(url), { username: owner, password: 'secret' });
  await query(url, `ALTER DATABASE ${direct.pathname.slice(1)} OWNER TO ${owner}`);
  const port = await freePort();
  const users = join(folder, 'userlist.txt');
  writeFileSync(users, `"${owner}" "secret"\n`);
  const config = fromDeploy('pgbouncer.ini', [
    [
      'host=127.0.0.1 port=5432 dbname=coocook',
      `host=${direct.hostname} port=${direct.port} dbname=${direct.pathname.slice(1)}`,
    ],
    ['listen_port = 6432', `listen_port = ${port}\nunix_socket_dir =`],
    ['/etc/pgbouncer/userlist.txt', users],
  ]);
  const { end } = await startDebianProgram('pgbouncer', [config], port);
  cleanUp(end);
  return { pooled: `postgresql://${owner}:secret@127.0.0.1:${port}/coocook`, direct: direct.href };
}

async function startProxy(): Promise<string> {
  const port = await freePort();
  const config = fromDeploy('nginx.conf', [
    ['listen 8080', `listen 127.0.0.1:${port}`],
    ['127.0.0.1:3001', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:3002', `127.0.0.1:${ports[1]}`],
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind): [string, string] => [
      'server_tokens off;',
      `server_tokens off;\n  ${kind}_temp_path ${join(folder, kind)};`,
    ]),
  ]);
  const args = ['-c', config, '-p', folder, '-e', 'stderr'];
  const run = `pid ${join(folder, 'nginx.pid')}; daemon off;`;
  proxy = await startDebianProgram('nginx', [...args, '-g', run], port);
  cleanUp(proxy.end);
  return `http://127.0.0.1:${port}`;
}

const start = async (place: number) => {
  servers[place] = await startServer({ ...settings, PORT: String(ports[place]) });
};

beforeAll(async () => {
  cleanUp(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o777);
  const { pooled, direct } = await startPooler();
  settings = {
    DATABASE_URL: pooled,
    DATABASE_DIRECT_URL: direct,
    TRUST_PROXY_HOPS: '1',
    AUTH_ATTEMPTS_PER_MINUTE: '100000',
  };
  await seedDemoData(pooled, { DATABASE_DIRECT_URL: direct });
  ports = [await freePort(), await freePort()];
  servers = [];
  cleanUp(() => Promise.all(servers.map((server) => server.end('SIGKILL'))));
  await Promise.all([start(0), start(1)]);
  site = await startProxy();
});

let booked = 0;
async function book(): Promise<Response> {
  booked += 1;
  const day = new Date(Date.now() + (20 + (booked % 60)) * 86_400_000).toISOString().slice(0, 10);
  const meal = { chef_id: 1 + (booked % 5), booking_date: day, duration_hours: 1 };
  const key = randomUUID();
  const send = () =>
    fetch(`${site}/api/coocook/bookings`, {
      method: 'POST',
      headers: { ...demo, 'Idempotency-Key': key },
      body: JSON.stringify(meal),
    });
  const answer = await send();
  // A connection that came in the moment in which a process stops listening is reset, and nginx must
  // not ask anew for a POST: whoever has a key can.
  return answer.status === 502 ? send() : answer;
}

interface Failure {
  what: string;
  began: number;
}

/** Readers and writers who keep their connections and ask on and on, until `end`. */
function putUnderLoad() {
  const failures: Failure[] = [];
  let answered = 0;
  let isOver = false;
  const client = async (what: string, ask: (turn: number) => Promise<Response>) => {
    for (let turn = 0; !isOver; turn += 1) {
      const began = performance.now();
      try {
        const response = await ask(turn);
        await response.arrayBuffer();
        // Of two who ask for one time, one gets it.
        if (![200, 201, 409].includes(response.status)) throw new Error(`${response.status}`);
        answered += 1;
      } catch (error) {
        failures.push({ what: `${what}: ${String(error)}`, began });
      }
      await pause(10);
    }
  };
  const clients = [
    ...Array.from({ length: READERS }, (_, reader) =>
      client('read', (turn) => {
        const path = READ[(reader + turn) % READ.length] ?? '/';
        return fetch(site + path, { headers: path.endsWith('bookings') ? demo : {} });
      }),
    ),
    ...Array.from({ length: WRITERS }, () => client('write', book)),
  ];
  return {
    async goOn(): Promise<void> {
      const from = answered;
      await vi.waitUntil(() => answered >= from + ENOUGH, PATIENCE);
    },
    async end(): Promise<Failure[]> {
      isOver = true;
      await Promise.all(clients);
      return failures;
    },
  };
}

describe('two processes behind PgBouncer', () => {
  it('have statements ended that take too long', async () => {
    const client = new pg.Client(settings.DATABASE_URL);
    await client.connect();
    const { rows } = await client.query('SHOW statement_timeout');
    await client.end();
    expect(rows).toEqual([{ statement_timeout: '2500ms' }]);
  });

  it('answer fifty at once, none of whose statements meets another', async () => {
    const asked = Array.from({ length: 50 }, (_, index) =>
      fetch(site + (READ[index % READ.length] ?? '/'), { headers: demo }),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(servers.map((server) => server.output()).join()).not.toMatch(/42P05|26000/);
  });

  it('tell each other of a booking', async () => {
    const streams = await Promise.all(
      servers
        .map((server) => follow(`${server.url}/events`, demo))
        .concat(follow(`${site}/events`, demo)),
    );
    const answer = await book();
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: number };
    for (const stream of streams) {
      await vi.waitFor(() => {
        expect(stream.events.at(-1)?.data).toMatchObject({ id });
      }, PATIENCE);
      stream.leave();
    }
  });
});

describe('two processes behind nginx', () => {
  it('take a picture of the largest size, and of no other', async () => {
    const send = (megabytes: number) =>
      fetch(`${site}/chef/profile/photo`, {
        method: 'POST',
        headers: { Authorization: demo.Authorization },
        body: Buffer.alloc(megabytes * 1024 * 1024),
      });
    expect((await send(12)).status).toBe(413);
    expect((await send(10)).headers.get('x-request-id')).not.toBeNull();
  });

  it('lose what one works on when it is killed, and nothing else', async () => {
    const load = putUnderLoad();
    await load.goOn();
    await servers[0]?.end('SIGKILL');
    const killed = performance.now();
    await load.goOn();
    const failures = await load.end();
    expect(
      failures.filter(({ began }) => began > killed),
      proxy.output(),
    ).toEqual([]);
    await start(0);
  });

  it('lose nothing when they are restarted one after the other', async () => {
    const load = putUnderLoad();
    for (const place of [0, 1]) {
      await load.goOn();
      expect(await servers[place]?.end('SIGTERM')).toBe(0);
      await load.goOn();
      await start(place);
    }
    await load.goOn();
    expect(await load.end(), proxy.output()).toEqual([]);
  });
});
