import { everyone } from './access.js';
import { THEMES } from './cookies.js';
import { localPath, pageRoute, type PageRoute } from './page-route.js';

/** The switch of colours in the footer: keeps the choice, then goes back to where it was made. */
export const themePage: PageRoute = pageRoute({
  method: 'post',
  path: '/theme',
  access: everyone,
  handle({ body }) {
    const { theme, next } = (body ?? {}) as Record<string, unknown>;
    return {
      location: localPath(next),
      theme: THEMES.find((one) => one === theme) ?? 'system',
    };
  },
});
