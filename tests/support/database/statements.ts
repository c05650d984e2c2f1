import { readFileSync } from 'node:fs';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { inject } from 'vitest';
import { embeddedDatabase, type Database } from '../../../src/platform/database/client.js';
import { openEmbedded } from '../../../src/platform/database/embedded.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { installJobs } from '../../../src/platform/jobs/install.js';

const SENDING = ['queryRaw', 'executeRaw', 'executeScript'];
const OPENING = ['connect', 'startTransaction'];

/** An embedded test database that notes the SQL of each statement that is sent to it. */
export async function openNotingDatabase(statements: string[]): Promise<Database> {
  const embedded = await openMigrated();
  return embeddedDatabase({
    ...embedded,
    adapter: noting(embedded.adapter, statements),
    execute(sql, values) {
      statements.push(sql);
      return embedded.execute(sql, values);
    },
  });
}

/** Cloned, or migrated when the suite runs on PostgreSQL and has no template. */
async function openMigrated() {
  const template = inject('embeddedTemplate');
  if (template !== '') return openEmbedded(null, new Blob([readFileSync(template)]));
  const embedded = await openEmbedded(null);
  await migrate(embeddedDatabase(embedded));
  await installJobs(embeddedDatabase(embedded));
  return embedded;
}

/** The same adapter, and all that it opens, noting what they send. BEGIN and COMMIT are not noted. */
function noting<T extends Partial<SqlMigrationAwareDriverAdapterFactory>>(
  target: T,
  statements: string[],
): T {
  return new Proxy(target, {
    get(owner, name) {
      const value: unknown = Reflect.get(owner, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (SENDING.includes(String(name))) {
          const [sent] = args as [string | { sql: string }];
          statements.push(typeof sent === 'string' ? sent : sent.sql);
        }
        const result: unknown = value.apply(owner, args);
        if (!OPENING.includes(String(name))) return result;
        return (result as Promise<object>).then((opened) => noting(opened, statements));
      };
    },
  });
}
