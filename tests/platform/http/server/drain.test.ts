import { once } from 'node:events';
import {
  Agent,
  request,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listen } from '../../../../src/platform/http/server/listen.js';

interface Answer {
  connection: string | undefined;
  reused: boolean;
  isWhole: boolean;
}

/** With a client that keeps its one connection. */
async function serve(listener: RequestListener) {
  const { server, url, drain } = await listen(listener, { host: '127.0.0.1', port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = () =>
    new Promise<Answer>((resolve, reject) => {
      const req = request(url.replace('localhost', '127.0.0.1'), { agent }, (res) => {
        const { connection } = res.headers;
        res.resume().on('close', () => {
          resolve({ connection, reused: req.reusedSocket, isWhole: res.complete });
        });
        res.on('error', () => undefined);
      });
      req.on('error', reject).end();
    });
  return { server, get, drain };
}

it('keeps an idle connection longer than a proxy before it does', async () => {
  const { server, drain } = await serve((_req, res) => res.end('here'));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}`);
  expect(response.headers.get('keep-alive')).toBe('timeout=75');
  await response.text();
  await drain();
});

it('answers connections that the system has accepted and a busy server has not', async () => {
  const { server, drain } = await serve((_req, res) => res.end('here'));
  const { port } = server.address() as AddressInfo;
  const drained = drain();
  const answers = Array.from({ length: 20 }, async () => {
    const [res] = (await once(
      request({ host: '127.0.0.1', port, agent: false }).end(),
      'response',
    )) as [IncomingMessage];
    return res.resume().statusCode;
  });
  await turn();
  // Longer than the server goes on listening.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  expect(await Promise.all(answers)).toEqual(Array(20).fill(200));
  await drained;
});

describe.concurrent('a server that takes leave', () => {
  it('answers the next request on a connection that was idle, and says that it closes', async () => {
    const { get, drain } = await serve((_req, res) => res.end('here'));
    const answer = { connection: 'keep-alive', reused: false, isWhole: true };
    expect(await get()).toEqual(answer);
    const drained = drain();
    expect(await get()).toEqual({ ...answer, connection: 'close', reused: true });
    await drained;
    await expect(get()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('waits for answers that were asked for before, and says so in them', async () => {
    const asked: ServerResponse[] = [];
    const { server, get, drain } = await serve((_req, res) => asked.push(res));
    const answer = get();
    await once(server, 'request');
    const drained = drain();
    await expect.poll(() => server.listening, { timeout: 60_000 }).toBe(false);
    asked[0]?.end('late');
    expect(await answer).toEqual({ connection: 'close', reused: false, isWhole: true });
    await drained;
  });

  it('closes a connection that stays silent', async () => {
    const { server, get, drain } = await serve((_req, res) => res.end('here'));
    await get();
    const closed = once(server, 'close');
    await drain();
    await closed;
  });

  it('ends in the end what never finishes', async () => {
    const { get, drain } = await serve((_req, res) => res.write('a stream without an end'));
    const answer = get();
    await drain();
    expect((await answer).isWhole).toBe(false);
  });
});
