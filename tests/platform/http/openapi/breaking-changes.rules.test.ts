import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakingChanges, unlisted } from '../../../../scripts/api-changes.js';
import { currentDocument } from '../../../../scripts/api-document.js';
import { packageRoot } from '../../../../src/platform/paths.js';

interface Schema {
  required: string[];
  properties: Record<string, { type?: string; maximum?: number; format?: string }>;
}
interface Operation {
  summary: string;
  security: object[];
  requestBody: { content: Record<string, { schema: Schema }> };
  responses: Record<string, object>;
}
interface Document extends Record<string, unknown> {
  paths: Record<string, Record<'get' | 'post', Operation>>;
  components: { schemas: Record<string, Schema> };
}

const BOOKINGS = '/api/coocook/bookings';
const current = currentDocument() as unknown as Document;
/** With few paths: a comparison of all takes a second. */
const small = { ...current, paths: { [BOOKINGS]: current.paths[BOOKINGS] } } as Document;
const request = (document: Document) =>
  document.paths[BOOKINGS]?.post.requestBody.content['application/json']?.schema as Schema;
const booking = (document: Document) => document.components.schemas.Booking as Schema;
const at = (document: Document) => document.paths[BOOKINGS] as Record<'get' | 'post', Operation>;

function after(change: (document: Document) => void) {
  const changed = structuredClone(small);
  change(changed);
  return breakingChanges(small, changed);
}

describe('promise 8: a breaking change of the API', () => {
  it.each<[string, (document: Document) => void, string]>([
    ['a missing operation', (d) => delete (at(d) as Partial<Document['paths']['']>).post, 'POST'],
    ['a missing field', (d) => delete booking(d).properties.total_price, 'POST'],
    [
      'a field of another type',
      (d) => Object.assign(booking(d).properties.id ?? {}, { type: 'string' }),
      'GET',
    ],
    ['a field that is asked for now', (d) => request(d).required.push('district'), 'POST'],
    [
      'a narrower range',
      (d) => Object.assign(request(d).properties.duration_hours ?? {}, { maximum: 6 }),
      'POST',
    ],
    ['another status', (d) => delete at(d).post.responses['201'], 'POST'],
  ])('is %s', (_name, change, method) => {
    const found = after(change);
    expect(found.map(({ operation }) => operation)).toContain(`${method} ${BOOKINGS}`);
    expect(unlisted(found, '## [Unreleased]\n\n- Another thing\n')).toEqual(found);
  });

  it('is none of the changes that callers can live with', () => {
    const found = after((document) => {
      request(document).properties.wine = { type: 'string' };
      booking(document).properties.wine = { type: 'string' };
      at(document).get.security = [];
      at(document).get.summary = 'In other words';
      at(document).post.responses['429'] = {};
    });
    expect(found).toEqual([]);
  });

  it('is listed by a line of the changelog that names its operation', () => {
    const change = { operation: 'GET /api/things', what: 'gone' };
    const log = (line: string) => `# Changes\n\n## [Unreleased]\n\n${line}\n\n## [1.0.0]\n`;
    expect(unlisted([change], log('- Breaking: `GET /api/things` is gone.'))).toEqual([]);
    expect(unlisted([change], log('- Breaking: `GET /api/thing` is gone.'))).toEqual([change]);
    expect(unlisted([change], `${log('')}- Breaking: \`GET /api/things\``)).toEqual([change]);
  });

  it('since the last release is in the changelog', () => {
    const folder = join(packageRoot(), 'docs/api');
    const released = readdirSync(folder).filter((name) => /^openapi-.*\.json$/.test(name));
    const last = released.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? '';
    const before = JSON.parse(readFileSync(join(folder, last), 'utf8')) as Document;
    const changelog = readFileSync(join(packageRoot(), 'CHANGELOG.md'), 'utf8');
    expect(unlisted(breakingChanges(before, current), changelog)).toEqual([]);
  });
});
