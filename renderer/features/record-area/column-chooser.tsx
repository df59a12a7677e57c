import { ActionIcon, Button, Checkbox, NativeSelect, Popover, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useLists } from '#renderer/state/lists.ts';
import { toggleColumn, visibleColumns } from '#renderer/ui/column-layout.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import type { gridColumns } from './grid-columns.ts';
import styles from './record-area.module.css';
import { groupColumns, withFold } from './row-groups.ts';

type Props = {
  readonly columns: ReturnType<typeof gridColumns>;
  readonly area: AreaDescriptor;
  readonly tools: Tools;
};

/** By what the rows of a list stand together, and which columns show. */
export function ColumnChooser({ columns, area, tools }: Props) {
  const { name } = area;
  const group = useLists(lists => lists.states[name]?.group);
  const layout = useLists(lists => lists.layouts[name]);
  const { setLayout, setState } = useLists.getState();
  const groupings = groupColumns(area);
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
      <Popover.Dropdown className={styles['filterList']} aria-label={tools.t('records.columns')}>
        {groupings.length > 0 && (
          <NativeSelect
            mb={group === undefined ? 'md' : 'xs'}
            label={tools.t('lists.groupBy')}
            value={group ?? ''}
            data={[
              { value: '', label: tools.t('lists.groupNo') },
              ...columns
                .filter(column => groupings.some(({ key }) => key === column.key))
                .map(({ key, label }) => ({ value: key, label })),
            ]}
            onChange={event => setState(name, { group: event.currentTarget.value || undefined, folds: undefined })}
          />
        )}
        {group !== undefined && (
          <Button.Group mb="md">
            {[true, false].map(folded => (
              <Button
                key={String(folded)}
                variant="default"
                size="compact-sm"
                px={4}
                flex="1 1 auto"
                onClick={() => setState(name, { folds: withFold(undefined, folded) })}
              >
                {tools.t(folded ? 'lists.foldAll' : 'lists.unfoldAll')}
              </Button>
            ))}
          </Button.Group>
        )}
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
