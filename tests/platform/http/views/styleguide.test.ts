import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf } from '../../../support/responses/html.js';

describe('the styleguide', () => {
  const building = useTestApp({ config: { development: true } });
  const serving = useTestApp({ config: { production: true, demoMode: false } });

  it('shows every component to those who build the site', async () => {
    const answer = await request(building.app).get('/styleguide');
    expect(answer.status).toBe(200);
    const page = pageOf(answer);
    const shown = page.texts('h2:not([class])').filter((name) => /^[a-z]+$/.test(name));
    expect(shown).toEqual([
      ...['button', 'field', 'card', 'badge', 'tabs', 'dialog', 'toast', 'banner', 'table'],
      ...['empty', 'skeleton', 'pagination', 'price', 'timeline'],
    ]);
    expect(page.findAll('[data-stepper]')).not.toEqual([]);
    expect(page.findAll('input[type="date"]')).not.toEqual([]);
  });

  it('is nowhere else', async () => {
    expect((await request(serving.app).get('/styleguide')).status).toBe(404);
  });
});
