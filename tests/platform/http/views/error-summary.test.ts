import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildChef, buildDiner, buildUser, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';

const t = useTestApp();
const as = { diner: '', chef: '', newcomer: '' };
let chefId = 0;

beforeAll(async () => {
  const chef = await buildChef(t);
  chefId = chef.id;
  as.chef = await signInAs(t, chef.userId);
  as.diner = await signInAs(t, (await buildDiner(t)).id);
  as.newcomer = await signInAs(t, (await buildUser(t)).id);
});

/** The lines of the error summary of a form that is sent with these fields. */
async function linesOf(path: string, who: keyof typeof as, fields: object) {
  const sent = t.send('post', path).set('Accept', 'text/html').set('Accept-Language', 'ko');
  const answer = await sent.set('Authorization', as[who]).type('form').send(fields);
  expect([path, answer.status]).toEqual([path, 422]);
  return Object.values(pageOf(answer).errors());
}

describe('promise 9: the lines of an error summary', () => {
  it.each<[string, () => string, keyof typeof as, object]>([
    ['a request', () => `/chefs/${chefId}/book`, 'diner', { step: 'review' }],
    ['a new chef', () => '/chef/profile', 'newcomer', {}],
    ['a profile', () => '/chef/profile', 'chef', {}],
    ['a schedule', () => '/chef/schedule', 'chef', { step: 'save' }],
  ])('can be told apart: of %s', async (_name, path, who, fields) => {
    const lines = await linesOf(path(), who, fields);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  it('name the field where the words are the same', async () => {
    const lines = await linesOf(`/chefs/${chefId}/book`, 'diner', { step: 'review' });
    expect(lines).toContain('동네: 내용을 입력해 주세요.');
  });
});
