// A plugin for prettier that formats EJS. What a page shows stays the same: white space is added only where
// it is not seen, or inside of tags. It counts on the option `rmWhitespace` of EJS, which takes the
// indentation out of the pages.
import { layOut } from './layout.mjs';
import { printer } from './print.mjs';
import { treeOf } from './tree.mjs';

export const languages = [{ name: 'EJS', parsers: ['ejs'], extensions: ['.ejs'] }];

export const parsers = {
  ejs: {
    parse: (text) => layOut(treeOf(text)),
    astFormat: 'ejs',
    locStart: () => 0,
    locEnd: () => 0,
  },
};

export const printers = { ejs: printer };
