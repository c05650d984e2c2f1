import { subscribedTo } from '../../platform/http/access.js';
import { goTo, idOf, pageRoute, type PageRoute } from '../../platform/http/page-route.js';
import { say } from '../../platform/language.js';
import { SERVICE } from './bookings.service.js';
import type { Rescue } from './rescue.service.js';

/** The one press that offers a wish to other chefs; the button is on the booking's page. */
export function rescuePages(rescue: Rescue): PageRoute[] {
  return [
    pageRoute({
      method: 'post',
      path: '/bookings/:id/rescue',
      access: subscribedTo(SERVICE),
      async handle({ viewer, params }) {
        const offers = await rescue.offer(viewer, idOf(params));
        const asked = offers.map((one) => one.chefName).join(', ');
        return goTo(
          '/my-bookings?tab=pending',
          say('Asked: {{names}}. The first to confirm cooks.', { names: asked }),
        );
      },
    }),
  ];
}
