import { bookingRows } from './many-bookings.js';
import { chefRows, PEOPLE, SCHEDULES, SEARCH } from './many-chefs.js';
import { quoted, textArray } from './many-texts.js';

/** What is loaded, in rows; ids follow those that are there. */
export interface Load {
  chefs: number;
  bookings: number;
  passwordHash: string;
  /** ISO 8601; all dates are relative to it. */
  now: string;
}

const BIG = [
  'users',
  'chefs',
  'weekly_hours',
  'availability_exceptions',
  'chef_search',
  'chef_calendars',
  'subscriptions',
  'bookings',
  'booking_events',
];
/**
 * One script, so that all of it is there or nothing. Indexes, constraints and triggers are set aside
 * while rows go in and made anew afterwards, which also proves them: the bookings of a chef never overlap.
 */
export function loadingScript(load: Load): string {
  const { chefs, bookings, passwordHash, now } = load;
  const diners = Math.ceil(chefs / 4);
  return [
    "SET LOCAL work_mem = '256MB'; SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL jit = off;",
    HELPERS,
    `CREATE TEMP TABLE load ON COMMIT DROP AS SELECT ${chefs} AS chefs, ${diners} AS diners,
      ${bookings}::bigint AS bookings, greatest(1, ceil(${bookings}::numeric / ${chefs}))::int AS each,
      ${quoted(passwordHash)} AS hash, ${quoted(now)}::timestamptz AS now,
      (SELECT coalesce(max(id), 0) FROM users) AS users_before,
      (SELECT coalesce(max(id), 0) FROM chefs) AS chefs_before,
      (SELECT coalesce(max(id), 0) FROM bookings) AS bookings_before;`,
    SET_ASIDE,
    PEOPLE,
    chefRows(),
    SCHEDULES,
    SCHEDULES_INDEXED,
    SEARCH,
    bookingRows(),
    PUT_BACK,
  ].join('\n');
}

/** Statistics for the planner, and a map of what is visible: index-only scans need both. */
export const AFTERWARDS = [...BIG, 'chef_words', 'chef_facets'].map(
  (table) => `VACUUM ANALYZE ${table}`,
);

/** chance(n, salt) is the same number from 0 to 1 each time; pick(list, chance) one of a list. */
const HELPERS = `
CREATE OR REPLACE FUNCTION pg_temp.chance(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
  $$ SELECT (hashint8extended(n, salt) & 1073741823) / 1073741824.0::float8 $$;
CREATE OR REPLACE FUNCTION pg_temp.pick(list text[], chance float8) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT list[1 + floor(chance * cardinality(list))::int] $$;`;

const SET_ASIDE = `
CREATE TEMP TABLE set_aside ON COMMIT DROP AS
  SELECT CASE WHEN indrelid IN ('weekly_hours'::regclass, 'availability_exceptions'::regclass) THEN 1 ELSE 2 END AS turn,
      format('CREATE%s', substr(pg_get_indexdef(indexrelid), 7)) AS again,
      format('DROP INDEX %s', indexrelid::regclass) AS away
    FROM pg_index WHERE indrelid = ANY (${textArray(BIG)}::regclass[])
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  UNION ALL
  SELECT CASE contype WHEN 'f' THEN 4 ELSE 3 END,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
      format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
    FROM pg_constraint WHERE conrelid = ANY (${textArray(BIG)}::regclass[]) AND contype IN ('f', 'x');
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT away FROM set_aside LOOP EXECUTE one; END LOOP;
  FOREACH one IN ARRAY ${textArray(BIG)} LOOP EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', one); END LOOP;
END $$;`;

/** What is made of schedules looks them up for each chef. */
const SCHEDULES_INDEXED = `
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT again FROM set_aside WHERE turn = 1 LOOP EXECUTE one; END LOOP;
END $$;`;

const PUT_BACK = `
DO $$ DECLARE one text; BEGIN
  FOREACH one IN ARRAY ${textArray(BIG)} LOOP EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', one); END LOOP;
  FOR one IN SELECT again FROM set_aside WHERE turn > 1 ORDER BY turn LOOP EXECUTE one; END LOOP;
END $$;
SELECT setval('users_id_seq', (SELECT max(id) FROM users)), setval('chefs_id_seq', (SELECT max(id) FROM chefs)),
  setval('bookings_id_seq', (SELECT greatest(1, max(id)) FROM bookings));
SELECT pg_notify('changes', '*');`;
