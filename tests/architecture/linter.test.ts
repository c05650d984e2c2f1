import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './support/files.js';

describe('the linter', () => {
  const eslint = new ESLint({ cwd: root });
  const rulesBrokenBy = async (code: string, filePath: string) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
    return result?.messages.map((message) => message.ruleId) ?? [];
  };

  const statements = (count: number) => Array.from({ length: count }, () => '  void 0;').join('\n');

  it.each([
    ['a file', 'max-lines', `export const a = 1;${'\n'.repeat(200)}export const b = 2;`],
    ['a function', 'max-lines-per-function', `export function a() {\n${statements(79)}\n}`],
    [
      'a closure',
      'max-lines-per-function',
      `export const a = [1].map(() => {\n${statements(79)}\n});`,
    ],
    [
      'parameters',
      'max-params',
      'export const c = (d = 0, e = 0, f = 0, g = 0, h = 0) => [d, e, f, g, h];',
    ],
  ])('notices the size of %s', async (_name, rule, code) => {
    expect(await rulesBrokenBy(code, 'src/modules/chefs/chef/chef.service.ts')).toContain(rule);
  });

  it.each([
    ['the environment', 'export const a = process.env.HOME;', 'no-restricted-properties'],
    ['the time', 'export const a = Date.now();', 'no-restricted-properties'],
    ['the date', 'export const a = new Date();', 'no-restricted-syntax'],
    ['a router of Express’s', "import { Router } from 'express';", 'no-restricted-syntax'],
    [
      'an app of Express’s',
      "import x from 'express';\nexport const a = express();",
      'no-restricted-syntax',
    ],
    ['a handler without a route', 'app.use((req, res) => res.end());', 'no-restricted-syntax'],
    ['a lost promise', 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
  ])('notices %s outside its file', async (_name, code, rule) => {
    expect(await rulesBrokenBy(code, 'src/modules/chefs/chef/chef.service.ts')).toContain(rule);
  });
});
