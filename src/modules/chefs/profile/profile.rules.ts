/** What can be part of the price; what a chef does not name is not. */
export const INCLUDED = {
  shopping: 'Shopping for the groceries',
  groceries: 'The groceries themselves',
  tools: 'Knives and pans of the chef’s own',
  table_setting: 'Setting the table',
  tableware: 'Plates, glasses and cutlery',
  serving: 'Serving at the table',
  cleaning: 'Cleaning the kitchen afterwards',
  drinks: 'Drinks',
} as const;
export type IncludedCode = keyof typeof INCLUDED;

export const KITCHEN_NEEDS = {
  hob_two: 'A hob with two rings',
  hob_four: 'A hob with four rings',
  gas_flame: 'A gas flame',
  oven: 'An oven',
  grill: 'A grill',
  fridge: 'Room in the fridge',
  freezer: 'Room in the freezer',
  blender: 'A blender',
  rice_cooker: 'A rice cooker',
  worktop: 'A clear worktop',
} as const;

/** All codes of ISO 639-1. */
export const LANGUAGE_CODES = (
  'aa,ab,ae,af,ak,am,an,ar,as,av,ay,az,ba,be,bg,bi,bm,bn,bo,br,bs,ca,ce,ch,co,cr,cs,cu,cv,cy,da,' +
  'de,dv,dz,ee,el,en,eo,es,et,eu,fa,ff,fi,fj,fo,fr,fy,ga,gd,gl,gn,gu,gv,ha,he,hi,ho,hr,ht,hu,hy,' +
  'hz,ia,id,ie,ig,ii,ik,io,is,it,iu,ja,jv,ka,kg,ki,kj,kk,kl,km,kn,ko,kr,ks,ku,kv,kw,ky,la,lb,lg,' +
  'li,ln,lo,lt,lu,lv,mg,mh,mi,mk,ml,mn,mr,ms,mt,my,na,nb,nd,ne,ng,nl,nn,no,nr,nv,ny,oc,oj,om,or,' +
  'os,pa,pi,pl,ps,pt,qu,rm,rn,ro,ru,rw,sa,sc,sd,se,sg,si,sk,sl,sm,sn,so,sq,sr,ss,st,su,sv,sw,ta,' +
  'te,tg,th,ti,tk,tl,tn,to,tr,ts,tt,tw,ty,ug,uk,ur,uz,ve,vi,vo,wa,wo,xh,yi,yo,za,zh,zu'
).split(',') as [string, ...string[]];

/** Checkboxes of the form; any other language is chosen from a list. */
export const USUAL_LANGUAGES = ['ko', 'en', 'ja', 'zh', 'fr', 'it', 'es', 'de', 'vi', 'ru'];

export interface Dish {
  name: string;
  notes: string | null;
}
export interface Menu {
  name: string;
  description: string | null;
  dishes: Dish[];
}

/** Separates a dish from its note on one line: a dash of any length between spaces. */
const DASH = /\s+[-–—]\s+/;

/** Whether a dish's name can be told from its note on one line. */
export function fitsOneLine(name: string): boolean {
  return !DASH.test(` ${name} `);
}

/** One dish a line, its note after a dash. */
export function formatDishes(dishes: Dish[]): string {
  return dishes.map(({ name, notes }) => (notes === null ? name : `${name} – ${notes}`)).join('\n');
}

/** Empty lines are skipped. */
export function parseDishes(lines: string): Dish[] {
  return lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const dash = DASH.exec(line);
      if (dash === null) return { name: line, notes: null };
      return { name: line.slice(0, dash.index), notes: line.slice(dash.index + dash[0].length) };
    });
}

/** Empty for a chef who has not said what is included. */
export function notIncluded(included: string[]): IncludedCode[] {
  const all = Object.keys(INCLUDED) as IncludedCode[];
  return included.length === 0 ? [] : all.filter((code) => !included.includes(code));
}
