import type { Db } from '../../../src/platform/database/client.js';

/** Notes each raw statement that is sent, with its values. */
export function notingDb(db: Db, note: (statement: string) => void): Db {
  return new Proxy(db, {
    get(owner, name) {
      const value = Reflect.get(owner, name) as unknown;
      if (name !== 'rows') return value;
      const send: Db['rows'] = (statement) => {
        note(JSON.stringify([statement.text, statement.values]));
        return owner.rows(statement);
      };
      return send;
    },
  });
}
