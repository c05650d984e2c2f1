import pg from 'pg';

const MAX_PREPARED = 500;

/** Broken connections are replaced at their next use; without a listener their errors would end the process. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Names under which each connection keeps statements prepared, so that PostgreSQL parses and plans
 * them once. Not those with patterns, since a plan for any pattern misses the index of a rare one;
 * nor those that ask for a custom plan in a comment; nor any beyond the first, since searches vary
 * without end.
 */
export function createStatementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === MAX_PREPARED || / LIKE |custom plan/.test(sql)) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Work on a connection of its own, which is closed afterwards. */
export async function withClient<T>(
  settings: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
