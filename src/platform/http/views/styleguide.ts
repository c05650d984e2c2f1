import { everyone } from '../auth/access.js';
import { pageRoute, type PageRoute } from '../routes/page-route.js';
import { view } from '../routes/reply.js';

/** One example of each component, in development only. */
export const styleguidePage: PageRoute = pageRoute({
  method: 'get',
  path: '/styleguide',
  access: everyone,
  handle: () => view('styleguide/index', 'Styleguide', {}),
});
