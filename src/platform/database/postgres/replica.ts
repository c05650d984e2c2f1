import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { openPool } from './pool.js';

export interface ReplicaReads {
  isUsable(): boolean;
  onFailure(error: unknown): void;
}

/** A server that repeats the write-ahead log of the primary (streaming replication). */
export interface Replica {
  /** How far the primary's log reaches: all that was committed until now. */
  primaryPosition(): Promise<Position>;
  /** @throws Error unless it is a replica of that primary */
  hasReplayed(position: Position): Promise<boolean>;
  /** Raw statements of the work that are in no transaction go to the replica while it is usable. */
  prefer<T>(reads: ReplicaReads, work: () => T): T;
  close(): Promise<void>;
}

export interface Position {
  lsn: string;
  /** The cluster, which its replicas share, and the database in it. */
  identity: string;
}

const PROBE_TIMEOUT_MS = 1000;
const IDENTITY = `(SELECT system_identifier FROM pg_control_system()) || ' ' || current_database() AS identity`;

const preferred = new AsyncLocalStorage<ReplicaReads>();

/** Positions are asked for on connections that no other work holds up. */
export function openReplica(reads: pg.PoolConfig, primary: pg.ClientConfig) {
  const pool = openPool(reads);
  const timing = { connectionTimeoutMillis: PROBE_TIMEOUT_MS, query_timeout: PROBE_TIMEOUT_MS };
  const probe = (connectionString: string | undefined) =>
    openPool({ ...timing, connectionString, max: 1 });
  const onPrimary = probe(primary.connectionString);
  const onReplica = probe(reads.connectionString);

  return {
    async primaryPosition(): Promise<Position> {
      const { rows } = await onPrimary.query<Position>(
        `SELECT pg_current_wal_lsn()::text AS lsn, ${IDENTITY}`,
      );
      return rows[0] as Position;
    },
    async hasReplayed({ lsn, identity }: Position): Promise<boolean> {
      const { rows } = await onReplica.query<{ identity: string; replayed: boolean | null }>(
        `SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() >= $1::pg_lsn END AS replayed, ${IDENTITY}`,
        [lsn],
      );
      const [found] = rows;
      if (found?.identity !== identity || found.replayed === null) {
        throw new Error('DATABASE_REPLICA_URL names no replica of the database of DATABASE_URL.');
      }
      return found.replayed;
    },
    prefer: <T>(given: ReplicaReads, work: () => T): T => preferred.run(given, work),
    /** Asks the replica where it is preferred, and the primary elsewhere or when that fails. */
    async query(primaryPool: pg.Pool, statement: pg.QueryConfig): Promise<pg.QueryResult<object>> {
      const given = preferred.getStore();
      if (given === undefined || !given.isUsable()) return primaryPool.query(statement);
      try {
        return await pool.query(statement);
      } catch (error) {
        const result = await primaryPool.query<object>(statement);
        // Only now is it sure that the fault was not the statement's.
        given.onFailure(error);
        return result;
      }
    },
    async close(): Promise<void> {
      await Promise.all([pool.end(), onPrimary.end(), onReplica.end()]);
    },
  };
}
