const PALETTES = [
  ['#fbeae2', '#a8401c', '#e9a178'],
  ['#fdf1d8', '#7a4f00', '#e0b455'],
  ['#e4f3e8', '#1e6b3c', '#8cc49b'],
  ['#eceff3', '#3f4a5a', '#a3b1c4'],
  ['#fcebea', '#a4161a', '#e38f87'],
] as const;

export const SCENES = ['plate', 'board', 'table'] as const;
export type Scene = (typeof SCENES)[number];

interface Cook {
  id: number;
  cuisineType: string;
}

const LARDER: Record<string, Thing[]> = {
  korean: ['chilli', 'scallion', 'mushroom', 'garlic'],
  italian: ['tomato', 'sprig', 'lemon', 'garlic'],
  japanese: ['mushroom', 'scallion', 'lemon', 'sprig'],
  french: ['mushroom', 'sprig', 'garlic', 'tomato'],
  mexican: ['avocado', 'chilli', 'lime', 'tomato'],
};
const ALL: Thing[] = ['tomato', 'sprig', 'lemon', 'chilli'];
/** Where things lie on the board, in the order of the larder. */
const PLACES = [
  { x: 215, y: 245, scale: 1.35, turn: -12 },
  { x: 335, y: 165, scale: 1, turn: 20 },
  { x: 345, y: 310, scale: 1, turn: 0 },
  { x: 140, y: 145, scale: 0.8, turn: -20 },
];
const WITH_CHOPSTICKS = ['korean', 'japanese', 'chinese', 'vietnamese'];

/** SVG, 640 by 480; the same chef and scene give the same picture. */
export function drawPicture(chef: Cook, scene: Scene = 'plate'): string {
  const drawn = { plate, board, table }[scene](chef);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480">${drawn}</svg>`;
}

function plate(chef: Cook): string {
  const [ground, ink, tint] = paletteOf(chef);
  const turn = seedOf(chef) % 360;
  const leaves = 3 + (seedOf(chef) % 4);
  const garnish = around(
    leaves,
    turn,
    (_, index) =>
      `<ellipse cx="320" cy="185" rx="16" ry="46" fill="${index % 2 === 0 ? ink : tint}" transform="rotate(${turn + (index * 360) / leaves} 320 240)"/>`,
  );
  return `<rect width="640" height="480" fill="${ground}"/><circle cx="320" cy="240" r="170" fill="#fff"/><circle cx="320" cy="240" r="170" fill="none" stroke="${tint}" stroke-width="6"/><circle cx="320" cy="240" r="118" fill="none" stroke="${tint}" stroke-width="3"/>${garnish}<circle cx="320" cy="240" r="26" fill="${tint}"/><g fill="none" stroke="${ink}" stroke-width="10" stroke-linecap="round"><path d="M90 130v70a26 26 0 0 0 52 0v-70M116 226v130M550 356V130c-40 20-44 110 0 120"/></g>`;
}

function board(chef: Cook): string {
  const [ground, , tint] = paletteOf(chef);
  const things = LARDER[chef.cuisineType.toLowerCase()] ?? ALL;
  const food = PLACES.map(({ x, y, scale, turn }, index) => {
    const thing = things[index];
    return thing === undefined
      ? ''
      : `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${THINGS[thing]}</g>`;
  }).join('');
  const grain = [150, 205, 262, 318]
    .map((y, index) => `<path d="M${120 + index * 14} ${y}q120 ${index % 2 ? 12 : -12} 380 0"/>`)
    .join('');
  const knife = `<g transform="translate(470 232) rotate(4)"><path d="M-16-128q34 6 34 60v64h-34z" fill="#dfe4e8"/><path d="M-16-128v124h8v-124z" fill="#c3ccd3"/><rect x="-17" y="-4" width="28" height="112" rx="12" fill="#4a3427"/><g fill="#b98d63"><circle cx="-3" cy="22" r="4"/><circle cx="-3" cy="78" r="4"/></g></g>`;
  return `<rect width="640" height="480" fill="${ground}"/><circle cx="590" cy="60" r="150" fill="${tint}" opacity=".35"/><rect x="76" y="86" width="492" height="326" rx="36" fill="#000" opacity=".12"/><rect x="70" y="74" width="492" height="326" rx="36" fill="#d7a066"/><g fill="none" stroke="#c08a52" stroke-width="4" stroke-linecap="round">${grain}</g><circle cx="528" cy="108" r="12" fill="${ground}"/>${knife}${food}`;
}

