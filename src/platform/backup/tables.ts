import type { SessionQuery } from '../database/handles.js';
import { BackupError } from './backup-file.js';

const SCHEMAS = `('public', 'pgboss')`;
const HISTORY = 'public._prisma_migrations';

export interface Table {
  /** Quoted, with its schema. */
  name: string;
  /** Quoted, without those that the database computes. */
  columns: string;
  key: string;
}

/** In the order of their names; of a partitioned table the parent alone. */
export function tablesOf(query: SessionQuery): Promise<Table[]> {
  return query<Table>(
    `SELECT format('%I.%I', nspname, relname) AS name,
        (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
          WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
        coalesce((SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute a
          JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND attnum = ANY (i.indkey)
          WHERE attrelid = c.oid), 'ctid') AS key
      FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname IN ${SCHEMAS} AND relkind IN ('r', 'p') AND NOT relispartition
        AND format('%I.%I', nspname, relname) <> '${HISTORY}'
      ORDER BY 1`,
    [],
  );
}

export function sequencesOf(query: SessionQuery) {
  return query<{ sequence: string; last: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS sequence, last_value::text AS last
      FROM pg_sequences WHERE schemaname IN ${SCHEMAS} AND last_value IS NOT NULL ORDER BY 1`,
    [],
  );
}

/** @throws BackupError for a database that was never migrated */
export async function schemaOf(query: SessionQuery): Promise<string[]> {
  const [found] = await query<{ there: boolean }>(
    `SELECT to_regclass('${HISTORY}') IS NOT NULL AND to_regclass('pgboss.version') IS NOT NULL AS there`,
    [],
  );
  if (found?.there !== true) throw new BackupError('This database has no tables of the app.');
  const rows = await query<{ part: string }>(
    `SELECT migration_name || ' ' || checksum AS part FROM ${HISTORY} WHERE finished_at IS NOT NULL
      UNION ALL SELECT 'jobs ' || version FROM pgboss.version ORDER BY 1`,
    [],
  );
  return rows.map(({ part }) => part);
}

export async function isEmpty(query: SessionQuery): Promise<boolean> {
  const [found] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname IN ${SCHEMAS} AND relkind IN ('r', 'p')`,
    [],
  );
  return found?.count === 0;
}

/** What would refuse rows that come in any order, and how to put it back. */
export async function constraintsOf(query: SessionQuery) {
  return query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
          pg_get_constraintdef(oid)) AS add
      FROM pg_constraint WHERE contype = 'f' AND conparentid = 0
        AND connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ${SCHEMAS})`,
    [],
  );
}
