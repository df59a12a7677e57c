import type { Output } from '#shared/contract/index.ts';
import { type placementFilter, placementRow, practiceTypeRecord } from '#shared/contract/placements.ts';
import type { z } from '#shared/contract/zod.ts';
import { searchTerms } from '#shared/domain/folding.ts';
import { placementMoves } from '#shared/domain/states.ts';
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
} from '../../database/list-query.ts';

/** Every word must be found in the student or in the firm of the placement. */
function searchPlacements(query: string): Condition | null {
  const parts = searchTerms(query).flatMap(term => {
    const students = matchingIds('student', term);
    const firms = matchingIds('firm', term);
    return students === null || firms === null
      ? []
      : [
          condition(
            `(p.student_id IN (${students.sql}) OR p.firm_id IN (${firms.sql}))`,
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

function conditions(filter: Filter): readonly Condition[] {
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
    ...equals('p.mentor_id', filter.mentorId),
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
    ...flag('p.hired', filter.hired),
    ...flag('p.hired_in_specialty', filter.hiredInSpecialty),
    ...(filter.counted === true ? [condition("p.state <> 'didNotStart'")] : []),
  ];
}

const studentNameSql = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

export const placementList = (): ListSpec<typeof placementRow, Filter> => ({
  entity: 'placement',
  row: placementRow,
  from: 'placement p',
  alias: 'p',
  joins: `JOIN student s ON s.id = p.student_id LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id
    JOIN practice_type t ON t.id = p.practice_type_id LEFT JOIN specialty sp ON sp.id = p.specialty_id LEFT JOIN contact m ON m.id = p.mentor_id`,
  columns: {
    studentName: studentNameSql,
    groupCode: 'g.code',
    firmName: 'f.name_ru',
    practiceCode: 't.code',
    specialtyCode: 'sp.code',
    mentorName: 'm.name',
  },
  sorts: {
    studentName: { by: ['s.sort_key', 's.id'], from: 'student s CROSS JOIN placement p ON p.student_id = s.id' },
    firmName: { by: ['f.sort_key', 'f.id'], from: 'firm f CROSS JOIN placement p ON p.firm_id = f.id' },
    startsOn: { by: ['p.starts_on'] },
    endsOn: { by: ['p.ends_on'] },
    state: { by: ['p.state', 'p.starts_on'] },
    practiceCode: { by: ['p.practice_type_id', 'p.starts_on'] },
    hoursPlanned: { by: ['p.hours_planned'] },
    updatedAt: { by: ['p.updated_at'] },
  },
  defaultSort: { field: 'startsOn', direction: 'desc' },
  search: searchPlacements,
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

type More = Omit<Output<'placements.get'>, keyof RecordOf<'placement'> | 'moves'>;

/** A placement with the names behind its references and the moves its state allows. */
export function placementDetail(db: ReadDb, placement: RecordOf<'placement'>): Output<'placements.get'> {
  const more = db.get<More>(
    `SELECT ${studentNameSql} AS studentName, g.code AS groupCode, f.name_ru AS firmName, t.code AS practiceCode, w.name AS siteName,
       a.number AS agreementNumber, sp.code AS specialtyCode, q.code AS qualificationCode, m.name AS mentorName,
       (SELECT count(*) FROM letter l WHERE l.firm_id = p.firm_id AND l.placement_ids LIKE '%"' || p.id || '"%') AS letters
     FROM placement p JOIN student s ON s.id = p.student_id LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id
       JOIN practice_type t ON t.id = p.practice_type_id LEFT JOIN site w ON w.id = p.site_id LEFT JOIN agreement a ON a.id = p.agreement_id
       LEFT JOIN specialty sp ON sp.id = p.specialty_id LEFT JOIN qualification q ON q.id = p.qualification_id LEFT JOIN contact m ON m.id = p.mentor_id
     WHERE p.id = ?`,
    placement.id,
  );
  if (more === undefined) throw new Error('placement vanished while being read');
  return { ...placement, ...more, moves: [...placementMoves[placement.state]] };
}
