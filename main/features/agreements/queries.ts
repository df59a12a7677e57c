import {
  AgreementState,
  type agreementFilter,
  agreementRow,
  agreementTypeRecord,
} from '#shared/contract/agreements.ts';
import type { Output } from '#shared/contract/index.ts';
import type { z } from '#shared/contract/zod.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  amongIds,
  type Condition,
  condition,
  equals,
  type ListSpec,
  oneOf,
  ownWords,
  placeIn,
  within,
} from '../../database/list-query.ts';
import { firmOrderSql, firmSortKey, nameSql } from '../../database/localized-name.ts';
import { readSettings } from '../settings/queries.ts';
import { effectiveSql, endedEarlySql, inForce, lastDayWithin, renewedSql, stateSql, versionSql } from './conditions.ts';
import { partyStates } from './paper.ts';
import { termsOn } from './terms.ts';

export { dayLiteral, effectiveSql, heldThroughoutSql, inForce, inForceSql, lastDay, stateSql } from './conditions.ts';
export { agreementChain, effectiveAgreement, placesOn } from './terms.ts';

type Filter = z.output<typeof agreementFilter>;

const scansSql = "(SELECT 1 FROM attachment f WHERE f.entity = 'agreement' AND f.entity_id = a.id)";
const amendmentsSql = '(SELECT count(*) FROM amendment m WHERE m.agreement_id = a.id AND m.signed_on IS NOT NULL)';
/** The order of one effective term, through the index of the versions. */
const byVersion = (column: string, today: string) => ({
  by: [`v.${column}`],
  from: `agreement_version v CROSS JOIN agreement a ON ${versionSql('v', 'a', today)}`,
});

function conditions(filter: Filter, today: string, expiringDays: number): readonly Condition[] {
  const on = filter.asOf ?? today;
  return [
    ...oneOf(stateSql('a', on, expiringDays), filter.state),
    ...oneOf('a.type_id', filter.typeId),
    ...oneOf('a.origin', filter.origin),
    ...equals('a.firm_id', filter.firmId),
    ...equals('a.student_id', filter.studentId),
    ...equals('a.parent_id', filter.parentId),
    ...amongIds('a.id', filter.ids),
    ...within('a.signed_on', filter.signedFrom, filter.signedTo),
    ...(filter.signedFrom === undefined && filter.signedTo === undefined
      ? []
      : [condition("a.stage IN ('signed', 'terminated')")]),
    ...lastDayWithin('a', filter.endedFrom, filter.endedTo),
    ...(filter.endedFrom === undefined && filter.endedTo === undefined
      ? []
      : [condition("a.stage IN ('signed', 'terminated')")]),
    ...(filter.ending === undefined
      ? []
      : [condition(`${filter.ending === 'terminated' ? '' : 'NOT '}${endedEarlySql('a')}`)]),
    ...(filter.ending === 'renewed' ? [condition(renewedSql('a'))] : []),
    ...(filter.inForceFrom === undefined || filter.inForceTo === undefined
      ? []
      : [inForce('a', filter.inForceFrom, filter.inForceTo)]),
    ...(filter.endsWithinDays === undefined
      ? []
      : [...lastDayWithin('a', on, addDays(on, filter.endsWithinDays)), inForce('a', on, on)]),
    ...(filter.unsigned === true ? [condition("a.stage IN ('draft', 'sent', 'partlySigned')")] : []),
    ...(filter.withoutScan === true
      ? [condition(`a.stage IN ('signed', 'terminated') AND NOT EXISTS ${scansSql}`)]
      : []),
    ...(filter.specialtyId === undefined || filter.specialtyId.length === 0
      ? []
      : [
          condition(
            `EXISTS (SELECT 1 FROM agreement_version ver, json_each(ver.specialties) s
               WHERE ${versionSql('ver', 'a', on)} AND s.value ->> 'specialtyId' IN (SELECT value FROM json_each(?)))`,
            JSON.stringify(filter.specialtyId),
          ),
        ]),
  ];
}

