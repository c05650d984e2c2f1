import type { ServerResponse } from 'node:http';

/** Acts when the head of the response is about to be sent, and its headers can still be changed. */
export function beforeHead(res: ServerResponse, act: () => void): void {
  const writeHead = res.writeHead.bind(res);
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    act();
    return writeHead(...args);
  }) as typeof writeHead;
}
