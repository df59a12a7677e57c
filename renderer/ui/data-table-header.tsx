import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { ListSort } from '#renderer/state/lists.ts';
import { clampWidth, type GridColumn, widthStep } from './column-layout.ts';
import styles from './data-table.module.css';
import { actionOf, gridBindings } from './key-bindings.ts';

type HeaderProps = {
  readonly column: GridColumn<AnyRecord>;
  readonly index: number;
  readonly sort: ListSort | undefined;
  readonly onSort: ((sort: ListSort) => void) | undefined;
  readonly onWidth: ((key: string, width: number | null) => void) | undefined;
};

/** The head of a column: sorts by a press, widens by its edge or by keys; a double press on the edge gives the first width back. */
export function HeaderCell({ column, index, sort, onSort, onWidth }: HeaderProps) {
  const sortable = column.sortable !== false && onSort !== undefined;
  const direction = sort?.field === column.key ? sort.direction : undefined;
  const Arrow = direction === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
      className={styles['header']}
      data-align={column.align}
    >
      {sortable ? (
        <button
          type="button"
          className={styles['sort']}
          onClick={() => onSort({ field: column.key, direction: direction === 'asc' ? 'desc' : 'asc' })}
          onKeyDown={event => {
            const action = actionOf(gridBindings, event);
            if (!onWidth || (action !== 'wider' && action !== 'narrower')) return;
            event.preventDefault();
            onWidth(column.key, clampWidth(column.width + (action === 'wider' ? widthStep : -widthStep)));
          }}
        >
          <span className={styles['label']}>{column.label}</span>
          {direction && <Arrow className={styles['arrow']} size={14} />}
        </button>
      ) : (
        <span className={styles['label']}>{column.label}</span>
      )}
      {onWidth && (
        <span
          className={styles['grip']}
          aria-hidden="true"
          data-column={column.key}
          onDoubleClick={() => onWidth(column.key, null)}
          onPointerDown={event => {
            event.preventDefault();
            const start = event.clientX;
            const target = event.currentTarget;
            const shown = target.parentElement?.getBoundingClientRect().width ?? column.width;
            target.setPointerCapture(event.pointerId);
            const move = (moved: PointerEvent): void => onWidth(column.key, clampWidth(shown + moved.clientX - start));
            const stop = (): void => {
              target.removeEventListener('pointermove', move);
              target.removeEventListener('pointerup', stop);
            };
            target.addEventListener('pointermove', move);
            target.addEventListener('pointerup', stop);
          }}
        />
      )}
    </div>
  );
}
