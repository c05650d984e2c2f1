import type { Tx } from '../../../platform/database/client.js';
import { ask } from '../../../platform/database/questions.js';
import { forbidden } from '../../../platform/errors.js';
import type { Viewer } from '../../../platform/viewer.js';
import type { ChefsDeps } from '../deps.js';
import * as data from './chef.data.js';
import type { Chef } from './chef.data.js';

export type { Chef };

export type ChefLookup = ReturnType<typeof createChefLookup>;

export function createChefLookup({ db }: Pick<ChefsDeps, 'db'>) {
  /** @throws chefNotFound */
  function find(id: number): Promise<Chef> {
    return ask(db, data.existingChef(id));
  }

  /** @throws chefNotFound, forbidden unless it is the viewer's own profile */
  async function own(viewer: Viewer, id: number): Promise<Chef> {
    const chef = await find(id);
    if (chef.userId !== viewer.id) throw forbidden('Only the chef may see and edit this.');
    return chef;
  }

  /** Null for a user who is no chef. */
  function ofUser(userId: number): Promise<Chef | null> {
    return data.chefOfUser(db, userId);
  }

  /** The cuisines and places of chefs. */
  function facets(): Promise<data.Facets> {
    return ask(db, data.facetsQuestion());
  }

  /** Makes other transactions that lock this chef wait until this one ends. */
  function lock(tx: Tx, id: number): Promise<void> {
    return data.lockChef(tx, id);
  }

  return { find, own, ofUser, facets, lock };
}
