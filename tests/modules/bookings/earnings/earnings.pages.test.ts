import { beforeAll, describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { buildBooking, buildChef, buildDiner, signInAs } from '../../../support/app/factories.js';
import { pageOf } from '../../../support/responses/html.js';

const t = useTestApp();
let dinerId: number;

beforeAll(async () => {
  ({ id: dinerId } = await buildDiner(t));
  await t.db.user.update({ where: { id: dinerId }, data: { name: 'Kim <Seo-yeon>' } });
});

async function newChef(given: Parameters<typeof buildChef>[1] = {}) {
  const { id, userId } = await buildChef(t, given);
  return { id, auth: await signInAs(t, userId) };
}
type Someone = { auth: string };
const get = (path: string, who: Someone, language = 'en') =>
  t
    .send('get', path)
    .set('Accept', 'text/html')
    .set('Accept-Language', language)
    .set('Authorization', who.auth);

describe('earnings', () => {
  it('of nothing say what will make some', async () => {
    const chef = await newChef();
    const page = pageOf(await get('/chef/earnings', chef));
    expect(page.text).toContain('Nothing earned yet');
    expect(page.findAll('.chart-svg')).toEqual([]);
  });

  it('tell this month first, and round amounts beside the picture', async () => {
    const chef = await newChef();
    const book = (date: string, hours: number, status: 'completed' | 'confirmed') =>
      buildBooking(t, { userId: dinerId, chefId: chef.id, date, time: '12:00', hours, status });
    await book('2026-11-02', 4, 'completed');
    await book('2026-10-02', 2, 'completed');
    await book('2026-11-28', 3, 'confirmed');
    const words = pageOf(await get('/chef/earnings', chef)).text;
    expect(words).toContain('This month, November 2026 ₩480 1 meal cooked, ₩360 still to come');
    expect(words).toContain('Last month ₩240 1 meal cooked');
    expect(words).toContain('₩1,000 ₩500 ₩0');
    const korean = pageOf(await get('/chef/earnings', chef, 'ko')).text;
    expect(korean).toContain('이번 달, 2026년 11월 480원');
  });
});
