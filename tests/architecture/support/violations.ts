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
import { root } from './files.js';

const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};
const { tsConfig: _tsConfig, ...options } = configuration.options;

/** The names of all rules of imports, each once. */
export const ruleNames = [...new Set(configuration.forbidden.map(({ name }) => name ?? ''))];

/** What dependency-cruiser sees in some files and folders, without looking at any rule. */
export async function cruiseImports(baseDir: string, paths: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(paths, { ...options, baseDir });
  return output as ICruiseResult;
}

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** The violations of our rules in some files and folders, and how many files were looked at. */
export async function findViolations(
  baseDir: string,
  paths: string[],
): Promise<{ fileCount: number; violations: Violation[] }> {
  const ruleSet = { forbidden: configuration.forbidden };
  const { output } = await cruise(paths, { ...options, baseDir, validate: true, ruleSet });
  const { summary } = output as ICruiseResult;
  return {
    fileCount: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** Writes planted files to a folder of their own, calls back with it, and takes it away again. */
export async function withPlanted<T>(
  planted: Record<string, string>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'coocook-architecture-'));
  try {
    for (const [path, content] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
