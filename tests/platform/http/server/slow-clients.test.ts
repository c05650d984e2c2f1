import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useCleanup } from '../../../support/cleanup.js';
import { drip } from '../../../support/processes/slow-client.js';
import { listen, type Listening } from '../../../../src/platform/http/server/listen.js';

const CLIENTS = 250;
const cleanUp = useCleanup();
const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\n';

async function serve(listener: RequestListener): Promise<Listening & { port: number }> {
  const listening = await listen(listener, { host: '127.0.0.1', port: 0 });
  cleanUp(() => {
    listening.server.closeAllConnections();
    listening.server.close();
  });
  return { ...listening, port: Number(new URL(listening.url).port) };
}

const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

describe.concurrent('clients that send slowly', () => {
  it('are refused with 408, and keep nobody from being answered', async () => {
    const { port, url } = await serve((req, res) => {
      req.resume().on('end', () => res.end('here'));
    });
    const state = { isOver: false };
    const slow = Promise.all([
      ...times(CLIENTS, () => drip(port, HEAD, 'X-Drip: 1\r\n')),
      ...times(CLIENTS, () => drip(port, `${HEAD}Content-Length: 1000\r\n\r\n`, 'x')),
    ]).finally(() => (state.isOver = true));
    let answered = 0;
    while (!state.isOver) {
      expect((await fetch(url)).status).toBe(200);
      answered += 1;
      await pause(50);
    }
    const heads = (await slow).map((received) => received.split('\r\n')[0]);
    expect(new Set(heads)).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
    expect(answered).toBeGreaterThan(0);
  });

  it('have ten seconds for their headers', async () => {
    const { server } = await serve((_req, res) => res.end());
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(60_000);
  });

  it('get the time they need while much of a body comes', async () => {
    const { port } = await serve((req, res) => {
      let bytes = 0;
      req.on('data', (chunk: Buffer) => (bytes += chunk.length));
      req.on('end', () => res.end(`${bytes} bytes`));
    });
    const piece = 'x'.repeat(100_000);
    const head = `${HEAD}Connection: close\r\nContent-Length: ${piece.length * 14}\r\n\r\n`;
    expect(await drip(port, head, piece)).toMatch(/^HTTP\/1.1 200 [^]*1400000 bytes$/);
  });

  it('have had their answer when a body that nobody reads is late', async () => {
    const { port } = await serve((_req, res) => {
      res.writeHead(401).end('no');
    });
    const received = await drip(port, `${HEAD}Content-Length: 1000\r\n\r\n`, 'x');
    expect(received).toMatch(/^HTTP\/1.1 401/);
    expect(received).not.toContain('408');
  });
});

describe('what is too large', () => {
  it('is refused with 431 in a header', async () => {
    const { url } = await serve((_req, res) => res.end());
    const { status } = await fetch(url, { headers: { 'X-Large': 'x'.repeat(20_000) } });
    expect(status).toBe(431);
  });
});
