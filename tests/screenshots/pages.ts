import { CHEF_PAGES } from './chef-pages.js';
import { DINER_PAGES } from './diner-pages.js';
import type { PageLooks } from './themes.js';
import { OTHER_PAGES } from './other-pages.js';

/** Every page of the site. A new page is one more entry in one of the three. */
export const PAGES: PageLooks[] = [...DINER_PAGES, ...CHEF_PAGES, ...OTHER_PAGES];
