import { create } from 'zustand';
import { keepWithData } from '#renderer/state/kept-draft.ts';
import type { Block } from './sheet.ts';

/** Columns of the grid; the student's name comes first and is not for writing. */
export const columns = [
  'student',
  'firmColumn',
  'site',
  'mentor',
  'hoursColumn',
  'startsOn',
  'endsOn',
  'agreement',
] as const;
export type ColumnName = (typeof columns)[number];

/** The line of a student before anything is written. */
export const emptyLine = (name: string): readonly string[] => columns.map((_, index) => (index === 0 ? name : ''));

export type DraftStudent = { readonly id: string; readonly name: string; readonly groupCode: string };

/** A group that is being placed; kept on the computer until it is saved or cleared. */
export type GroupDraft = {
  readonly groupIds: readonly string[];
  readonly practiceTypeId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly firmId: string | null;
  readonly hours: number | null;
  readonly supervisor: string;
  readonly students: readonly DraftStudent[];
  /** One line per student, one text per column. */
  readonly sheet: Block;
};

export const emptyDraft: GroupDraft = {
  groupIds: [],
  practiceTypeId: null,
  startsOn: null,
  endsOn: null,
  firmId: null,
  hours: null,
  supervisor: '',
  students: [],
  sheet: [],
};

function fromText(text: string): GroupDraft {
  try {
    const kept = { ...emptyDraft, ...(JSON.parse(text) as Partial<GroupDraft>) };
    if (kept.sheet.length !== kept.students.length) return emptyDraft;
    // A draft may have been kept before a column came.
    return { ...kept, sheet: kept.sheet.map(line => columns.map((_, index) => line[index] ?? '')) };
  } catch {
    // A damaged draft starts afresh.
    return emptyDraft;
  }
}

type Store = {
  readonly draft: GroupDraft;
  readonly change: (patch: Partial<GroupDraft>) => void;
  readonly reset: () => void;
};

export const useGroupDraft = create<Store>(set => ({
  draft: emptyDraft,
  change: patch => set(({ draft }) => ({ draft: { ...draft, ...patch } })),
  reset: () => set({ draft: emptyDraft }),
}));

void keepWithData({
  name: 'placeGroup',
  text: () => {
    const { draft } = useGroupDraft.getState();
    return draft === emptyDraft ? null : JSON.stringify(draft);
  },
  take: text => useGroupDraft.setState({ draft: fromText(text) }),
  onChange: changed => void useGroupDraft.subscribe(changed),
});
