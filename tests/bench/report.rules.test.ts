import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { chartOf } from '../../bench/http/report/chart.js';
import { tableOf } from '../../bench/http/report/table.js';
import { figures, row, run } from './examples.js';

const rows = [
  row('GET /?a&b, visitor', { cpu: 0.5, databaseCpu: 0.5 }),
  row('GET /explore, visitor', { cpu: 1, databaseCpu: 1 }),
];

describe('the table', () => {
  it('has a line for each yardstick, row and note, below its headings', () => {
    const lines = tableOf(run(rows));
    expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual([
      ...['', 'Express', 'GET /?a&b, visitor', 'GET /explore, visitor', 'The machine was quiet.'],
    ]);
  });

  it('keeps each figure below its heading, and a cell empty that has none', () => {
    const [headings = '', , first = ''] = tableOf(run(rows));
    const at = (heading: string) => {
      const end = headings.indexOf(heading) + heading.length;
      return first.slice(end - 9, end).trim();
    };
    expect(['CPU ms', 'DB ms', 'SQL', '× http', '× Express'].map(at)).toEqual([
      ...['0.5', '0.5', '2', '', '10'],
    ]);
  });
});

describe('the chart', () => {
  const { document } = parseHTML(chartOf(run(rows)));
  const lengths = [...document.querySelectorAll('rect')]
    .slice(3)
    .map((bar) => Number(bar.getAttribute('width')));

  it('gives each row a bar of server and database, the dearest the longest', () => {
    expect(lengths).toHaveLength(4);
    expect(lengths[2]).toBeCloseTo((lengths[0] ?? 0) * 2, 0);
    expect(lengths[0]).toBe(lengths[1]);
  });

  it('says the names and ratios', () => {
    const text = document.documentElement.textContent;
    expect(text).toContain('GET /?a&b, visitor');
    expect(text).toContain('20 · 2.00 ms');
  });

  it('is empty without its yardstick', () => {
    expect(chartOf({ ...run(rows), yardsticks: { http: figures() } })).toBe('');
  });
});
