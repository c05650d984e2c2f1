import { once } from 'node:events';
import { createServer } from 'node:net';

/** Systems give no port below 32768 to whoever asks for any one, so that it is free later, too. */
const FIRST = 20_000;
const COUNT = 12_000;

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
