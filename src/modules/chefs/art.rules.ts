/** Warm pairs of the house: a ground and what lies on it. */
const PALETTES = [
  ['#fbeae2', '#a8401c', '#e9a178'],
  ['#fdf1d8', '#7a4f00', '#e0b455'],
  ['#e4f3e8', '#1e6b3c', '#8cc49b'],
  ['#eceff3', '#3f4a5a', '#a3b1c4'],
  ['#fcebea', '#a4161a', '#e38f87'],
] as const;

/**
 * A picture for a chef who has none, always the same one for the same chef: a set plate with a garnish, as
 * SVG text, 640 by 480.
 */
export function artOf(chef: { id: number; cuisineType: string }): string {
  const [ground, ink, tint] = PALETTES[seedOf(chef) % PALETTES.length] ?? PALETTES[0];
  const turn = seedOf(chef) % 360;
  const leaves = 3 + (seedOf(chef) % 4);
  const garnish = Array.from({ length: leaves }, (_, index) => {
    const angle = turn + (index * 360) / leaves;
    return `<ellipse cx="320" cy="185" rx="16" ry="46" fill="${index % 2 === 0 ? ink : tint}" transform="rotate(${angle} 320 240)"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480"><rect width="640" height="480" fill="${ground}"/><circle cx="320" cy="240" r="170" fill="#fff"/><circle cx="320" cy="240" r="170" fill="none" stroke="${tint}" stroke-width="6"/><circle cx="320" cy="240" r="118" fill="none" stroke="${tint}" stroke-width="3"/>${garnish}<circle cx="320" cy="240" r="26" fill="${tint}"/><g fill="none" stroke="${ink}" stroke-width="10" stroke-linecap="round"><path d="M90 130v70a26 26 0 0 0 52 0v-70M116 226v130M550 356V130c-40 20-44 110 0 120"/></g></svg>`;
}

function seedOf({ id, cuisineType }: { id: number; cuisineType: string }): number {
  const letters = Array.from(cuisineType, (letter) => letter.codePointAt(0) ?? 0);
  return letters.reduce((sum, code) => sum + code, id * 47);
}
