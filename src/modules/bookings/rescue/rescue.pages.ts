import type { ConditionalAccess } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { message } from '../../../platform/i18n/language.js';
import type { Rescue } from './rescue.service.js';

export function rescuePages(rescue: Rescue, subscribersOnly: ConditionalAccess): PageRoute[] {
  return [
    pageRoute({
      method: 'post',
      path: '/bookings/:id/rescue',
      access: subscribersOnly,
      async handle({ viewer, params }) {
        const offers = await rescue.offer(viewer, idOf(params));
        const asked = offers.map((one) => one.chefName).join(', ');
        return redirect(
          '/my-bookings?tab=pending',
          message('Asked: {{names}}. The first to confirm cooks.', { names: asked }),
        );
      },
    }),
  ];
}
