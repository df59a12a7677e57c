import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';

/** The columns of an area in the language of the screen. */
export function gridColumns(area: AreaDescriptor, tools: Tools): GridColumn<AnyRecord>[] {
  return area.columns.map(column => ({
    key: column.key,
    label: tools.word(column.label ?? `fields.${area.entity}.${column.key}`),
    width: column.width,
    align: column.align,
    grow: column.grow,
    sortable: column.sortable,
    hidden: column.hidden,
    text: row => column.text(row, tools),
    render: column.render ? row => column.render?.(row, tools) : undefined,
  }));
}
