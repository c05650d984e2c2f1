interface Waiter {
  isMet: () => boolean;
  act: (isMet: boolean) => void;
}

/** Who waits until enough is heard; in vain for `maxMs` at most, and then nobody until something is heard again. */
export function createWaiters(maxMs: number) {
  const waiting = new Set<Waiter>();
  let heard = 0;
  let isDeaf = false;
  let isWatched = false;

  function watch(): void {
    const before = heard;
    isWatched = true;
    // One turn later: what came while the event loop was busy is read only then.
    setTimeout(() => setImmediate(giveUp, before), maxMs).unref();
  }

  function giveUp(before: number): void {
    isWatched = false;
    if (waiting.size === 0) return;
    if (heard !== before) {
      watch();
      return;
    }
    isDeaf = true;
    const given = [...waiting];
    waiting.clear();
    for (const { act } of given) act(false);
  }

  return {
    isEmpty: (): boolean => waiting.size === 0,
    /** Acts at once if it is met or nothing is heard. */
    wait(isMet: Waiter['isMet'], act: Waiter['act']): void {
      if (isMet() || isDeaf) {
        act(isMet());
        return;
      }
      waiting.add({ isMet, act });
      if (!isWatched) watch();
    },
    hear(): void {
      heard += 1;
      isDeaf = false;
      for (const waiter of waiting) {
        if (!waiter.isMet()) continue;
        waiting.delete(waiter);
        waiter.act(true);
      }
    },
  };
}
