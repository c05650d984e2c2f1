/** EU Regulation 1169/2011, Annex II (eur-lex.europa.eu/eli/reg/2011/1169/oj), and Korean rules. */
export const ALLERGENS = {
  celery: 'Celery',
  crustaceans: 'Crustaceans (crab, shrimp)',
  eggs: 'Eggs',
  fish: 'Fish',
  gluten: 'Gluten',
  lupin: 'Lupin',
  milk: 'Milk',
  molluscs: 'Molluscs (clam, squid)',
  mustard: 'Mustard',
  nuts: 'Nuts',
  peanuts: 'Peanuts',
  sesame: 'Sesame',
  soybeans: 'Soybeans',
  sulphites: 'Sulphites',
  beef: 'Beef',
  buckwheat: 'Buckwheat',
  chicken: 'Chicken',
  peach: 'Peach',
  pork: 'Pork',
  tomato: 'Tomato',
} as const;

export const DIETS = {
  vegetarian: 'Vegetarian',
  vegan: 'Vegan',
  pescatarian: 'Pescatarian',
  halal: 'Halal',
  kosher: 'Kosher',
  no_alcohol: 'No alcohol',
  low_salt: 'Low in salt',
} as const;

export function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Null or nothing for what was not told; an empty list says that there are none. */
interface ToldAllergies {
  allergies?: string[] | null | undefined;
  allergy_notes?: string | null | undefined;
}

export function labelsOf({
  allergies,
  dietary_needs: diets,
}: ToldAllergies & { dietary_needs: string[] }) {
  const label = (labels: Record<string, string>) => (code: string) => labels[code] ?? code;
  return {
    allergies: allergies?.map(label(ALLERGENS)) ?? null,
    dietary_needs: diets.map(label(DIETS)),
  };
}

/** Whether the chef must read the allergies before confirming. */
export function hasAllergies({ allergies, allergy_notes: notes }: ToldAllergies): boolean {
  return (allergies?.length ?? 0) > 0 || (notes ?? null) !== null;
}

export function sameAllergies(one: ToldAllergies, other: ToldAllergies): boolean {
  const key = ({ allergies, allergy_notes: notes }: ToldAllergies) =>
    JSON.stringify([allergies?.toSorted() ?? null, notes ?? null]);
  return key(one) === key(other);
}

/** Whether anything is known: that there are none is. */
export function areAllergiesTold(party: ToldAllergies): boolean {
  return (party.allergies ?? null) !== null || hasAllergies(party);
}
