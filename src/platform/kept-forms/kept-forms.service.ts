import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Db } from '../database/client.js';
import { addMs } from '../time/instants.js';
import { DAY_MS } from '../time/units.js';
import * as data from './kept-forms.data.js';
import type { Fields } from './kept-forms.data.js';

export type { Fields };
export type KeptForms = ReturnType<typeof createKeptForms>;

/** Of which browser, and which form of it. */
interface Name {
  secret: string;
  id: string;
}

/** Forms that led elsewhere, until their sender comes back. */
export function createKeptForms({ db, clock }: { db: Db; clock: Clock }) {
  const since = () => addMs(clock.now(), -DAY_MS);
  return {
    keep(name: Name, form: { userId: number | null; path: string; fields: Fields }): Promise<void> {
      return data.insertForm(db, { ...form, key: keyOf(name), createdAt: clock.now() });
    },

    /** Null unless it was sent from this browser, by this person if somebody had signed in, to this path. */
    async find(name: Name, from: { userId: number | null; path: string }): Promise<Fields | null> {
      const form = await data.formByKey(db, keyOf(name));
      if (form === null || form.createdAt <= since() || form.path !== from.path) return null;
      return form.userId === null || form.userId === from.userId ? form.fields : null;
    },

    /** Returns the count. */
    forgetOld: () => data.deleteForms(db, since()),
  };
}

function keyOf({ secret, id }: Name): string {
  return createHash('sha256').update(`${secret} ${id}`).digest('base64url');
}
