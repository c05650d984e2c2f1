import type { HttpApp } from '../../src/platform/http/server/http-app.js';
import { routesOf } from '../support/app/routes.js';
import type { Part } from '../support/responses/html.js';
import type { Schema, Schemas } from './values.js';

export type Kind = 'api' | 'page' | 'stream';

/** A route with what may be sent to it. */
export interface Operation {
  kind: Kind;
  method: string;
  /** Parameters as :name. */
  path: string;
  query: Record<string, Schema>;
  /** Of a JSON body. */
  body: Schema | null;
  /** Of a form. */
  fields: Record<string, Schema>;
}

interface Parameter {
  name: string;
  in: string;
  schema: Schema;
}
interface Documented {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
export interface FuzzedDocument {
  paths: Record<string, Record<string, Documented>>;
  components: { schemas: Schemas };
}

/** A text of a form or an address that no schema of the document tells of. */
const ANY: Schema = { type: 'string' };
/** What pages read from their addresses, beside the names that the document has. */
const PAGE_QUERY = ['tab', 'page', 'week', 'date', 'next', 'since', 'v', 'sort', 'offer', 'month'];

/** All routes of the app. @param forms the names of the fields that its pages send, by action */
export function operationsOf(
  app: HttpApp,
  document: FuzzedDocument,
  forms: Map<string, Set<string>>,
): Operation[] {
  const known = propertiesIn(document);
  const named = (names: Iterable<string>) =>
    Object.fromEntries([...names].map((name) => [name, known.get(name) ?? ANY]));
  const everyName = [...new Set([...forms.values()].flatMap((names) => [...names]))];
  const pageQuery = named([...PAGE_QUERY, ...queryNames(document)]);
  return routesOf(app).map(({ method, path }) => {
    const documented = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
    if (documented !== undefined) return { method, path, ...ofDocument(documented) };
    const kind = path === '/events' ? 'stream' : 'page';
    const own = forms.get(shapeOf(path)) ?? everyName;
    return { kind, method, path, query: pageQuery, body: null, fields: named(own) };
  });
}

function ofDocument({ parameters = [], requestBody }: Documented) {
  const query = parameters.filter((one) => one.in === 'query');
  return {
    kind: 'api' as const,
    query: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    body: requestBody?.content['application/json']?.schema ?? null,
    fields: {},
  };
}

/** A path without the values of its parameters: what a form's action and its route share. */
function shapeOf(path: string): string {
  return path
    .replace(/[?#].*/, '')
    .split('/')
    .map((part) => (part.startsWith(':') || /^\d+$/.test(part) ? ':' : part))
    .join('/');
}

/** Adds the fields of a page's forms. */
export function noteForms(page: Part, path: string, forms: Map<string, Set<string>>): void {
  for (const form of page.findAll('form')) {
    const action = shapeOf(form.attribute('action') ?? path);
    const names = forms.get(action) ?? new Set<string>();
    for (const field of form.findAll('[name]')) names.add(field.attribute('name') ?? '');
    forms.set(action, names);
  }
}

function queryNames(document: FuzzedDocument): string[] {
  return Object.values(document.paths).flatMap((methods) =>
    (methods.get?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
  );
}

/** The properties of all schemas of the document, by their names. */
function propertiesIn(document: FuzzedDocument): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { properties } = value as { properties?: Record<string, Schema> };
    for (const [name, schema] of Object.entries(properties ?? {})) {
      if (!found.has(name)) found.set(name, schema);
    }
    Object.values(value).forEach(look);
  };
  look(document);
  return found;
}
