/**
 * An amount for people, such as "₩150,000".
 * @param amount whole minor units of the currency (KRW has no decimals, USD has two)
 * @param currency ISO 4217 code
 */
export function formatMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits: decimals = 0 } = format.resolvedOptions();
  return format.format(amount / 10 ** decimals);
}

/** A share of an amount in whole minor units, rounded down so that parts never exceed the whole. */
export function percentOf(amount: number, percent: number): number {
  return Math.floor((amount * percent) / 100);
}
