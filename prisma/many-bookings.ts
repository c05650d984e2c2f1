import { CANCELLATION_TERMS } from '../src/modules/chefs/index.js';
import { quoted } from './many-texts.js';

/** Days before and after today on which meals are. */
const PAST_DAYS = 300;
const FUTURE_DAYS = 60;
export const MOST_PER_CHEF = PAST_DAYS + FUTURE_DAYS;

/** Each chef's meals lie on days of their own, in the evening. */
export function bookingRows(): string {
  const terms = Object.entries(CANCELLATION_TERMS).map(
    ([policy, steps]) =>
      `(${quoted(policy)}::cancellation_policy, ${quoted(JSON.stringify(steps))}::jsonb)`,
  );
  return `
CREATE TEMP TABLE meals ON COMMIT DROP AS
  SELECT bookings_before + k AS id, users_before + chefs + 1 + floor(pg_temp.chance(k, 40) * diners)::int AS user_id,
    chefs_before + 1 + (k - 1) % chefs AS chef_id, 2 + (k % 3)::int AS hours, pg_temp.chance(k, 41) AS fate,
    now::date - ${PAST_DAYS} + ((k - 1) / chefs * gap + floor(pg_temp.chance(k, 42) * gap))::int + time '17:00'
      + interval '30 min' * floor(pg_temp.chance(k, 43) * 4) AS starts, now
  FROM load, LATERAL (SELECT greatest(1, ${MOST_PER_CHEF} / each) AS gap) AS gaps, generate_series(1, bookings) AS k;
INSERT INTO bookings (id, user_id, chef_id, status, starts_at, ends_at, held_from, held_until, duration_hours,
    guests, time_zone, price_per_session, total_price, currency, cancellation_policy, cancellation_terms,
    refund_amount, expires_at, district, address, allergies_read_at, version, created_at, updated_at)
  SELECT meals.id, meals.user_id, chef_id, status, starts_at, ends_at, starts_at - buffer_before_minutes * interval '1 min',
    ends_at + buffer_after_minutes * interval '1 min', hours, 1 + (meals.id % max_guests), time_zone, price_per_session,
    hours * price_per_session, currency, cancellation_policy, steps,
    CASE status WHEN 'cancelled' THEN hours * price_per_session END,
    CASE status WHEN 'pending' THEN least(asked_at + interval '24 hours', starts_at - interval '2 hours') END,
    location, location, CASE WHEN status IN ('confirmed', 'completed', 'no_show') THEN asked_at END, 2, asked_at, asked_at
  FROM meals JOIN chefs ON chefs.id = chef_id JOIN (VALUES ${terms.join(', ')}) AS terms(policy, steps) ON policy = cancellation_policy,
    LATERAL (SELECT starts AT TIME ZONE time_zone AS starts_at, (starts AT TIME ZONE time_zone) + hours * interval '1 hour' AS ends_at) AS times,
    LATERAL (SELECT (CASE
        WHEN ends_at < now - interval '1 day' THEN CASE WHEN fate < 0.88 THEN 'completed' WHEN fate < 0.93 THEN 'cancelled'
          WHEN fate < 0.97 THEN 'declined' WHEN fate < 0.99 THEN 'expired' ELSE 'no_show' END
        WHEN fate < 0.02 AND starts_at > now + interval '3 days' THEN 'pending'
        WHEN fate < 0.9 THEN 'confirmed' ELSE 'cancelled' END)::booking_status AS status) AS fates,
    LATERAL (SELECT CASE status WHEN 'pending' THEN now - interval '1 hour'
      ELSE least(now, starts_at) - interval '1 day' * (3 + meals.id % 20) END AS asked_at) AS asked;
INSERT INTO booking_events (booking_id, at, actor, user_id, action, from_status, to_status, reason)
  SELECT bookings.id, created_at, 'diner', user_id, 'request', NULL::booking_status, 'pending', NULL
    FROM bookings, load WHERE id > bookings_before
  UNION ALL
  SELECT bookings.id, updated_at, CASE WHEN status IN ('completed', 'expired') THEN 'system' ELSE 'chef' END::booking_actor,
      NULL, CASE status WHEN 'confirmed' THEN 'confirm' WHEN 'completed' THEN 'complete' WHEN 'cancelled' THEN 'cancel'
        WHEN 'declined' THEN 'decline' WHEN 'expired' THEN 'expire' ELSE 'no_show' END::booking_action,
      CASE WHEN status IN ('completed', 'no_show', 'cancelled') THEN 'confirmed' ELSE 'pending' END::booking_status, status,
      CASE WHEN status IN ('cancelled', 'declined') THEN 'That evening is taken by a family matter.' END
    FROM bookings, load WHERE id > bookings_before AND status <> 'pending';
INSERT INTO chef_date_checks (chef_id)
  SELECT chef_id FROM bookings, load WHERE id > bookings_before AND held_until > now
  UNION SELECT chef_id FROM availability_exceptions, load WHERE chef_id > chefs_before AND kind = 'day_off';`;
}
