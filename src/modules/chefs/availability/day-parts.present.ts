import type { Translator } from '../../../platform/i18n/translations.js';

const BEGINNINGS = [
  ['night', '00:00'],
  ['morning', '05:00'],
  ['afternoon', '12:00'],
  ['evening', '17:00'],
] as const;
type DayPart = (typeof BEGINNINGS)[number][0];

/** Times of one day (HH:MM) by the part of the day that they begin in, without empty parts. */
export function partsOfDay<Start extends { start_time: string }>(
  starts: Start[],
): { part: DayPart; starts: Start[] }[] {
  return BEGINNINGS.map(([part, from], index) => {
    const until = BEGINNINGS[index + 1]?.[1] ?? '24:00';
    const within = ({ start_time: time }: Start) => time >= from && time < until;
    return { part, starts: starts.filter(within) };
  }).filter((group) => group.starts.length > 0);
}

export function freeTimesViewHelpers({ t }: Translator) {
  const labels: Record<DayPart, string> = {
    night: t('After midnight'),
    morning: t('Morning'),
    afternoon: t('Afternoon'),
    evening: t('Evening'),
  };
  return {
    partsOfDay: (starts: { start_time: string }[]) =>
      partsOfDay(starts).map((group) => ({ ...group, label: labels[group.part] })),
    startOrFirst: <Start extends { start_time: string }>(starts: Start[], time?: string) =>
      starts.find((one) => one.start_time === time) ?? starts[0],
  };
}
