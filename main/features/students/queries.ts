import type { Output } from '#shared/contract/index.ts';
import {
  Funding,
  groupRecord,
  qualificationRecord,
  StudentStatus,
  specialtyRecord,
  type studentFilter,
  studentRow,
} from '#shared/contract/students.ts';
import { z } from '#shared/contract/zod.ts';
import { addYears } from '#shared/domain/dates.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import { type RecordOf, studentName } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { amongIds, condition, equals, type ListSpec, oneOf, ownWords, placeIn } from '../../database/list-query.ts';
import { nameSql } from '../../database/localized-name.ts';
import { iinSql } from '../../database/masked-iin.ts';
import { periodConditions } from './conditions.ts';

export { enterpriseShareSql } from './conditions.ts';

const personSql = "s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '')";

export const studentList = (): ListSpec<typeof studentRow, z.output<typeof studentFilter>> => ({
  entity: 'student',
  row: studentRow,
  from: 'student s',
  alias: 's',
  joins: 'LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN specialty sp ON sp.id = s.specialty_id',
  columns: {
    name: personSql,
    iin: iinSql('s.iin'),
    groupCode: 'g.code',
    specialtyCode: 'sp.code',
    placements: '(SELECT count(*) FROM placement p WHERE p.student_id = s.id)',
  },
  sorts: {
    name: { by: ['s.sort_key'] },
    iin: { by: ['s.iin'] },
    groupCode: { by: ['(SELECT sort_key FROM student_group WHERE id = s.group_id)', 's.sort_key'] },
    course: { by: ['s.course', 's.sort_key'] },
    status: { by: ['s.status', 's.sort_key'] },
    bornOn: { by: ['s.born_on'] },
    updatedAt: { by: ['s.updated_at'] },
  },
  groups: {
    groupCode: '(SELECT sort_key FROM student_group WHERE id = s.group_id)',
    course: 's.course',
    specialtyCode: '(SELECT code FROM specialty WHERE id = s.specialty_id)',
    status: placeIn('s.status', StudentStatus.options),
    language: 's.language',
    funding: placeIn('s.funding', Funding.options),
  },
  sums: ['placements'],
  defaultSort: { field: 'name', direction: 'asc' },
  search: ownWords('student', 's'),
  filter: (filter, today) => [
    ...oneOf('s.status', filter.status),
    ...oneOf('s.group_id', filter.groupId),
    ...oneOf('s.specialty_id', filter.specialtyId),
    ...equals('s.qualification_id', filter.qualificationId),
    ...oneOf('s.course', filter.course),
    ...oneOf('s.language', filter.language),
    ...oneOf('s.funding', filter.funding),
    ...amongIds('s.id', filter.ids),
    ...(filter.minor === undefined
      ? []
      : [condition(`s.born_on ${filter.minor ? '>' : '<='} ?`, addYears(today, -18))]),
    ...(filter.withoutPlacementFrom === undefined || filter.withoutPlacementTo === undefined
      ? []
      : [
          condition(
            "NOT EXISTS (SELECT 1 FROM placement p WHERE p.student_id = s.id AND p.starts_on <= ? AND p.ends_on >= ? AND p.state <> 'didNotStart')",
            filter.withoutPlacementTo,
            filter.withoutPlacementFrom,
          ),
        ]),
    ...periodConditions(filter),
  ],
});

type DictionaryFilter = { active?: boolean | undefined; specialtyId?: string | undefined; ids?: string[] | undefined };
const groupRow = groupRecord.extend({
  specialtyCode: z.string().nullable(),
  qualificationCode: z.string().nullable(),
  students: z.int(),
});

export const groupList = (): ListSpec<typeof groupRow, DictionaryFilter> => ({
  entity: 'group',
  row: groupRow,
  from: 'student_group g',
  alias: 'g',
  joins: 'LEFT JOIN specialty sp ON sp.id = g.specialty_id LEFT JOIN qualification q ON q.id = g.qualification_id',
  columns: {
    specialtyCode: 'sp.code',
    qualificationCode: 'q.code',
    students: '(SELECT count(*) FROM student s WHERE s.group_id = g.id)',
  },
  sorts: { code: { by: ['g.sort_key'] }, course: { by: ['g.course', 'g.sort_key'] } },
  groups: { specialtyCode: '(SELECT code FROM specialty WHERE id = g.specialty_id)', course: 'g.course' },
  sums: ['students'],
  defaultSort: { field: 'code', direction: 'asc' },
  search: ownWords('group', 'g'),
  filter: filter => [
    ...(filter.active === undefined ? [] : [condition('g.active = ?', filter.active ? 1 : 0)]),
    ...equals('g.specialty_id', filter.specialtyId),
    ...amongIds('g.id', filter.ids),
  ],
});

