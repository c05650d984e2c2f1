import { everyone } from './access.js';
import { pageRoute, show, type PageRoute } from './page-route.js';

/** One example of each component, for those who build pages; it is on no server that people use. */
export const styleguidePage: PageRoute = pageRoute({
  method: 'get',
  path: '/styleguide',
  access: everyone,
  handle: () => show('styleguide/index', 'Styleguide', {}),
});
