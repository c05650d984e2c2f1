import { Failure } from '../../platform/errors.js';
import { blankForm, readBody, readForm, type FormState } from '../../platform/http/input.js';
import { presentChef } from './chefs.present.js';
import { profileForm, type EditChef, type PublicProfile } from './chefs.schemas.js';
import type { Chef } from './chefs.service.js';
import { dishesOf, dishLines, type Menu } from './profile.rules.js';
import { menuSchema, MOST_MENUS } from './profile.schemas.js';

type Read = { ok: true; input: EditChef; form: FormState } | { ok: false; form: FormState };

const TOO_LONG_A_DISH =
  'Write each dish on a line of its own, with at most 80 characters, and 160 for its notes.';
const NUMBERS = Array.from({ length: MOST_MENUS }, (_, index) => index + 1);

/** The profile's form before anybody changes it. */
export function storedProfileForm(chef: Chef, profile: PublicProfile): FormState {
  const { kitchen_notes, languages, included, kitchen_needs } = profile;
  const menus = profile.menus.flatMap((menu, index) => menuFields(menu, index + 1));
  return {
    ...blankForm({
      ...presentChef(chef),
      ...Object.fromEntries(menus),
      kitchen_notes,
      version: chef.version,
    }),
    lists: { languages, included, kitchen_needs },
  };
}

/** Reads the profile's form; a menu whose fields are all empty is left out. */
export function readProfileForm(body: unknown): Read {
  const read = readForm(profileForm, body);
  const menus: Menu[] = [];
  const wrong: FormState['errors'] = [];
  for (const number of NUMBERS) {
    const menu = readMenu(read.form.values, number);
    if (menu === null) continue;
    if (menu.ok) menus.push(menu.input);
    else wrong.push(...menu.errors);
  }
  if (read.ok && wrong.length === 0) {
    return { ok: true, input: { ...read.input, menus }, form: read.form };
  }
  return { ok: false, form: { ...read.form, errors: [...read.form.errors, ...wrong] } };
}

function readMenu(values: FormState['values'], number: number) {
  const typed = (part: string) => values[`menu_${number}_${part}`] ?? '';
  const [name, description, dishes] = [typed('name'), typed('description'), typed('dishes')];
  if (`${name}${description}${dishes}` === '') return null;
  try {
    const menu = { name, description: description || null, dishes: dishesOf(dishes) };
    return { ok: true as const, input: readBody(menuSchema, menu) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const errors = error.fields.map(({ pointer, detail }) => {
      const [, part = 'name', place] = pointer.split('/');
      const message = place === undefined ? detail : TOO_LONG_A_DISH;
      return { field: `menu_${number}_${part}`, message };
    });
    // One message beside a field is enough, however many dishes are too long.
    const first = errors.filter(
      ({ field }, index) => errors.findIndex((one) => one.field === field) === index,
    );
    return { ok: false as const, errors: first };
  }
}

function menuFields({ name, description, dishes }: Menu, number: number): [string, string][] {
  return [
    [`menu_${number}_name`, name],
    [`menu_${number}_description`, description ?? ''],
    [`menu_${number}_dishes`, dishLines(dishes)],
  ];
}
