import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, sources } from '../architecture/support/files.js';
import { useTestApp } from '../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../support/app/factories.js';
import { clonePostgres } from '../support/database/database.js';
import { openNotingDatabase } from '../support/database/statements.js';

const noted: string[] = [];
const t = useTestApp({ open: () => openNotingDatabase(noted) });

/** The words of each piece of SQL in the data files, without the values between them. */
function rawStatements(path: string): { path: string; parts: string[] }[] {
  const found: { path: string; parts: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /(sql|Raw)$/.test(node.tag.getText())) {
      const { template } = node;
      const texts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      found.push({ path, parts: texts.map(inOneLine).filter((part) => part !== '') });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true));
  return found;
}

const inOneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim();
const raw = sources
  .filter((path) => /^src\/modules\/.*\.data\.ts$/.test(path))
  .flatMap(rawStatements);

/** Requests that between them reach every piece of SQL. */
async function exercise() {
  const diner = await buildDiner(t);
  const chef = await buildChef(t, { name: 'Kim Korean' });
  await buildChef(t);
  const date = '2026-12-01';
  const booked = { userId: diner.id, chefId: chef.id, date };
  const { id } = await buildBooking(t, { ...booked, time: '18:00' });
  const confirmed = await buildBooking(t, { ...booked, time: '12:00', status: 'confirmed' });
  const [asDiner, asChef] = [await signInAs(t, diner.id), await signInAs(t, chef.userId)];
  await t.send('get', '/api/auth/me').set('Authorization', 'Bearer demo_token');
  const account = { name: 'Kim', email: 'kim@example.test', password: 'a long password' };
  await t.send('post', '/api/auth/register').send(account).expect(201);
  const get = async (path: string, auth = '') => {
    const { status } = await t.send('get', path).set(auth === '' ? {} : { Authorization: auth });
    expect([path, status]).toEqual([path, 200]);
  };
  const CHEFS = '/api/coocook/chefs';
  const BOOKINGS = '/api/coocook/bookings';
  for (const path of ['/', '/explore', `/chefs/${chef.id}`, CHEFS, `${CHEFS}/${chef.id}`]) {
    await get(path);
  }
  await get(
    `${CHEFS}?q=korean&location=seoul&cuisine=Korean&min_price=1&max_price=999&guests=2&date=${date}`,
  );
  await t.dueWork.sweeps['dates closed']?.();
  for (const query of [
    'date=2026-11-01',
    'q=koraen',
    'min_rating=4&sort=rating',
    'sort=price_asc',
    'sort=newest',
    'sort=price_desc&page=2',
  ]) {
    await get(`${CHEFS}?${query}`);
  }
  await get('/explore?q=nobody&location=nowhere&min_rating=5&date=2026-12-01');
  await get(`${CHEFS}/${chef.id}/slots?duration_hours=2`);
  for (const tab of ['upcoming', 'pending', 'past', 'cancelled']) {
    await get(`/my-bookings?tab=${tab}`, asDiner);
  }
  for (const path of [BOOKINGS, `${BOOKINGS}?status=pending`, `${BOOKINGS}/${id}`]) {
    await get(path, asDiner);
  }
  await get(`${BOOKINGS}?as=chef`, asChef);
  for (const page of ['today', 'inbox', 'earnings', 'schedule']) await get(`/chef/${page}`, asChef);
  await get(`/bookings/${id}`, asChef);
  await get(`/bookings/${confirmed.id}/reschedule`, asDiner);
  const wanted = { chef_id: chef.id, duration_hours: 2 };
  const book = (booking_date: string) =>
    t
      .send('post', BOOKINGS)
      .set({ Authorization: asDiner, 'Idempotency-Key': booking_date })
      .send({ ...wanted, booking_date, start_time: '18:00' })
      .expect(201);
  await book('2026-12-02');
  await t
    .send('put', `${BOOKINGS}/${id}`)
    .set('Authorization', asChef)
    .send({ status: 'declined', reason: 'Away.' })
    .expect(200);
  await t.send('post', `${BOOKINGS}/${id}/rescue`).set('Authorization', asDiner).expect(201);
  await t
    .send('post', '/chef/profile/gallery/arrange')
    .set({ Authorization: asChef, Accept: 'text/html' })
    .type('form')
    .send({})
    .expect(303);
}

beforeAll(async () => {
  noted.length = 0;
  await exercise();
  noted.splice(0, noted.length, ...new Set(noted.map(inOneLine)));
});

describe('each piece of SQL in the data files of modules', () => {
  it('is run by some request on the embedded database', () => {
    expect(raw.length).toBeGreaterThan(40);
    const isRun = ({ parts }: { parts: string[] }) =>
      noted.some((statement) => parts.every((part) => statement.includes(part)));
    expect(raw.filter((one) => !isRun(one))).toEqual([]);
  });

  it('is understood by PostgreSQL with the migrated schema', async () => {
    const postgres = await clonePostgres();
    const ours = noted.filter((statement) =>
      raw.some(({ parts }) => parts.every((part) => statement.includes(part))),
    );
    try {
      for (const [index, statement] of ours.entries()) {
        await postgres.execute(`PREPARE understood_${index} AS ${statement}`);
      }
    } finally {
      await postgres.close();
    }
  });
});
