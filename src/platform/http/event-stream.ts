import type { Response } from 'express';

/** How one stream is kept up; tests are in a hurry. */
export interface StreamTiming {
  heartbeatMs: number;
  /** After so long a stream ends, and the browser asks for the next. */
  lifeMs: number;
  /** Bytes that may wait for a slow reader before its stream is ended. */
  unread: number;
}

/** An answer that goes on. */
export interface EventStream {
  isOpen: () => boolean;
  /** Sends an event. @param id what a reader sends to be told what came after */
  send(event: string, data: object, id: string): void;
  /** @param retryMs how soon the browser shall ask for the next stream, if not as usual */
  end: (retryMs?: number) => void;
}

/** How soon a browser asks for the next stream when one has ended. */
const RETRY_MS = 2000;

/**
 * Begins an answer of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html),
 * which lives until it is ended from either side.
 * @param onHeartbeat called whenever a sign of life was sent
 * @param onEnd called once, whoever ended it
 */
export function beginEventStream(
  res: Response,
  timing: StreamTiming,
  onHeartbeat: () => void,
  onEnd: () => void,
): EventStream {
  let open = true;
  const write = (text: string) => {
    if (!open) return;
    res.write(`${text}\n`);
    // Who does not read is let go, and told what it missed when it comes back.
    if (res.writableLength > timing.unread) res.destroy();
  };
  const heartbeat = setInterval(() => {
    write(': still here\n');
    onHeartbeat();
  }, timing.heartbeatMs);
  const over = () => {
    if (!open) return;
    open = false;
    clearInterval(heartbeat);
    clearTimeout(life);
    onEnd();
  };
  const end = (retryMs?: number) => {
    if (retryMs !== undefined) write(`retry: ${retryMs}\n`);
    over();
    res.end();
  };
  const life = setTimeout(() => {
    end();
  }, timing.lifeMs);

  res.on('close', over);
  res.on('error', over);
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Without `no-transform` the answer would be compressed, and wait in the compressor.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  write(`retry: ${RETRY_MS}\n`);
  return {
    isOpen: () => open,
    send(event, data, id) {
      write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n`);
    },
    end,
  };
}
