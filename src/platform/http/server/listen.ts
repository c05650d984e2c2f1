import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  ServerResponse,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerUntilDrained } from './drain.js';
import { refuseSlowBody } from './slow-body.js';

const HEADERS_TIMEOUT_MS = 10_000;
/** For the largest upload; what comes more slowly than `refuseSlowBody` allows ends sooner. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than proxies keep a connection that is idle, so that none sends a request into one that closes. */
const KEEP_ALIVE_MS = 75_000;

export interface Listening {
  server: Server;
  url: string;
  /** Takes leave of the clients; settles when all of them have gone. */
  drain: () => Promise<void>;
}

/** What Express makes of requests and responses. */
export interface Prototypes {
  request: object;
  response: object;
}

const NODES_OWN: Prototypes = {
  request: IncomingMessage.prototype,
  response: ServerResponse.prototype as object,
};

/** @param port 0 for a free one @param prototypes Node's own by default @throws such as EADDRINUSE */
export async function listen(
  listener: RequestListener,
  { host, port }: { host: string; port: number },
  prototypes = NODES_OWN,
): Promise<Listening> {
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 1000,
    IncomingMessage: withPrototype(IncomingMessage, prototypes.request),
    ServerResponse: withPrototype(ServerResponse, prototypes.response),
  });
  server.on('request', refuseSlowBody);
  const drain = answerUntilDrained(server, listener);
  server.listen(port, host);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const name = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;
  return { server, url: `http://${name}:${bound}`, drain };
}

/**
 * The same class, whose instances have this prototype from the start. Express changes it with each
 * request, after which V8 up to Node 22 runs all that touches them unoptimized: half of a small
 * answer's time. Node's two classes are plain functions.
 */
function withPrototype<C extends typeof IncomingMessage | typeof ServerResponse>(
  Kind: C,
  prototype: object,
): C {
  function Instance(this: object, ...given: unknown[]) {
    Reflect.apply(Kind as unknown as () => void, this, given);
  }
  Instance.prototype = prototype;
  return Instance as unknown as C;
}
