/**
 * What a guest can be allergic to: the fourteen allergens of EU Regulation 1169/2011, Annex II, and
 * what Korea's labelling rules name beyond them (Ministry of Food and Drug Safety).
 * https://eur-lex.europa.eu/eli/reg/2011/1169/oj
 */
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
export type Allergen = keyof typeof ALLERGENS;

/** How guests eat. */
export const DIETS = {
  vegetarian: 'Vegetarian',
  vegan: 'Vegan',
  pescatarian: 'Pescatarian',
  halal: 'Halal',
  kosher: 'Kosher',
  no_alcohol: 'No alcohol',
  low_salt: 'Low in salt',
} as const;
export type Diet = keyof typeof DIETS;

/** What a party must not and does not eat, in words. */
export function labelsOf(party: { allergies: string[]; dietaryNeeds: string[] }) {
  const label = (labels: Record<string, string>) => (code: string) => labels[code] ?? code;
  return {
    allergies: party.allergies.map(label(ALLERGENS)),
    dietary_needs: party.dietaryNeeds.map(label(DIETS)),
  };
}

/** Whether somebody at the table must not eat something, so that the chef has to have read it. */
export function hasAllergies(booking: {
  allergies: string[];
  allergyNotes: string | null;
}): boolean {
  return booking.allergies.length > 0 || booking.allergyNotes !== null;
}
