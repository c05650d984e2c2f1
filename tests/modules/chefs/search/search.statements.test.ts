import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookedTimes } from '../../../../src/modules/bookings/index.js';
import { createAvailabilityService } from '../../../../src/modules/chefs/availability/availability.service.js';
import { chefSearchQuery } from '../../../../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../../../../src/modules/chefs/search/search.service.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { notingDb } from '../../../support/database/noting-db.js';
import { offeredPlans } from '../../../../src/modules/subscriptions/subscriptions.data.js';

const t = useTestApp();
const query = (wanted: object) => chefSearchQuery.parse(wanted);
/** The statements that were sent, each with its values. */
let statements: string[] = [];
let search: ReturnType<typeof createSearchService>;

beforeAll(async () => {
  await buildChef(t, { name: 'Park Min-jun', cuisineType: 'Korean', location: 'Seoul' });
  await buildChef(t, { name: 'Marco Rossi', cuisineType: 'Italian', location: 'Busan' });
});

beforeEach(() => {
  statements = [];
  const db = notingDb(t.db, (statement) => statements.push(statement));
  const deps = { db, clock: t.clock, bookedTimes, offerQuestion: () => offeredPlans('coocook') };
  search = createSearchService(deps, createAvailabilityService(deps));
});

describe('a search', () => {
  it('loads the chefs of a page and their count, and nothing else', async () => {
    const { chefs, total } = await search.search(query({ min_price: 1 }));
    expect([chefs.map(({ name }) => name), total]).toEqual([['Park Min-jun', 'Marco Rossi'], 2]);
    expect(statements).toHaveLength(1);
    statements = [];
    await search.search(query({ cuisine: ['Korean'] }));
    expect(statements).toHaveLength(2);
  });

  it('gives chefs as Prisma does', async () => {
    const { chefs } = await search.search(query({ sort: 'newest' }));
    expect(chefs).toEqual(await t.db.chef.findMany({ orderBy: { id: 'desc' } }));
  });

  it('asks for the meaning of words and the closest spellings by one statement', async () => {
    for (const wanted of [
      { q: 'korean' },
      { q: 'korean', location: 'Seoul' },
      { q: 'korean', location: 'Seoul', cuisine: ['Korean'], date: '2026-11-28' },
      { q: 'kroean' },
      { q: 'kroean', location: 'seuol', date: '2026-11-28' },
    ]) {
      statements = [];
      expect((await search.search(query(wanted))).total).toBe(1);
      expect([wanted, statements.length]).toEqual([wanted, 2]);
    }
  });

  it('asks for a date by one statement, and again where too many of the first are booked', async () => {
    await search.search(query({ date: '2026-11-28' }));
    expect(statements).toHaveLength(1);
  });

  it('asks for all hints at once', async () => {
    await search.search(query({ q: 'korean' }));
    statements = [];
    const asked = query({ q: 'korean', guests: 99, min_rating: 0 });
    expect((await search.explore(asked)).hints).toEqual([]);
    expect(statements).toHaveLength(3);
    const { hints } = await search.explore(query({ q: 'korean', guests: 99 }));
    expect(hints).toEqual([{ facet: 'guests', total: 1, more: false }]);
  });
});
