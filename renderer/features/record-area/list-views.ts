import { useEffect } from 'react';
import type { RecordName } from '#renderer/api/records.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { emptyList, type ListLayout, type ListState, useLists } from '#renderer/state/lists.ts';
import type { Output } from '#shared/contract/index.ts';

export type SavedView = Output<'savedViews.list'>['rows'][number];

/** What a view keeps of a list. */
export type ViewContent = Pick<SavedView, 'search' | 'filter' | 'sort' | 'groupBy' | 'folds' | 'hidden' | 'widths'>;

/** What is folded of the groups; nothing when all are open. */
function foldsOf({ group, folds }: ListState): ViewContent['folds'] {
  if (group === undefined || folds === undefined) return null;
  return folds.all || folds.except.length > 0 ? { all: folds.all, except: [...folds.except] } : null;
}

/** What would be saved of the list as it stands. */
export const contentOf = (state: ListState, layout: ListLayout | undefined): ViewContent => ({
  search: state.search.trim(),
  filter: state.filter,
  sort: state.sort ?? null,
  groupBy: state.group ?? null,
  folds: foldsOf(state),
  hidden: layout?.hidden ? [...layout.hidden] : null,
  widths: { ...layout?.widths },
});

const inOneOrder = (record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1));

/** The same content is the same text: keys and columns in one order. */
function keyOf({ search, filter, sort, groupBy, folds, hidden, widths }: ViewContent): string {
  const order = sort && [sort.field, sort.direction];
  const folded = folds && [folds.all, folds.except.toSorted()];
  const columns = [hidden?.toSorted(), widths && inOneOrder(widths)];
  return JSON.stringify([search, inOneOrder(filter), order, groupBy, folded, ...columns]);
}

/** Whether the list shows what the view keeps; a view without widths takes any. */
export const isShown = (view: ViewContent, content: ViewContent): boolean =>
  keyOf(view) === keyOf({ ...content, widths: view.widths && content.widths });

/** Makes a list look the way the view keeps; where it keeps no widths, they stay as the officer has them. */
export function applyView(name: RecordName, view: SavedView): void {
  const { setState, setLayout, layouts } = useLists.getState();
  const { search, filter, sort, groupBy, folds, hidden, widths } = view;
  setState(name, {
    search,
    filter,
    sort: sort ?? undefined,
    group: groupBy ?? undefined,
    folds: folds ?? undefined,
    view: view.id,
  });
  const kept = widths ?? layouts[name]?.widths;
  setLayout(name, { ...(hidden && { hidden }), ...(kept && { widths: kept }) });
}

/** Leaves the view: everything of the list, in its own order and columns. */
export function leaveView(name: RecordName): void {
  const { setState, setLayout } = useLists.getState();
  setState(name, { ...emptyList, sort: undefined, group: undefined, folds: undefined, view: undefined });
  setLayout(name, {});
}

/** The views of a list in their order; the one it opens with is shown when the list is opened for the first time. */
export function useListViews(name: RecordName, handed: boolean): readonly SavedView[] {
  const { data } = useQuery('savedViews.list', { filter: { list: name }, limit: 100 });
  const untouched = useLists(lists => lists.states[name] === undefined);
  const first = data?.rows.find(view => view.isDefault);
  useEffect(() => {
    // A filter that came with a link says what to show; the view would hide some of it.
    if (first && untouched && !handed) applyView(name, first);
  }, [name, first, untouched, handed]);
  return data?.rows ?? [];
}
