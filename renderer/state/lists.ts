import { create } from 'zustand';

export type ListSort = { readonly field: string; readonly direction: 'asc' | 'desc' };

/** Which groups of a list are folded: none or all of them but for some, known by the marks of their keys. */
export type FoldedGroups = { readonly all: boolean; readonly except: readonly string[] };

/** How the officer has left a list: what is looked for, how it is sorted and grouped. */
export type ListState = {
  readonly search: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: ListSort | undefined;
  /** The field by which rows stand together. */
  readonly group?: string | undefined;
  /** What of its groups is folded; a saved view keeps it. */
  readonly folds?: FoldedGroups | undefined;
  /** The saved view it was taken from. */
  readonly view?: string | undefined;
};

export type ListLayout = {
  readonly hidden?: readonly string[];
  readonly widths?: Readonly<Record<string, number>>;
};

/** Where a list was left: what it showed, how far it was scrolled, which rows were selected. */
export type ListPlace = {
  readonly question: string;
  readonly top: number;
  readonly active: number;
  readonly selected: ReadonlySet<string>;
};

type Lists = {
  readonly states: Readonly<Record<string, ListState>>;
  readonly layouts: Readonly<Record<string, ListLayout>>;
  /** By list; kept for «back» as long as the window is open. */
  readonly places: Readonly<Record<string, ListPlace>>;
  /** Share of the width that the record panel takes, in pixels. */
  readonly panelWidth: number;
  readonly navigationCollapsed: boolean;
  setState(name: string, change: Partial<ListState>): void;
  setPlace(name: string, place: ListPlace): void;
  setLayout(name: string, change: ListLayout): void;
  setPanelWidth(width: number): void;
  toggleNavigation(): void;
};

type Kept = Pick<Lists, 'layouts' | 'panelWidth' | 'navigationCollapsed'>;

const storageKey = 'seriktes.layout';
const initial: Kept = { layouts: {}, panelWidth: 560, navigationCollapsed: false };

function readKept(): Kept {
  try {
    const text = window.localStorage.getItem(storageKey);
    return text ? { ...initial, ...(JSON.parse(text) as Partial<Kept>) } : initial;
  } catch {
    // Without storage, or with a damaged entry, the layout starts afresh.
    return initial;
  }
}

export const emptyList: ListState = { search: '', filter: {} };

export const useLists = create<Lists>(set => ({
  ...readKept(),
  states: {},
  places: {},
  setPlace: (name, place) => set(state => ({ places: { ...state.places, [name]: place } })),
  setState: (name, change) =>
    set(state => ({ states: { ...state.states, [name]: { ...(state.states[name] ?? emptyList), ...change } } })),
  setLayout: (name, change) => set(state => ({ layouts: { ...state.layouts, [name]: change } })),
  setPanelWidth: panelWidth => set({ panelWidth }),
  toggleNavigation: () => set(state => ({ navigationCollapsed: !state.navigationCollapsed })),
}));

useLists.subscribe(({ layouts, panelWidth, navigationCollapsed }) => {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify({ layouts, panelWidth, navigationCollapsed }));
  } catch {
    // The layout of this session still holds; it is only not kept for the next.
  }
});
