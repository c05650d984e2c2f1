import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Db, Tx } from '../database/client.js';
import { inTransaction } from '../database/transactions.js';
import { jsonb, type JobQueue, type NewJob, type Statement } from '../jobs/queue.service.js';
import type { JobHandler, RunningJob } from '../jobs/worker.js';

/** The shape of each event's data as JSON, by the event's name. */
export type EventSchemas = Record<string, z.ZodType>;
type NameOf<S extends EventSchemas> = keyof S & string;

export interface PublishedEvent<Name extends string, Data> {
  /** The same for every subscriber and attempt: the idempotency key for outside services. */
  id: string;
  name: Name;
  data: Data;
}

/**
 * Runs in its own transaction of at most 10 seconds, once; if it throws, again later.
 * It calls no outside service; it enqueues a job for that.
 */
export type Subscriber<S extends EventSchemas, N extends NameOf<S>> = (
  tx: Tx,
  event: PublishedEvent<N, z.output<S[N]>>,
) => Promise<unknown>;

/** By event and subscriber. Waiting jobs carry the names, so they never change. */
export type Subscribers<S extends EventSchemas> = {
  [N in NameOf<S>]?: Record<string, Subscriber<S, N>>;
};

/** What a module needs in order to publish. */
export interface Publisher<S extends EventSchemas> {
  /** Enqueues a job for every subscriber, if and only if the transaction commits. */
  publish<N extends NameOf<S>>(tx: Tx, name: N, data: z.output<S[N]>): Promise<void>;
  /** The same as jobs for a statement. @param data as `jsonb` in SQL, in the event's shape */
  jobsOf(name: NameOf<S>, data: Statement): NewJob[];
}

export interface Events<S extends EventSchemas> extends Publisher<S> {
  /** Call once, before anything is published; returns the handlers of the subscribers' jobs. */
  subscribe(subscribers: Subscribers<S>): Record<string, JobHandler>;
}

const published = z.object({ id: z.uuid(), name: z.string(), data: z.unknown() });
const jobOf = (subscriber: string) => `event:${subscriber}`;

/** One job for each subscriber, so that each is retried without the others. */
export function createEvents<S extends EventSchemas>(
  { db, jobs }: { db: Db; jobs: JobQueue },
  schemas: S,
): Events<S> {
  let table: SubscribersByName | null = null;

  function subscribersTo(name: string): string[] {
    if (table === null) throw new Error(`${name} is published before anybody could subscribe.`);
    return Object.keys(table[name] ?? {});
  }

  /** @throws Error when the job is for an unknown subscriber, or its data have another shape */
  const deliver = async (subscriber: string, content: unknown, job: RunningJob) => {
    const { id, name, data } = published.parse(content);
    const handle = table?.[name]?.[subscriber];
    const schema = schemas[name];
    if (handle === undefined || schema === undefined) {
      throw new Error(`${subscriber} does not subscribe to ${name}.`);
    }
    const event = { id, name, data: schema.parse(data) };
    await inTransaction(db, async (tx) => {
      if (await job.completeIn(tx)) await handle(tx, event as never);
    });
  };

  return {
    async publish(tx, name, data) {
      const subscribers = subscribersTo(name);
      const event: z.infer<typeof published> = { id: randomUUID(), name, data };
      for (const subscriber of subscribers) await jobs.enqueue(tx, jobOf(subscriber), event);
    },
    jobsOf(name, data) {
      const event = jsonb({ id: randomUUID(), name }, { data });
      return subscribersTo(name).map((one) => ({ job: jobOf(one), data: event }));
    },
    subscribe(subscribers) {
      table = subscribers;
      const names = Object.values(table).flatMap((group) => Object.keys(group ?? {}));
      return Object.fromEntries(
        names.map((name): [string, JobHandler] => [
          jobOf(name),
          (content, job) => deliver(name, content, job),
        ]),
      );
    },
  };
}

type SubscribersByName = Partial<
  Record<string, Record<string, (tx: Tx, event: never) => Promise<unknown>>>
>;
