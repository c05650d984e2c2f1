import type { KeptResponse } from './kept-response.js';

/** With its forms, which are made later, and what lies around them. */
const sizeOf = (key: string, { body }: KeptResponse) => key.length + 2 * body.length + 2048;

/** Kept responses up to so many bytes; the longest unused ones go first. */
export function createStore(maxBytes: number) {
  const kept = new Map<string, KeptResponse>();
  let bytes = 0;

  function remove(key: string): void {
    const old = kept.get(key);
    if (old === undefined) return;
    kept.delete(key);
    bytes -= sizeOf(key, old);
  }

  return {
    /** Counts as a use. */
    get(key: string): KeptResponse | undefined {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    set(key: string, response: KeptResponse): void {
      remove(key);
      kept.set(key, response);
      bytes += sizeOf(key, response);
      for (const [oldest] of kept) {
        if (bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    remove,
  };
}
