import { create } from 'zustand';
import type { RecordName } from '#renderer/api/records.ts';

/** A request to create a record; dialogs stack, since a picker can create what it refers to. */
export type CreateRequest = {
  readonly name: RecordName;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onCreated?: (id: string) => void;
};

type Dialogs = {
  readonly creating: readonly CreateRequest[];
  /** What was typed into a form that was closed without saving. */
  readonly drafts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly palette: boolean;
  /** The keys of the screen, over it. */
  readonly keys: boolean;
  openCreate(request: CreateRequest): void;
  closeCreate(): void;
  keepDraft(name: string, values: Readonly<Record<string, unknown>> | null): void;
  setPalette(open: boolean): void;
  setKeys(open: boolean): void;
};

export const useDialogs = create<Dialogs>(set => ({
  creating: [],
  drafts: {},
  palette: false,
  keys: false,
  openCreate: request => set(state => ({ creating: [...state.creating, request] })),
  closeCreate: () => set(state => ({ creating: state.creating.slice(0, -1) })),
  keepDraft: (name, values) =>
    set(state => {
      const { [name]: _dropped, ...rest } = state.drafts;
      return { drafts: values ? { ...rest, [name]: values } : rest };
    }),
  setPalette: palette => set({ palette }),
  setKeys: keys => set({ keys }),
}));

export const openCreate = (request: CreateRequest): void => useDialogs.getState().openCreate(request);
