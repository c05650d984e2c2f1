import { beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../prisma/seed.js';
import { NOW, useTestApp } from '../support/app/app.js';

const t = useTestApp();
beforeAll(() => seed(t.db, new Date(NOW)));

describe('the demo data', () => {
  it('has the seven bookings, and stays as it is when seeded again', async () => {
    await seed(t.db, new Date(NOW));
    const seeded = await t.db.booking.findMany({ orderBy: { id: 'asc' }, take: 7 });
    expect(seeded.map((one) => one.totalPrice)).toEqual([360, 260, 600, 280, 280, 280, 330]);
    expect(new Set(seeded.map((one) => one.status)).size).toBeGreaterThan(3);
    expect(await t.db.user.count({ where: { email: 'demo@coocook.test' } })).toBe(1);
    expect((await t.db.user.findUniqueOrThrow({ where: { id: 1 } })).email).toBe(
      'demo@coocook.test',
    );
  });

  it('lets each chef sign in', async () => {
    const response = await t
      .send('post', '/api/auth/login')
      .send({ email: 'yuki.tanaka@coocook.test', password: 'coocook-demo' });
    expect(response.status).toBe(200);
  });
});
