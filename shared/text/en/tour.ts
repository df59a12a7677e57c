/** The tour of five minutes. */
export const tour = {
  start: 'Tour of five minutes',
  next: 'Next',
  back: 'Back',
  done: 'Done',
  end: 'End the tour',
  place: '{place} of {total}',
  sections: {
    title: 'Sections',
    text: 'The work is laid out in sections. A click opens one, or the keys Ctrl+1 … Ctrl+9.',
  },
  firms: {
    title: 'List and record',
    text: 'Arrows move along the rows, Enter opens the record on the right, Esc returns to the row. Values are changed in the record itself.',
  },
  search: {
    title: 'Find anything',
    text: 'Ctrl+K finds a record by part of a name, BIN, IIN, phone or agreement number, and also sections, commands and settings.',
  },
  importing: {
    title: 'Your workbook',
    text: 'Drop an Excel workbook here. What becomes of each row is shown before anything is written; one undo takes the whole import back.',
  },
  placements: {
    title: 'Placements',
    text: 'A group is placed in one table: firm, period, mentor. Overlaps and missing places show at once.',
  },
  letters: {
    title: 'Letters',
    text: 'Select placements and press “Print letters”: direction letters come out in Word and PDF with outgoing numbers.',
  },
  reports: {
    title: 'Annual report',
    text: 'Every number opens the records behind it. The report is saved as Excel, Word and PDF.',
  },
  today: {
    title: 'Today',
    text: 'The day begins here: ends of agreements, papers, promises. A task is opened, snoozed or closed in place.',
  },
  undo: {
    title: 'Undo',
    text: 'Every action can be undone: Ctrl+Z, tomorrow as well. Beside it stands when the data was saved and when it was backed up.',
  },
  help: {
    title: 'Help',
    text: 'The question mark opens the chapter of the guide about the section on the screen. The tour can be repeated from “Help”.',
  },
} as const;
