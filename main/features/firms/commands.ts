import { firmNameKey, splitLegalForm } from '#shared/domain/folding.ts';
import { checkIdentifier } from '#shared/domain/identifiers.ts';
import { AppError } from '#shared/result.ts';
import { requireNotErased } from '../shared/erased.ts';
import { confirmWarnings, type Prepare, refuseFields } from '../shared/record-feature.ts';

export { prepareInteraction } from './interactions.ts';

/**
 * The БИН/ИИН as it is stored: lost zeros are put back, a wrong length is refused, a wrong check digit needs a «keep anyway».
 * Source of the check: the rules for national identification numbers (weights 1–11, then 3–11, 1, 2, modulo 11).
 */
export function acceptedIdentifier(text: string | null, field: string, accepted: ReadonlySet<string>): string | null {
  if (text === null) return null;
  const check = checkIdentifier(text);
  switch (check.kind) {
    case 'empty':
      return null;
    case 'valid':
    case 'padded':
      return check.value;
    case 'check-digit':
      confirmWarnings(['identifierCheckDigit'], accepted, { [field]: 'identifierCheckDigit' });
      return check.value;
    default:
      throw new AppError(
        'validation',
        {},
        { [field]: check.kind === 'length' ? 'identifierLength' : 'identifierDigits' },
      );
  }
}

/** БИН is the key of a firm; the name without legal form, quotes and case is the second guard against doubles. */
export const prepareFirm: Prepare<'firm'> = (tx, next, { before, accepted }) => {
  const own = before?.id ?? '';
  const bin = before !== null && before.bin === next.bin ? next.bin : acceptedIdentifier(next.bin, 'bin', accepted);
  if (bin !== null && tx.db.value('SELECT 1 FROM firm WHERE bin = ? AND id <> ?', bin, own) !== undefined)
    refuseFields({ bin: 'identifierTaken' });
  if (before === null || before.nameRu !== next.nameRu) {
    const twin = tx.db.value(
      'SELECT 1 FROM firm WHERE name_key = ? AND id <> ? LIMIT 1',
      firmNameKey(next.nameRu),
      own,
    );
    if (twin !== undefined) confirmWarnings(['firmNameTaken'], accepted, { nameRu: 'nameTaken' });
  }
  return { ...next, bin, legalForm: next.legalForm ?? splitLegalForm(next.nameRu).form };
};

export const prepareContact: Prepare<'contact'> = (tx, next, { before }) => {
  if (before !== null) requireNotErased(tx.db, before.id);
  if (next.basisDate !== null && next.basisUntil !== null && next.basisUntil < next.basisDate)
    refuseFields({ basisUntil: 'endBeforeStart' });
  return next;
};
