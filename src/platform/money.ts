import { numberFormat } from './i18n/formats.js';
import type { Language } from './i18n/language.js';

/** "₩150,000", in Korean "150,000원". @param amount minor units @param currency ISO 4217 */
export function formatMoney(amount: number, currency: string, language: Language): string {
  if (language === 'ko' && currency === 'KRW') return `${numberFormat('ko', {}).format(amount)}원`;
  const format = numberFormat(language, { style: 'currency', currency });
  return format.format(amount / minorUnits(currency));
}

const minorUnitsByCurrency = new Map<string, number>();

/** In one unit of the currency; asking a format takes longer than formatting. */
function minorUnits(currency: string): number {
  let units = minorUnitsByCurrency.get(currency);
  if (units === undefined) {
    const format = numberFormat('en', { style: 'currency', currency });
    units = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0);
    minorUnitsByCurrency.set(currency, units);
  }
  return units;
}

/** In whole minor units, rounded down so that parts never exceed the whole. */
export function percentOf(amount: number, percent: number): number {
  return Math.floor((amount * percent) / 100);
}
