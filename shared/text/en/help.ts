export const help = {
  howTo: 'How it works',
  dates: 'A date can be typed any way: 1.9.25, 010925, “1 September 2025”, “tomorrow”.',
  identifiers:
    'BIN and IIN are checked while they are typed. When Excel has lost leading zeros, they are offered back.',
  undoAdvice:
    'There is no save button: a change is written at once, and any action can be undone, here or in the history.',
  links:
    'Every link leads to the record and back: from a student to the firm, from a firm to its agreements and students.',
  paper: 'An agreement signed on paper gets its date of signing. The states “expiring” and “expired” are computed.',
  everywhere: 'Everywhere',
  search: 'Search records and commands',
  screens: 'Open a section',
  find: 'Search the list',
  undo: 'Undo the last action',
  redo: 'Redo what was undone',
  back: 'Back and forward',
  inList: 'In a list',
  move: 'Move along the rows',
  open: 'Open the record',
  select: 'Select the row',
  extend: 'Select several rows',
  all: 'Select all rows',
  copy: 'Copy the selected rows for Excel',
  inRecord: 'In a record',
  save: 'Save the field (in a long text, Ctrl+Enter)',
  cancel: 'Restore the value; close the record',
  calendar: 'Open the calendar or the list',
} as const;
