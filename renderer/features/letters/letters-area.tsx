import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { today } from '#renderer/ui/today.ts';
import { LetterKind, LetterLanguage, letterRecord } from '#shared/contract/letters.ts';
import { describeArea } from '../record-area/descriptor.ts';
import { RecordLink } from '../record-area/record-link.tsx';

/** What the register calls a paper: its number, or what it is about when it bears none. */
export const letterTitle = (letter: { readonly number: string; readonly subject: string }): string =>
  letter.number === '' ? letter.subject : `№ ${letter.number}`;

const thisYear = Number(today().slice(0, 4));

/** The register of outgoing letters: its columns and filters, also for the lists inside other records. */
export const lettersArea = describeArea<'letters'>({
  name: 'letters',
  entity: 'letter',
  schema: letterRecord,
  sort: { field: 'number', direction: 'desc' },
  title: letterTitle,
  columns: [
    { key: 'number', label: 'letters.columns.number', width: 120, text: letter => letter.number },
    {
      key: 'issuedOn',
      label: 'letters.columns.issuedOn',
      width: 104,
      text: (letter, { locale }) => locale.date(letter.issuedOn),
    },
    {
      key: 'kind',
      label: 'letters.columns.kind',
      width: 160,
      text: (letter, { word }) => word(`states.letterKind.${letter.kind}`),
    },
    {
      key: 'studentName',
      label: 'letters.columns.student',
      width: 240,
      text: letter => letter.studentName ?? '',
      render: ({ studentId, studentName }) =>
        studentId === null ? null : (
          <RecordLink name="students" id={studentId}>
            {studentName}
          </RecordLink>
        ),
    },
    {
      key: 'firmName',
      label: 'letters.columns.firm',
      width: 250,
      text: letter => letter.firmName ?? '',
      render: ({ firmId, firmName }) =>
        firmId === null ? null : (
          <RecordLink name="firms" id={firmId}>
            {firmName}
          </RecordLink>
        ),
    },
    {
      key: 'language',
      label: 'letters.columns.language',
      width: 150,
      sortable: false,
      text: (letter, { word }) => word(`states.letterLanguage.${letter.language}`),
    },
    {
      key: 'placements',
      label: 'letters.columns.placements',
      width: 110,
      align: 'end',
      sortable: false,
      text: (letter, { locale }) => locale.number(letter.placements),
    },
    {
      key: 'void',
      label: 'letters.columns.state',
      width: 130,
      sortable: false,
      text: (letter, { word }) => word(`states.letter.${letter.void ? 'void' : 'inForce'}`),
      render: letter => <StatusBadge kind="letter" value={letter.void ? 'void' : 'inForce'} plain />,
    },
    {
      key: 'agreementNumber',
      label: 'letters.columns.agreement',
      width: 140,
      sortable: false,
      hidden: true,
      text: letter => (letter.agreementNumber === null ? '' : `№ ${letter.agreementNumber}`),
      render: letter =>
        letter.agreementId && (
          <RecordLink name="agreements" id={letter.agreementId}>
            № {letter.agreementNumber}
          </RecordLink>
        ),
    },
    {
      key: 'requestNumber',
      label: 'letters.columns.request',
      width: 120,
      sortable: false,
      hidden: true,
      text: letter => (letter.requestNumber === null ? '' : `№ ${letter.requestNumber}`),
      render: letter =>
        letter.requestId && (
          <RecordLink name="requests" id={letter.requestId}>
            № {letter.requestNumber}
          </RecordLink>
        ),
    },
    {
      key: 'subject',
      label: 'letters.columns.subject',
      width: 320,
      sortable: false,
      hidden: true,
      text: letter => letter.subject,
    },
    {
      key: 'notes',
      label: 'letters.columns.notes',
      width: 240,
      sortable: false,
      hidden: true,
      text: letter => letter.notes ?? '',
    },
  ],
  filters: [
    { key: 'kind', label: 'letters.columns.kind', kind: 'choices', values: LetterKind.options, text: 'letterKind' },
    {
      key: 'language',
      label: 'letters.columns.language',
      kind: 'choices',
      values: LetterLanguage.options,
      text: 'letterLanguage',
    },
    {
      key: 'year',
      label: 'letters.filters.year',
      kind: 'numbers',
      values: Array.from({ length: 6 }, (_, index) => thisYear + 1 - index),
    },
    { key: 'numbered', label: 'letters.filters.numbered', kind: 'flag' },
    { key: 'firmId', label: 'letters.columns.firm', kind: 'references', name: 'firms', single: true },
    { key: 'void', label: 'letters.filters.void', kind: 'flag' },
  ],
  defaults: {},
  sections: [],
  tabs: [],
});
