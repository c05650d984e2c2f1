import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYNONYMS } from '../../../../src/modules/chefs/query/search-words.rules.js';
import { chefSearchQuery } from '../../../../src/modules/chefs/search/search.schemas.js';
import { createSearchService } from '../../../../src/modules/chefs/search/search.service.js';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef } from '../../../support/app/factories.js';
import { notingDb } from '../../../support/database/noting-db.js';

const t = useTestApp();
const query = (wanted: object) => chefSearchQuery.parse(wanted);
const nobody = { freeAt: () => Promise.resolve([]), freeOn: () => Promise.resolve([]) };
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
  search = createSearchService({ db, clock: t.clock }, nobody);
});

describe('a search', () => {
  it('loads the chefs of a page and their count, and nothing else', async () => {
    const { chefs, total } = await search.search(query({ min_price: 1 }));
    expect([chefs.map(({ name }) => name), total]).toEqual([['Park Min-jun', 'Marco Rossi'], 2]);
    expect(statements).toHaveLength(2);
    statements = [];
    await search.search(query({ cuisine: ['Korean'] }));
    expect(statements).toHaveLength(3);
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
    // Two fields at once may each load it before the other has.
    expect(statements.filter((sent) => sent.includes(korean)).length).toBeLessThanOrEqual(2);
    statements = [];
    await search.search(query({ q: 'korean' }));
    expect(statements).toHaveLength(5);
  });

  it('parses its words once for all hints', async () => {
    await search.search(query({ q: 'korean' }));
    statements = [];
    const hints = await search.hints(query({ q: 'korean', guests: 99 }));
    expect(hints).toEqual([{ facet: 'guests', total: 1, more: false }]);
    expect(statements).toHaveLength(5);
  });
});
