import type { FoldedGroups } from '#renderer/state/lists.ts';
import type { RowGroup } from '#renderer/ui/row-groups.ts';
import type { ListGroup } from '#renderer/ui/use-row-windows.ts';
import { groupFields } from '#shared/contract/list-groups.ts';
import { textMark } from '#shared/domain/text-mark.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { sumText } from './selection-sums.ts';

/** The columns of a list by which its rows can stand together. */
export const groupColumns = (area: AreaDescriptor): AreaDescriptor['columns'] =>
  area.columns.filter(column => groupFields[area.name]?.includes(column.key));

const isFolded = (folds: FoldedGroups | undefined, key: string): boolean =>
  folds !== undefined && folds.all !== (folds.except.length > 0 && folds.except.includes(textMark(key)));

/** What is folded after one group, or all of them, were folded or opened. */
export function withFold(folds: FoldedGroups | undefined, folded: boolean, key?: string): FoldedGroups {
  if (key === undefined) return { all: folded, except: [] };
  const { all, except } = folds ?? { all: false, except: [] };
  const mark = textMark(key);
  const others = except.filter(other => other !== mark);
  return { all, except: folded === all ? others : [...others, mark] };
}

const othersKey = '\u0000others';

/** The headings of a grouped list in the words of its column; what has more groups than are told apart ends with the others. */
export function rowGroups(
  area: AreaDescriptor,
  tools: Tools,
  { group: field, folds }: { readonly group?: string | undefined; readonly folds?: FoldedGroups | undefined },
  groups: readonly ListGroup[],
  total: number,
): readonly RowGroup[] | undefined {
  const column = area.columns.find(({ key }) => key === field);
  if (column === undefined) return undefined;
  const named = groups.map(({ row, count, sums }) => ({
    key: String(row[column.key] ?? ''),
    title: column.text(row, tools) || tools.t('lists.groupNone'),
    count,
    sums: Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, sumText(tools, { key, sum })])),
  }));
  const others = total - named.reduce((sum, { count }) => sum + count, 0);
  const all = others > 0 ? [...named, { key: othersKey, title: tools.t('lists.groupOthers'), count: others }] : named;
  return all.map(each => ({ ...each, folded: isFolded(folds, each.key) }));
}
