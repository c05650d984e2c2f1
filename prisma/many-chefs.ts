import * as texts from './many-texts.js';
import { quoted, textArray } from './many-texts.js';

/** The users of the chefs, then diners with a subscription. */
export const PEOPLE = `
INSERT INTO users (id, email, name, password_hash, created_at, updated_at)
  SELECT users_before + n, CASE WHEN n <= chefs THEN 'chef' || n ELSE 'diner' || n - chefs END || '@many.coocook.test',
    CASE WHEN n % 2 = 0 THEN substr(family, length(latin_family) + 1) || substr(given, length(latin_given) + 1)
      ELSE latin_family || ' ' || latin_given END,
    hash, now - interval '400 days', now - interval '400 days'
  FROM load, generate_series(1, chefs + diners) AS n,
    LATERAL (SELECT pg_temp.pick(${textArray(texts.SURNAMES)}, pg_temp.chance(n, 1) ^ 2) AS family,
      pg_temp.pick(${textArray(texts.GIVEN_NAMES)}, pg_temp.chance(n, 2)) AS given) AS names,
    LATERAL (SELECT substring(family FROM '^[A-Za-z-]+') AS latin_family,
      substring(given FROM '^[A-Za-z-]+') AS latin_given) AS latin;
INSERT INTO subscriptions (user_id, service_id, plan_id, current_period_start, current_period_end, updated_at)
  SELECT users_before + chefs + n, plans.service_id, plans.id, now - interval '30 days', now + interval '335 days', now
  FROM load, plans, generate_series(1, diners) AS n WHERE plans.slug = 'coocook-yearly';`;

export function chefRows(): string {
  const cuisines = texts.CUISINES.map(([name, english, korean]) =>
    [name, english, korean].map(quoted).join(', '),
  );
  const places = texts.PLACES.flatMap(([name, parts, zone]) =>
    parts.split(',').map((part) => [part === '' ? name : `${name} ${part}`, zone]),
  ).map((place) => place.map(quoted).join(', '));
  const bio = (list: string[], salt: number, dishes: string) => `format(
      pg_temp.pick(${textArray(list)}, pg_temp.chance(n, ${salt})), place.name,
      pg_temp.pick(string_to_array(${dishes}, ','), pg_temp.chance(n, 5)),
      pg_temp.pick(string_to_array(${dishes}, ','), pg_temp.chance(n, 6)), 3 + floor(pg_temp.chance(n, 7) * 27))`;
  return `
CREATE TEMP TABLE cuisines ON COMMIT DROP AS SELECT row_number() OVER () - 1 AS place, * FROM
  (VALUES (${cuisines.join('), (')})) AS cuisines(name, english, korean);
CREATE TEMP TABLE places ON COMMIT DROP AS SELECT row_number() OVER () - 1 AS place, * FROM
  (VALUES (${places.join('), (')})) AS places(name, zone);
INSERT INTO chefs (id, user_id, name, bio, cuisine_type, location, price_per_session, time_zone, photo_url,
    rating, rating_count, min_hours, max_hours, max_guests, cancellation_policy, buffer_before_minutes,
    buffer_after_minutes, minimum_notice_hours, horizon_days, start_step_minutes, created_at, updated_at)
  SELECT chefs_before + n, users_before + n,
    CASE WHEN n % 5 < 2 THEN pg_temp.pick(${textArray(texts.FIRST_NAMES)}, pg_temp.chance(n, 3)) || ' '
      || pg_temp.pick(${textArray(texts.LAST_NAMES)}, pg_temp.chance(n, 4)) ELSE users.name END,
    CASE n % 3 WHEN 0 THEN bios.english WHEN 1 THEN bios.korean ELSE bios.english || ' ' || bios.korean END,
    cuisine.name, place.name, 30000 + 5000 * floor(pg_temp.chance(n, 8) ^ 2 * 60), place.zone,
    '/images/cuisines/' || CASE WHEN cuisine.place < 5 AND cuisine.name <> 'Chinese' THEN lower(cuisine.name) ELSE 'korean' END || '.svg',
    CASE WHEN pg_temp.chance(n, 9) > 0.12 THEN round(5 - (pg_temp.chance(n, 10) ^ 2 * 1.6)::numeric, 1) END,
    CASE WHEN pg_temp.chance(n, 9) > 0.12 THEN 1 + floor(exp(pg_temp.chance(n, 11) * 6)) ELSE 0 END,
    1 + (n % 3), 6 + (n % 7), 2 + floor(pg_temp.chance(n, 12) ^ 2 * 29),
    (ARRAY['flexible', 'moderate', 'strict'])[1 + n % 3]::cancellation_policy,
    30 * (n % 3), 30 * (n % 2), (ARRAY[3, 12, 24, 48])[1 + n % 4], (ARRAY[365, 180, 90, 60])[1 + n % 4],
    (ARRAY[30, 30, 60, 15])[1 + n % 4], now - interval '1 day' * floor(pg_temp.chance(n, 13) * 700), now
  FROM load CROSS JOIN generate_series(1, chefs) AS n JOIN users ON users.id = users_before + n
    JOIN cuisines AS cuisine ON cuisine.place = floor(pg_temp.chance(n, 14) ^ 2 * ${cuisines.length})
    JOIN places AS place ON place.place = floor(pg_temp.chance(n, 15) ^ 2 * ${places.length})
    CROSS JOIN LATERAL (SELECT ${bio(texts.ENGLISH, 16, 'cuisine.english')} AS english,
      ${bio(texts.KOREAN, 17, 'cuisine.korean')} AS korean) AS bios;`;
}

