import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../prisma/seed.js';
import { backUp, backupName, keepNewest, restore } from '../../../src/platform/backup/backup.js';
import { BackupError } from '../../../src/platform/backup/backup-file.js';
import { tablesOf } from '../../../src/platform/backup/tables.js';
import {
  embeddedDatabase,
  openDatabase,
  type Database,
} from '../../../src/platform/database/client.js';
import { openEmbedded } from '../../../src/platform/database/embedded.js';
import { inTransaction } from '../../../src/platform/database/transactions.js';
import { createJobs } from '../../../src/platform/jobs/jobs.js';
import { pino } from 'pino';
import { buildTestApp, NOW } from '../../support/app/app.js';
import { useCleanup } from '../../support/cleanup.js';
import { createPostgresDatabase, openTestDatabase } from '../../support/database/database.js';

const folder = mkdtempSync(join(tmpdir(), 'coocook-backup-'));
const file = join(folder, backupName('all', new Date(NOW)));
const cleanUp = useCleanup();
let source: Database;

beforeAll(async () => {
  source = await openTestDatabase();
  await seed(source.prisma, new Date(NOW));
  await source.prisma.chefPhoto.create({
    data: {
      ...{ chefId: 1, key: 'p'.repeat(22), width: 640, format: 'webp' },
      content: new Uint8Array([0, 1, 92, 255]),
      createdAt: new Date(NOW),
    },
  });
  const { queue } = createJobs(source, pino({ level: 'silent' }));
  await inTransaction(source.prisma, (tx) =>
    queue.enqueue(tx, 'a job', { text: 'with "quotes", \\ and 한글' }, new Date(NOW)),
  );
  await backUp(source, file, new Date(NOW));
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

async function newPostgres(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase();
  const slow = { poolSize: 5, connectTimeoutMs: 60_000, queryTimeoutMs: 60_000 };
  const database = await openDatabase({ url, ...slow });
  cleanUp(async () => {
    await database.close();
    await drop();
  });
  return database;
}
async function newEmbedded(): Promise<Database> {
  const database = embeddedDatabase(await openEmbedded(null));
  cleanUp(() => database.close());
  return database;
}

/** A hash of all rows of each table. */
function hashes(database: Database) {
  return database.inSession(async (query) => {
    await query("SET LOCAL TimeZone = 'UTC'");
    const found: Record<string, unknown> = {};
    for (const { name } of await tablesOf(query)) {
      [found[name]] = await query(
        `SELECT count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"))
          FROM ${name} AS t`,
        [],
      );
    }
    return found;
  });
}

describe('a backup', () => {
  it.each([
    ['PostgreSQL', newPostgres],
    ['the embedded database', newEmbedded],
  ])('restored on %s is the same, guarded the same, and serves', async (_name, open) => {
    const target = await open();
    await restore(target, file);
    const same = await hashes(source);
    expect(await hashes(target)).toEqual(same);
    expect(same['public.bookings']).toMatchObject({ rows: await source.prisma.booking.count() });
    expect(same['pgboss.job']).toMatchObject({ rows: 1 });

    const again = `INSERT INTO bookings SELECT (b).* FROM (SELECT b FROM bookings AS b
      WHERE status = 'confirmed' LIMIT 1) AS one`;
    await expect(target.execute(again)).rejects.toThrow(/duplicate key/);
    const overlapping = `DO $$ DECLARE one bookings; BEGIN
      SELECT * INTO one FROM bookings WHERE status = 'confirmed' LIMIT 1;
      one.id := nextval('bookings_id_seq'); INSERT INTO bookings VALUES (one.*); END $$`;
    await expect(target.execute(overlapping)).rejects.toThrow(/exclusion constraint/);
    await expect(target.execute('DELETE FROM bookings')).rejects.toThrow(/not allowed/);
    await expect(target.execute('DELETE FROM users WHERE id = 1')).rejects.toThrow(/foreign key/);

    const highest = (await source.prisma.user.aggregate({ _max: { id: true } }))._max.id ?? 0;
    const app = await buildTestApp({ open: () => Promise.resolve(target) });
    const account = { name: 'Kim', email: 'kim@example.test', password: 'a long password' };
    const made = await app.send('post', '/api/auth/register').send(account);
    expect([made.status, made.body.user.id > highest]).toEqual([201, true]);
    const bookings = await app
      .send('get', '/api/coocook/bookings')
      .set('Authorization', 'Bearer demo_token');
    expect(bookings.body.total).toBe(7);
    expect((await app.send('get', '/ready')).status).toBe(200);
  });

  it('is refused by a database that has tables, and leaves it as it is', async () => {
    const before = await hashes(source);
    await expect(restore(source, file)).rejects.toThrow(/has tables already/);
    expect(await hashes(source)).toEqual(before);
  });

  it('is refused when it is cut off, changed, longer or of other tables', async () => {
    const target = await newPostgres();
    const whole = readFileSync(file);
    const text = gunzipSync(whole).toString();
    const lines = text.trimEnd().split('\n');
    const damaged: [string, Buffer, RegExp][] = [
      ['short', whole.subarray(0, whole.length - 20), /is damaged/],
      ['fewer', gzipSync(`${lines.slice(0, -1).join('\n')}\n`), /its sum is wrong/],
      ['changed', gzipSync(text.replace('Rossi', 'Russo')), /its sum is wrong/],
      ['longer', gzipSync(`${text}{"table":"public.users","rows":[]}\n`), /after its end/],
      ['other', Buffer.from('no backup at all'), /is damaged/],
    ];
    for (const [name, content, message] of damaged) {
      const path = join(folder, name);
      writeFileSync(path, content);
      await expect(restore(target, path)).rejects.toThrow(BackupError);
      await expect(restore(target, path)).rejects.toThrow(message);
    }
    const { rows } = await target.execute("SELECT to_regclass('users') AS users");
    expect(rows).toEqual([{ users: null }]);
    await source.execute('UPDATE pgboss.version SET version = version + 1');
    const newer = join(folder, 'newer');
    await backUp(source, newer, new Date(NOW));
    await source.execute('UPDATE pgboss.version SET version = version - 1');
    await expect(restore(target, newer)).rejects.toThrow(/another version of the tables/);
    await restore(target, file);
  });

  it('is readable by its owner alone, and the oldest are deleted', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const day of [1, 2, 3]) {
      writeFileSync(join(folder, backupName('all', new Date(Date.UTC(2026, 0, day)))), '');
    }
    await keepNewest(file, 2);
    const left = readdirSync(folder).filter((name) => name.startsWith('all-'));
    expect(left).toEqual(['all-20260103T000000Z.backup.gz', 'all-20261123T030000Z.backup.gz']);
  });
});
