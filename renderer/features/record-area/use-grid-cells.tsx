import { type ReactNode, useState } from 'react';
import { callProcedure } from '#renderer/api/client.ts';
import type { AnyRecord } from '#renderer/api/records.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import { copyText } from '#renderer/ui/clipboard.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import type { GridCells } from '#renderer/ui/data-table-types.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type ListQuestion, windowRequest } from '#renderer/ui/use-row-windows.ts';
import { readBlock, writeBlock } from '../placements/group/sheet.ts';
import { fieldOfColumn } from './bulk-fields.ts';
import { CellEditor } from './cell-editor.tsx';
import { ChangePreview } from './change-preview.tsx';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { fetchRows } from './fetch-rows.ts';
import { type Pasted, readPaste } from './read-paste.ts';

/** Rows that one paste reaches. */
const mostPasted = 500;

type Needs = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly question: ListQuestion;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly selected: ReadonlySet<string>;
  readonly onFocus: () => void;
};

/** Cells of a list as in a spreadsheet: typed over one by one, copied and pasted as blocks with a preview. */
export function useGridCells(needs: Needs): { readonly cells: GridCells; readonly dialog: ReactNode } {
  const { area, tools, question, columns, selected } = needs;
  const { t } = tools;
  const [pasted, setPasted] = useState<(Pasted & { readonly beyond: boolean }) | null>(null);
  const close = (): void => {
    setPasted(null);
    window.setTimeout(needs.onFocus, 0);
  };
  const inColumns = (keys: readonly string[]): GridColumn<AnyRecord>[] =>
    columns.filter(column => keys.includes(column.key));

  const copy = async (ids: readonly string[], keys: readonly string[]): Promise<void> => {
    const rows = await fetchRows(area.name, ids, question);
    if (!rows) return;
    const block = rows.map(row => inColumns(keys).map(column => column.text(row)));
    if (copyText(writeBlock(block))) showDone(t('lists.cellsCopied', { count: block.length * keys.length }));
  };
  const rowsFrom = async (index: number, count: number): Promise<readonly AnyRecord[] | null> => {
    const request = { ...windowRequest(question, 0), offset: index, limit: Math.min(count, mostPasted) };
    const result = await callProcedure(`${area.name}.list`, request);
    if (result.ok) return (result.value as { readonly rows: readonly AnyRecord[] }).rows;
    showProblem(result.error);
    return null;
  };
  const paste = async (
    { index, room }: { readonly index: number; readonly room: number },
    keys: readonly string[],
    text: string,
  ): Promise<void> => {
    const block = readBlock(text);
    const across = Math.max(0, ...block.map(line => line.length));
    if (across === 0) return;
    const fills = block.length === 1 && selected.size > 1;
    const rows = fills
      ? await fetchRows(area.name, [...selected], question)
      : await rowsFrom(index, Math.min(block.length, room));
    if (!rows) return;
    const target = { area, tools, rows, columns: inColumns(keys.slice(0, across)) };
    const spread = fills ? rows.map(() => block[0] ?? []) : block;
    const found = await readPaste(target, spread);
    setPasted({ ...found, beyond: (!fills && rows.length < block.length) || across > keys.length });
  };
  const cells: GridCells = {
    canEdit: (row, key) => {
      const field = fieldOfColumn(area, key);
      return field !== null && field.name in row;
    },
    editor: props => {
      const descriptor = fieldOfColumn(area, props.column);
      return (
        descriptor && (
          <CellEditor
            key={`${props.row.id} ${props.column}`}
            {...props}
            area={area}
            descriptor={descriptor}
            tools={tools}
          />
        )
      );
    },
    onCopy: (ids, keys) => void copy(ids, keys),
    onPaste: (at, keys, text) => void paste(at, keys, text),
    onFixed: key => showDone(t('lists.cellFixed', { field: columns.find(column => column.key === key)?.label ?? key })),
  };
  const dialog = pasted && (
    <Dialog title={t('lists.pasteTitle', { count: Math.max(pasted.changes.length, 1) })} size={860} onClose={close}>
      {pasted.beyond && <p>{t('lists.pasteBeyond')}</p>}
      <ChangePreview
        area={area}
        tools={tools}
        changes={pasted.changes}
        unread={pasted.unread}
        backLabel={t('records.cancel')}
        onBack={close}
        onDone={close}
      />
    </Dialog>
  );
  return { cells, dialog };
}
