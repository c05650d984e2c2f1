import { describe, expect, it } from 'vitest';
import { files, modules, read } from '../support/files.js';

/** What the modules are about; the platform would serve any other product as well. */
const SUBJECTS = [
  ...['coocook', 'cook(?!ie)', 'kitchen', 'meal', 'dish', 'cuisine', 'menu', 'allerg', 'dietary'],
  ...['chef', 'diner', 'guest', 'party', 'booking', 'booked', 'availability', 'slots?', 'earning'],
  ...[
    'confirmed',
    'declined',
    'cancelled',
    '(?<!clear)expired',
    'reschedul',
    'rescue',
    'gallery',
    'photo',
  ],
  ...['breakfast', 'lunch', 'dinner', 'subscri(?!be(?!d))'],
  ...modules,
];
/** `auth` is a folder of the platform, too: what HTTP needs to know who calls. */
const SUBJECT = new RegExp(SUBJECTS.filter((word) => word !== 'auth').join('|'), 'gi');

/** The words of the product in a file: its names, strings and comments, as 'line: text'. */
function subjectsIn(code: string): string[] {
  return code
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(SUBJECT)].map(([word]) => `${String(index + 1)}: ${word}`),
    );
}

describe('the platform', () => {
  it('says no word of the product', () => {
    const found = files('src/platform').flatMap((path) =>
      subjectsIn(read(path)).map((word) => `${path}:${word}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['const STATUS = { confirmed: 1 };', '1: confirmed'],
    ['\n// For chefs alone.', '2: chef'],
    ["const url = '/photos/1';", '1: photo'],
    ['const subscribedTo = 1;', '1: subscri'],
    ["const ISSUER = 'CooCook';", '1: CooCook'],
  ])('is caught when it does: %s', (planted, word) => {
    expect(subjectsIn(planted)).toEqual([word]);
  });

  it('may let somebody subscribe to something that happens', () => {
    expect(subjectsIn('events.subscribe({} satisfies SubscribersByName)')).toEqual([]);
  });
});
