import { callProcedure } from '#renderer/api/client.ts';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import { today } from '#renderer/ui/today.ts';
import type { Reference } from '#shared/contract/records.ts';
import { fold } from '#shared/domain/folding.ts';
import { fieldOfColumn } from './bulk-fields.ts';
import type { RowChange, UnreadCell } from './change-preview.tsx';
import type { AreaDescriptor, FieldKind, Tools } from './descriptor.ts';
import { fieldMessage } from './field-problem.ts';
import { readCell } from './paste-block.ts';

export type Pasted = { readonly changes: readonly RowChange[]; readonly unread: readonly UnreadCell[] };

type Block = readonly (readonly string[])[];
type Target = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly rows: readonly AnyRecord[];
  readonly columns: readonly GridColumn<AnyRecord>[];
};

/** A value for each cell of a block laid over rows and columns, and the cells that could not be read; writes nothing. */
export async function readPaste({ area, tools, rows, columns }: Target, block: Block): Promise<Pasted> {
  const changes: RowChange[] = [];
  const unread: UnreadCell[] = [];
  const found = new Map<string, Promise<readonly string[]>>();
  const idsOf = (field: Extract<FieldKind, { kind: 'reference' }>, text: string): Promise<readonly string[]> => {
    const key = `${field.name}\t${fold(text)}`;
    const known = found.get(key) ?? idsByTitle(field.name, text);
    found.set(key, known);
    return known;
  };
  for (const [place, row] of rows.entries()) {
    const patch: Record<string, unknown> = {};
    const title = area.columns[0]?.text(row, tools) ?? '';
    for (const [across, column] of columns.entries()) {
      const text = block[place]?.[across];
      if (text === undefined) continue;
      const refuse = (message: string): void => void unread.push({ title, field: column.label, text, message });
      const descriptor = fieldOfColumn(area, column.key);
      if (!descriptor || !(descriptor.name in row)) {
        if (text.trim() !== column.text(row).trim()) refuse(tools.t('lists.pasteFixed'));
        continue;
      }
      const reading = readCell(descriptor.field, text, tools, today());
      if (reading.kind === 'value') patch[descriptor.name] = reading.value;
      else if (reading.kind === 'unread')
        refuse(reading.code ? fieldMessage(tools, reading.code) : tools.t('lists.pasteUnread', { text: text.trim() }));
      else if (text.trim() !== column.text(row).trim() && descriptor.field.kind === 'reference') {
        // Equal titles are looked up once; what is not known yet decides whether the next look-up is needed.
        // oxlint-disable-next-line no-await-in-loop
        const ids = await idsOf(descriptor.field, reading.text);
        if (ids.length === 1) patch[descriptor.name] = ids[0];
        else refuse(tools.t(ids.length === 0 ? 'lists.pasteUnread' : 'lists.pasteSeveral', { text: reading.text }));
      }
    }
    if (Object.keys(patch).length > 0) changes.push({ id: row.id, revision: row.revision, patch });
  }
  return { changes, unread };
}

/** The ids of the records that are called exactly so. */
async function idsByTitle(name: string, text: string): Promise<readonly string[]> {
  const result = await callProcedure(`${name}.pick`, { search: text.slice(0, 200) });
  if (!result.ok) return [];
  const wanted = fold(text);
  return (result.value as readonly Reference[]).filter(({ title }) => fold(title) === wanted).map(({ id }) => id);
}
