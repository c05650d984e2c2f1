/** What a request costs and how fast it is answered; times in milliseconds. */
export interface Figures {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time a request, of the measured server. */
  cpu: number;
  /** The same of all PostgreSQL processes. */
  databaseCpu: number;
  bytes: number;
  statements: number;
}

/** Against a yardstick: `cpu` of server and database together, so 2 is twice as dear; `speed`, so 2 is twice as fast. */
export interface Ratio {
  cpu: number;
  speed: number;
}

export type Yardstick = 'http' | 'express' | 'insert';

export interface Row extends Figures {
  name: string;
  ratios: Partial<Record<Yardstick, Ratio>>;
}

/** A run, as its JSON file has it. */
export interface Results {
  at: string;
  node: string;
  machine: { processor: string; cores: number; load: number[] };
  settings: { seconds: number; connections: number };
  notes: string[];
  yardsticks: Partial<Record<Yardstick, Figures>>;
  rows: Row[];
}

/** The value that a share of all others does not exceed; 0 of none. */
export function quantile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** To so many digits that matter. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

/** The processor time of all processes that a request keeps busy. */
export function wholeCpu({ cpu, databaseCpu }: Pick<Figures, 'cpu' | 'databaseCpu'>): number {
  return cpu + databaseCpu;
}

/** Null where the yardstick's time is too short to be counted. */
export function ratioTo(yardstick: Figures, figures: Figures): Ratio | null {
  if (wholeCpu(yardstick) === 0 || yardstick.perSecond === 0) return null;
  return {
    cpu: rounded(wholeCpu(figures) / wholeCpu(yardstick)),
    speed: rounded(figures.perSecond / yardstick.perSecond),
  };
}

/** A row with its ratios to all yardsticks there are; the INSERT is one for what writes alone. */
export function rowOf(
  { name, writes }: { name: string; writes: boolean },
  figures: Figures,
  yardsticks: Results['yardsticks'],
): Row {
  const ratios: Row['ratios'] = {};
  for (const key of ['http', 'express', 'insert'] as const) {
    const yardstick = yardsticks[key];
    const ratio = yardstick && (key !== 'insert' || writes) ? ratioTo(yardstick, figures) : null;
    if (ratio !== null) ratios[key] = ratio;
  }
  return { name, ...figures, ratios };
}

/** The mean of the same measured twice. */
export function meanOf(a: Figures, b: Figures): Figures {
  const keys = Object.keys(a) as (keyof Figures)[];
  return Object.fromEntries(keys.map((key) => [key, rounded((a[key] + b[key]) / 2, 4)])) as never;
}
