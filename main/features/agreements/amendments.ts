import { agreementSpecialtyRecord, amendmentRecord } from '#shared/contract/agreement-terms.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { z } from '#shared/contract/zod.ts';
import { amended, effectiveTerms, termParts } from '#shared/domain/effective.ts';
import { amendmentsOf, originalTerms } from '../../database/agreement-versions.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { amongIds, condition, equals, type ListSpec, oneOf } from '../../database/list-query.ts';
import { nameOf, nameSql } from '../../database/localized-name.ts';
import { readRecord, requireRecord, type Transaction } from '../../database/records.ts';
import { confirmWarnings, type Fields, type Prepare, recordUseCases, refuseFields } from '../shared/record-feature.ts';

type Draft = Fields<'amendment'>;

const lowest = (...days: readonly (string | null)[]): string | null =>
  days.reduce((found, day) => (day !== null && (found === null || day < found) ? day : found), null);

/** What does not fit together in an amendment of an agreement, field → text key under `validation`. */
function problemsOf(
  tx: Transaction,
  amendment: Draft,
  agreement: RecordOf<'agreement'>,
  own: string | undefined,
): Record<string, string> {
  const { changes, effectiveOn } = amendment;
  const problems: Record<string, string> = {};
  if (agreement.signedOn === null) problems['agreementId'] = 'agreementNotSigned';
  if (agreement.signedOn !== null && effectiveOn < (lowest(agreement.signedOn, agreement.startsOn) ?? effectiveOn))
    problems['effectiveOn'] = 'beforeAgreement';
  if (termParts.every(part => changes[part] === undefined)) problems['changes'] = 'nothingChanged';
  const others = amendmentsOf(tx.db, agreement.id).filter(({ id }) => id !== own);
  const after = amended(effectiveTerms(originalTerms(tx.db, agreement), others, effectiveOn), changes);
  const first = after.startsOn ?? agreement.signedOn;
  if (first !== null && after.endsOn !== null && after.endsOn < first)
    problems[changes.endsOn === undefined ? 'changes.startsOn' : 'changes.endsOn'] = 'endBeforeStart';
  if (typeof changes.terminatedOn === 'string' && changes.terminatedOn < effectiveOn)
    problems['changes.terminatedOn'] = 'terminatedBeforeEffect';
  for (const part of ['signatoryId', 'mentorId'] as const) {
    const person = changes[part];
    if (typeof person === 'string' && readRecord(tx.db, 'contact', person)?.firmId !== agreement.firmId)
      problems[`changes.${part}`] = 'otherFirm';
  }
  const rows = changes.specialties ?? [];
  if (rows.some(row => readRecord(tx.db, 'specialty', row.specialtyId) === undefined))
    problems['changes.specialties'] = 'notFound';
  if (new Set(rows.map(row => `${row.specialtyId} ${row.year ?? ''}`)).size < rows.length)
    problems['changes.specialties'] = 'duplicate';
  return problems;
}

const prepareAmendment: Prepare<'amendment'> = (tx, next, { before, accepted }) => {
  const agreement = readRecord(tx.db, 'agreement', next.agreementId);
  if (agreement === undefined) {
    refuseFields({ agreementId: 'notFound' });
    return next;
  }
  if (before !== null && before.agreementId !== next.agreementId) refuseFields({ agreementId: 'fixed' });
  refuseFields(problemsOf(tx, next, agreement, before?.id));
  if (before === null || before.number !== next.number) {
    const twin = tx.db.value(
      'SELECT 1 FROM amendment WHERE agreement_id = ? AND number = ? AND id <> ? LIMIT 1',
      next.agreementId,
      next.number,
      before?.id ?? '',
    );
    if (twin !== undefined) confirmWarnings(['amendmentNumberTaken'], accepted, { number: 'numberTaken' });
  }
  return next;
};

