import { create } from 'zustand';
import type { Problem } from '#shared/result.ts';

/** A short message at the bottom: something done that can be undone, or a failure. */
export type Notice = {
  readonly id: number;
  readonly text: string;
  /** Stands while something goes on: it does not go by itself. */
  readonly lasting?: 'importWrites' | 'reportFreezes';
  /** Offers to take back the newest batch. */
  readonly undo?: boolean;
  readonly problem?: Problem;
  readonly retry?: () => void;
  /** What else can be done with the result, for example opening the file. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

type Notices = {
  readonly notices: readonly Notice[];
  show(notice: Omit<Notice, 'id'>): void;
  /** Says that something goes on; answers the id under which to dismiss it. */
  stand(lasting: NonNullable<Notice['lasting']>): number;
  dismiss(id: number): void;
};

let next = 1;

export const useNotices = create<Notices>(set => ({
  notices: [],
  show: notice =>
    set(state => {
      const id = next;
      next += 1;
      return { notices: [...state.notices.filter(other => !(other.undo && notice.undo)), { ...notice, id }].slice(-3) };
    }),
  stand: lasting => {
    const id = next;
    next += 1;
    set(state => ({ notices: [...state.notices, { text: '', lasting, id }].slice(-3) }));
    return id;
  },
  dismiss: id => set(state => ({ notices: state.notices.filter(notice => notice.id !== id) })),
}));

/** Shows a failure that no field and no screen has taken care of. */
export const showProblem = (problem: Problem, retry?: () => void): void =>
  useNotices.getState().show({ text: '', problem, ...(retry ? { retry } : {}) });

/** Says what was done, with a way back. */
export const showDone = (text: string, undo = false): void => useNotices.getState().show({ text, undo });
