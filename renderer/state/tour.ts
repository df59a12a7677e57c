import { create } from 'zustand';

type Tour = {
  /** The step that is shown; null while the tour is not running. */
  readonly step: number | null;
  show(step: number | null): void;
};

/** The tour of five minutes: where it stands. */
export const useTour = create<Tour>(set => ({ step: null, show: step => set({ step }) }));

export const startTour = (): void => useTour.getState().show(0);
