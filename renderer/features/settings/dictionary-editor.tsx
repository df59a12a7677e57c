import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSettings } from '#renderer/app/use-settings.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { useRowWindows } from '#renderer/ui/use-row-windows.ts';
import { areas } from '../record-area/areas.ts';
import type { DictionaryName } from '../record-area/descriptor.ts';
import { gridColumns } from '../record-area/grid-columns.ts';
import { RecordPanel } from '../record-area/record-panel.tsx';
import { useTools } from '../record-area/tools.ts';
import styles from './settings.module.css';

type Props = { readonly name: DictionaryName };

/** The entries of an editable dictionary, one of them open below. */
export function DictionaryEditor({ name }: Props) {
  const area = areas[name];
  const tools = useTools();
  const { density } = useSettings();
  const [open, setOpen] = useState<string | null>(null);
  const [tab, setTab] = useState('facts');
  const question = useMemo(() => ({ search: '', filter: {}, sort: area.sort }), [area]);
  const list = useRowWindows(name, question);
  const columns = useMemo(() => gridColumns(area, tools), [area, tools]);
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  return (
    <div className={styles['dictionary']}>
      <div>
        <Button
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => openCreate({ name, values: {}, onCreated: setOpen })}
        >
          {tools.t(`areas.${name}.create`)}
        </Button>
      </div>
      {list.total === undefined ? (
        <Skeleton rows={6} />
      ) : (
        list.total > 0 && (
          <DataTable
            label={tools.t(`settings.${name}`)}
            columns={columns}
            total={list.total}
            rowAt={list.rowAt}
            rowHeight={density === 'compact' ? 32 : 40}
            rowsAtMost={12}
            onRange={list.onRange}
            onOpen={row => setOpen(row.id)}
            openId={open ?? undefined}
          />
        )
      )}
      {open && (
        <div className={styles['entry']}>
          <RecordPanel
            area={area}
            id={open}
            tools={tools}
            tab={tab}
            full={false}
            onTab={setTab}
            onFull={null}
            onClose={() => setOpen(null)}
            onOpen={setOpen}
          />
        </div>
      )}
    </div>
  );
}
