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

export function labelsOf(party: { allergies: string[]; dietary_needs: string[] }) {
  const label = (labels: Record<string, string>) => (code: string) => labels[code] ?? code;
  return {
    allergies: party.allergies.map(label(ALLERGENS)),
    dietary_needs: party.dietary_needs.map(label(DIETS)),
  };
}

/** Whether the chef must read the allergies before confirming. */
export function hasAllergies(party: {
  allergies: string[];
  allergy_notes: string | null;
}): boolean {
  return party.allergies.length > 0 || party.allergy_notes !== null;
}
