import { useRef } from 'react';
import { create } from 'zustand';
import { keepWithData } from '#renderer/state/kept-draft.ts';
import { type Block, nameKey, paste, pasteByName, type Range, readBlock } from '../placements/group/sheet.ts';
import type { SheetColumn } from '../placements/group/sheet-row.tsx';

/** What was typed into lines and is not written yet: by line, by column. */
type Entered = Readonly<Record<string, Readonly<Record<string, string>>>>;

function fromText(text: string): Entered {
  try {
    return JSON.parse(text) as Entered;
  } catch {
    // Of a damaged draft nothing is waiting.
    return {};
  }
}

type Store = {
  readonly entered: Entered;
  /** Replaces what was typed into lines; null forgets a line. */
  readonly enter: (lines: Readonly<Record<string, Readonly<Record<string, string>> | null>>) => void;
};

/** Lines of the tables for evaluations and attendance that wait to be written; kept on the computer until then. */
export const useEntered = create<Store>(set => ({
  entered: {},
  enter: lines =>
    set(({ entered }) => ({
      entered: Object.fromEntries(
        Object.entries({ ...entered, ...lines }).filter(
          (line): line is [string, Readonly<Record<string, string>>] => line[1] !== null,
        ),
      ),
    })),
}));

void keepWithData({
  name: 'practiceSheet',
  text: () => {
    const { entered } = useEntered.getState();
    return Object.keys(entered).length === 0 ? null : JSON.stringify(entered);
  },
  take: text => useEntered.setState({ entered: fromText(text) }),
  onChange: changed => void useEntered.subscribe(changed),
});

/** A line of a table: its key, and the text of each column as it is stored. */
export type StoredLine = { readonly key: string; readonly cells: readonly string[] };

/** The lines of a table with what was typed over them, and what typing, pasting and taking back do. */
export function useEnteredSheet(lines: readonly StoredLine[], columns: readonly SheetColumn[]) {
  const entered = useEntered(store => store.entered);
  const { enter } = useEntered.getState();
  const past = useRef<readonly Block[]>([]);
  const writable = (column: number): boolean => !columns[column]?.readOnly;
  const sheet: Block = lines.map(line => {
    const typed = entered[line.key];
    return typed === undefined ? line.cells : line.cells.map((cell, index) => typed[columns[index]?.key ?? ''] ?? cell);
  });
  const changed = lines.map(line => entered[line.key] !== undefined);
  const apply = (next: Block): void => {
    const differing = lines.flatMap((line, row) => {
      if (next[row] === sheet[row]) return [];
      const cells = columns.flatMap(({ key }, index) => {
        const text = next[row]?.[index] ?? '';
        return writable(index) && text !== line.cells[index] ? [[key, text] as const] : [];
      });
      return [[line.key, cells.length === 0 ? null : Object.fromEntries(cells)] as const];
    });
    if (differing.length > 0) enter(Object.fromEntries(differing));
  };
  const write = (next: Block): void => {
    past.current = [...past.current, sheet].slice(-50);
    apply(next);
  };
  return {
    sheet,
    /** Whether each line differs from what is stored. */
    changed,
    write,
    undo: (): void => {
      const before = past.current.at(-1);
      past.current = past.current.slice(0, -1);
      if (before) apply(before);
    },
    /** Pastes from a spreadsheet; a block laid on the names goes to the lines of those names. Gives the names that are in no line. */
    pasteText: (range: Range, text: string): readonly string[] => {
      const block = readBlock(text);
      if (Math.min(range.from.column, range.to.column) === 0 && block.some(row => row.length > 1)) {
        const placed = pasteByName(sheet, block, { column: 0, key: nameKey, writable });
        write(placed.sheet);
        return placed.unknown;
      }
      write(paste(sheet, range, block, writable).sheet);
      return [];
    },
    /** Forgets what was typed into the lines: it is written, or not wanted. */
    forget: (): void => {
      past.current = [];
      enter(Object.fromEntries(lines.map(line => [line.key, null])));
    },
  };
}
