import { type ReactNode, useState } from 'react';
import { callProcedure } from '#renderer/api/client.ts';
import type { AnyRecord } from '#renderer/api/records.ts';
import { runCommand } from '#renderer/api/use-command.ts';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { RowAction } from '#renderer/ui/data-table-types.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';
import { mostChangedRows } from '#shared/contract/list-changes.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { fetchRows } from './fetch-rows.ts';
import { openSimilar } from './open-similar.ts';
import { RowMenu, type RowMenuAt } from './row-menu.tsx';

type Needs = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly question: ListQuestion;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onCreate: () => void;
  readonly onOpen: (id: string) => void;
  readonly onCopy: (ids: readonly string[]) => void;
  /** Told which records are gone. */
  readonly onRemoved: (ids: readonly string[]) => void;
  /** Gives the keyboard back to the grid. */
  readonly onFocus: () => void;
};

type RowActions = {
  readonly act: (action: RowAction, row: AnyRecord | undefined) => void;
  readonly openMenu: (row: AnyRecord, at: { readonly x: number; readonly y: number }) => void;
  readonly menu: ReactNode;
};

/** What keys and the menu of a row do: add, make a similar one, remove with undo. A row that is selected stands for all that are. */
export function useRowActions(needs: Needs): RowActions {
  const { area, tools, question, selected, onSelect, onOpen } = needs;
  const { t, word } = tools;
  const [at, setAt] = useState<RowMenuAt | null>(null);
  const idsOf = (row: AnyRecord): readonly string[] => (selected.has(row.id) ? [...selected] : [row.id]);

  const remove = async (row: AnyRecord): Promise<void> => {
    const ids = idsOf(row);
    if (ids.length > mostChangedRows)
      return showDone(t('lists.changeTooMany', { most: mostChangedRows, count: ids.length }));
    const rows = ids.length === 1 ? [row] : await fetchRows(area.name, ids, question);
    if (!rows) return;
    const items = rows.map(({ id, revision }) => ({ id, revision }));
    const result = await runCommand('lists.remove', { list: area.name, items });
    if (!result.ok) return;
    const title = area.columns[0]?.text(row, tools) ?? '';
    const single = t('actions.removed', { entity: word(`entities.${area.entity}`), title });
    showDone(items.length === 1 ? single : t('actions.removedMany', { count: items.length }), true);
    if (items.length > 1) onSelect(new Set());
    needs.onRemoved(ids);
  };
  const similar = async (row: AnyRecord): Promise<void> => {
    const result = await callProcedure(`${area.name}.get`, { id: row.id });
    if (result.ok) openSimilar(area, result.value as AnyRecord, onOpen);
    else showProblem(result.error);
  };
  const act: RowActions['act'] = (action, row) => {
    if (action === 'add') needs.onCreate();
    else if (row && action === 'similar') void similar(row);
    else if (row && action === 'remove') void remove(row);
  };
  const close = (): void => {
    setAt(null);
    window.setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) needs.onFocus();
    }, 0);
  };
  const menu = at && (
    <RowMenu
      area={area}
      tools={tools}
      at={at}
      count={idsOf(at.row).length}
      onOpen={() => onOpen(at.row.id)}
      onSelect={() => onSelect(new Set([...selected, at.row.id]))}
      onCopy={() => {
        // The menu gives the keyboard back first: copying needs it on the page.
        window.setTimeout(() => needs.onCopy(idsOf(at.row)), 0);
      }}
      onSimilar={() => act('similar', at.row)}
      onRemove={() => act('remove', at.row)}
      onClose={close}
    />
  );
  return { act, openMenu: (row, place) => setAt({ row, ...place }), menu };
}
