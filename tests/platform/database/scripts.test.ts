import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/client.js';
import { databases, opened } from '../jobs/setup.js';

describe('a script that fails half-way', () => {
  it.each(databases)('leaves nothing behind on %s', async (_name, open) => {
    const database = await opened<Database>(open);
    const script = 'BEGIN; CREATE TABLE half (id int); SELECT 1 / 0; COMMIT;';
    for (let turn = 0; turn < 12; turn += 1) {
      await expect(database.execute(script)).rejects.toThrow('division by zero');
    }
    const { rows } = await database.execute("SELECT to_regclass('half') AS name");
    expect(rows).toEqual([{ name: null }]);
    expect((await database.execute('SELECT 1 AS a; SELECT 2 AS b')).rows).toEqual([{ b: 2 }]);
    expect((await database.execute('SELECT $1::int AS a', [3])).rows).toEqual([{ a: 3 }]);
  });
});
