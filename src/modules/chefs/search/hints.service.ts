import { all, ask, type Question } from '../../../platform/database/questions.js';
import type { ChefsDeps } from '../deps.js';
import { appliedFacets, withoutFacet, type Facet } from './facets.rules.js';
import type { Count } from './lists.service.js';
import type { SearchCriteria } from './listed.data.js';
import type { ChefSearch } from './search.schemas.js';

/** Results without one filter; `more` when only so many were counted. */
export interface Hint extends Count {
  facet: Facet;
}

export function createHints(
  db: ChefsDeps['db'],
  countQuestion: (criteria: SearchCriteria, date?: string) => Question<() => Promise<Count>>,
) {
  /** Totals without each filter in turn, the largest first; zeros are left out. */
  return async function hints(asked: ChefSearch, parsed: SearchCriteria): Promise<Hint[]> {
    const facets = appliedFacets(asked);
    const questions = facets.map((facet) => {
      const { date, q, location, cuisine, ...filters } = withoutFacet(asked, facet);
      const { words, placeIds, cuisineIds } = parsed;
      const criteria: SearchCriteria = {
        ...filters,
        words: q === undefined ? [] : words,
        ...(location === undefined || placeIds === undefined ? {} : { placeIds }),
        ...(cuisine === undefined || cuisineIds === undefined ? {} : { cuisineIds }),
      };
      return countQuestion(criteria, date);
    });
    const counts = await ask(db, all(questions));
    const counted: Hint[] = [];
    for (const [index, facet] of facets.entries()) {
      const count = await counts[index]?.();
      if (count !== undefined) counted.push({ facet, ...count });
    }
    return counted.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  };
}
