import type { Language } from './language.js';

/**
 * An amount for people: "₩150,000", in Korean "150,000원".
 * @param amount whole minor units of the currency (KRW has no decimals, USD has two)
 * @param currency ISO 4217 code
 */
export function formatMoney(amount: number, currency: string, language: Language): string {
  if (language === 'ko' && currency === 'KRW') return `${amount.toLocaleString('ko')}원`;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const { maximumFractionDigits: decimals = 0 } = format.resolvedOptions();
  return format.format(amount / 10 ** decimals);
}

/** A share of an amount in whole minor units, rounded down so that parts never exceed the whole. */
export function percentOf(amount: number, percent: number): number {
  return Math.floor((amount * percent) / 100);
}