const amendmentRow = amendmentRecord.extend({
  agreementNumber: z.string(),
  firmId: z.string(),
  firmName: z.string(),
});
type AmendmentFilter = NonNullable<Input<'amendments.list'>['filter']>;

const amendmentList = (): ListSpec<typeof amendmentRow, AmendmentFilter> => ({
  entity: 'amendment',
  row: amendmentRow,
  from: 'amendment m',
  alias: 'm',
  joins: 'JOIN agreement a ON a.id = m.agreement_id JOIN firm f ON f.id = a.firm_id',
  columns: { agreementNumber: 'a.number', firmId: 'a.firm_id', firmName: nameSql('f') },
  sorts: { effectiveOn: { by: ['m.effective_on'] }, signedOn: { by: ['m.signed_on'] }, number: { by: ['m.number'] } },
  defaultSort: { field: 'effectiveOn', direction: 'desc' },
  filter: filter => [
    ...equals('m.agreement_id', filter.agreementId),
    ...amongIds('m.id', filter.ids),
    ...(filter.signed === undefined ? [] : [condition(`m.signed_on IS ${filter.signed ? 'NOT ' : ''}NULL`)]),
    ...(filter.effectiveFrom === undefined ? [] : [condition('m.effective_on >= ?', filter.effectiveFrom)]),
    ...(filter.effectiveTo === undefined ? [] : [condition('m.effective_on <= ?', filter.effectiveTo)]),
  ],
});

function amendmentDetail(db: ReadDb, amendment: RecordOf<'amendment'>): Output<'amendments.get'> {
  const agreement = requireRecord(db, 'agreement', amendment.agreementId);
  const firm = requireRecord(db, 'firm', agreement.firmId);
  return { ...amendment, agreementNumber: agreement.number, firmId: firm.id, firmName: nameOf(db, firm) };
}

export const amendmentUseCases = recordUseCases({
  entity: 'amendment',
  list: amendmentList,
  pick: { title: 'm.number', detail: `${nameSql('f')} || ' · ' || a.number`, within: 'm.agreement_id' },
  detail: amendmentDetail,
  prepare: prepareAmendment,
});

const specialtyRow = agreementSpecialtyRecord.extend({ code: z.string(), name: z.string() });
type SpecialtyFilter = NonNullable<Input<'agreementSpecialties.list'>['filter']>;

const specialtyList = (): ListSpec<typeof specialtyRow, SpecialtyFilter> => ({
  entity: 'agreementSpecialty',
  row: specialtyRow,
  from: 'agreement_specialty r',
  alias: 'r',
  joins: 'JOIN specialty s ON s.id = r.specialty_id',
  columns: { code: 's.code', name: nameSql('s') },
  sorts: { year: { by: ['r.year'] }, places: { by: ['r.places'] } },
  defaultSort: { field: 'year', direction: 'asc' },
  filter: filter => [...equals('r.agreement_id', filter.agreementId), ...oneOf('r.specialty_id', filter.specialtyId)],
});

const prepareSpecialty: Prepare<'agreementSpecialty'> = (tx, next, { before }) => {
  const twin = tx.db.value(
    'SELECT 1 FROM agreement_specialty WHERE agreement_id = ? AND specialty_id = ? AND year IS ? AND id <> ?',
    next.agreementId,
    next.specialtyId,
    next.year,
    before?.id ?? '',
  );
  if (twin !== undefined) refuseFields({ specialtyId: 'duplicate' });
  if (before !== null && before.agreementId !== next.agreementId) refuseFields({ agreementId: 'fixed' });
  return next;
};

export const agreementSpecialtyUseCases = recordUseCases({
  entity: 'agreementSpecialty',
  list: specialtyList,
  pick: { title: `s.code || ' ' || ${nameSql('s')}`, detail: 'r.year', within: 'r.agreement_id' },
  detail: (db, row) => {
    const specialty = requireRecord(db, 'specialty', row.specialtyId);
    return { ...row, code: specialty.code, name: nameOf(db, specialty) };
  },
  prepare: prepareSpecialty,
});
