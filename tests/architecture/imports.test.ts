import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
} from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/paths.js';

const root = packageRoot();
const { forbidden, options } = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
) as { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };

async function violations(baseDir: string, paths: string[]) {
  const { tsConfig: _tsConfig, ...rest } = options;
  const { output } = await cruise(paths, {
    ...rest,
    baseDir,
    validate: true,
    ruleSet: { forbidden },
  });
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    rules: [...new Set(summary.violations.map((one) => one.rule.name))],
    told: summary.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`),
  };
}

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
    'src/modules/a/a.service.ts': "import { b } from './a.rules.js';\nexport const a = () => b;",
    'src/modules/a/a.rules.ts': "import { a } from './a.service.js';\nexport const b = () => a;",
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
    'src/modules/a/a.service.ts': "import express from 'express';\nexport const a = express;",
  },
  'src-without-tests': {
    'src/app.ts': "import { a } from '../tests/a.js';\nexport const b = a;",
    'tests/a.ts': 'export const a = 1;',
  },
};

describe('the rules of imports', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'coocook-architecture-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('hold in the whole house', async () => {
    const found = await violations(root, ['src', 'prisma/seed.ts', 'scripts/db.ts']);
    expect(found.told).toEqual([]);
    expect(found.modules).toBeGreaterThan(50);
  });

  it('are each broken by a planted violation', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(PLANTED))('notice a violation of %s', async (rule, files) => {
    const tree = join(scratch, rule);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), content);
    }
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    expect((await violations(tree, ['src'])).rules).toContain(rule);
  });
});