/** Six kinds of week; every tenth chef has days off, every twentieth a day with other hours. */
export const SCHEDULES = `
INSERT INTO weekly_hours (chef_id, weekday, opens_at, closes_at)
  SELECT chefs_before + n, weekday, opens_at, closes_at
  FROM load, generate_series(1, chefs) AS n JOIN (VALUES
    (0, '{1,2,3,4,5,6,7}'::int[], 600, 1320), (1, '{2,3,4,5,6,7}', 660, 1380), (2, '{4,5,6,7}', 1020, 1380),
    (3, '{5,6}', 1020, 1560), (4, '{1,2,3,4,5}', 540, 1260), (5, '{6,7}', 480, 1380)
  ) AS weeks(kind, weekdays, opens_at, closes_at) ON kind = floor(pg_temp.chance(n, 20) * 6), unnest(weekdays) AS weekday;
INSERT INTO availability_exceptions (chef_id, date, kind, opens_at, closes_at)
  SELECT DISTINCT chefs_before + n, now::date + floor(pg_temp.chance(n, 20 + turn) * 60)::int, 'day_off'::availability_exception_kind, NULL::int, NULL::int
    FROM load, generate_series(1, chefs, 10) AS n, generate_series(1, 4) AS turn
  UNION ALL
  SELECT chefs_before + n, now::date + floor(pg_temp.chance(n, 30) * 60)::int, 'extra_hours', 600, 1320
    FROM load, generate_series(2, chefs, 20) AS n;`;

/** What the triggers would keep, for all at once. */
export const SEARCH = `
INSERT INTO chef_facets (field, value, form)
  SELECT field, value, search_form(value) FROM (SELECT 'cuisine' AS field, name AS value FROM cuisines
    UNION SELECT 'place', name FROM places) AS given ORDER BY 1, 2 ON CONFLICT DO NOTHING;
ANALYZE chefs; ANALYZE weekly_hours; ANALYZE availability_exceptions; ANALYZE chef_facets;
INSERT INTO chef_search SELECT rows.* FROM chef_search_rows AS rows, load WHERE chef_id > chefs_before ORDER BY chef_id;
INSERT INTO chef_calendars SELECT rows.* FROM chef_calendar_rows AS rows, load WHERE chef_id > chefs_before ORDER BY chef_id;
INSERT INTO chef_words (field, word)
  SELECT DISTINCT 'text', regexp_replace(word, '^[nf]:', '') FROM ts_stat('SELECT terms FROM chef_search')
  UNION SELECT 'place', word FROM chef_facets, chef_words_of(form) AS word WHERE field = 'place'
  ON CONFLICT DO NOTHING;`;
