import { axisFor, type Month } from './earnings.rules.js';

/** Heights in pixels: above the bars, the bars, and below them for the months. */
const TOP = 16;
const BARS = 196;
const FLOOR = TOP + BARS;
const LABELS = 28;
/** A bar's share of the room that its month has. */
const BAR_SHARE = 0.64;

/** A part of a bar; undefined when it has no height. */
type Part = { y: string; height: string } | undefined;

/** Months as bars: y and heights in pixels, x and widths in per cent of the chart. */
export function presentChart(months: Month[], current: string) {
  const axis = axisFor(Math.max(...months.map((month) => earnedIn(month) + month.expected)));
  const top = axis.at(-1) ?? 1;
  const y = (amount: number) => FLOOR - (amount / top) * BARS;
  const room = 100 / months.length;
  const x = (place: number) => `${(place * room).toFixed(2)}%`;
  const now = months.findIndex(({ month }) => month === current);
  return {
    height: FLOOR + LABELS,
    width: x(BAR_SHARE),
    label_y: FLOOR + 18,
    axis: axis.toReversed(),
    lines: axis.map(y),
    bars: months.map((month, index) => {
      const [paid, all] = [y(earnedIn(month)), y(earnedIn(month) + month.expected)];
      return {
        month: month.month,
        x: x(index + (1 - BAR_SHARE) / 2),
        middle: x(index + 0.5),
        paid: partBetween(paid, FLOOR),
        expected: partBetween(all, paid),
        is_now: index === now,
        /** Where there is little room, only every other month is named, and the current one is. */
        is_between: (index - now) % 2 !== 0,
      };
    }),
  };
}

/** What a month brought: cooked meals, and what late cancellations left. */
export function earnedIn({ earned, kept }: Month): number {
  return earned + kept;
}

function partBetween(top: number, bottom: number): Part {
  return top < bottom ? { y: top.toFixed(1), height: (bottom - top).toFixed(1) } : undefined;
}
