import { readDate } from '#renderer/ui/fields/date-field.tsx';
import { readNumber } from '#renderer/ui/fields/read-number.ts';
import type { Output, Request } from '#shared/contract/index.ts';
import type { DraftStudent, GroupDraft } from './group-draft.ts';

type Placement = Request<'placements.createMany'>['rows'][number];
type Resolved = Output<'placements.resolve'>[number];

/** Something to say about a row: a key of a text with its parameters. */
export type Remark = {
  readonly kind: 'problem' | 'warning';
  readonly key: string;
  readonly params?: Readonly<Record<string, string>>;
};

/** A row as it can be saved; null while it is empty or wrong. */
export type CheckedRow = { readonly placement: Placement | null; readonly remarks: readonly Remark[] };

const problem = (key: string, text?: string): Remark => ({
  kind: 'problem',
  key: `placements.group.${key}`,
  ...(text === undefined ? {} : { params: { text } }),
});

/** The name in a cell that means no record, or more than one. */
function unresolved(
  found: Resolved['firm'],
  name: 'Firm' | 'Site' | 'Mentor' | 'Agreement',
  text: string,
): readonly Remark[] {
  if (found.kind === 'none' || found.kind === 'found') return [];
  return [problem(found.kind === 'several' && name === 'Firm' ? 'severalFirms' : `unknown${name}`, text.trim())];
}

/** Reads one line of the grid. Empty dates and hours are those given for all; a line without a firm is not placed. */
export function checkRow(
  student: DraftStudent,
  cells: readonly string[],
  resolved: Resolved | undefined,
  draft: GroupDraft,
): CheckedRow {
  const [, firm = '', site = '', mentor = '', hours = '', start = '', end = '', agreement = ''] = cells;
  if (firm.trim() === '') {
    const begun = [site, mentor, agreement].some(text => text.trim() !== '');
    return { placement: null, remarks: begun ? [problem('firmRequired')] : [] };
  }
  if (resolved === undefined) return { placement: null, remarks: [] };
  const startsOn = start.trim() === '' ? draft.startsOn : readDate(start).value;
  const endsOn = end.trim() === '' ? draft.endsOn : readDate(end).value;
  const read = readNumber(hours, { min: 0, max: 5000 });
  const remarks = [
    ...unresolved(resolved.firm, 'Firm', firm),
    ...unresolved(resolved.site, 'Site', site),
    ...unresolved(resolved.mentor, 'Mentor', mentor),
    ...unresolved(resolved.agreement, 'Agreement', agreement),
    ...(read.problem === null ? [] : [problem('badHours')]),
    ...(startsOn === null ? [problem('badDate', start)] : []),
    ...(endsOn === null ? [problem('badDate', end)] : []),
  ];
  const ready = remarks.length === 0 && resolved.firm.id !== null && draft.practiceTypeId !== null;
  if (!ready || startsOn === null || endsOn === null || resolved.firm.id === null || draft.practiceTypeId === null)
    return { placement: null, remarks };
  return {
    remarks,
    placement: {
      ...emptyPlacement,
      studentId: student.id,
      firmId: resolved.firm.id,
      siteId: resolved.site.id,
      mentorId: resolved.mentor.id,
      agreementId: resolved.agreement.id,
      practiceTypeId: draft.practiceTypeId,
      startsOn,
      endsOn,
      hoursPlanned: hours.trim() === '' ? draft.hours : read.value,
      supervisor: draft.supervisor.trim() === '' ? null : draft.supervisor.trim(),
    },
  };
}

const emptyPlacement: Omit<Placement, 'studentId' | 'firmId' | 'practiceTypeId' | 'startsOn' | 'endsOn'> = {
  siteId: null,
  agreementId: null,
  specialtyId: null,
  qualificationId: null,
  course: null,
  hoursPlanned: null,
  hoursEnterprise: null,
  weekPattern: null,
  sharePercent: null,
  workplace: null,
  mentorId: null,
  supervisor: null,
  payMinor: null,
  orderNumber: null,
  orderDate: null,
  briefingOn: null,
  briefingJournal: null,
  medicalOn: null,
  insurance: null,
  consentOn: null,
  hired: null,
  hiredOn: null,
  hiredInSpecialty: null,
  contractType: null,
  followUp6On: null,
  followUp6: null,
  followUp12On: null,
  followUp12: null,
  notes: null,
};
