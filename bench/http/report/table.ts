import type { Figures, Results } from './figures.js';

const HEADINGS = [
  ...['req/s', 'p50 ms', 'p99 ms', 'CPU ms', 'DB ms', 'bytes', 'SQL'],
  ...['× http', '× Express', '× INSERT'],
];
const YARDSTICKS = { http: 'node:http', express: 'Express', insert: 'INSERT (pgbench)' } as const;
const NAME = 63;
const CELL = 10;

/** The results as lines of text: yardsticks first, then the routes, then the notes. */
export function tableOf({ yardsticks, rows, notes }: Results): string[] {
  const bare = (['http', 'express', 'insert'] as const).flatMap((key) => {
    const figures = yardsticks[key];
    return figures === undefined ? [] : [line(YARDSTICKS[key], cells(figures))];
  });
  const measured = rows.map(({ name, ratios, ...figures }) => {
    const costs = [ratios.http, ratios.express, ratios.insert].map((ratio) => ratio?.cpu ?? '');
    return line(name, [...cells(figures), ...costs]);
  });
  return [line('', HEADINGS), ...bare, ...measured, ...notes];
}

function cells({ perSecond, p50, p99, cpu, databaseCpu, bytes, statements }: Figures) {
  return [perSecond, p50, p99, cpu, databaseCpu, bytes, statements];
}

function line(name: string, values: (string | number)[]): string {
  return (
    name.padEnd(NAME) + values.map((value) => String(value).padStart(CELL)).join('')
  ).trimEnd();
}
