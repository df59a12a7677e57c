/** The first start. */
export const start = {
  title: 'The college’s partnerships with industry',
  lead: 'Firms, agreements, placements, curriculum requests, letters and the annual report – on this computer, without the internet.',
  question: 'Where to begin?',
  language: 'Language of the program',
  sample: 'Open a sample college',
  sampleHelp: 'Invented firms and students over three years. Everything can be tried; one press takes it away.',
  import: 'Import my workbook',
  importHelp:
    'An Excel workbook, a contingent export or contacts. What will change is shown before anything is written.',
  empty: 'Start empty',
  emptyHelp: 'First the college’s name and details for letters, then the first firm.',
  tour: 'Open the sample and take the tour of five minutes',
  opening: 'Opening the sample…',
  where: 'Data is kept in the folder {folder}',
} as const;
