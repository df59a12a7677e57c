import type { RowGroup } from '#renderer/ui/row-groups.ts';
import type { ListGroup } from '#renderer/ui/use-row-windows.ts';
import { groupFields } from '#shared/contract/list-groups.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';

/** The columns of a list by which its rows can stand together. */
export const groupColumns = (area: AreaDescriptor): AreaDescriptor['columns'] =>
  area.columns.filter(column => groupFields[area.name]?.includes(column.key));

/** The headings of a grouped list in the words of its column; what has more groups than are told apart ends with the others. */
export function rowGroups(
  area: AreaDescriptor,
  tools: Tools,
  field: string | undefined,
  groups: readonly ListGroup[],
  total: number,
): readonly RowGroup[] | undefined {
  const column = area.columns.find(({ key }) => key === field);
  if (column === undefined) return undefined;
  const named = groups.map(({ row, count }) => ({
    title: column.text(row, tools) || tools.t('lists.groupNone'),
    count,
  }));
  const others = total - named.reduce((sum, { count }) => sum + count, 0);
  return others > 0 ? [...named, { title: tools.t('lists.groupOthers'), count: others }] : named;
}
