import type { Binding } from './key-bindings.ts';

export type DayStep = 'left' | 'right' | 'up' | 'down' | 'weekStart' | 'weekEnd';
export type DayAction = DayStep | 'earlier' | 'later' | 'today' | 'list';

/** Keys of a day in the calendar. */
export const dayBindings: readonly Binding<DayAction>[] = [
  { action: 'left', codes: ['ArrowLeft'], shift: 'either', shown: ['← → ↑ ↓'], text: 'dayWalk' },
  { action: 'right', codes: ['ArrowRight'], shift: 'either', text: 'dayWalk' },
  { action: 'up', codes: ['ArrowUp'], shift: 'either', text: 'dayWalk' },
  { action: 'down', codes: ['ArrowDown'], shift: 'either', text: 'dayWalk' },
  { action: 'weekStart', codes: ['Home'], shift: 'either', text: 'dayWalk' },
  { action: 'weekEnd', codes: ['End'], shift: 'either', text: 'dayWalk' },
  { action: 'earlier', codes: ['PageUp'], shift: 'either', shown: ['PgUp PgDn'], text: 'dayPage' },
  { action: 'later', codes: ['PageDown'], shift: 'either', text: 'dayPage' },
  { action: 'today', codes: ['KeyT'], shift: 'either', shown: ['T'], text: 'dayToday' },
  { action: 'list', codes: ['Enter', 'NumpadEnter'], shift: 'either', shown: ['Enter'], text: 'dayList' },
];

export type LiftAction = 'lift' | 'drop' | 'cancel' | 'ask' | 'open';

/** Keys of an entry of the calendar, beside the arrows that carry it once it is lifted; Enter opens it as a button does. */
export const entryBindings: readonly Binding<LiftAction>[] = [
  { action: 'open', codes: [], shown: ['Tab', 'Enter'], text: 'entryOpen' },
  { action: 'lift', codes: ['Space'], shift: 'either', shown: ['Space'], text: 'entryLift' },
  { action: 'ask', codes: ['KeyM'], shift: 'either', shown: ['M'], text: 'entryAsk' },
  { action: 'drop', codes: ['Enter', 'NumpadEnter'], shift: 'either', text: 'entryLift' },
  { action: 'cancel', codes: ['Escape'], shift: 'either', shown: ['Esc'], text: 'entryCancel' },
];

/** Keys of a card of the board, beside the arrows that walk, and carry it once it is lifted; Enter opens it as a link does. */
export const cardBindings: readonly Binding<LiftAction>[] = [
  { action: 'open', codes: [], shown: ['← → ↑ ↓'], text: 'cardWalk' },
  { action: 'open', codes: [], shown: ['Enter'], text: 'open' },
  { action: 'lift', codes: ['Space'], shift: 'either', shown: ['Space'], text: 'cardLift' },
  { action: 'drop', codes: ['Enter', 'NumpadEnter'], shift: 'either', text: 'cardLift' },
  { action: 'cancel', codes: ['Escape'], shift: 'either', shown: ['Esc'], text: 'entryCancel' },
];

export type SheetAction =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'lineStart'
  | 'lineEnd'
  | 'pageUp'
  | 'pageDown'
  | 'first'
  | 'last'
  | 'next'
  | 'previous'
  | 'nextCell'
  | 'previousCell'
  | 'edit'
  | 'clear'
  | 'fill'
  | 'copy'
  | 'paste'
  | 'all'
  | 'undo';

/** Keys of a sheet that is filled in like a spreadsheet. */
export const sheetBindings: readonly Binding<SheetAction>[] = [
  { action: 'left', codes: ['ArrowLeft'], shift: 'either', shown: ['← → ↑ ↓'], text: 'sheetMove' },
  { action: 'right', codes: ['ArrowRight'], shift: 'either', text: 'sheetMove' },
  { action: 'up', codes: ['ArrowUp'], shift: 'either', text: 'sheetMove' },
  { action: 'down', codes: ['ArrowDown'], shift: 'either', text: 'sheetMove' },
  { action: 'lineStart', codes: ['Home'], shift: 'either', text: 'sheetMove' },
  { action: 'lineEnd', codes: ['End'], shift: 'either', text: 'sheetMove' },
  { action: 'pageUp', codes: ['PageUp'], shift: 'either', text: 'sheetMove' },
  { action: 'pageDown', codes: ['PageDown'], shift: 'either', text: 'sheetMove' },
  { action: 'first', codes: ['Home'], control: true, shift: 'either', text: 'sheetMove' },
  { action: 'last', codes: ['End'], control: true, shift: 'either', text: 'sheetMove' },
  { action: 'nextCell', codes: ['Tab'], shown: ['Tab'], text: 'sheetNext' },
  { action: 'previousCell', codes: ['Tab'], shift: true, text: 'sheetNext' },
  { action: 'next', codes: ['Enter', 'NumpadEnter'], shown: ['Enter'], text: 'sheetEnter' },
  { action: 'previous', codes: ['Enter', 'NumpadEnter'], shift: true, text: 'sheetEnter' },
  { action: 'edit', codes: ['F2'], shown: ['F2'], text: 'edit' },
  { action: 'clear', codes: ['Delete', 'Backspace'], shown: ['Del'], text: 'sheetClear' },
  { action: 'copy', codes: ['KeyC'], control: true, shown: ['Ctrl', 'C'], text: 'sheetCopy' },
  { action: 'paste', codes: ['KeyV'], control: true, shown: ['Ctrl', 'V'], text: 'sheetPaste' },
  { action: 'fill', codes: ['KeyD'], control: true, shown: ['Ctrl', 'D'], text: 'sheetFill' },
  { action: 'all', codes: ['KeyA'], control: true, shown: ['Ctrl', 'A'], text: 'sheetAll' },
  { action: 'undo', codes: ['KeyZ'], control: true, shown: ['Ctrl', 'Z'], text: 'sheetUndo' },
];
