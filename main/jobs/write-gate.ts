/**
 * Lets commands and one long writer in another thread follow one another (ADR-0012). Commands pass together; the writer waits
 * for a moment when none is under way, and commands that come while it writes wait for its end. Nobody ever waits inside
 * SQLite, where the whole window would stand still.
 */
export type WriteGate = {
  /** Runs a command; it begins at once unless a long writer is there. */
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs the long writer alone. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
};

type State = { passing: number; held: boolean; waiting: (() => void)[] };

export function createWriteGate(): WriteGate {
  const state: State = { passing: 0, held: false, waiting: [] };
  /** Whoever waits looks again, in the order of coming. */
  const wake = (): void => {
    const woken = state.waiting;
    state.waiting = [];
    for (const look of woken) look();
  };
  const until = async (free: () => boolean): Promise<void> => {
    while (!free()) await new Promise<void>(look => state.waiting.push(look));
  };
  return {
    pass: async work => {
      if (state.held) await until(() => !state.held);
      state.passing++;
      try {
        return await work();
      } finally {
        state.passing--;
        if (state.passing === 0) wake();
      }
    },
    hold: async work => {
      const free = (): boolean => !state.held && state.passing === 0;
      if (!free()) await until(free);
      state.held = true;
      try {
        return await work();
      } finally {
        state.held = false;
        wake();
      }
    },
  };
}
