import { Button } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { AnyRecord, RecordName } from '#renderer/api/records.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { go, type ScreenName } from '#renderer/state/navigation.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { useRowWindows } from '#renderer/ui/use-row-windows.ts';
import { areas } from './areas.ts';
import type { Tools, Values } from './descriptor.ts';
import { gridColumns } from './grid-columns.ts';
import { routeOfRecord } from './record-link.tsx';
import styles from './record-panel.module.css';

type Props = {
  readonly name: RecordName;
  readonly filter: Values;
  readonly given: Values | null;
  readonly without: readonly string[];
  readonly tools: Tools;
  /** What the list belongs to, for the chip of the full list. */
  readonly owner: string;
};

const rowHeight = 36;

/** Records that belong to the one shown: the same columns, one press from the full list. */
export function RelatedList({ name, filter, given, without, tools, owner }: Props) {
  const area = areas[name];
  const question = useMemo(() => ({ search: '', filter, sort: area.sort }), [filter, area]);
  const list = useRowWindows(name, question);
  const columns = useMemo(
    () => gridColumns(area, tools).filter(column => !column.hidden && !without.includes(column.key)),
    [area, tools, without],
  );
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  const { total } = list;
  return (
    <div className={styles['related']}>
      {total === undefined ? (
        <Skeleton rows={4} height={rowHeight} />
      ) : total === 0 ? (
        <p className={styles['quiet']}>{tools.word(`areas.${name}.emptyHelp`)}</p>
      ) : (
        <DataTable
          label={tools.word(`areas.tabs.${name}`)}
          columns={columns}
          total={total}
          rowAt={list.rowAt}
          rowHeight={rowHeight}
          rowsAtMost={12}
          onRange={list.onRange}
          onOpen={(row: AnyRecord) => go(routeOfRecord(name, row.id))}
        />
      )}
      <div className={styles['relatedActions']}>
        {given && (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => openCreate({ name, values: given })}
          >
            {tools.word(`areas.${name}.create`)}
          </Button>
        )}
        {total !== undefined && total > 0 && (
          <Button
            variant="subtle"
            rightSection={<IconArrowRight size={14} aria-hidden="true" />}
            onClick={() => go({ area: name as ScreenName, filter, title: owner, from: 'record' })}
          >
            {tools.t('records.showAll')}
          </Button>
        )}
      </div>
    </div>
  );
}
