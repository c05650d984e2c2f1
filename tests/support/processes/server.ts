import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../../../src/platform/paths.js';
import { endWithThisProcess } from './child-processes.js';

export const SERVER = join(packageRoot(), 'dist', 'src', 'server.js');
const DATABASE_SCRIPT = join(packageRoot(), 'dist', 'scripts', 'db.js');
/** No test comes to these limits, and a busy machine would reach the ones of production. */
const LIMITS = {
  DATABASE_CONNECT_TIMEOUT_MS: '60000',
  DATABASE_QUERY_TIMEOUT_MS: '60000',
  OVERLOAD_ANSWER_MS: '60000',
  OPEN_REQUESTS_PER_DINER: '1000000',
  OPEN_REQUESTS_AT_ONE_TIME: '1000000',
};
/** Views are compiled once, as in production, which has no address by default. */
const TEST = { NODE_ENV: 'test', LOG_LEVEL: 'info', PUBLIC_URL: 'https://coocook.test' };

/** A real server process, as `npm start` and the container run it. */
export interface ServerProcess {
  url: string;
  pid: number;
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs the built server until it ends by itself; gives its exit code and all that it said. */
export async function runToEnd(env: Record<string, string>, args = [SERVER]) {
  const { child, output } = launch(env, args);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output() };
}

/** Migrates a database and fills it with the demo data. @throws Error with what the script printed */
export async function seedDemoData(url: string, env: Record<string, string> = {}): Promise<void> {
  const settings = { DATABASE_URL: url, ...env };
  const { code, output } = await runToEnd(settings, [DATABASE_SCRIPT, 'seed']);
  if (code !== 0) throw new Error(`Seeding ended with ${code}: ${output}`);
}

/** Of the log, at the level `info`. */
const LISTENING = /"url":"http:\/\/[^"]*:(\d+)","msg":"listening"/;

/** Starts the built server (or another build of it, with Node's options) on PORT or a free one, and waits until it is ready. */
export async function startServer(
  env: Record<string, string>,
  args = [SERVER],
): Promise<ServerProcess> {
  const { child, output } = launch({ PORT: '0', ...env }, args);
  while (child.exitCode === null) {
    const [, port] = LISTENING.exec(output()) ?? [];
    const url = `http://127.0.0.1:${port}`;
    if (port !== undefined && (await isReady(url))) {
      return {
        url,
        pid: child.pid ?? 0,
        output,
        async end(signal) {
          if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
          const gone = once(child, 'exit');
          child.kill(signal);
          await gone;
          return child.exitCode;
        },
      };
    }
    await pause(100);
  }
  throw new Error(`The server ended with ${child.exitCode}: ${output()}`);
}

const isReady = (url: string) =>
  fetch(`${url}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function launch(env: Record<string, string>, args: string[]) {
  const child: ChildProcess = endWithThisProcess(
    spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, ...TEST, ...LIMITS, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { child, output: () => said };
}
