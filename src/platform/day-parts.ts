/** When each part of a day begins, by the clock. */
const BEGINNINGS = [
  ['night', '00:00'],
  ['morning', '05:00'],
  ['afternoon', '12:00'],
  ['evening', '17:00'],
] as const;

export type DayPart = (typeof BEGINNINGS)[number][0];

/** Times of one day (HH:MM) by the part of it in which they begin; parts with none are left out. */
export function partsOfDay<Start extends { start_time: string }>(
  starts: Start[],
): { part: DayPart; starts: Start[] }[] {
  return BEGINNINGS.map(([part, from], index) => {
    const until = BEGINNINGS[index + 1]?.[1] ?? '24:00';
    return {
      part,
      starts: starts.filter(({ start_time }) => start_time >= from && start_time < until),
    };
  }).filter((group) => group.starts.length > 0);
}
