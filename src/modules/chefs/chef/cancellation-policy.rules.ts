/** The refund for a cancellation at least so many hours before the meal. */
export interface CancellationStep {
  hours_before: number;
  percent: number;
}

export type CancellationPolicy = 'flexible' | 'moderate' | 'strict';

/** Most generous step first; after the last one nothing is refunded. */
export const CANCELLATION_TERMS: Record<CancellationPolicy, CancellationStep[]> = {
  flexible: [
    { hours_before: 6, percent: 100 },
    { hours_before: 2, percent: 50 },
  ],
  moderate: [
    { hours_before: 24, percent: 100 },
    { hours_before: 6, percent: 50 },
  ],
  strict: [
    { hours_before: 7 * 24, percent: 100 },
    { hours_before: 48, percent: 50 },
  ],
};

export function policySentences(terms: CancellationStep[]): string[] {
  const steps = terms.map(({ hours_before, percent }) => {
    const given = percent === 100 ? 'Full refund' : `${percent}% refund`;
    return `${given} if you cancel at least ${spanText(hours_before)} before the meal.`;
  });
  return [...steps, 'No refund after that. If the chef cancels, you get everything back.'];
}

function spanText(hours: number): string {
  return hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`;
}
