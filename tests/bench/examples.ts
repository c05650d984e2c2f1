import type { Figures, Results, Row } from '../../bench/http/report/figures.js';

/** Figures of a request, plain ones where none are given. */
export function figures(given: Partial<Figures> = {}): Figures {
  return {
    ...{ requests: 1000, perSecond: 1000, p50: 40, p99: 90 },
    ...{ cpu: 0, databaseCpu: 0, bytes: 300, statements: 2 },
    ...given,
  };
}

/** A row whose ratio to Express is that of its processor time to one of 0.1 ms. */
export function row(name: string, given: Partial<Figures>): Row {
  const all = figures(given);
  const cpu = (all.cpu + all.databaseCpu) / 0.1;
  return { name, ...all, ratios: { express: { cpu, speed: 0.1 } } };
}

/** The results of a run with some rows. */
export function run(rows: Row[], processor = 'Xeon'): Results {
  return {
    at: '2026-11-21T12:00:00.000Z',
    node: 'v20.20.2',
    machine: { processor, cores: 2, load: [0.1, 0.2, 0.3] },
    settings: { seconds: 5, connections: 50 },
    notes: ['The machine was quiet.'],
    yardsticks: { express: figures({ cpu: 0.1 }) },
    rows,
  };
}
