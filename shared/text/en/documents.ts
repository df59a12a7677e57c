import type { documents as ru } from '../ru/documents.ts';
import type { SameKeys } from '../translate.ts';

/** Words that stand around the figures of a printed report or list. */
export const documents = {
  contents: 'Contents',
  summary: 'Indicators',
  indicator: 'Indicator',
  definition: 'How it is counted',
  unit: 'Unit',
  value: 'Value',
  sheet: 'Sheet',
  total: 'Total',
  source: 'Source',
  notes: 'Notes',
  sources: 'Sources and definitions',
  draft: 'Draft',
  fingerprint: 'Checksum {fingerprint}',
  page: 'Page',
  pageOf: 'of',
  noRows: 'There are no records for this period.',
  chart: 'Chart: {title}',
} satisfies SameKeys<typeof ru>;
