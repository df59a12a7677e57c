import type { Output } from '#shared/contract/index.ts';
import {
  type PlacementAttention,
  PlacementState,
  type placementFilter,
  placementRow,
  practiceTypeRecord,
} from '#shared/contract/placements.ts';
import type { z } from '#shared/contract/zod.ts';
import { addDays, addMonths, addYears } from '#shared/domain/dates.ts';
import { searchTerms } from '#shared/domain/folding.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import { makeWhole } from '#shared/domain/shares.ts';
import { startChecklist } from '#shared/domain/start-checklist.ts';
import { asksDay, placementMoves } from '#shared/domain/states.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  amongIds,
  type Condition,
  condition,
  equals,
  type ListSpec,
  matchingIds,
  oneOf,
  placeIn,
} from '../../database/list-query.ts';
import { firmOrderSql, firmSortKey, nameSql } from '../../database/localized-name.ts';
import { findsMoreThan } from '../../database/search-index.ts';
import { idleStates, overlapSql, placementWarnings } from './checks.ts';
import { hiredDay, unevaluatedSql } from './conditions.ts';

export { hiredDay, unevaluatedSql } from './conditions.ts';
export { hoursContext, hoursOf } from './hours.ts';

/** Students and firms up to which their placements are fetched through the indexes of both. */
const fewMatches = { student: 1_500, firm: 250 } as const;

/**
 * Every word must be found in the student or in the firm of the placement. A word that most of them have, such as one letter, is
 * looked for along the order of the list (the «+» keeps SQLite from the indexes): a page is full after a few hundred rows.
 */
export function searchPlacements(query: string, db: ReadDb): Condition | null {
  const parts = searchTerms(query).flatMap(term => {
    const students = matchingIds('student', term);
    const firms = matchingIds('firm', term);
    if (students === null || firms === null) return [];
    const common = (['student', 'firm'] as const).some(kind => findsMoreThan(db, kind, term, fewMatches[kind]));
    const along = common ? '+' : '';
    return [
      condition(
        `(${along}p.student_id IN (${students.sql}) OR ${along}p.firm_id IN (${firms.sql}))`,
        ...students.values,
        ...firms.values,
      ),
    ];
  });
  if (parts.length === 0) return null;
  return condition(parts.map(part => part.sql).join(' AND '), ...parts.flatMap(part => part.values));
}

const flag = (column: string, value: boolean | undefined): readonly Condition[] =>
  value === undefined ? [] : [condition(`${column} = ?`, value ? 1 : 0)];

type Filter = z.output<typeof placementFilter>;

/** What is still to be asked about a placement that has ended. */
const asked = {
  unevaluated: unevaluatedSql('p'),
  outcomeUnknown: "(p.state = 'completed' AND p.hired IS NULL)",
} as const;

/** Graduates to be asked about after 6 and 12 months: the same as the reminder of that name. */
function followUpDue(today: string): Condition {
  const due = ([6, 12] as const).map(months => ({
    sql: `(p.follow_up${months}_on IS NULL AND ${hiredDay('p')} BETWEEN ? AND ?)`,
    values: [addMonths(today, -months - 6), addMonths(today, -months)],
  }));
  return condition(
    `(p.hired = 1 AND (p.hired_on BETWEEN ? AND ? OR p.hired_on IS NULL) AND (${due.map(part => part.sql).join(' OR ')}))`,
    addMonths(today, -18),
    addMonths(today, -6),
    ...due.flatMap(part => part.values),
  );
}

/**
 * Placements that need any of these. What is asked of one that has ended is asked for a year, so that a list that is never
 * finished stays one to work through; both questions share that walk through the index of periods.
 */
function needingAny(attention: readonly PlacementAttention[] | undefined, today: string): readonly Condition[] {
  if (attention === undefined || attention.length === 0) return [];
  const ended = attention.flatMap(kind => (kind === 'followUpDue' ? [] : [asked[kind]]));
  const parts = [
    ...(ended.length === 0
      ? []
      : [
          condition(`(p.ends_on BETWEEN ? AND ? AND (${ended.join(' OR ')}))`, addYears(today, -1), addDays(today, -1)),
        ]),
    ...(attention.includes('followUpDue') ? [followUpDue(today)] : []),
  ];
  return [condition(`(${parts.map(part => part.sql).join(' OR ')})`, ...parts.flatMap(part => part.values))];
}

const overlapsSql = `(p.state NOT IN ${idleStates} AND EXISTS (SELECT 1 FROM placement o WHERE ${overlapSql('p', 'o')}))`;

const overCapacitySql = `(p.state NOT IN ${idleStates} AND p.agreement_id IS NOT NULL AND (SELECT count(DISTINCT o.student_id) FROM placement o
      WHERE o.agreement_id = p.agreement_id AND o.starts_on <= p.ends_on AND o.ends_on >= p.starts_on AND o.state NOT IN ${idleStates})
        > ifnull((SELECT v.places FROM agreement_version v WHERE v.agreement_id = p.agreement_id AND v.from_on <= p.starts_on AND v.until_on >= p.starts_on), 1000000))`;

