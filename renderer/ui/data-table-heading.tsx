import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridColumn } from './column-layout.ts';
import styles from './data-table.module.css';
import type { RowGroup } from './row-groups.ts';

type Props = {
  readonly group: RowGroup;
  /** Its place among rows and headings. */
  readonly place: number;
  /** Where it lies, in pixels from the first row. */
  readonly start: number;
  readonly columns: readonly GridColumn<AnyRecord>[];
  /** The number of the first column, counted from one with the boxes to tick. */
  readonly offset: number;
  readonly active: boolean;
  readonly onPress: (event: React.MouseEvent) => void;
};

export const headingId = (place: number): string => `group-${place}`;

/** The heading of a group of rows: what they have in common, how many they are, and what their numbers add up to below their columns. */
export function GridHeading({ group, place, start, columns, offset, active, onPress }: Props) {
  const { title, count, sums = {}, folded } = group;
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  const summed = columns.findIndex((column, index) => index > 0 && sums[column.key] !== undefined);
  const across = summed < 0 ? columns.length : summed;
  return (
    // biome-ignore lint: the grid handles the keyboard for all of its rows
    <div
      id={headingId(place)}
      role="row"
      aria-rowindex={place + 2}
      aria-level={1}
      aria-expanded={!folded}
      className={styles['group']}
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onPress}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={across + offset - 1}
        style={{ gridColumn: `1 / span ${across + offset - 1}` }}
      >
        <span className={styles['groupTitle']}>
          <Chevron size={16} aria-hidden="true" />
          <strong>{title}</strong>
          <span>{count}</span>
        </span>
      </div>
      {columns.slice(across).map((column, index) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={across + offset + index}
          className={styles['cell']}
          data-align={column.align}
        >
          {sums[column.key]}
        </div>
      ))}
    </div>
  );
}
