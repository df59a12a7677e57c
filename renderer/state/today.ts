import { create } from 'zustand';
import type { TaskKind } from '#shared/contract/tasks.ts';

type TodayState = {
  /** Kinds whose group shows nothing but its heading. */
  readonly folded: readonly TaskKind[];
  fold(kind: TaskKind): void;
};

const storageKey = 'seriktes.today';

function readFolded(): readonly TaskKind[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as TaskKind[]) : [];
  } catch {
    // Without storage, or with a damaged entry, every group is open.
    return [];
  }
}

/** How the officer has left «Today»: which groups are folded. */
export const useToday = create<TodayState>(set => ({
  folded: readFolded(),
  fold: kind =>
    set(({ folded }) => ({
      folded: folded.includes(kind) ? folded.filter(known => known !== kind) : [...folded, kind],
    })),
}));

useToday.subscribe(({ folded }) => {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(folded));
  } catch {
    // It still holds for this session.
  }
});
