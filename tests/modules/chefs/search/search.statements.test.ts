import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookedTimes } from '../../../../src/modules/bookings/index.js';
import { createAvailabilityService } from '../../../../src/modules/chefs/availability/availability.service.js';
import { SYNONYMS } from '../../../../src/modules/chefs/query/search-words.rules.js';
import { chefSearchQuery } from '../../../../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../../../../src/modules/chefs/search/search.service.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { notingDb } from '../../../support/database/noting-db.js';

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
  const deps = { db, clock: t.clock, bookedTimes };
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

  it('sends the table of synonyms to the database once in the life of a process', async () => {
    const [, korean = ''] = SYNONYMS[0] ?? [];
    for (let time = 1; time <= 3; time += 1) {
      expect((await search.search(query({ q: 'korean', location: 'Seoul' }))).total).toBe(1);
    }
    expect(statements.filter((sent) => sent.includes(korean))).toHaveLength(1);
  });

  it('asks for the meaning of words, and before that for the form of new ones', async () => {
    const costOf = async (wanted: object) => {
      statements = [];
      expect((await search.search(query(wanted))).total).toBe(1);
      return statements.length;
    };
    await costOf({ q: 'korean' });
    expect(await costOf({ q: 'korean', location: 'Seoul' })).toBe(3);
    expect(await costOf({ q: 'korean', location: 'Seoul', cuisine: ['Korean'] })).toBe(2);
    expect(await costOf({ q: 'kroean' })).toBe(5);
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
