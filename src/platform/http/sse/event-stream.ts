import type { Response } from 'express';

export interface StreamTiming {
  heartbeatMs: number;
  lifeMs: number;
  /** Slower readers are disconnected, and get the rest when they reconnect. */
  maxUnreadBytes: number;
}

export interface EventStream {
  isOpen: () => boolean;
  /** @param id sent back by a reader that reconnects */
  send(event: string, data: object, id: string): void;
  /** @param retryMs when the browser reconnects */
  end: (retryMs?: number) => void;
}

interface Options {
  timing: StreamTiming;
  onHeartbeat: () => void;
  /** Called once, whichever side ended it. */
  onEnd: () => void;
}

const RETRY_MS = 2000;

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function beginEventStream(
  res: Response,
  { timing, onHeartbeat, onEnd }: Options,
): EventStream {
  let isOpen = true;
  const write = (text: string) => {
    if (!isOpen) return;
    res.write(`${text}\n`);
    if (res.writableLength > timing.maxUnreadBytes) res.destroy();
  };
  const heartbeat = setInterval(() => {
    write(': still here\n');
    onHeartbeat();
  }, timing.heartbeatMs);
  const cleanUp = () => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(heartbeat);
    clearTimeout(life);
    onEnd();
  };
  const end = (retryMs?: number) => {
    if (retryMs !== undefined) write(`retry: ${retryMs}\n`);
    cleanUp();
    res.end();
  };
  const life = setTimeout(end, timing.lifeMs);

  res.on('close', cleanUp);
  res.on('error', cleanUp);
  res.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // A proxy that compressed it would hold it back.
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
  write(`retry: ${RETRY_MS}\n`);
  return {
    isOpen: () => isOpen,
    send(event, data, id) {
      write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n`);
    },
    end,
  };
}
