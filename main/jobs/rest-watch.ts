/** Tells when nothing has been done for a while. */
export type RestWatch = {
  /** Something is done now; rest begins anew. */
  readonly note: () => void;
  /** Work that takes its time: there is no rest before its end. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  readonly end: () => void;
};

/**
 * Calls `onRest` once after `patience` milliseconds in which nothing was done, and again only after something was. What the engines
 * keep for work that follows at once is better given back when none does.
 */
export function watchRest(patience: number, onRest: () => void): RestWatch {
  let working = 0;
  let ended = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    clearTimeout(waiting);
    if (working > 0 || ended) return;
    waiting = setTimeout(onRest, patience);
    // A page counts its timers; a program that ends must not wait for one.
    if (typeof waiting === 'object') waiting.unref();
  };
  return {
    note,
    during: async work => {
      working += 1;
      clearTimeout(waiting);
      try {
        return await work();
      } finally {
        working -= 1;
        note();
      }
    },
    end: () => {
      ended = true;
      clearTimeout(waiting);
    },
  };
}
