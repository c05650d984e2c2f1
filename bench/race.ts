// Two processes of the app on a real PostgreSQL, and 64 clients who want the same time at once:
// who gets it, and how long the last one waits for an answer.
import { signUp, subscribe } from '../tests/support/processes/api.js';
import { runToEnd, SERVER, startServer } from '../tests/support/processes/server.js';
import { startPostgres } from '../tests/support/database/postgres.js';

const CLIENTS = 64;
/** A process is slower until its code has been compiled; the first rounds are not counted. */
const WARM_UP = 20;
const ROUNDS = 20;
const JSON_TYPE = { 'Content-Type': 'application/json' };

const postgres = await startPostgres();
await postgres.run('CREATE DATABASE race');
const env = {
  DATABASE_URL: postgres.url('race'),
  AUTH_ATTEMPTS_PER_MINUTE: '100000',
};
await runToEnd(env, [SERVER.replace('src/server.js', 'scripts/db.js'), 'seed']);
const servers = await Promise.all([startServer(env), startServer(env)]);
const urls = Array.from({ length: CLIENTS }, (_, client) => servers[client % 2]?.url ?? '');
const bearers = await Promise.all(urls.map(signUpRival));
try {
  const worst: number[] = [];
  const medians: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const date = new Date(Date.now() + (60 + round) * 86_400_000).toISOString().slice(0, 10);
    const answers = await Promise.all(urls.map((url, client) => ask(url, client, date)));
    const count = (status: number) => answers.filter((one) => one.status === status).length;
    if (count(201) !== 1 || count(409) !== CLIENTS - 1) {
      throw new Error(`201: ${count(201)}, 409: ${count(409)}`);
    }
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    if (round < WARM_UP) continue;
    medians.push(times[CLIENTS / 2] ?? 0);
    worst.push(times.at(-1) ?? 0);
  }
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[values.length / 2] ?? 0;
  console.log(`${CLIENTS} clients for one time, two processes, ${ROUNDS} rounds when warm`);
  console.log(`each round: one 201, ${CLIENTS - 1} x 409`);
  console.log(`median answer ${middle(medians).toFixed(0)} ms`);
  console.log(
    `worst answer of a round: median ${middle(worst).toFixed(0)} ms, worst ${Math.max(...worst).toFixed(0)} ms`,
  );
} finally {
  await Promise.all(servers.map((server) => server.end('SIGTERM')));
  await postgres.remove();
}

async function ask(url: string, client: number, date: string) {
  const body = { chef_id: 1, booking_date: date, start_time: '18:00', duration_hours: 2 };
  const began = performance.now();
  const response = await fetch(`${url}/api/coocook/bookings`, {
    method: 'POST',
    headers: { ...JSON_TYPE, Authorization: `Bearer ${bearers[client] ?? ''}` },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - began };
}

async function signUpRival(url: string, client: number): Promise<string> {
  const account = { name: `Rival ${client}`, email: `rival${client}@coocook.test` };
  const { access_token: token } = await signUp(url, account);
  await subscribe(url, token);
  return token;
}
