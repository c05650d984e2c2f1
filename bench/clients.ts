// npm run bench:clients: one process with 10,000 clients who keep their connections, with 2,000 event
// streams, and with four times the load that it can serve. Options: --clients, --streams, --seconds.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { signUp } from '../tests/support/processes/api.js';
import { load, told, type Times } from './http/load/times.js';
import { memoryOf } from './http/memory.js';
import { startSite } from './http/site.js';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '10000' },
    streams: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '20' },
  },
});
const [CLIENTS, STREAMS, SECONDS] = [values.clients, values.streams, values.seconds].map(
  Number,
) as [number, number, number];
/** As many as a user and a network may have open. */
const STREAMS_OF_USER = 10;
const STREAMS_OF_NETWORK = 250;
const TIMES_TOO_MANY = 4;
const KEPT = '/explore';
const FRESH = '/chefs/1';

// Tests allow more; this is what the app does by itself.
const OVERLOAD_ANSWER_MS = '300';
const site = await startSite({ TRUST_PROXY_HOPS: '1', OVERLOAD_ANSWER_MS });
try {
  const { server, forgetful } = site;
  tell('at the start', megabytesOf(server.pid));
  const crowd = await load(server.url + KEPT, {
    seconds: SECONDS,
    connections: CLIENTS,
    overallRate: CLIENTS / 10,
  });
  tell(`${CLIENTS} clients, ${KEPT}`, `${told(crowd)}, ${megabytesOf(server.pid)}`);
  const open = await openStreams(server.url);
  await pause(SECONDS * 1000);
  const ended = open.filter((stream) => stream.destroyed).length;
  tell(`${open.length} streams`, `${ended} ended, ${megabytesOf(server.pid)}`);
  for (const stream of open) stream.destroy();

  const possible = await load(forgetful.url + FRESH, { seconds: SECONDS, connections: 50 });
  tell(`${FRESH}, made anew, 50 clients`, told(possible));
  const rate = Math.round(perSecond(possible) * TIMES_TOO_MANY);
  const over = await load(forgetful.url + FRESH, {
    seconds: SECONDS,
    connections: 500,
    overallRate: rate,
  });
  tell(`${TIMES_TOO_MANY} times as many: ${rate} a second`, told(over));
  await pause(5000);
  const later = await load(forgetful.url + FRESH, { seconds: SECONDS, connections: 1 });
  tell('one client, five seconds later', told(later));
} finally {
  await site.end();
}

function perSecond(times: Times): number {
  return (times.get(200)?.length ?? 0) / SECONDS;
}

async function openStreams(url: string): Promise<IncomingMessage[]> {
  const open: IncomingMessage[] = [];
  for (let user = 0; user * STREAMS_OF_USER < STREAMS; user += 1) {
    const reader = { name: `Reader ${user}`, email: `reader${user}@coocook.test` };
    const from = { 'X-Forwarded-For': `203.0.113.${user % 250}` };
    const { access_token: token } = await signUp(url, reader, from);
    const network = Math.floor((user * STREAMS_OF_USER) / STREAMS_OF_NETWORK);
    const headers = {
      Authorization: `Bearer ${token}`,
      'X-Forwarded-For': `198.51.${network}.${user % 250}`,
    };
    for (let one = 0; one < STREAMS_OF_USER; one += 1) {
      const asked = request(`${url}/events`, { headers, agent: false }).end();
      const [stream] = (await once(asked, 'response')) as [IncomingMessage];
      if (stream.statusCode !== 200) throw new Error(`A stream was answered ${stream.statusCode}.`);
      open.push(stream.resume().on('error', () => undefined));
    }
  }
  return open;
}

function megabytesOf(pid: number): string {
  return `${Math.round(memoryOf(pid))} MB`;
}

function tell(what: string, found: string): void {
  console.log(`${what}: ${found}`);
}
