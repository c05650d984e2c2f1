import { apiCompare, type Diff } from 'api-smart-diff';
import type { Json } from '../src/platform/http/openapi/problems.js';

export interface BreakingChange {
  /** Such as "GET /api/things". */
  operation: string;
  what: string;
}

/** What breaks callers of the API of an earlier document. */
export function breakingChanges(before: Json, after: Json): BreakingChange[] {
  const { diffs } = apiCompare(contractOf(before), contractOf(after));
  const changes = diffs
    .filter(({ path }) => path[0] === 'paths')
    .filter((diff) => diff.type === 'breaking' || isOtherType(diff))
    .map(({ action, path: [, path, method = '', ...where], description }) => ({
      operation: `${String(method).toUpperCase()} ${String(path)}`,
      what: description ?? `${action} ${where.join('/')}`,
    }));
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/** Of a reply, which api-smart-diff 1.0.6 takes for a change to live with. */
function isOtherType({ action, path }: Pick<Diff, 'action' | 'path'>): boolean {
  return action === 'replace' && ['type', 'const', 'format'].includes(String(path.at(-1)));
}

/** Those whose operation no line "- Breaking: `GET /api/things` …" of what is unreleased names. */
export function unlisted(changes: BreakingChange[], changelog: string): BreakingChange[] {
  const [, unreleased = ''] = changelog.split(/^## /m);
  const lines = unreleased.split('\n').filter((line) => line.startsWith('- Breaking: '));
  return changes.filter(
    ({ operation }) => !lines.some((line) => line.includes(`\`${operation}\``)),
  );
}

const ANNOTATIONS = new Set(['description', 'summary', 'example', 'examples', 'headers', 'tags']);

/** Without references, annotations and failures: callers have to live with those they do not know. */
function contractOf(document: Json): Json {
  const { schemas, parameters } = document.components as Record<string, Json>;
  const named: Json = { ...schemas, ...parameters };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    if ('$ref' in value) return resolve(named[String(value.$ref).replace(/.*\//, '')]);
    const kept = Object.entries(value).filter(
      ([key]) => !ANNOTATIONS.has(key) && !/^[45]\d\d$/.test(key),
    );
    return Object.fromEntries(kept.map(([key, inner]) => [key, resolve(inner)]));
  };
  return { openapi: document.openapi, paths: resolve(document.paths) };
}