/** Running or to come: what lies behind can no longer be moved, and the few that are left are checked quickly. */
const ahead = (today: string): Condition => condition('p.ends_on >= ?', today);

/** The few of them whose student has another placement on some of the same days, found in indexes without reading placements. */
const metAhead = (today: string): Condition =>
  condition(
    `p.id IN (SELECT c.id FROM placement c WHERE c.ends_on >= ? AND EXISTS (SELECT 1 FROM placement o
       WHERE o.student_id = c.student_id AND o.id <> c.id AND o.starts_on <= c.ends_on AND o.ends_on >= c.starts_on))`,
    today,
  );

/** The few agreements that could be over their places at all: more students from today on than the fewest places they ever had. */
const crowdedAgreements = (today: string): Condition =>
  condition(
    `p.agreement_id IN (SELECT o.agreement_id FROM placement o WHERE o.ends_on >= ? AND o.agreement_id IS NOT NULL AND o.state NOT IN ${idleStates}
       GROUP BY o.agreement_id HAVING count(DISTINCT o.student_id) > (SELECT min(v.places) FROM agreement_version v WHERE v.agreement_id = o.agreement_id))`,
    today,
  );

function conditions(filter: Filter, today: string): readonly Condition[] {
  const hiredInPeriod = filter.hired === true && filter.activeFrom !== undefined && filter.activeTo !== undefined;
  return [
    ...oneOf('p.state', filter.state),
    ...oneOf('p.practice_type_id', filter.practiceTypeId),
    ...(filter.dual === undefined
      ? []
      : [condition('p.practice_type_id IN (SELECT id FROM practice_type WHERE dual = ?)', filter.dual ? 1 : 0)]),
    ...equals('p.firm_id', filter.firmId),
    ...equals('p.student_id', filter.studentId),
    ...equals('p.agreement_id', filter.agreementId),
    ...oneOf('p.mentor_id', filter.mentorId === undefined ? undefined : [filter.mentorId]),
    ...(filter.groupId === undefined || filter.groupId.length === 0
      ? []
      : [
          condition(
            'p.student_id IN (SELECT id FROM student WHERE group_id IN (SELECT value FROM json_each(?)))',
            JSON.stringify(filter.groupId),
          ),
        ]),
    ...oneOf('p.specialty_id', filter.specialtyId),
    ...amongIds('p.id', filter.ids),
    ...(hiredInPeriod
      ? [condition('ifnull(p.hired_on, p.ends_on) BETWEEN ? AND ?', filter.activeFrom, filter.activeTo)]
      : [
          ...(filter.activeTo === undefined ? [] : [condition('p.starts_on <= ?', filter.activeTo)]),
          ...(filter.activeFrom === undefined ? [] : [condition('p.ends_on >= ?', filter.activeFrom)]),
        ]),
    ...(filter.overlaps === true ? [metAhead(today), condition(overlapsSql)] : []),
    ...(filter.overCapacity === true ? [ahead(today), crowdedAgreements(today), condition(overCapacitySql)] : []),
    ...flag('p.hired', filter.hired),
    ...flag('p.hired_in_specialty', filter.hiredInSpecialty),
    ...(filter.counted === true ? [condition("p.state <> 'didNotStart'")] : []),
    ...(filter.endsFrom === undefined ? [] : [condition('p.ends_on >= ?', filter.endsFrom)]),
    ...(filter.endsTo === undefined ? [] : [condition('p.ends_on <= ?', filter.endsTo)]),
    ...needingAny(filter.attention, today),
  ];
}

export const studentNameSql = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

export const placementList = (_today: string, db: ReadDb): ListSpec<typeof placementRow, Filter> => ({
  entity: 'placement',
  row: placementRow,
  from: 'placement p',
  alias: 'p',
  joins: `JOIN student s ON s.id = p.student_id LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id
    JOIN practice_type t ON t.id = p.practice_type_id LEFT JOIN specialty sp ON sp.id = p.specialty_id LEFT JOIN contact m ON m.id = p.mentor_id`,
  columns: {
    studentName: studentNameSql,
    groupCode: 'g.code',
    firmName: nameSql('f'),
    practiceCode: 't.code',
    specialtyCode: 'sp.code',
    mentorName: 'm.name',
    overlaps: overlapsSql,
    overCapacity: overCapacitySql,
  },
  sorts: {
    studentName: { by: ['s.sort_key', 's.id'], from: 'student s CROSS JOIN placement p ON p.student_id = s.id' },
    firmName: { by: [`f.${firmSortKey(db)}`, 'f.id'], from: 'firm f CROSS JOIN placement p ON p.firm_id = f.id' },
    startsOn: { by: ['p.starts_on'] },
    endsOn: { by: ['p.ends_on'] },
    state: { by: ['p.state', 'p.starts_on'] },
    practiceCode: { by: ['p.practice_type_id', 'p.starts_on'] },
    hoursPlanned: { by: ['p.hours_planned'] },
    updatedAt: { by: ['p.updated_at'] },
  },
  groups: {
    firmName: firmOrderSql(db, 'p.firm_id'),
    groupCode: '(SELECT g.sort_key FROM student s JOIN student_group g ON g.id = s.group_id WHERE s.id = p.student_id)',
    state: placeIn('p.state', PlacementState.options),
    practiceCode: '(SELECT position FROM practice_type WHERE id = p.practice_type_id)',
    specialtyCode: '(SELECT code FROM specialty WHERE id = p.specialty_id)',
    mentorName: '(SELECT sort_key FROM contact WHERE id = p.mentor_id)',
  },
  sums: ['hoursPlanned'],
  defaultSort: { field: 'startsOn', direction: 'desc' },
  search: query => searchPlacements(query, db),
  filter: conditions,
});

