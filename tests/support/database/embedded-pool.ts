import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { openEmbedded, type EmbeddedDatabase } from '../../../src/platform/database/embedded.js';
import type { StopListening } from '../../../src/platform/database/postgres/listener.js';

/** A clone of the template, and what it was like before anybody used it. */
interface Pooled {
  embedded: EmbeddedDatabase;
  /** Tables that the migrations fill. */
  filled: string[];
  sequences: string[];
  asNew: string;
}

/** Changes with every change of the structure. */
const STRUCTURE = ['attribute', 'constraint', 'trigger', 'proc', 'type', 'index']
  .map((name) => `(SELECT count(*) || ' ' || max(xmin::text::bigint) FROM pg_${name})`)
  .join(` || ', ' || `);
const SETTINGS = `SELECT name || setting AS row FROM pg_settings WHERE source = 'session' ORDER BY 1`;
const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS row FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
/** How to make each sequence what it is now. */
const SEQUENCES = `SELECT CASE WHEN last_value IS NULL THEN 'ALTER SEQUENCE ' || name || ' RESTART;'
    ELSE format('SELECT setval(%L, %s);', name, last_value) END AS row
  FROM (SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences) s ORDER BY name`;

const idle: Pooled[] = [];

/**
 * A migrated, empty embedded database. The test files of a worker have it one after the other, for a
 * new one takes a second: closing it empties it again, and it is thrown away if that makes it no new one.
 */
export async function borrowEmbedded(): Promise<EmbeddedDatabase> {
  const pooled = idle.pop() ?? (await make());
  const listening: StopListening[] = [];
  let isOpen = true;
  return {
    ...pooled.embedded,
    async listen(channel, onMessage) {
      const stop = await pooled.embedded.listen(channel, onMessage);
      listening.push(stop);
      return stop;
    },
    async close() {
      if (!isOpen) throw new Error('The database is closed already.');
      isOpen = false;
      for (const stop of listening) await stop();
      if (await isAsNew(pooled).catch(() => false)) idle.push(pooled);
      else await pooled.embedded.close();
    },
  };
}

async function make(): Promise<Pooled> {
  const template = new Blob([readFileSync(inject('embeddedTemplate'))]);
  const embedded = await openEmbedded(null, template);
  const filled = await filledOf(embedded);
  const sequences = await rows(embedded, SEQUENCES);
  return { embedded, filled, sequences, asNew: await stateOf(embedded, filled) };
}

async function isAsNew({ embedded, filled, sequences, asNew }: Pooled): Promise<boolean> {
  const used = (await filledOf(embedded)).filter((table) => !filled.includes(table));
  const now = await rows(embedded, SEQUENCES);
  const moved = sequences.filter((sequence) => !now.includes(sequence));
  // Past the triggers that refuse to forget histories.
  await embedded.execute(`SELECT pg_advisory_unlock_all();
    SET session_replication_role = replica;
    ${used.length === 0 ? '' : `TRUNCATE ${used.join(', ')} CASCADE;`}
    ${moved.join('\n')}
    RESET session_replication_role;`);
  return (await stateOf(embedded, filled)) === asNew;
}

async function filledOf(embedded: EmbeddedDatabase): Promise<string[]> {
  const tables = await rows(embedded, TABLES);
  const each = tables.map((name) => `SELECT '${name}' AS row WHERE EXISTS (SELECT FROM ${name})`);
  return rows(embedded, each.join(' UNION ALL '));
}

async function stateOf(embedded: EmbeddedDatabase, filled: string[]): Promise<string> {
  const state = [
    ...(await rows(embedded, `SELECT ${STRUCTURE} AS row`)),
    ...(await rows(embedded, SETTINGS)),
    ...(await filledOf(embedded)),
    ...(await rows(embedded, SEQUENCES)),
  ];
  for (const table of filled) {
    state.push(...(await rows(embedded, `SELECT t::text AS row FROM ${table} t ORDER BY 1`)));
  }
  return state.join('\n');
}

async function rows(embedded: EmbeddedDatabase, sql: string): Promise<string[]> {
  const { rows: found } = (await embedded.execute(sql, [])) as { rows: { row: string }[] };
  return found.map(({ row }) => row);
}
