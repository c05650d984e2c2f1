import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../../src/platform/paths.js';
import { freePort } from './postgres.js';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export const SERVER = join(packageRoot(), 'dist', 'src', 'server.js');

/** A real server process, as `npm start` and the container run it. */
export interface ServerProcess {
  url: string;
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

/** Starts the built server (or another build of it) on PORT or a free one, and waits until it is ready. */
export async function startServer(
  env: Record<string, string>,
  program = SERVER,
): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort());
  const { child, output } = launch({ ...env, PORT: port }, [program]);
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/ready`).catch(() => null);
    if (ready?.ok) {
      return {
        url,
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

function launch(env: Record<string, string>, args: string[]) {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  running.add(child);
  child.on('exit', () => running.delete(child));
  return { child, output: () => said };
}
