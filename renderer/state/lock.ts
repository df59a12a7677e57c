import { create } from 'zustand';

type Lock = {
  /** The college waits for its password; nothing else is asked of main meanwhile. */
  readonly locked: boolean;
  lock(): void;
  unlock(): void;
};

/** Whether the window shows the unlock screen. What was typed stays where it was. */
export const useLock = create<Lock>(set => ({
  locked: false,
  lock: () => set({ locked: true }),
  unlock: () => set({ locked: false }),
}));

/** Waits until the college is open; at once when it is. */
export function whenUnlocked(): Promise<void> {
  if (!useLock.getState().locked) return Promise.resolve();
  return new Promise(resolve => {
    const stop = useLock.subscribe(state => {
      if (state.locked) return;
      stop();
      resolve();
    });
  });
}
