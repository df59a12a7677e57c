import {
  birthDateOf,
  checkCodePair,
  isIin,
  isSpecialtyCode,
  normalizeCode,
  sexOf,
} from '#shared/domain/identifiers.ts';
import type { ReadDb } from '../../database/handles.ts';
import { acceptedIdentifier } from '../firms/commands.ts';
import { requireNotErased } from '../shared/erased.ts';
import { confirmWarnings, type Prepare, refuseFields } from '../shared/record-feature.ts';

/** A specialty and a qualification whose leading digits differ are a warning, not an error. */
function warnOfCodePair(
  db: ReadDb,
  specialtyId: string | null,
  qualificationId: string | null,
  accepted: ReadonlySet<string>,
): void {
  if (specialtyId === null || qualificationId === null) return;
  const specialty = db.value<string>('SELECT code FROM specialty WHERE id = ?', specialtyId);
  const qualification = db.value<string>('SELECT code FROM qualification WHERE id = ?', qualificationId);
  if (specialty === undefined || qualification === undefined) return;
  if (checkCodePair(specialty, qualification).kind === 'disagree')
    confirmWarnings(['codePair'], accepted, { qualificationId: 'codePair' });
}

/** The IIN is the key of a student; date of birth and sex follow from it. What the group says fills what is missing. */
export const prepareStudent: Prepare<'student'> = (tx, next, { before, accepted }) => {
  if (before !== null) requireNotErased(tx.db, before.id);
  const own = before?.id ?? '';
  const iin = before !== null && before.iin === next.iin ? next.iin : acceptedIdentifier(next.iin, 'iin', accepted);
  if (iin !== null && iin !== before?.iin) {
    if (!isIin(iin) && !accepted.has('identifierCheckDigit')) refuseFields({ iin: 'iinOfPerson' });
    if (tx.db.value('SELECT 1 FROM student WHERE iin = ? AND id <> ?', iin, own) !== undefined)
      refuseFields({ iin: 'identifierTaken' });
  }
  if (next.leftOn !== null && next.bornOn !== null && next.leftOn < next.bornOn)
    refuseFields({ leftOn: 'endBeforeStart' });
  const group =
    next.groupId === null || next.groupId === before?.groupId
      ? undefined
      : tx.db.get<{
          specialty_id: string | null;
          qualification_id: string | null;
          course: number | null;
          language: 'kk' | 'ru' | 'en' | null;
        }>('SELECT specialty_id, qualification_id, course, language FROM student_group WHERE id = ?', next.groupId);
  const completed = {
    ...next,
    iin,
    bornOn: next.bornOn ?? (iin === null ? null : birthDateOf(iin)),
    sex: next.sex ?? (iin === null ? null : sexOf(iin)),
    specialtyId: next.specialtyId ?? group?.specialty_id ?? null,
    qualificationId: next.qualificationId ?? group?.qualification_id ?? null,
    course: next.course ?? group?.course ?? null,
    language: next.language ?? group?.language ?? null,
  };
  if (
    before === null ||
    before.specialtyId !== completed.specialtyId ||
    before.qualificationId !== completed.qualificationId
  )
    warnOfCodePair(tx.db, completed.specialtyId, completed.qualificationId, accepted);
  return completed;
};

export const prepareGroup: Prepare<'group'> = (tx, next, { before, accepted }) => {
  if (tx.db.value('SELECT 1 FROM student_group WHERE code = ? AND id <> ?', next.code, before?.id ?? '') !== undefined)
    refuseFields({ code: 'codeTaken' });
  if (before === null || before.specialtyId !== next.specialtyId || before.qualificationId !== next.qualificationId)
    warnOfCodePair(tx.db, next.specialtyId, next.qualificationId, accepted);
  return next;
};

export const prepareSpecialty: Prepare<'specialty'> = (tx, next, { before, accepted }) => {
  const code = normalizeCode(next.code);
  if (tx.db.value('SELECT 1 FROM specialty WHERE code = ? AND id <> ?', code, before?.id ?? '') !== undefined)
    refuseFields({ code: 'codeTaken' });
  if (code !== before?.code && !isSpecialtyCode(code))
    confirmWarnings(['specialtyCode'], accepted, { code: 'specialtyCode' });
  return { ...next, code };
};

export const prepareQualification: Prepare<'qualification'> = (tx, next, { before, accepted }) => {
  const code = normalizeCode(next.code);
  if (tx.db.value('SELECT 1 FROM qualification WHERE code = ? AND id <> ?', code, before?.id ?? '') !== undefined)
    refuseFields({ code: 'codeTaken' });
  const specialty =
    next.specialtyId === null
      ? undefined
      : tx.db.value<string>('SELECT code FROM specialty WHERE id = ?', next.specialtyId);
  if (specialty !== undefined && checkCodePair(specialty, code).kind === 'disagree')
    confirmWarnings(['codePair'], accepted, { code: 'codePair' });
  return { ...next, code };
};
