import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../prisma/seed.js';
import { FIRST_DATE, LAST_DATE } from '../../../../src/platform/time/instants.js';
import { NOW, useTestApp } from '../../../support/app/app.js';
import { signInAs } from '../../../support/app/factories.js';

const t = useTestApp();
let chef: string;
beforeAll(async () => {
  await seed(t.db, new Date(NOW));
  chef = await signInAs(t, (await t.db.chef.findUniqueOrThrow({ where: { id: 1 } })).userId);
});

const WITHIN = [FIRST_DATE, '2000-02-29', '2026-11-28', '2199-12-26', '2199-12-29', LAST_DATE];
const OUTSIDE = [
  ...['2200-01-01', '9999-12-24', '9999-12-29', '9999-12-31', '10000-01-01', '+275760-09-13'],
  ...[
    '1969-12-31',
    '0000-01-01',
    '0001-01-01',
    '-000001-12-31',
    '2026-02-29',
    '2026-13-01',
    '٢٠٢٦-١١-٢٨',
  ],
];

type Json = Record<string, unknown>;
interface Parameter {
  name: string;
  in: string;
  /** None in those that are named elsewhere. */
  schema?: Json;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Json }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}

/** The paths to all dates of a schema, such as exceptions.date. */
function datesIn(schema: Json, document: Document): string[] {
  if (typeof schema.$ref === 'string') {
    const named = schema.$ref.split('/').pop() ?? '';
    return datesIn(document.components.schemas[named] ?? {}, document);
  }
  if (schema.format === 'date') return [''];
  const branches = [schema.items, schema.oneOf, schema.anyOf].flat().filter(Boolean) as Json[];
  const own = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return [
    ...branches.flatMap((one) => datesIn(one, document)),
    ...own.flatMap(([name, one]) => datesIn(one, document).map((rest) => `${name} ${rest}`.trim())),
  ];
}

describe('dates', () => {
  it('have one range, which the document states, in every field that is named for one', async () => {
    const document = (await t.send('get', '/openapi.json')).body as Document;
    const text = JSON.stringify(document.paths, (key, value: unknown) =>
      key === 'responses' ? undefined : value,
    );
    const dates = text.split('"format":"date"').length - 1;
    expect(dates).toBeGreaterThanOrEqual(5);
    expect(text.split(`From ${FIRST_DATE} to ${LAST_DATE}.`).length - 1).toBe(dates);
  });

  it('of a query are taken within it and refused outside of it', async () => {
    const document = (await t.send('get', '/openapi.json')).body as Document;
    const asked: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { name, schema } of methods.get?.parameters ?? []) {
        if (schema?.format !== 'date') continue;
        asked.push(name);
        const ask = (date: string) =>
          t.send('get', path.replace('{id}', '1')).query({ [name]: date });
        for (const date of WITHIN) expect([200, 422], date).toContain((await ask(date)).status);
        for (const date of OUTSIDE) {
          const refused = await ask(date);
          expect([date, refused.status, refused.body.errors?.[0].pointer]).toEqual([
            date,
            422,
            `/${name}`,
          ]);
        }
      }
    }
    expect(asked.sort()).toEqual(['date', 'from', 'to']);
  });

  it('of a body are refused outside of it, wherever they stand', async () => {
    const document = (await t.send('get', '/openapi.json')).body as Document;
    const found: string[] = [];
    for (const methods of Object.values(document.paths)) {
      for (const { requestBody } of Object.values(methods)) {
        const schema = requestBody?.content['application/json']?.schema;
        found.push(...(schema ? datesIn(schema, document) : []));
      }
    }
    expect([...new Set(found)].sort()).toEqual(['booking_date', 'exceptions date']);
    const { body: stored } = await t
      .send('get', '/api/coocook/chefs/1/schedule')
      .set('Authorization', chef);
    const { chef_id: _, outside_bookings: __, ...schedule } = stored;
    const put = (date: string) =>
      t
        .send('put', '/api/coocook/chefs/1/schedule')
        .set('Authorization', chef)
        .send({ ...schedule, exceptions: [{ date, kind: 'day_off' }] });
    const book = (booking_date: string) =>
      t
        .send('post', '/api/coocook/bookings')
        .set('Authorization', 'Bearer demo_token')
        .send({ chef_id: 1, booking_date, duration_hours: 2, guests: 2 });
    for (const date of WITHIN) {
      expect([date, (await put(date)).status]).toEqual([date, 200]);
      expect((await book(date)).status, date).toBeLessThan(500);
    }
    for (const date of OUTSIDE) {
      expect([date, (await put(date)).status]).toEqual([date, 422]);
      expect([date, (await book(date)).status]).toEqual([date, 422]);
    }
  });

  it('of pages and of streams are never a fault of ours', async () => {
    const pages = ['/explore?date=', '/chefs/1?date=', '/chefs/1?week=', '/chefs/1/book?date='];
    for (const date of [...WITHIN, ...OUTSIDE]) {
      for (const path of pages) {
        const shown = await t
          .send('get', `${path}${encodeURIComponent(date)}`)
          .set({ Accept: 'text/html', Authorization: 'Bearer demo_token' });
        expect([path, date, shown.status < 500]).toEqual([path, date, true]);
      }
    }
  });
});
