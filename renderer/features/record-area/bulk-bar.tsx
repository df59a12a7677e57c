import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';
import { BulkEdit } from './bulk-edit.tsx';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { fetchRows } from './fetch-rows.ts';
import editing from './list-edit.module.css';
import { MoveMenu } from './move-menu.tsx';
import { SelectionActions } from './record-actions.tsx';
import styles from './record-area.module.css';
import { type ColumnSum, sumsOf, sumText } from './selection-sums.ts';

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly selected: ReadonlySet<string>;
  readonly question: ListQuestion;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly onClear: () => void;
};

/** What can be done with the selected rows: how many, what they add up to, and the actions. */
export function BulkBar({ area, tools, selected, question, columns, onClear }: Props) {
  const { t } = tools;
  const rows = (): Promise<readonly AnyRecord[] | null> => fetchRows(area.name, [...selected], question);
  const sums = useSums(area, selected, question, columns);
  const label = (key: string): string => columns.find(column => column.key === key)?.label ?? key;
  return (
    <div className={styles['bulk']} role="toolbar" aria-label={t('records.actions')}>
      <span>{t('records.selected', { count: selected.size })}</span>
      {sums.length > 0 && (
        <span className={editing['sums']} role="status">
          {`Σ ${sums.map(sum => `${label(sum.key)}: ${sumText(tools, sum)}`).join(' · ')}`}
        </span>
      )}
      <SelectionActions area={area} ids={[...selected]} tools={tools} />
      {area.moves && (
        <MoveMenu
          subtle
          area={area}
          tools={tools}
          label={t('records.moveSelected')}
          moves={area.moves.states.map(to => ({ to, needsReason: false }))}
          items={async () => (await rows()) ?? []}
        />
      )}
      <BulkEdit area={area} tools={tools} count={selected.size} rows={rows} onDone={onClear} />
      <Button variant="subtle" color="gray" onClick={onClear}>
        {t('records.clearSelection')}
      </Button>
    </div>
  );
}

/** Selections beyond this are counted, but not added up. */
const mostAdded = 2_000;

/** Sums of the numeric columns over the selected rows, read when the selection has come to rest. */
function useSums(
  area: AreaDescriptor,
  selected: ReadonlySet<string>,
  question: ListQuestion,
  columns: readonly GridColumn<AnyRecord>[],
): readonly ColumnSum[] {
  const [sums, setSums] = useState<readonly ColumnSum[]>([]);
  const keys = columns
    .filter(column => column.align === 'end')
    .map(column => column.key)
    .join(' ');
  useEffect(() => {
    if (selected.size < 2 || selected.size > mostAdded || keys === '') return setSums([]);
    let left = false;
    const timer = window.setTimeout(async () => {
      const rows = await fetchRows(area.name, [...selected], question);
      if (!left && rows) setSums(sumsOf(keys.split(' '), rows));
    }, 120);
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [area, selected, question, keys]);
  return sums;
}
