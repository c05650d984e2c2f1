/** A half-open span of time in milliseconds since 1970. */
export type Interval = readonly [start: number, end: number];

/** Intervals in order, those that touch or overlap made one, empty ones left out. */
export function merged(intervals: Interval[]): Interval[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (end <= start) continue;
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Goes through merged intervals once, for instants that never go back. */
export function walk(intervals: Interval[]) {
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
