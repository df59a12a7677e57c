import { isMinor } from '#shared/domain/identifiers.ts';
import type { ReadDb } from '../../database/handles.ts';
import { heldThroughoutSql } from '../agreements/queries.ts';
import { type CheckedPlacement, checkRows } from './checks.ts';

/** What deserves a look and needs no consent: codes of texts under `warnings`. */
function remarksOf(db: ReadDb, row: CheckedPlacement & { readonly consentOn: string | null }): string[] {
  const { firmId, agreementId, startsOn, endsOn } = row;
  const bornOn = db.value<string | null>('SELECT born_on FROM student WHERE id = ?', row.studentId) ?? null;
  const minor = bornOn !== null && isMinor(bornOn, startsOn) && row.consentOn === null;
  const held = db.column<string>(
    `SELECT a.id FROM agreement a WHERE a.firm_id = ? AND (a.student_id IS NULL OR a.student_id = ?) AND ${heldThroughoutSql('a', startsOn, endsOn)}`,
    firmId,
    row.studentId,
  );
  const without = held.length === 0 ? 'agreementMissing' : 'agreementNotChosen';
  return [
    ...(agreementId === null ? [without] : held.includes(agreementId) ? [] : ['agreementNotInForce']),
    ...(minor ? ['minorConsent'] : []),
  ];
}

/** Problems, warnings and remarks of each row, as if the rows before it were written. */
export function checkWithRemarks(
  db: ReadDb,
  rows: readonly (CheckedPlacement & { readonly consentOn: string | null })[],
): { problems: Record<string, string>; warnings: string[]; remarks: string[] }[] {
  const checks = checkRows(db, rows);
  return rows.map((row, index) => {
    const { problems, warnings } = checks[index] ?? { problems: {}, warnings: [] };
    return { problems, warnings, remarks: Object.keys(problems).length > 0 ? [] : remarksOf(db, row) };
  });
}
