import autocannon from 'autocannon';
import { quantile } from '../report/figures.js';

/** Milliseconds of the answers, by their status; `error` for requests without one. */
export type Times = Map<number | 'error', number[]>;

/** Sends requests for so many seconds. @throws when none can be sent */
export async function load(
  url: string,
  { seconds, ...more }: Partial<autocannon.Options> & { seconds: number },
): Promise<Times> {
  const times: Times = new Map();
  const note = (status: number | 'error', ms: number) => {
    const known = times.get(status);
    if (known === undefined) times.set(status, [ms]);
    else known.push(ms);
  };
  await new Promise<void>((resolve, reject) => {
    const done = (error: Error | null) => {
      if (error === null) resolve();
      else reject(error);
    };
    const running = autocannon({ url, duration: seconds, timeout: 60, ...more }, done);
    running.on('response', (_client, status, _bytes, ms) => {
      note(status, ms);
    });
    running.on('reqError', () => {
      note('error', 0);
    });
  });
  return times;
}

/** How many answers of each status, and how long the slow ones took. */
export function told(times: Times): string {
  return [...times]
    .map(([status, all]) => {
      const [p50, p99] = [0.5, 0.99].map((part) => quantile(all, part).toFixed(0));
      return `${all.length} × ${status} (p50 ${p50} ms, p99 ${p99} ms)`;
    })
    .join(', ');
}