/** The register of agreements; states are computed for `today` and never stored. */
export const agreementList = (today: string, db: ReadDb): ListSpec<typeof agreementRow, Filter> => {
  const { expiringDays } = readSettings(db);
  return {
    entity: 'agreement',
    row: agreementRow,
    from: 'agreement a',
    alias: 'a',
    joins: `JOIN firm f ON f.id = a.firm_id JOIN agreement_type t ON t.id = a.type_id JOIN agreement_version v ON ${versionSql('v', 'a', today)}`,
    columns: {
      startsOn: 'v.starts_on',
      endsOn: 'v.ends_on',
      terminatedOn: 'v.terminated_on',
      places: 'v.places',
      amendments: amendmentsSql,
      scans: scansSql.replace('SELECT 1', 'SELECT count(*)'),
      original: `json_object('startsOn', a.starts_on, 'endsOn', a.ends_on, 'terminatedOn', a.terminated_on, 'places', a.places)`,
      firmName: nameSql('f'),
      typeCode: 't.code',
      state: stateSql('a', today, expiringDays),
      placements: '(SELECT count(*) FROM placement p WHERE p.agreement_id = a.id)',
    },
    sorts: {
      number: { by: ['a.sort_key'] },
      firmName: { by: [`f.${firmSortKey(db)}`], from: 'firm f CROSS JOIN agreement a ON a.firm_id = f.id' },
      typeCode: { by: ['a.type_id', 'a.sort_key'] },
      signedOn: { by: ['a.signed_on'] },
      startsOn: byVersion('starts_on', today),
      endsOn: byVersion('ends_on', today),
      state: { by: [stateSql('a', today, expiringDays)] },
      places: { by: [effectiveSql('a', 'places', today)] },
      updatedAt: { by: ['a.updated_at'] },
    },
    groups: {
      firmName: firmOrderSql(db, 'a.firm_id'),
      state: placeIn(stateSql('a', today, expiringDays), AgreementState.options),
      typeCode: '(SELECT position FROM agreement_type WHERE id = a.type_id)',
    },
    sums: ['places', 'amendments', 'placements'],
    defaultSort: { field: 'signedOn', direction: 'desc' },
    search: ownWords('agreement', 'a'),
    filter: filter => conditions(filter, today, expiringDays),
  };
};

export const agreementTypeList = (): ListSpec<typeof agreementTypeRecord, { active?: boolean | undefined }> => ({
  entity: 'agreementType',
  row: agreementTypeRecord,
  from: 'agreement_type t',
  alias: 't',
  sorts: { position: { by: ['t.position'] }, nameRu: { by: ['t.name_ru'] } },
  defaultSort: { field: 'position', direction: 'asc' },
  filter: filter => (filter.active === undefined ? [] : [condition('t.active = ?', filter.active ? 1 : 0)]),
});

type DetailRow = {
  readonly firmName: string;
  readonly typeCode: string;
  readonly state: Output<'agreements.get'>['state'];
  readonly studentName: string | null;
  readonly parentNumber: string | null;
  readonly signatoryName: string | null;
  readonly placements: number;
  readonly children: number;
  readonly amendments: number;
  readonly scans: number;
};

/** An agreement with the names behind its references and its state today. */
export function agreementDetail(db: ReadDb, agreement: RecordOf<'agreement'>, today: string): Output<'agreements.get'> {
  const more = db.get<DetailRow>(
    `SELECT ${nameSql('f')} AS firmName, t.code AS typeCode, ${stateSql('a', today, readSettings(db).expiringDays)} AS state,
        (SELECT surname || ifnull(' ' || given_name, '') || ifnull(' ' || patronymic, '') FROM student WHERE id = a.student_id) AS studentName,
        (SELECT number FROM agreement WHERE id = a.parent_id) AS parentNumber, (SELECT name FROM contact WHERE id = a.signatory_id) AS signatoryName,
        (SELECT count(*) FROM placement WHERE agreement_id = a.id) AS placements, (SELECT count(*) FROM agreement c WHERE c.parent_id = a.id) AS children,
        ${amendmentsSql} AS amendments, ${scansSql.replace('SELECT 1', 'SELECT count(*)')} AS scans
      FROM agreement a JOIN firm f ON f.id = a.firm_id JOIN agreement_type t ON t.id = a.type_id WHERE a.id = ?`,
    agreement.id,
  );
  if (more === undefined) throw new Error('agreement vanished while being read');
  const renewals = db.all<{ id: string; number: string }>(
    'SELECT id, number FROM agreement WHERE parent_id = ? AND type_id = ? AND student_id IS ? ORDER BY created_at, id LIMIT 20',
    agreement.id,
    agreement.typeId,
    agreement.studentId,
  );
  return {
    ...agreement,
    ...more,
    effective: termsOn(db, agreement, today),
    parties: partyStates(db, agreement, today),
    renewals,
  };
}
