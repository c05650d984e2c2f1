import type { Response } from 'express';
import type { LimitFunction } from 'p-limit';
import type { Clock } from '../../clock.js';
import { addMs } from '../../time/instants.js';
import type { Viewer } from '../../viewer.js';
import { beginEventStream, type EventStream, type StreamTiming } from './event-stream.js';

export interface Change {
  /** The same for the same change, however often it is found. */
  key: string;
  data: object;
}

export interface Source {
  event: string;
  /** Whether a notification may be about this viewer. */
  isRelevant(message: object): boolean;
  /** Oldest first; null for too many. */
  changesSince(at: Date): Promise<Change[] | null>;
}

/** A change is dated when its transaction begins, and visible up to a minute later. */
const OVERLAP_MS = 60_000;
const TOO_MANY = 'reload';

export interface StreamDeps {
  clock: Clock;
  timing: StreamTiming;
  /** Keeps streams from querying a recovered database all at once. */
  limit: LimitFunction;
  isSignedIn: (viewer: Viewer) => Promise<boolean>;
}

export interface Stream {
  refresh: () => void;
  end: EventStream['end'];
}

export interface Position {
  from: Date;
  seenKeys: Set<string>;
}

/** @param since null for changes from now on */
export async function positionOf(source: Source, since: Date | null, now: Date): Promise<Position> {
  if (since !== null) return { from: since, seenKeys: new Set() };
  return { from: now, seenKeys: keysOf(await source.changesSince(addMs(now, -OVERLAP_MS))) };
}

/** Sends the changes until either side ends the stream. */
export function startStream(
  res: Response,
  { viewer, source, position }: { viewer: Viewer; source: Source; position: Position },
  { clock, timing, limit, isSignedIn }: StreamDeps,
  onEnd: () => void,
): Stream {
  let { from, seenKeys } = position;
  const sendChanges = async () => {
    const at = clock.now();
    if (!(await isSignedIn(viewer))) {
      stream.end();
      return;
    }
    const changes = await source.changesSince(addMs(from, -OVERLAP_MS));
    const id = at.toISOString();
    if (changes === null) stream.send(TOO_MANY, {}, id);
    for (const { key, data } of changes ?? []) {
      if (!seenKeys.has(key)) stream.send(source.event, data, id);
    }
    seenKeys = keysOf(changes);
    from = at;
  };

  let isRunning = false;
  let isDue = false;
  const run = async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue && stream.isOpen()) {
      isDue = false;
      // The next heartbeat tries again.
      await limit(sendChanges).catch(() => undefined);
    }
    isRunning = false;
  };
  const refresh = () => void run();
  const stream = beginEventStream(res, { timing, onHeartbeat: refresh, onEnd });
  return { refresh, end: stream.end };
}

function keysOf(changes: Change[] | null): Set<string> {
  return new Set(changes?.map(({ key }) => key));
}
