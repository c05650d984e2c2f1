import type { Response } from 'express';
import pLimit from 'p-limit';
import type { Clock } from '../clock.js';
import { unavailable } from '../errors.js';
import { later } from '../time.js';
import { beginEventStream, type EventStream, type StreamTiming } from './event-stream.js';
import type { Viewer } from './viewer.js';

/** Something that has changed, as it is told to a browser. */
export interface Change {
  /** The same for the same change, however often it is found. */
  key: string;
  data: object;
}

/** What one viewer can follow. */
export interface Source {
  /** The name of its events. */
  event: string;
  /** Whether what was told on the source's channel may be about this viewer's things. */
  concerns(told: object): boolean;
  /** What of the viewer's has changed at or after an instant, oldest first; null when it is too much to tell. */
  changesSince(at: Date): Promise<Change[] | null>;
}

export interface StreamLimits extends StreamTiming {
  /** Of one user in this process; one more ends the oldest. */
  perUser: number;
  /** Of all users in this process; one more is refused. */
  total: number;
}

const LIMITS: StreamLimits = {
  heartbeatMs: 20_000,
  lifeMs: 60 * 60 * 1000,
  unread: 64 * 1024,
  perUser: 10,
  total: 2000,
};
/** A stream that was ended for the sake of newer ones comes back later: they shall not push each other out. */
const CROWDED_RETRY_MS = 60_000;
/**
 * A change carries the time at which its transaction began, and is seen when it has committed: with
 * every repetition a minute later at most. Each look goes back so far behind the last one.
 */
const OVERLAP_MS = 60_000;
/** How many streams look at a time, so that a database that has come back is not run over. */
const LOOKING = 4;
/** Told in the place of changes that are too many. */
const TOO_MANY = 'reload';

export type Streams = ReturnType<typeof createStreams>;

interface Open {
  userId: number;
  source: Source;
  look: () => void;
  end: EventStream['end'];
}

/**
 * The open streams of this process. What is told on a channel is no more than a reason to look: each
 * stream asks what has changed since it last looked, so that a notification, a lost connection and
 * a database that was away all end in the same question.
 * @param isSignedIn whether the viewer's sign-in still stands
 */
export function createStreams(
  clock: Clock,
  isSignedIn: (viewer: Viewer) => Promise<boolean>,
  given: Partial<StreamLimits> = {},
) {
  const limits = { ...LIMITS, ...given };
  const streams = new Set<Open>();
  const inTurn = pLimit(LOOKING);
  let closed = false;

  /**
   * Answers with a stream, which goes on until it is ended.
   * @param since from when on changes are told; null tells of those to come
   * @throws unavailable when there are too many, or no more are wanted
   */
  async function open(res: Response, viewer: Viewer, source: Source, since: Date | null) {
    let from = since ?? clock.now();
    const changesSoFar = () => source.changesSince(later(from, -OVERLAP_MS));
    // Of what is there already, only who says since when is told.
    let told = keysOf(since === null ? await changesSoFar() : []);
    if (closed || streams.size >= limits.total) throw unavailable(undefined, [], 2);
    if (res.destroyed) return;
    const own = [...streams].filter(({ userId }) => userId === viewer.id);
    if (own.length >= limits.perUser) own[0]?.end(CROWDED_RETRY_MS);

    const lookOnce = async () => {
      const at = clock.now();
      if (!(await isSignedIn(viewer))) {
        stream.end();
        return;
      }
      const changes = await changesSoFar();
      const id = at.toISOString();
      if (changes === null) stream.send(TOO_MANY, {}, id);
      for (const { key, data } of changes ?? []) {
        if (!told.has(key)) stream.send(source.event, data, id);
      }
      told = keysOf(changes);
      from = at;
    };

    let looking = false;
    let isDue = false;
    const look = async () => {
      isDue = true;
      if (looking) return;
      looking = true;
      while (isDue && stream.isOpen()) {
        isDue = false;
        // When the database is away, the heartbeat or the listener that is back looks again.
        await inTurn(lookOnce).catch(() => undefined);
      }
      looking = false;
    };
    const lookNow = () => void look();

    const stream = beginEventStream(res, limits, lookNow, () => streams.delete(entry));
    const entry: Open = { userId: viewer.id, source, look: lookNow, end: stream.end };
    streams.add(entry);
    lookNow();
  }

  return {
    open,
    /** Lets the streams look whom something may concern that was told on a channel. */
    tell: (payload: string) => {
      const told = read(payload);
      for (const { source, look } of streams) if (told === null || source.concerns(told)) look();
    },
    /** Lets all streams look: something may have been told that was not heard. */
    lookAgain: () => {
      for (const { look } of streams) look();
    },
    /** Ends all streams; from now on there are no others. */
    close: () => {
      closed = true;
      for (const { end } of [...streams]) end();
    },
  };
}

const keysOf = (changes: Change[] | null) => new Set(changes?.map(({ key }) => key));

/** What was told, or null when it makes no sense: then it may concern anyone. */
function read(payload: string): object | null {
  try {
    const told = JSON.parse(payload) as unknown;
    return typeof told === 'object' ? told : null;
  } catch {
    return null;
  }
}
