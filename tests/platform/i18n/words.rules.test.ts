import { describe, expect, it } from 'vitest';
import { wordHelpers } from '../../../src/platform/http/views/view-functions.js';
import { message } from '../../../src/platform/i18n/language.js';
import { formatMoney } from '../../../src/platform/money.js';
import { formatShortMonth } from '../../../src/platform/time/format.js';
import { formatMonth } from '../../../src/platform/time/format.js';
import { formatSpan } from '../../../src/platform/time/format.js';
import { formatZone } from '../../../src/platform/time/format.js';
import { formatPlainDate } from '../../../src/platform/time/format.js';
import { formatMoment } from '../../../src/platform/time/format.js';
import { createTranslations } from '../../../src/platform/i18n/translations.js';

describe('words', () => {
  const { en, ko } = createTranslations({
    en: { '{{count}} guests_one': '{{count}} guest' },
    ko: {
      '{{count}} guests': '{{count}}명',
      'Hello {{name}}.': '{{name}}님, 안녕하세요.',
      'From {{n1}} to {{n2}}.': '{{n1}}에서 {{n2}}까지.',
      'Write to <b>{{name}}</b>': '<b>{{name}}</b>에게 쓰기',
      Friday: '금요일',
    },
  });

  it('fill their places and count', () => {
    expect([1, 2, 0].map((count) => en.t('{{count}} guests', { count }))).toEqual([
      '1 guest',
      '2 guests',
      '0 guests',
    ]);
    expect([1, 2].map((count) => ko.t('{{count}} guests', { count }))).toEqual(['1명', '2명']);
    expect(ko.t(message('Hello {{name}}.', { name: '{{name}} $t(Friday)' }))).toBe(
      '{{name}} $t(Friday)님, 안녕하세요.',
    );
  });

  it('are found for finished sentences by their numbers and their day', () => {
    expect(ko.tError('From 1 to 1,000.')).toBe('1에서 1,000까지.');
    expect(ko.tError('Friday: From 1 to 2.')).toBe('금요일: 1에서 2까지.');
    expect(en.tError('Friday: From 1 to 2.')).toBe('Friday: From 1 to 2.');
    expect(ko.tError('Nobody wrote this.')).toBe('Check what you have entered here.');
    expect(ko.tStored('Friday')).toBe('금요일');
    expect(ko.tStored('{{what}} people write')).toBe('{{what}} people write');
  });

  it('hold elements, but none that come from outside', () => {
    const { tHtml } = wordHelpers(ko);
    expect(tHtml('Write to <b>{{name}}</b>', { name: '<i>"&' })).toBe(
      '<b>&lt;i&gt;&#34;&amp;</b>에게 쓰기',
    );
  });

  it('tell dates, zones, spans and prices', () => {
    const at = new Date('2026-11-28T09:00:00Z');
    expect(formatMoment(at, 'Asia/Seoul', 'en')).toBe('Sat 28 Nov 2026, 18:00');
    expect(formatMoment(at, 'Asia/Seoul', 'ko')).toBe('2026년 11월 28일 (토) 18:00');
    expect(formatPlainDate('2026-11-28', 'ko')).toBe('11월 28일 (토)');
    expect([formatMonth('2026-11', 'en'), formatMonth('2026-11', 'ko')]).toEqual([
      'November 2026',
      '2026년 11월',
    ]);
    expect([formatShortMonth('2026-11', 'en'), formatShortMonth('2026-11', 'ko')]).toEqual([
      'Nov',
      '11',
    ]);
    expect(formatZone(at, 'Asia/Seoul', 'ko')).toBe('한국 시간 (GMT+9)');
    const now = new Date(at.getTime() - 3 * 3_600_000);
    expect(formatSpan(now, at, 'ko')).toBe('3시간');
    expect(formatMoney(150_000, 'KRW', 'ko')).toBe('150,000원');
    expect(formatMoney(150_050, 'USD', 'ko')).toBe('US$1,500.50');
  });
});
