/** Half-open, in milliseconds since 1970. */
export type Interval = readonly [start: number, end: number];

/** In order; intervals that touch or overlap become one, empty ones are left out. */
export function mergeIntervals(intervals: Interval[]): Interval[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (end <= start) continue;
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Walks through merged intervals once, for instants in order. */
export function intervalCursor(intervals: Interval[]) {
  let index = 0;
  return {
    firstEndingAfter(instant: number): Interval | undefined {
      for (;;) {
        const interval = intervals[index];
        if (interval === undefined || interval[1] > instant) return interval;
        index += 1;
      }
    },
  };
}
