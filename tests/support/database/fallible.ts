import type { Database } from '../../../src/platform/database/client.js';
import { openTestDatabase } from './database.js';

export const AWAY = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

/** What the database answers statements with, if anything is wrong with it. */
export interface Fault {
  error: Error | null;
}

export async function openFallible(fault: Fault): Promise<Database> {
  const database = await openTestDatabase();
  const rows = (...given: Parameters<typeof database.prisma.rows>) =>
    fault.error === null ? database.prisma.rows(...given) : Promise.reject(fault.error);
  const prisma = new Proxy(database.prisma, {
    get: (client, name) => (name === 'rows' ? rows : (Reflect.get(client, name) as unknown)),
  });
  return { ...database, prisma };
}