function table(chef: Cook): string {
  const [ground, , tint] = paletteOf(chef);
  const cuisine = chef.cuisineType.toLowerCase();
  const dish = (x: number, y: number, r: number, food: string) =>
    `<circle cx="${x + 4}" cy="${y + 8}" r="${r}" fill="#000" opacity=".12"/><circle cx="${x}" cy="${y}" r="${r}" fill="#fffdf8"/><circle cx="${x}" cy="${y}" r="${r * 0.72}" fill="${food}"/>`;
  const tools = WITH_CHOPSTICKS.includes(cuisine)
    ? '<path d="M-6-70V70M10-70V70" stroke="#6b4630" stroke-width="7"/>'
    : '<path d="M-14-70v34a12 12 0 0 0 24 0v-34M-2-24V72" stroke="#8d98a3" stroke-width="6"/>';
  const place = (x: number, side: number) =>
    `${dish(x, 240, 84, '#f4ecdf')}<circle cx="${x}" cy="240" r="36" fill="#e2a850"/><circle cx="${x}" cy="240" r="16" fill="#8c4a25"/><g transform="translate(${x + side * 112} 240)" fill="none" stroke-linecap="round">${tools}</g>`;
  const pot = `<circle cx="324" cy="250" r="92" fill="#000" opacity=".14"/><path d="M214 226h212v28H214z" fill="#2f2b29"/><circle cx="320" cy="240" r="90" fill="#3d3835"/><circle cx="320" cy="240" r="74" fill="#b8522b"/>${around(6, seedOf(chef) % 60, (x, index) => `<circle cx="${320 + x.cos * 40}" cy="${240 + x.sin * 40}" r="${index % 2 ? 15 : 20}" fill="${['#f3d9a4', '#7a9a3a', '#f6f0e2'][index % 3]}"/>`)}<circle cx="320" cy="240" r="14" fill="#f0c469"/>`;
  const small = [
    dish(236, 92, 46, '#7a9a3a'),
    dish(340, 78, 38, '#e8b04a'),
    dish(424, 104, 44, '#c9573a'),
    dish(226, 396, 40, '#d9c7a0'),
    dish(316, 412, 44, '#5d7f4a'),
    dish(420, 384, 46, '#b5643c'),
  ].join('');
  const glass = (x: number, y: number) =>
    `<circle cx="${x}" cy="${y}" r="30" fill="#fff" opacity=".75"/><circle cx="${x}" cy="${y}" r="22" fill="${tint}" opacity=".7"/>`;
  return `<rect width="640" height="480" fill="${ground}"/><path d="M0 60h640M0 420h640M60 0v480M580 0v480" stroke="${tint}" stroke-width="22" opacity=".28"/>${place(98, 1)}${place(542, -1)}${small}${pot}${glass(120, 108)}${glass(524, 380)}`;
}

type Thing = keyof typeof THINGS;

