import { ask } from '../../../platform/database/questions.js';
import type { ChefsDeps } from '../deps.js';
import { SYNONYMS } from './search-words.rules.js';
import { normalizedForms } from './words.data.js';

const MAX_KEPT = 10_000;

/** The forms in which texts are compared: they never change, so each process asks for one once. */
export function createForms(db: ChefsDeps['db']) {
  const known = new Map<string, string>();
  let groups: string[][] | undefined;

  async function formsOf(texts: string[]): Promise<string[]> {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    const forms = missing.length === 0 ? [] : await ask(db, normalizedForms(missing));
    const fresh = new Map(missing.map((text, index) => [text, forms[index] ?? '']));
    const answer = texts.map((text) => fresh.get(text) ?? known.get(text) ?? '');
    if (known.size + fresh.size > MAX_KEPT) known.clear();
    for (const [text, form] of fresh) known.set(text, form);
    return answer;
  }

  async function synonymGroups(): Promise<string[][]> {
    if (groups === undefined) {
      const forms = await ask(db, normalizedForms(SYNONYMS.flat()));
      groups = SYNONYMS.map((group) => forms.splice(0, group.length));
    }
    return groups;
  }

  return { formsOf, synonymGroups };
}
