export const USUAL_GUESTS = 2;
const USUAL_HOURS = 3;

/** How long a meal takes unless another length is asked for, within what the chef offers. */
export function usualHours(chef: { minHours: number; maxHours: number }): number {
  return Math.min(Math.max(USUAL_HOURS, chef.minHours), chef.maxHours);
}
