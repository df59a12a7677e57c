import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { RecordName } from '#renderer/api/records.ts';
import { useLists } from '#renderer/state/lists.ts';
import { toggleColumn, visibleColumns } from '#renderer/ui/column-layout.ts';
import type { Tools } from './descriptor.ts';
import type { gridColumns } from './grid-columns.ts';
import styles from './record-area.module.css';

type Props = {
  readonly columns: ReturnType<typeof gridColumns>;
  readonly name: RecordName;
  readonly tools: Tools;
};

/** Which columns of a list show. */
export function ColumnChooser({ columns, name, tools }: Props) {
  const layout = useLists(lists => lists.layouts[name]);
  const { setLayout } = useLists.getState();
  const shown = new Set(visibleColumns(columns, layout).map(column => column.key));
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={tools.t('records.columns')}>
          <ActionIcon variant="default" size={30} aria-label={tools.t('records.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles['filterList']}>
        <div className={styles['options']}>
          {columns.map((column, index) => (
            <Checkbox
              key={column.key}
              size="xs"
              label={column.label}
              disabled={index === 0}
              checked={shown.has(column.key)}
              onChange={() => setLayout(name, toggleColumn(columns, layout, column.key))}
            />
          ))}
        </div>
        <Button variant="subtle" color="gray" size="compact-sm" fullWidth mt="sm" onClick={() => setLayout(name, {})}>
          {tools.t('records.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