export const practiceTypeList = (): ListSpec<typeof practiceTypeRecord, { active?: boolean | undefined }> => ({
  entity: 'practiceType',
  row: practiceTypeRecord,
  from: 'practice_type t',
  alias: 't',
  sorts: { position: { by: ['t.position'] }, nameRu: { by: ['t.name_ru'] } },
  defaultSort: { field: 'position', direction: 'asc' },
  filter: filter => flag('t.active', filter.active),
});

type Computed = 'moves' | 'minor' | 'checklist' | 'warnings' | 'parts';
type More = Omit<Output<'placements.get'>, keyof RecordOf<'placement'> | Computed>;
type Read = More & { readonly bornOn: string | null };

/** Placements of other students that take the same person's time on these days, this one included. */
const loadSql = (column: 'mentor_id' | 'supervisor'): string =>
  `(SELECT count(*) FROM placement o WHERE o.${column} = p.${column} AND o.starts_on <= p.ends_on AND o.ends_on >= p.starts_on AND o.state NOT IN ${idleStates})`;

/** The parts of a split period, this one included. */
function partsOf(db: ReadDb, placement: RecordOf<'placement'>): Output<'placements.get'>['parts'] {
  if (placement.sharePercent === null) return [];
  return db.all(
    `SELECT p.id, p.firm_id AS firmId, ${nameSql('f')} AS firmName, p.share_percent AS sharePercent, p.state FROM placement p JOIN firm f ON f.id = p.firm_id
      WHERE p.student_id = ? AND p.practice_type_id = ? AND p.starts_on = ? AND p.ends_on = ? AND p.share_percent IS NOT NULL AND p.state <> 'didNotStart'
      ORDER BY p.share_percent DESC, p.id`,
    placement.studentId,
    placement.practiceTypeId,
    placement.startsOn,
    placement.endsOn,
  );
}

/** Codes of texts under `warnings` that hold for a placement as it stands. */
function standingWarnings(
  db: ReadDb,
  placement: RecordOf<'placement'>,
  parts: Output<'placements.get'>['parts'],
): string[] {
  if (placement.state === 'didNotStart' || placement.state === 'endedEarly') return [];
  const split = parts.length > 0 && !makeWhole(parts.map(part => part.sharePercent));
  return [...placementWarnings(db, placement, placement.id), ...(split ? ['shareSum'] : [])];
}

/** A placement with the names behind its references, what is missing before its start, and the moves its state allows. */
export function placementDetail(db: ReadDb, placement: RecordOf<'placement'>): Output<'placements.get'> {
  const read = db.get<Read>(
    `SELECT ${studentNameSql} AS studentName, g.code AS groupCode, ${nameSql('f')} AS firmName, t.code AS practiceCode, w.name AS siteName,
       a.number AS agreementNumber, sp.code AS specialtyCode, q.code AS qualificationCode, m.name AS mentorName, s.born_on AS bornOn,
       ${loadSql('mentor_id')} AS mentorLoad, ${loadSql('supervisor')} AS supervisorLoad,
       (SELECT count(*) FROM letter l WHERE l.firm_id = p.firm_id AND l.placement_ids LIKE '%"' || p.id || '"%') AS letters
     FROM placement p JOIN student s ON s.id = p.student_id LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id
       JOIN practice_type t ON t.id = p.practice_type_id LEFT JOIN site w ON w.id = p.site_id LEFT JOIN agreement a ON a.id = p.agreement_id
       LEFT JOIN specialty sp ON sp.id = p.specialty_id LEFT JOIN qualification q ON q.id = p.qualification_id LEFT JOIN contact m ON m.id = p.mentor_id
     WHERE p.id = ?`,
    placement.id,
  );
  if (read === undefined) throw new Error('placement vanished while being read');
  const { bornOn, ...more } = read;
  const minor = bornOn !== null && isMinor(bornOn, placement.startsOn);
  const parts = partsOf(db, placement);
  return {
    ...placement,
    ...more,
    minor,
    checklist: startChecklist(placement, minor),
    warnings: standingWarnings(db, placement, parts),
    parts,
    moves: placementMoves[placement.state].map(move => ({ ...move, asksDay: asksDay(placement.state, move.to) })),
  };
}
