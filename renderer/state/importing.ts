import { create } from 'zustand';
import type { Output } from '#shared/contract/index.ts';
import type { ImportEntity } from '#shared/domain/importing/fields.ts';

export type ImportPreview = Output<'importing.preview'>;
export type ImportOutcome = Output<'importing.commit'> & {
  readonly fileName: string;
  readonly previewId: string;
  /** What the file was about first of all. */
  readonly entity: ImportEntity;
};
export type ImportDecisions = {
  readonly leaveOut: readonly string[];
  readonly firms: Readonly<Record<string, string>>;
  readonly students: Readonly<Record<string, string>>;
  readonly createFirms: boolean;
  readonly createStudents: boolean;
  readonly edits: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly conflicts: Readonly<Record<string, Readonly<Record<string, 'kept' | 'other'>>>>;
  readonly leavers?: { readonly ids: readonly string[]; readonly leftOn: string };
};

export const noDecisions: ImportDecisions = {
  leaveOut: [],
  firms: {},
  students: {},
  createFirms: false,
  createStudents: false,
  edits: {},
  conflicts: {},
};

type Importing = {
  readonly preview: ImportPreview | null;
  readonly decisions: ImportDecisions;
  readonly outcome: ImportOutcome | null;
  /** A new plan of the same or another file; decisions stay with their file. */
  setPreview(preview: ImportPreview, decisions: ImportDecisions): void;
  setOutcome(outcome: ImportOutcome): void;
  clear(): void;
};

/** The import under way: it survives a look at another screen. */
export const useImporting = create<Importing>(set => ({
  preview: null,
  decisions: noDecisions,
  outcome: null,
  setPreview: (preview, decisions) => set({ preview, decisions, outcome: null }),
  setOutcome: outcome => set({ outcome, preview: null }),
  clear: () => set({ preview: null, outcome: null, decisions: noDecisions }),
}));
