import { join } from 'node:path';
import { startServer } from '../../../tests/support/processes/server.js';
import { cpuOf } from '../cpu.js';
import type { Load } from '../load/load.js';
import { measure, type Limits } from '../measure.js';
import type { Figures } from '../report/figures.js';

/** Measures a server that does nothing but answer, in a process of its own. */
export async function measureBare(
  program: 'bare-http.mjs' | 'bare-express.mjs',
  load: Load,
  limits: Limits,
): Promise<Figures> {
  const server = await startServer({ NODE_ENV: 'production' }, [
    join(import.meta.dirname, program),
  ]);
  const job = { url: `${server.url}/`, method: 'GET', headers: {}, books: null } as const;
  const { connections } = limits;
  try {
    return await measure(
      {
        cpu: () => cpuOf(server.pid),
        databaseCpu: () => 0,
        statements: () => Promise.resolve(0),
      },
      (extent) => load.send({ ...job, connections, extent }, 200),
      limits,
    );
  } finally {
    await server.end('SIGTERM');
  }
}
