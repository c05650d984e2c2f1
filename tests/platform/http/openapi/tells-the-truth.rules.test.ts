import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentDocument, lint, typesOf } from '../../../../scripts/api-document.js';
import { apiDocument } from '../../../../src/api-document.js';
import { packageRoot } from '../../../../src/platform/paths.js';

interface Content {
  example?: unknown;
  examples?: Record<string, { value: { type: string; status: number } }>;
}
interface Operation {
  operationId: string;
  security: object[];
  parameters?: { name?: string; example?: unknown; $ref?: string }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { headers?: object; content?: Record<string, Content> }>;
}

const document = currentDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    where: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);
const typesUnder = (where: string, status: string) => {
  const found = operations.find((one) => one.where === where)?.responses[status]?.content ?? {};
  const { examples = {} } = found['application/problem+json'] ?? {};
  return Object.values(examples).map(({ value }) => value.type.replace(/.*:/, ''));
};

describe('promise 8: OpenAPI tells the truth', () => {
  it('names each operation once', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says where the API is and what is open to everyone', () => {
    expect(document.servers).toMatchObject([{ url: '/' }]);
    expect(apiDocument([], 'https://coocook.example').servers).toMatchObject([
      { url: 'https://coocook.example' },
    ]);
    const open = operations.filter(({ security }) => security.length === 0);
    expect(open.map(({ where }) => where)).toContain('GET /api/coocook/chefs');
    expect(open.map(({ where }) => where)).not.toContain('GET /api/coocook/bookings');
    expect(operations.every(({ security }) => Array.isArray(security))).toBe(true);
  });

  it('has an example of each body, reply, parameter and problem', () => {
    const missing = operations.flatMap(({ where, parameters, requestBody, responses }) => [
      ...(parameters ?? [])
        .filter(({ $ref, example }) => $ref === undefined && example === undefined)
        .map(({ name }) => `${where}: ${String(name)}`),
      ...[requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {})
          .filter(({ example, examples }) => example === undefined && examples === undefined)
          .map(() => where),
      ),
    ]);
    expect(missing).toEqual([]);
  });

  it('names the problems of a request, and under which status', () => {
    const request = 'POST /api/coocook/bookings';
    expect(typesUnder(request, '403')).toEqual([
      'cross-origin',
      'subscription-does-not-cover',
      'subscription-required',
    ]);
    expect(typesUnder(request, '409')).toContain('price-changed');
    expect(operations.map(({ where }) => [where, typesUnder(where, '503')])).toEqual(
      operations.map(({ where }) => [where, ['unavailable']]),
    );
  });

  it('is what the types of docs/api were made from; else run npm run api:types', async () => {
    const kept = readFileSync(join(packageRoot(), 'docs/api/coocook.d.ts'), 'utf8');
    expect((await typesOf(document)) === kept).toBe(true);
  });

  it('is linted, which finds an example that does not fit', () => {
    const { paths, ...rest } = structuredClone(document);
    const path = '/api/coocook/plans';
    const plans = paths[path] as { get: Operation };
    const content = plans.get.responses['200']?.content?.['application/json'];
    expect(content?.example).toBeDefined();
    Object.assign(content ?? {}, { example: { plans: 'none' } });
    const { isFine, report } = lint({ ...rest, paths: { [path]: plans } });
    expect([isFine, report]).toEqual([
      false,
      expect.stringContaining('no-invalid-media-type-examples'),
    ]);
  });
});
