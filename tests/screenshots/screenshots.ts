import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import limit from 'p-limit';
import { packageRoot } from '../../src/platform/paths.js';
import { launchBrowser } from '../support/browser/browser.js';
import { DATA_SETS, openDataSet, type DataSet } from './data.js';
import { dataSetOf, STATES, type State } from './themes.js';
import { PAGES } from './pages.js';
import { makeSheet, writeIndex, type Sheet } from './sheets.js';
import { LANGUAGES, shootAll, THEMES, WIDTHS, type Shot } from './shoot.js';

/** Browser contexts at once. */
const AT_ONCE = 3;

/**
 * Takes a picture of every page in every state, width, language and theme into screenshots/, with a
 * sheet of each look. Exits with 1 if it saw a fault: a script's error, something refused by the
 * Content-Security-Policy, a page wider than the screen, a layout shift, an unexpected status.
 */
const { values: only } = parseArgs({
  options: {
    page: { type: 'string' },
    state: { type: 'string' },
    width: { type: 'string' },
    lang: { type: 'string' },
  },
});
const folder = join(packageRoot(), 'screenshots');
const wanted = (name: keyof typeof only, value: string | number) =>
  only[name] === undefined || only[name].split(',').includes(String(value));
const widths = WIDTHS.filter((width) => wanted('width', width));
const languages = LANGUAGES.filter((language) => wanted('lang', language));
const states = STATES.filter((state) => wanted('state', state));
const pages = PAGES.filter(({ page }) => wanted('page', page));

interface Taken {
  state: State;
  name: string;
  look: Omit<Shot, 'files' | 'label'>;
}
const looks: Taken[] = pages.flatMap((one) =>
  states.flatMap((state) => {
    const found = one[state];
    if (typeof found === 'string') return [];
    return found.map((look) => {
      const name = [one.page, state, look.name].filter(Boolean).join('-');
      return { state, name, look: { as: one.as, ...look } };
    });
  }),
);
const fileOf = (name: string, variant: string) => join(folder, name, `${variant}.png`);

const startedAt = Date.now();
const browser = await launchBrowser();
const queue = limit(AT_ONCE);
const found: string[] = [];
for (const set of Object.keys(DATA_SETS) as DataSet[]) {
  const here = looks.filter(({ state }) => dataSetOf(state) === set);
  if (here.length === 0) continue;
  const site = await openDataSet(set);
  const variants = widths.flatMap((width) => languages.map((language) => ({ width, language })));
  const wrong = await Promise.all(
    variants.map(({ width, language }) =>
      queue(() => {
        const shots = here.map(({ name, look }): Shot => {
          const file = (theme: string) => fileOf(name, `${width}-${theme}-${language}`);
          return { ...look, label: name, files: { light: file('light'), dark: file('dark') } };
        });
        return shootAll(browser, site, shots, { width, language });
      }),
    ),
  );
  found.push(...wrong.flat());
  await site.close();
}
await browser.close();

const sheets: Sheet[] = looks.map(({ name }) => ({
  label: name,
  file: join(folder, 'sheets', `${name}.webp`),
  pictures: widths.flatMap((width) =>
    languages.flatMap((language) =>
      THEMES.map((theme) => ({
        ...{ width, language, theme },
        file: fileOf(name, `${width}-${theme}-${language}`),
      })),
    ),
  ),
}));
mkdirSync(join(folder, 'sheets'), { recursive: true });
await Promise.all(sheets.map((sheet) => queue(() => makeSheet(sheet))));
writeIndex(folder, sheets);

const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(`${looks.length} looks in ${seconds} s: ${join(folder, 'index.html')}`);
for (const fault of found) console.log(`FAULT ${fault}`);
process.exitCode = found.length > 0 ? 1 : 0;
