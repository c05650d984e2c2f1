import type pg from 'pg';
import { createTokens } from '../../src/modules/auth/tokens.service.js';

/** More than there are connections: requests of one diner wait for each other. */
const DINERS = 400;
const HOURS = 12;

interface Row {
  user_id: number;
  session_id: string;
}

/** Makes diners with a subscription and a session each; gives their access tokens. */
export async function signInManyDiners(client: pg.Client, secret: string): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    WITH diners AS (
        INSERT INTO users (email, name, password_hash, updated_at)
          SELECT 'bench' || n || '@example.test', 'Diner ' || n, 'none', now()
          FROM generate_series(1, ${DINERS}) AS n RETURNING id),
      subscribed AS (
        INSERT INTO subscriptions (user_id, service_id, plan_id, current_period_start,
            current_period_end, updated_at)
          SELECT diners.id, service_id, plans.id, now(), now() + interval '1 month', now()
          FROM diners, plans WHERE slug = 'coocook-monthly')
    INSERT INTO sessions (id, user_id) SELECT gen_random_uuid(), id FROM diners
      RETURNING user_id, id AS session_id`);
  const { newAccessToken } = createTokens(secret);
  return rows.map(({ user_id, session_id }) =>
    newAccessToken({ userId: user_id, sessionId: session_id }, new Date(), HOURS * 60 * 60),
  );
}
