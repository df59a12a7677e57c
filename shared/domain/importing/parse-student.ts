import { birthDateOf } from '../identifiers.ts';
import type { StudentDraft } from './drafts.ts';
import { studentCell } from './mixed-cells.ts';
import { courseAround, groupOfSection, type Surroundings, specialtyAround } from './parse-common.ts';
import { personCell } from './person-cell.ts';
import type { RowReader } from './row-reader.ts';
import { findValue, fundings, languages, studentStatuses } from './values.ts';

/** Reads a row of a list of students or of the national export. */
export function parseStudent(reader: RowReader, around: Surroundings): StudentDraft | null {
  const inCell = studentCell(reader.text('fullName', 200) ?? '');
  const iin = reader.identifier('iin', true) ?? inCell.iin;
  const name = reader.person('fullName');
  if (name === null) {
    reader.note(reader.has('fullName') ? 'fullName' : 'surname', 'error', 'missingName');
    return null;
  }
  const bornInIin = iin === null ? null : birthDateOf(iin);
  const bornOn = reader.date('bornOn');
  if (bornOn !== null && bornInIin !== null && bornOn !== bornInIin)
    reader.note('bornOn', 'warning', 'birthDateDiffers');
  const specialty = reader.coded('specialty', 'specialtyName', specialtyAround(around));
  const qualification = reader.coded('qualification', '');
  reader.comparePair(specialty, qualification);
  if (specialty.code === null && specialty.name !== null) reader.note('specialty', 'warning', 'specialtyWithoutCode');
  const leftOn = reader.date('leftOn');
  const leftReason = reader.text('leftReason', 400);
  const said = reader.known('status', studentStatuses);
  const onLeave = reader.yesNo('onLeave');
  const parents = reader.text('representativeName', 200);
  const parent = parents === null ? null : personCell(parents);
  return {
    entity: 'student',
    iin,
    surname: name.surname,
    givenName: name.name || null,
    patronymic: name.patronymic || null,
    bornOn: bornOn ?? bornInIin,
    groupCode: reader.code('groupCode') ?? inCell.group ?? groupOfSection(around),
    course: reader.has('course') ? reader.course('course') : courseAround(around),
    specialty,
    qualification,
    phone: reader.phone('phone'),
    email: reader.email('email'),
    language: reader.known('language', languages),
    funding: reader.has('funding') ? reader.known('funding', fundings) : findValue(fundings, reader.shown('studyForm')),
    studyForm: reader.text('studyForm', 60),
    status: statusOf(leftOn, leftReason, onLeave, said),
    leftOn,
    leftReason,
    externalId: reader.text('externalId', 40) ?? reader.text('secondExternalId', 40),
    representativeName: parent?.name ?? null,
    representativePhone: reader.phone('representativePhone') ?? parent?.phone ?? null,
    town: reader.text('town', 120),
    notes: withAddress(reader, around),
  };
}

/** There is no field for where a student lives: it is kept in the notes under the heading it had in the file. */
function withAddress(reader: RowReader, { headings }: Surroundings): string | null {
  const notes = reader.text('notes', 3600);
  const address = reader.text('homeAddress');
  if (address === null) return notes;
  const line = `${headings.get('homeAddress') ?? ''}: ${address}`.replace(/^[:\s]+/u, '');
  return notes === null ? line : `${notes}\n${line}`;
}

function statusOf(
  leftOn: string | null,
  leftReason: string | null,
  onLeave: boolean | null,
  said: StudentDraft['status'],
): StudentDraft['status'] {
  if (leftOn !== null || leftReason !== null) {
    const graduated = leftReason !== null && findValue(studentStatuses, leftReason) === 'graduated';
    return graduated ? 'graduated' : 'left';
  }
  if (onLeave === true) return 'leave';
  return said ?? (onLeave === false ? 'active' : null);
}
