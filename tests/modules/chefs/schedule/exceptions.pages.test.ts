import { describe, expect, it } from 'vitest';
import { useTestApp } from '../../../support/app/app.js';
import { pageOf, type Part } from '../../../support/responses/html.js';
import { hasMessage, PAGE, useCook } from './setup.js';

const t = useTestApp();
const { cook, send, shown, filled } = useCook(t);
/** The field that a message stands beside. */
const explained = (page: Part, message: string) =>
  page
    .findAll('.error-message')
    .filter((one) => one.text.includes(message))
    .map((one) => one.attribute('id'));

describe('exceptions', () => {
  const add = (body: object) => send(cook.browser, `${PAGE}/exceptions`, body);
  const extra = {
    date: '2026-11-28',
    kind: 'extra_hours',
    opens: '22:00',
    closes: '01:00',
  };

  it('are added and removed, and stay when hours are saved', async () => {
    expect((await add({ ...extra, kind: 'day_off', opens: '', closes: '' })).status).toBe(303);
    expect((await add(extra)).headers.location).toBe(PAGE);
    const page = await shown();
    expect(page.text).toContain('Extra hours added.');
    expect(page.text).toContain('Working 22:00–24:00');
    expect(page.text).toContain('Working 00:00–01:00, 10:00–22:00');
    await send(cook.browser, PAGE, await filled());
    expect(await t.db.availabilityException.count({ where: { chefId: cook.chefId } })).toBe(2);

    const remove = `${PAGE}/exceptions/remove`;
    expect((await send(cook.browser, remove, { ...extra, closes: '' })).status).toBe(303);
    expect(
      await t.db.availabilityException.findMany({ where: { chefId: cook.chefId } }),
    ).toMatchObject([{ kind: 'day_off' }]);
    expect((await send(cook.browser, remove, { date: '2026-11-28', kind: 'day_off' })).status).toBe(
      303,
    );
    expect((await shown()).text).toContain('None from today on');
    expect((await send(cook.browser, remove, { kind: 'x' })).status).toBe(422);
  });

  it.each([
    [{ date: '2026-11-22' }, 'date', 'Choose today or a later date.'],
    [{ date: '' }, 'date', 'Enter a date.'],
    [{ closes: '' }, 'closes', 'Enter a time.'],
    [{ kind: 'day_off' }, 'kind', 'A day off has no times'],
  ])('are refused with %j, everything kept', async (given, field, message) => {
    const response = await add({ ...extra, ...given });
    expect(response.status).toBe(422);
    const page = pageOf(response);
    expect(page.text).toContain(message);
    expect(explained(page, message)).toContain(`${field}-error`);
    expect(page.values('opens')).toEqual(['22:00']);
    expect(page.values('opens_1_1')).toEqual(['10:00']);
  });

  it('are not added twice', async () => {
    await add(extra);
    const again = await add(extra);
    expect(again.status).toBe(422);
    const page = pageOf(again);
    expect(page.text).toContain('This date has such an exception already.');
    expect(hasMessage(page, 'date')).toBe(true);
  });
});