/** Each about a hundred wide, with its centre at the origin. */
const THINGS = {
  tomato: `<circle cx="3" cy="7" r="50" fill="#000" opacity=".15"/><circle r="50" fill="#d4432d"/><ellipse cx="-18" cy="-20" rx="13" ry="8" fill="#fff" opacity=".35" transform="rotate(-35 -18 -20)"/>${around(5, 0, (_, index) => `<ellipse cy="-15" rx="6" ry="17" fill="#3f7d3a" transform="rotate(${index * 72})"/>`)}`,
  lemon: slice('#e9b62c', '#fbe9a6', '#f3cf4f'),
  lime: slice('#4f8f35', '#e3f0bd', '#9cc45a'),
  chilli: `<path d="M-62-14C-20 34 30 40 72-22 40 66-40 58-66 2z" fill="#000" opacity=".15"/><path d="M-62-20C-20 28 30 34 72-28 40 60-40 52-66-4z" fill="#c92f22"/><path d="M-44 0C-18 24 16 28 40 12" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".35"/><path d="M-58-26c-16 4-18 16-8 26 12-2 14-14 8-26zM-66-14q-16-6-18-20" fill="#3f7d3a" stroke="#3f7d3a" stroke-width="6" stroke-linecap="round"/>`,
  mushroom: `<path d="M-18 8h36l6 46q-24 14-48 0z" fill="#f2e4cf"/><path d="M-60 14C-60-44 60-44 60 14 40 28-40 28-60 14z" fill="#8a5a3b"/><path d="M-46-2C-36-26 0-32 18-26" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".3"/><path d="M-60 14C-40 28 40 28 60 14 40 20-40 20-60 14z" fill="#6d442b"/>`,
  garlic: `<path d="M4-40C8-14 54 0 48 32 40 62-40 62-48 32-54 0-8-14-4-40L-8-58h14z" fill="#f8f1e6"/><path d="M-2-36C-10-6-22 20-14 52M2-36C12-6 24 20 16 52" fill="none" stroke="#d9c8b2" stroke-width="4" stroke-linecap="round"/>`,
  scallion: `<g stroke-linecap="round" fill="none"><path d="M-16 70C-8 20-20-20-34-72M0 74C0 20 0-20-2-80M16 70C8 20 22-20 34-70" stroke="#5b9440" stroke-width="13"/><path d="M-16 70-11 30M0 74V34M16 70 11 30" stroke="#f4f1e2" stroke-width="13"/></g><path d="M-24 22h48" stroke="#a8401c" stroke-width="7"/>`,
  sprig: `<path d="M0 70C6 20-6-20 0-70" fill="none" stroke="#2f6b37" stroke-width="6" stroke-linecap="round"/>${[
    -46, -14, 18,
  ]
    .map(
      (y) =>
        `<ellipse cx="-24" cy="${y}" rx="26" ry="13" fill="#4c9150" transform="rotate(28 -24 ${y})"/><ellipse cx="24" cy="${y}" rx="26" ry="13" fill="#3c7d43" transform="rotate(-28 24 ${y})"/>`,
    )
    .join('')}<ellipse cy="-66" rx="13" ry="22" fill="#57a05b"/>`,
  avocado: `<path d="M0-70C26-70 32-30 44 4 58 44 30 70 0 70-30 70-58 44-44 4-32-30-26-70 0-70z" fill="#3c4f27"/><path d="M0-58C18-58 24-26 34 6 44 38 24 58 0 58-24 58-44 38-34 6-24-26-18-58 0-58z" fill="#d3dd8b"/><circle cy="22" r="23" fill="#7a4a28"/><circle cx="-7" cy="15" r="6" fill="#fff" opacity=".3"/>`,
};

function slice(rind: string, pith: string, flesh: string): string {
  const wedges = around(
    8,
    0,
    (_, index) =>
      `<path d="M0-6 14-36A38 38 0 0 0-14-36z" fill="${flesh}" transform="rotate(${index * 45})"/>`,
  );
  return `<circle cx="3" cy="6" r="48" fill="#000" opacity=".15"/><circle r="48" fill="${rind}"/><circle r="42" fill="${pith}"/>${wedges}`;
}

/** Drawings evenly spaced around a centre, from an angle in degrees. */
function around(
  count: number,
  turn: number,
  draw: (at: { cos: number; sin: number }, index: number) => string,
): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((turn + (index * 360) / count) * Math.PI) / 180;
    const rounded = (value: number) => Math.round(value * 1000) / 1000;
    return draw({ cos: rounded(Math.cos(angle)), sin: rounded(Math.sin(angle)) }, index);
  }).join('');
}

function paletteOf(chef: Cook) {
  return PALETTES[seedOf(chef) % PALETTES.length] ?? PALETTES[0];
}

function seedOf({ id, cuisineType }: Cook): number {
  const letters = Array.from(cuisineType, (letter) => letter.codePointAt(0) ?? 0);
  return letters.reduce((sum, code) => sum + code, id * 47);
}
