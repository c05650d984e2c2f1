import { describe, expect, it } from 'vitest';
import { root } from '../support/files.js';
import { findViolations, ruleNames, withPlanted } from '../support/violations.js';

/** One violation of each rule, as small as it can be. */
const PLANTED: Record<string, Record<string, string>> = {
  'modules-meet-through-index': {
    'src/modules/a/a.service.ts':
      "import type { b } from '../b/b.rules.js';\nexport type A = typeof b;",
    'src/modules/b/b.rules.ts': 'export const b = 1;',
  },
  'modules-meet-as-types': {
    'src/modules/a/a.service.ts': "import { b } from '../b/index.js';\nexport const a = b;",
    'src/modules/b/index.ts': 'export const b = 1;',
  },
  'app-imports-index': {
    'src/app.ts': "import { b } from './modules/b/b.service.js';\nexport const a = b;",
    'src/modules/b/b.service.ts': 'export const b = 1;',
  },
  'no-cycles': {
    'src/modules/a/a.service.ts': "export type { B } from './a.rules.js';\nexport type A = 1;",
    'src/modules/a/a.rules.ts': "export type { A } from './a.service.js';\nexport type B = 2;",
  },
  'no-folder-cycles': {
    'src/modules/a/b/one.ts': "export type { Two } from '../c/two.js';\nexport type Four = 4;",
    'src/modules/a/b/four.ts': 'export type Four = 4;',
    'src/modules/a/c/two.ts': 'export type Two = 2;',
    'src/modules/a/c/three.ts': "export type { Four } from '../b/four.js';",
  },
  'folder-order': {
    'src/platform/clock.ts': "export type { Db } from './database/client.js';",
    'src/platform/database/client.ts': 'export type Db = 1;',
  },
  'platform-stands-alone': {
    'src/platform/db.ts': "import { config } from '../config.js';\nexport const db = config;",
    'src/config.ts': 'export const config = 1;',
  },
  'rules-are-pure': {
    'src/modules/a/a.rules.ts':
      "import { clock } from '../../platform/clock.js';\nexport const a = clock;",
    'src/platform/clock.ts': 'export const clock = 1;',
  },
  'prisma-in-data-only': {
    'src/modules/a/a.service.ts':
      "import { client } from '../../generated/prisma/client.js';\nexport const a = client;",
    'src/generated/prisma/client.ts': 'export const client = 1;',
  },
  'data-behind-service': {
    'src/modules/a/a.present.ts': "import { rows } from './a.data.js';\nexport const a = rows;",
    'src/modules/a/a.data.ts': 'export const rows = 1;',
  },
  'no-data-in-handlers': {
    'src/modules/a/a.pages.ts': "import type { Row } from './a.data.js';\nexport type A = Row;",
    'src/modules/a/a.data.ts': 'export type Row = number;',
  },
  'express-at-the-edge': {
    'src/modules/a/a.api.ts': "import express from 'express';\nexport const a = express;",
  },
  'src-without-tests': {
    'src/app.ts': "import { a } from '../tests/a.js';\nexport const b = a;",
    'tests/a.ts': 'export const a = 1;',
  },
};

describe('the rules of imports', () => {
  it('hold in the whole codebase', async () => {
    const found = await findViolations(root, ['src', 'prisma/seed.ts', 'scripts/db.ts']);
    const messages = found.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
    expect(messages).toEqual([]);
    expect(found.fileCount).toBeGreaterThan(50);
  });

  it('are each broken by a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual([...ruleNames].sort());
  });

  it.each(Object.entries(PLANTED))('notice a violation of %s', async (rule, files) => {
    const { violations } = await withPlanted(files, (folder) => findViolations(folder, ['src']));
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  });
});