const specialtyRow = specialtyRecord.extend({ students: z.int() });

export const specialtyList = (): ListSpec<typeof specialtyRow, DictionaryFilter> => ({
  entity: 'specialty',
  row: specialtyRow,
  from: 'specialty sp',
  alias: 'sp',
  columns: { students: '(SELECT count(*) FROM student s WHERE s.specialty_id = sp.id)' },
  sorts: { code: { by: ['sp.code'] }, nameRu: { by: ['sp.name_ru'] } },
  defaultSort: { field: 'code', direction: 'asc' },
  search: ownWords('specialty', 'sp'),
  filter: filter => [...amongIds('sp.id', filter.ids)],
});

const qualificationRow = qualificationRecord.extend({ specialtyCode: z.string().nullable(), students: z.int() });

export const qualificationList = (): ListSpec<typeof qualificationRow, DictionaryFilter> => ({
  entity: 'qualification',
  row: qualificationRow,
  from: 'qualification q',
  alias: 'q',
  joins: 'LEFT JOIN specialty sp ON sp.id = q.specialty_id',
  columns: { specialtyCode: 'sp.code', students: '(SELECT count(*) FROM student s WHERE s.qualification_id = q.id)' },
  sorts: { code: { by: ['q.code'] }, nameRu: { by: ['q.name_ru'] } },
  defaultSort: { field: 'code', direction: 'asc' },
  search: query => condition('(q.code LIKE ? OR q.name_ru LIKE ?)', `%${query}%`, `%${query}%`),
  filter: filter => [...equals('q.specialty_id', filter.specialtyId), ...amongIds('q.id', filter.ids)],
});

type More = Pick<
  Output<'students.get'>,
  | 'groupCode'
  | 'specialtyCode'
  | 'specialtyName'
  | 'qualificationCode'
  | 'placements'
  | 'agreements'
  | 'letters'
  | 'consentMissing'
>;

export function studentDetail(db: ReadDb, student: RecordOf<'student'>, today: string): Output<'students.get'> {
  const more = db.get<More>(
    `SELECT g.code AS groupCode, sp.code AS specialtyCode, ${nameSql('sp')} AS specialtyName, q.code AS qualificationCode,
       (SELECT count(*) FROM placement WHERE student_id = s.id) AS placements, (SELECT count(*) FROM agreement WHERE student_id = s.id) AS agreements,
       (SELECT count(*) FROM letter WHERE student_id = s.id) AS letters,
       (SELECT count(*) FROM placement p WHERE p.student_id = s.id AND p.consent_on IS NULL AND p.starts_on < date(s.born_on, '+18 years')
          AND p.state IN ('planned', 'offered', 'confirmed', 'ordered', 'started', 'interrupted')) AS consentMissing
     FROM student s LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN specialty sp ON sp.id = s.specialty_id
       LEFT JOIN qualification q ON q.id = s.qualification_id WHERE s.id = ?`,
    student.id,
  );
  if (more === undefined) throw new Error('student vanished while being read');
  return {
    ...student,
    ...more,
    name: studentName(student),
    minor: student.bornOn !== null && isMinor(student.bornOn, today),
  };
}

const codeOf = (db: ReadDb, table: 'specialty' | 'qualification', id: string | null): string | null =>
  id === null ? null : (db.value<string>(`SELECT code FROM ${table} WHERE id = ?`, id) ?? null);
const count = (db: ReadDb, table: string, column: string, id: string): number =>
  db.value<number>(`SELECT count(*) FROM ${table} WHERE ${column} = ?`, id) ?? 0;

export const groupDetail = (db: ReadDb, group: RecordOf<'group'>): Output<'groups.get'> => ({
  ...group,
  specialtyCode: codeOf(db, 'specialty', group.specialtyId),
  qualificationCode: codeOf(db, 'qualification', group.qualificationId),
  students: count(db, 'student', 'group_id', group.id),
});

export const specialtyDetail = (db: ReadDb, specialty: RecordOf<'specialty'>): Output<'specialties.get'> => ({
  ...specialty,
  students: count(db, 'student', 'specialty_id', specialty.id),
  groups: count(db, 'student_group', 'specialty_id', specialty.id),
  requests: count(db, 'request', 'specialty_id', specialty.id),
});

export const qualificationDetail = (
  db: ReadDb,
  qualification: RecordOf<'qualification'>,
): Output<'qualifications.get'> => ({
  ...qualification,
  specialtyCode: codeOf(db, 'specialty', qualification.specialtyId),
  students: count(db, 'student', 'qualification_id', qualification.id),
});
