import { z } from 'zod';
import { text, uniqueCodes } from '../../../platform/http/input/fields.js';
import type { Booking } from './booking.data.js';
import { ALLERGENS, areAllergiesTold, DIETS } from './party.rules.js';

/** Whatever takes, stores or shows a party derives from this file's three tables. */
export const partyFields = {
  guests: z
    .int('Enter a whole number of guests.')
    .min(1, 'Enter at least 1 guest.')
    .max(100, 'Enter at most 100 guests.')
    .default(2)
    .meta({ examples: [4] }),
  allergies: uniqueCodes(ALLERGENS)
    .nullish()
    .meta({
      description: 'Null, or nothing, for not told; an empty list for none.',
      examples: [['peanuts']],
    }),
  allergy_notes: text(1, 500)
    .nullish()
    .meta({ examples: ['Traces are fine.'] }),
  dietary_needs: uniqueCodes(DIETS).default([]),
  district: text(1, 100)
    .nullish()
    .meta({ description: 'The part of town.', examples: ['Mapo-gu'] }),
  address: text(1, 300)
    .nullish()
    .meta({
      description: 'The full address; the chef sees it once the meal is confirmed.',
      examples: ['12 Wausan-ro, Seoul'],
    }),
  special_requests: text(1, 2000)
    .nullish()
    .meta({ examples: ['A birthday: a cake, please.'] }),
};
export type PartyField = keyof typeof partyFields;

/** On forms allergies need an answer: an empty list may be an oversight. */
export const allergyAnswer = {
  has_allergies: z.enum(['no', 'yes'], 'Say whether anybody has an allergy.'),
  allergies: partyFields.allergies,
  allergy_notes: partyFields.allergy_notes,
};
type AllergyAnswer = z.infer<z.ZodObject<typeof allergyAnswer>>;

export function namesAllergies(form: Partial<AllergyAnswer>): boolean {
  return form.has_allergies !== 'yes' || mentionsAllergies(form);
}

export const UNNAMED_ALLERGIES = {
  path: ['allergies'],
  error: 'Tick the allergies, or describe them.',
  // Checked even if other fields are wrong.
  when: () => true,
};

/** Allergies ticked before the answer became "no" do not count. */
export function toldBy({ has_allergies: answer, allergies, allergy_notes: notes }: AllergyAnswer) {
  return answer === 'no'
    ? { allergies: [], allergy_notes: null }
    : { allergies: allergies ?? [], allergy_notes: notes ?? null };
}

export function mentionsAllergies(entered: {
  allergies?: unknown;
  allergy_notes?: unknown;
}): boolean {
  const { allergies, allergy_notes: notes } = entered;
  const ticked = [allergies ?? []].flat();
  return ticked.length > 0 || (typeof notes === 'string' && notes.trim() !== '');
}

/** What a diner may change of a request; the allergies are told by themselves. */
const editable = z.strictObject(partyFields).omit({ allergies: true, allergy_notes: true });
export const editBody = editable.extend({
  guests: partyFields.guests.unwrap().optional(),
  dietary_needs: partyFields.dietary_needs.unwrap().optional(),
});
export type Edit = z.infer<typeof editBody>;
export const editForm = editable.extend({ guests: partyFields.guests.unwrap() });

/** A form has all fields: what is empty is taken away. */
export function editOf(answer: z.infer<typeof editForm>): Edit {
  const fields = Object.keys(editForm.shape) as (keyof Edit)[];
  return Object.fromEntries(fields.map((field) => [field, answer[field] ?? null]));
}

type RequestedParty = Omit<
  z.infer<z.ZodObject<typeof partyFields>>,
  'allergies' | 'dietary_needs'
> & {
  allergies?: string[] | null | undefined;
  dietary_needs: string[];
};

export const partyReply = {
  guests: z.int().meta({ examples: [4] }),
  allergies: z
    .array(z.string())
    .nullable()
    .meta({ examples: [['peanuts']] }),
  allergy_notes: z
    .string()
    .nullable()
    .meta({ examples: ['Traces are fine.'] }),
  dietary_needs: z.array(z.string()).meta({ examples: [[]] }),
  district: z
    .string()
    .nullable()
    .meta({ examples: ['Mapo-gu'] }),
  address: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  special_requests: z
    .string()
    .nullable()
    .meta({ examples: ['A birthday: a cake, please.'] }),
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
type PartyColumns = Pick<Booking, (typeof COLUMNS)[PartyField] | 'allergiesTold'>;

export const PARTY_FIELDS = Object.keys(COLUMNS) as PartyField[];

export function partyColumns(party: RequestedParty): PartyColumns {
  const columns = PARTY_FIELDS.map((field) => [COLUMNS[field], party[field] ?? null]);
  return {
    ...(Object.fromEntries(columns) as PartyColumns),
    allergies: party.allergies ?? [],
    allergiesTold: areAllergiesTold(party),
  };
}

/** The party of a stored booking, in the names of requests and replies. */
export function partyOf(booking: PartyColumns): Party {
  const fields = PARTY_FIELDS.map((field) => [field, booking[COLUMNS[field]]]);
  const party = Object.fromEntries(fields) as Party;
  return booking.allergiesTold ? party : { ...party, allergies: null };
}
