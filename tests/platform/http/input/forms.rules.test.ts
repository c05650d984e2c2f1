import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm } from '../../../../src/platform/http/input/form.js';

describe('forms', () => {
  const schema = z.strictObject({
    hours: z.int('Enter whole hours.').min(1),
    note: z.string().optional(),
    tags: z.array(z.string()).optional(),
  });

  it('read text as the schema of the API means it', () => {
    const read = readForm(schema, { hours: ' 3 ', note: '', tags: 'a', step: 'next' });
    expect(read).toEqual({
      ok: true,
      input: { hours: 3, tags: ['a'] },
      form: { values: { hours: '3', note: '', step: 'next' }, lists: { tags: ['a'] }, errors: [] },
    });
  });

  it('keep what was typed beside what is wrong with it', () => {
    for (const hours of ['3; drop table', '1e3', '0x10', 'NaN']) {
      const read = readForm(schema, { hours });
      expect(read.ok).toBe(false);
      expect(read.form.values.hours).toBe(hours);
      expect(read.form.errors).toEqual([{ field: 'hours', message: 'Enter whole hours.' }]);
    }
    expect(readForm(schema, undefined).form.errors[0]?.field).toBe('hours');
  });
});
