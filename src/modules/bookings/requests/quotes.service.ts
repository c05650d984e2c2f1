import { z } from 'zod';
import type { Viewer } from '../../../platform/viewer.js';
import type { BookingsDeps } from '../deps.js';
import type { Quote } from './quote.rules.js';

const VALID_SECONDS = 30 * 60;

const claims = z.object({
  chef_id: z.int(),
  quote: z.object({
    starts_at: z.string(),
    ends_at: z.string(),
    time_zone: z.string(),
    duration_hours: z.int(),
    price_per_session: z.int(),
    total_price: z.int(),
    currency: z.string(),
    cancellation_policy: z.enum(['flexible', 'moderate', 'strict']),
    cancellation_terms: z.array(z.object({ hours_before: z.number(), percent: z.number() })),
  } satisfies Record<keyof Quote, z.ZodType>),
});

export type Quotes = ReturnType<typeof createQuotesService>;

/** Signs what a review has shown, so that the form may carry it. */
export function createQuotesService({ clock, tokens }: Pick<BookingsDeps, 'clock' | 'tokens'>) {
  return {
    sign: (viewer: Viewer, chefId: number, quote: Quote): string =>
      tokens.sign(String(viewer.id), { chef_id: chefId, quote }, clock.now(), VALID_SECONDS),

    /** Null unless it was shown to this viewer, about this chef, and not too long ago. */
    read(viewer: Viewer, chefId: number, token: string): Quote | null {
      const signed = tokens.read(token, clock.now());
      const parsed = claims.safeParse(signed);
      if (signed?.sub !== String(viewer.id) || !parsed.success) return null;
      return parsed.data.chef_id === chefId ? parsed.data.quote : null;
    },
  };
}
