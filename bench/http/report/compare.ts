import { wholeCpu, type Results, type Row, type Yardstick } from './figures.js';

/** What is worse by less is called the same: two runs of one program differ so much. */
const WORSE = 1.1;
const TITLES: Record<Yardstick, string> = {
  http: '× node:http',
  express: '× Express',
  insert: '× INSERT',
};

/**
 * The rows that got slower since an earlier run, a line each: by the processor time of a request, or
 * by its ratio to a yardstick. On another processor only the ratios are compared.
 */
export function slower(before: Results, now: Results): string[] {
  const sameMachine = before.machine.processor === now.machine.processor;
  return now.rows.flatMap((row) => {
    const earlier = before.rows.find(({ name }) => name === row.name);
    if (earlier === undefined) return [];
    const old = costsOf(earlier, sameMachine);
    const worse = [...costsOf(row, sameMachine)].flatMap(([title, cost]) => {
      const was = old.get(title);
      if (was === undefined || cost <= was * WORSE) return [];
      const percent = Math.round((cost / was - 1) * 100);
      return [`${was.toFixed(2)} → ${cost.toFixed(2)} ${title} (+${percent} %)`];
    });
    return worse.length === 0 ? [] : [`${row.name}: ${worse.join(', ')}`];
  });
}

function costsOf(row: Row, withTimes: boolean): Map<string, number> {
  const ratios = Object.entries(row.ratios) as [Yardstick, { cpu: number }][];
  const costs = new Map(ratios.map(([yardstick, { cpu }]) => [TITLES[yardstick], cpu]));
  return withTimes ? costs.set('CPU ms', wholeCpu(row)) : costs;
}
