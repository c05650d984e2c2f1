import { beforeAll, describe, expect, it } from 'vitest';
import { bookedTimes } from '../../../../src/modules/bookings/index.js';
import { createAvailabilityService } from '../../../../src/modules/chefs/availability/availability.service.js';
import { facetsQuestion } from '../../../../src/modules/chefs/chef/chef.data.js';
import { SORTS, chefSearchQuery } from '../../../../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../../../../src/modules/chefs/search/search.service.js';
import { ask } from '../../../../src/platform/database/questions.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { clonePostgres } from '../../../support/database/database.js';
import { notingDb } from '../../../support/database/noting-db.js';
import { readWhole } from '../../../support/database/plans.js';
import { offeredPlans } from '../../../../src/modules/subscriptions/subscriptions.data.js';

const t = useTestApp({ open: () => clonePostgres() });
const QUERIES = [
  ...SORTS.map((sort) => ({ sort })),
  { q: 'korean' },
  { q: 'tanka seoul' },
  { q: 'rice', sort: 'newest' },
  { q: 'tanakka', date: '2026-11-28' },
  { cuisine: ['Korean'] },
  { location: 'Seoul' },
  { min_price: 10, max_price: 200 },
  { min_rating: 4.5 },
  { guests: 8 },
  { date: '2026-11-28' },
  {
    q: 'rice',
    location: 'Seoul',
    cuisine: ['Korean'],
    date: '2026-11-28',
    guests: 2,
    max_price: 200,
  },
];

beforeAll(() => buildChef(t, { name: 'Tanaka Yuki', bio: 'Rice.', rating: 4.8 }));

describe('no statement of a search reads a whole table', () => {
  it.each(QUERIES)('%j', async (query) => {
    const statements: string[] = [];
    const db = notingDb(t.db, (statement) => statements.push(statement));
    const deps = { db, clock: t.clock, bookedTimes, offerQuestion: () => offeredPlans('coocook') };
    const { search } = createSearchService(deps, createAvailabilityService(deps));
    expect(await search(chefSearchQuery.parse(query))).toMatchObject({ total: 1 });
    await ask(db, facetsQuestion());
    for (const statement of statements) {
      expect(await readWhole(t.db, statement)).toEqual([]);
    }
  });
});
