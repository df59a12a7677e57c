import { useRef } from 'react';
import type { AnyRecord } from '#renderer/api/records.ts';
import type { GridSelection } from './data-table-types.ts';
import type { GridSlots } from './row-groups.ts';

type Needs = {
  readonly selection: GridSelection | undefined;
  readonly slots: GridSlots;
  readonly rowAt: (index: number) => AnyRecord | undefined;
};

/** What presses and keys do to the selection of a grid; places are those of rows and headings together. */
export function useGridSelection({ selection, slots, rowAt }: Needs) {
  const anchor = useRef(0);

  /** The rows from one place to another that are in sight, whether they are loaded or not. */
  const rowsBetween = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, step) => slots.at(from + step)).flatMap(slot =>
      slot.kind === 'row' ? [slot.index] : [],
    );
  const add = async (rows: readonly number[]): Promise<void> => {
    if (!selection) return;
    const loaded = rows.map(index => rowAt(index)?.id);
    const ids = loaded.every(id => id !== undefined) ? loaded : await selection.at(rows);
    selection.set(new Set([...selection.ids, ...ids]));
  };

  return {
    /** Takes the row at a place into the selection or out of it; the next stretch begins here. */
    toggle: (place: number): void => {
      anchor.current = place;
      const slot = slots.at(place);
      const id = slot.kind === 'row' ? rowAt(slot.index)?.id : undefined;
      if (!selection || id === undefined) return;
      const ids = new Set(selection.ids);
      if (!ids.delete(id)) ids.add(id);
      selection.set(ids);
    },
    /** Selects the rows of a group, folded or not. */
    addGroup: (first: number, count: number): void =>
      void add(Array.from({ length: count }, (_, step) => first + step)),
    /** Selects every row from where the stretch began to a place. */
    extendTo: (place: number): void =>
      void add(rowsBetween(Math.min(anchor.current, place), Math.max(anchor.current, place))),
    /** Where a stretch begins that Shift makes longer. */
    beginAt: (place: number): void => {
      if (selection?.ids.size === 0) anchor.current = place;
    },
  };
}
