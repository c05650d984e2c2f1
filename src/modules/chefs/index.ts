import { chefsApi } from './chefs.api.js';
import { chefsPages } from './chefs.pages.js';
import { createChefsService, type ChefsDeps } from './chefs.service.js';

export { CANCELLATION_TERMS } from './chefs.rules.js';
export type { BookedTimes, Chef, Chefs } from './chefs.service.js';

/** Chefs: profiles, search and free times. */
export function createChefs(deps: ChefsDeps) {
  const service = createChefsService(deps);
  return { api: chefsApi(service), pages: chefsPages(service), service };
}
