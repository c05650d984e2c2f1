import { signedIn } from '../../../platform/http/auth/access.js';
import { streamRoute, type StreamRoute } from '../../../platform/http/sse/stream-route.js';
import { presentChange } from '../booking/booking.present.js';
import type { Live } from './live.service.js';

export function liveApi(live: Live): StreamRoute[] {
  return [
    streamRoute({
      path: '/events',
      access: signedIn,
      follow(viewer) {
        const { isRelevant, changesSince } = live.follow(viewer);
        return {
          event: 'booking',
          isRelevant,
          changesSince: async (at) => (await changesSince(at))?.map(presentChange) ?? null,
        };
      },
    }),
  ];
}
