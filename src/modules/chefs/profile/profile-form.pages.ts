import { AppError } from '../../../platform/errors.js';
import {
  blankForm,
  readForm,
  type FormReading,
  type FormState,
} from '../../../platform/http/input/form.js';
import { readBody } from '../../../platform/http/input/json.js';
import { presentChef } from '../chef/chef.present.js';
import type { Chef } from '../chef/chef.service.js';
import { formatDishes, parseDishes, type Menu } from './profile.rules.js';
import {
  MAX_MENUS,
  menuSchema,
  profileForm,
  type EditChef,
  type PublicProfile,
} from './profile.schemas.js';

const TOO_LONG_A_DISH =
  'Write each dish on a line of its own, with at most 80 characters, and 160 for its notes.';
const NUMBERS = Array.from({ length: MAX_MENUS }, (_, index) => index + 1);

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

/** A menu whose fields are all empty is left out. */
export function readProfileForm(body: unknown): FormReading<EditChef> {
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

/** The menus that are filled in, and two empty ones. */
export function menuFieldsets({ values, errors }: FormState) {
  const fieldsets = NUMBERS.map((number) => {
    const prefix = `menu_${number}_`;
    const isFilled = ['name', 'description', 'dishes'].some((part) => values[prefix + part]);
    const hasErrors = errors.some(({ field }) => field.startsWith(prefix));
    return { number, name: values[`${prefix}name`] ?? '', isFilled, isOpen: hasErrors };
  });
  const count = fieldsets.findLastIndex(({ isFilled }) => isFilled) + 1;
  return fieldsets
    .slice(0, count + 2)
    .map((one) => ({ ...one, isOpen: one.isOpen || (count === 0 && one.number === 1) }));
}

function readMenu(values: FormState['values'], number: number) {
  const typed = (part: string) => values[`menu_${number}_${part}`] ?? '';
  const [name, description, dishes] = [typed('name'), typed('description'), typed('dishes')];
  if (`${name}${description}${dishes}` === '') return null;
  try {
    const menu = { name, description: description || null, dishes: parseDishes(dishes) };
    return { ok: true as const, input: readBody(menuSchema, menu) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
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
    [`menu_${number}_dishes`, formatDishes(dishes)],
  ];
}
