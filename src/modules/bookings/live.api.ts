import { signedIn } from '../../platform/http/access.js';
import { streamRoute, type StreamRoute } from '../../platform/http/stream-route.js';
import { presentChange } from './bookings.present.js';
import type { Live } from './live.service.js';

/** The stream by which open pages learn that a booking has changed. */
export function liveApi(live: Live): StreamRoute[] {
  return [
    streamRoute({
      path: '/events',
      access: signedIn,
      async follow(viewer) {
        const { concerns, changesSince } = await live.follow(viewer);
        return {
          event: 'booking',
          concerns,
          changesSince: async (at) => (await changesSince(at))?.map(presentChange) ?? null,
        };
      },
    }),
  ];
}
