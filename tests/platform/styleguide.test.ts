import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from '../support/app.js';

describe('the styleguide', () => {
  const building = useTestApp({ config: { development: true } });
  const serving = useTestApp({ config: { production: true, demoMode: false } });

  it('shows every component to those who build the site', async () => {
    const { status, text } = await request(building.app).get('/styleguide');
    expect(status).toBe(200);
    const shown = [...text.matchAll(/<h2>([a-z]+)<\/h2>/g)].map(([, name]) => name);
    expect(shown).toEqual([
      ...['button', 'field', 'card', 'badge', 'tabs', 'dialog', 'toast', 'banner', 'table'],
      ...['empty', 'skeleton', 'pagination', 'price', 'timeline'],
    ]);
    expect(text).toMatch(/data-stepper[^]*type="date"|type="date"[^]*data-stepper/);
  });

  it('is nowhere else', async () => {
    expect((await request(serving.app).get('/styleguide')).status).toBe(404);
  });
});
