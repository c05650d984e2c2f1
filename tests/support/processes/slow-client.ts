import { connect } from 'node:net';

/** Sends a piece every second until the connection is closed; gives what came back. */
export async function drip(port: number, start: string, piece: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
  // The rest of what is sent may meet a closed connection.
  socket.on('error', () => undefined);
  socket.write(start);
  const dripping = setInterval(() => socket.write(piece), 1000);
  await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(dripping);
  return received;
}
