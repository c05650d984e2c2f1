import request from 'supertest';
import { beforeEach, expect } from 'vitest';
import type { TestApp } from '../../../support/app/app.js';
import { pageOf, type Part } from '../../../support/responses/html.js';

export type Browser = ReturnType<typeof request.agent>;

export const PAGE = '/chef/schedule';

export const hasMessage = (page: Part, field: string) =>
  page.findAll(`[id="${field}-error"]`).length > 0;

/** Before each test, a chef who has just registered by the pages, in a browser. */
export function useCook(t: TestApp) {
  const cook = {} as { browser: Browser; chefId: number };
  let count = 0;

  const send = (agent: Browser, path: string, body: object) =>
    agent.post(path).type('form').send(body);

  /** Somebody who has just registered. */
  async function newcomer(): Promise<Browser> {
    const agent = request.agent(t.app);
    const email = `schedule${(count += 1)}@example.test`;
    const cook = { name: 'Cook', email, password: 'a long password' };
    for (const path of ['/register', '/sign-in']) await send(agent, path, cook);
    return agent;
  }

  beforeEach(async () => {
    cook.browser = await newcomer();
    const profile = {
      name: 'Cook',
      bio: 'Cooks.',
      cuisine_type: 'Thai',
      location: 'Seoul',
      price_per_session: '90',
      time_zone: 'Asia/Seoul',
      cancellation_policy: 'strict',
    };
    expect((await send(cook.browser, '/chef/profile', profile)).status).toBe(303);
    cook.chefId = (await t.db.chef.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  });

  const shown = async (path = PAGE) => pageOf(await cook.browser.get(path));
  const version = async () => (await shown()).values('version')[0] ?? '';
  /** What the form sends, with Saturday's hours alone unless a test says more. */
  const filled = async (given: object = {}) => ({
    version: await version(),
    time_zone: 'Asia/Seoul',
    min_hours: '1',
    max_hours: '6',
    max_guests: '8',
    buffer_before_minutes: '30',
    buffer_after_minutes: '15',
    start_step_minutes: '60',
    minimum_notice_hours: '5',
    horizon_days: '90',
    opens_6_1: '10:00',
    closes_6_1: '14:00',
    opens_6_2: '',
    closes_6_2: '',
    ...given,
  });
  return { cook, send, newcomer, shown, version, filled };
}
