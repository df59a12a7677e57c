/**
 * Other threads that have the database file open beside the main connection. Before the file is exchanged for another one they
 * are stopped and waited for: the last connection to leave a file deletes its log by name, and that name would by then be the
 * log of the new file.
 */
export type ThreadsBeside = {
  /** Work that holds the file open; `stop` asks it to end early. */
  readonly run: <T>(stop: () => void, work: () => Promise<T>) => Promise<T>;
  /** Stops all of it and resolves when none is left. */
  readonly end: () => Promise<void>;
};

export function createThreadsBeside(): ThreadsBeside {
  const running = new Map<Promise<unknown>, () => void>();
  return {
    run: async (stop, work) => {
      const done = work();
      running.set(done, stop);
      try {
        return await done;
      } finally {
        running.delete(done);
      }
    },
    end: async () => {
      while (running.size > 0) {
        for (const stop of running.values()) stop();
        // oxlint-disable-next-line no-await-in-loop -- one that began meanwhile is waited for too
        await Promise.allSettled(running.keys());
      }
    },
  };
}
