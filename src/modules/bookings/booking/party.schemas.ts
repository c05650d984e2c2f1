import { z } from 'zod';
import { text, uniqueCodes } from '../../../platform/http/input/fields.js';
import type { Booking } from './booking.data.js';
import { ALLERGENS, DIETS } from './party.rules.js';

/** Whatever takes, stores or shows a party derives from this file's three tables. */
export const partyFields = {
  guests: z
    .int('Enter a whole number of guests.')
    .min(1, 'Enter at least 1 guest.')
    .max(100, 'Enter at most 100 guests.')
    .default(2),
  allergies: uniqueCodes(ALLERGENS).default([]),
  allergy_notes: text(1, 500).nullish(),
  dietary_needs: uniqueCodes(DIETS).default([]),
  district: text(1, 100).nullish().meta({ description: 'The part of town.' }),
  address: text(1, 300)
    .nullish()
    .meta({ description: 'The full address; the chef sees it once the meal is confirmed.' }),
  special_requests: text(1, 2000).nullish(),
};
export type PartyField = keyof typeof partyFields;
type RequestedParty = z.infer<z.ZodObject<typeof partyFields>>;

export const partyReply = {
  guests: z.int(),
  allergies: z.array(z.string()),
  allergy_notes: z.string().nullable(),
  dietary_needs: z.array(z.string()),
  district: z.string().nullable(),
  address: z.string().nullable(),
  special_requests: z.string().nullable(),
} satisfies Record<PartyField, z.ZodType>;
export type Party = z.infer<z.ZodObject<typeof partyReply>>;

type ColumnsOfType<Value> = {
  [Column in keyof Booking]: Booking[Column] extends Value ? Column : never;
}[keyof Booking];

const COLUMNS = {
  guests: 'guests',
  allergies: 'allergies',
  allergy_notes: 'allergyNotes',
  dietary_needs: 'dietaryNeeds',
  district: 'district',
  address: 'address',
  special_requests: 'specialRequests',
} as const satisfies { [Field in PartyField]: ColumnsOfType<Party[Field]> };
type PartyColumns = { [Field in PartyField as (typeof COLUMNS)[Field]]: Party[Field] };

export const PARTY_FIELDS = Object.keys(COLUMNS) as PartyField[];

export function partyColumns(party: RequestedParty): PartyColumns {
  const columns = PARTY_FIELDS.map((field) => [COLUMNS[field], party[field] ?? null]);
  return Object.fromEntries(columns) as PartyColumns;
}

/** The party of a stored booking, in the names of requests and replies. */
export function partyOf(booking: PartyColumns): Party {
  const fields = PARTY_FIELDS.map((field) => [field, booking[COLUMNS[field]]]);
  return Object.fromEntries(fields) as Party;
}
