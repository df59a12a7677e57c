import {
  type councilFilter,
  type councilMemberFilter,
  councilMemberRow,
  councilRow,
  MemberRole,
  type meetingFilter,
  meetingRow,
} from '#shared/contract/councils.ts';
import type { Output } from '#shared/contract/index.ts';
import type { z } from '#shared/contract/zod.ts';
import { canDecide, holdsMandate } from '#shared/domain/council.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { amongIds, condition, equals, type ListSpec, ownWords, placeIn, rowsByIds } from '../../database/list-query.ts';
import { firmOrderSql, nameOf, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';

/** The mandate of `m` holds on a day, given as SQL. */
const mandateSql = (day: string): string =>
  `(m.from_on IS NULL OR m.from_on <= ${day}) AND (m.to_on IS NULL OR m.to_on >= ${day})`;

export const councilList = (today: string): ListSpec<typeof councilRow, z.output<typeof councilFilter>> => ({
  entity: 'council',
  row: councilRow,
  from: 'council c',
  alias: 'c',
  columns: {
    members: `(SELECT count(*) FROM council_member m WHERE m.council_id = c.id AND ${mandateSql(dayLiteral(today))})`,
    meetings: '(SELECT count(*) FROM meeting g WHERE g.council_id = c.id)',
  },
  sorts: { nameRu: { by: ['c.sort_key'] }, updatedAt: { by: ['c.updated_at'] } },
  defaultSort: { field: 'nameRu', direction: 'asc' },
  filter: filter => [
    ...(filter.active === undefined ? [] : [condition('c.active = ?', filter.active ? 1 : 0)]),
    ...amongIds('c.id', filter.ids),
  ],
});

const roleOrder = placeIn('m.role', MemberRole.options);

export const councilMemberList = (
  today: string,
  db: ReadDb,
): ListSpec<typeof councilMemberRow, z.output<typeof councilMemberFilter>> => ({
  entity: 'councilMember',
  row: councilMemberRow,
  from: 'council_member m',
  alias: 'm',
  joins: 'LEFT JOIN firm f ON f.id = m.firm_id',
  columns: {
    firmName: nameSql('f'),
    current: `(${mandateSql(dayLiteral(today))})`,
    meetings: `(SELECT count(*) FROM meeting g WHERE g.council_id = m.council_id AND ${mandateSql('g.held_on')}
      AND EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = g.id))`,
    attended: '(SELECT count(*) FROM attendance a WHERE a.member_id = m.id AND a.present = 1)',
  },
  sorts: {
    name: { by: ['m.sort_key'] },
    role: { by: [roleOrder, 'm.sort_key'] },
    fromOn: { by: ['m.from_on'] },
    toOn: { by: ['m.to_on'] },
    updatedAt: { by: ['m.updated_at'] },
  },
  groups: { role: roleOrder, firmName: firmOrderSql(db, 'm.firm_id') },
  defaultSort: { field: 'role', direction: 'asc' },
  search: ownWords('councilMember', 'm'),
  filter: filter => [
    ...equals('m.council_id', filter.councilId),
    ...equals('m.firm_id', filter.firmId),
    ...(filter.current === undefined
      ? []
      : [condition(`${filter.current ? '' : 'NOT '}(${mandateSql(dayLiteral(today))})`)]),
    ...amongIds('m.id', filter.ids),
  ],
});

export const meetingList = (): ListSpec<typeof meetingRow, z.output<typeof meetingFilter>> => ({
  entity: 'meeting',
  row: meetingRow,
  from: 'meeting g',
  alias: 'g',
  joins: 'JOIN council c ON c.id = g.council_id',
  columns: {
    councilNameRu: 'c.name_ru',
    councilNameKk: 'c.name_kk',
    items: '(SELECT count(*) FROM agenda_item i WHERE i.meeting_id = g.id)',
    decided: '(SELECT count(*) FROM agenda_item i WHERE i.meeting_id = g.id AND i.decision IS NOT NULL)',
    present: '(SELECT count(*) FROM attendance a WHERE a.meeting_id = g.id AND a.present = 1)',
  },
  sorts: {
    heldOn: { by: ['g.held_on'] },
    minuteNumber: { by: ['g.minute_number'] },
    councilNameRu: { by: ['(SELECT sort_key FROM council WHERE id = g.council_id)'] },
    updatedAt: { by: ['g.updated_at'] },
  },
  groups: { councilNameRu: '(SELECT sort_key FROM council WHERE id = g.council_id)' },
  sums: ['items', 'decided'],
  defaultSort: { field: 'heldOn', direction: 'desc' },
  search: ownWords('meeting', 'g'),
  filter: filter => [
    ...equals('g.council_id', filter.councilId),
    ...(filter.heldFrom === undefined ? [] : [condition('g.held_on >= ?', filter.heldFrom)]),
    ...(filter.heldTo === undefined ? [] : [condition('g.held_on <= ?', filter.heldTo)]),
    ...amongIds('g.id', filter.ids),
  ],
});

/** The list row of one record. */
function rowOf<Row extends z.ZodObject, Filter>(db: ReadDb, spec: ListSpec<Row, Filter>, id: string): z.output<Row> {
  const [row] = rowsByIds(db, spec, [id]);
  if (row === undefined) throw new Error(`${spec.entity} vanished while being read`);
  return row;
}

export const councilDetail = (db: ReadDb, council: RecordOf<'council'>, today: string): Output<'councils.get'> =>
  rowOf(db, councilList(today), council.id);

export function councilMemberDetail(
  db: ReadDb,
  member: RecordOf<'councilMember'>,
  today: string,
): Output<'councilMembers.get'> {
  const councilName = db.value<string>(`SELECT ${nameSql('c')} FROM council c WHERE id = ?`, member.councilId) ?? '';
  return { ...rowOf(db, councilMemberList(today, db), member.id), councilName };
}

type Agenda = Output<'meetings.get'>['agenda'];
type Attendance = Output<'meetings.get'>['attendance'];

/** The questions of a meeting in their order, with what they are about. */
export function readAgenda(db: ReadDb, meetingId: string): Agenda {
  return db
    .all<Omit<Agenda[number], 'open'> & { requestMinutes: string | null; minuteNumber: string }>(
      `SELECT i.id, i.revision, i.request_id AS requestId, i.position, i.decision, i.decision_text AS decisionText,
         i.votes_for AS votesFor, i.votes_against AS votesAgainst, i.votes_abstained AS votesAbstained,
         r.number, r.received_on AS receivedOn, r.firm_id AS firmId, ${nameSql('f')} AS firmName, sp.code AS specialtyCode, r.module,
         r.proposed_text AS proposedText, r.state, r.effective_year AS effectiveYear,
         r.minute_number AS requestMinutes, g.minute_number AS minuteNumber,
         (SELECT count(*) FROM letter l WHERE l.request_id = r.id AND l.void = 0 AND l.issued_on >= r.decided_on) AS replies
       FROM agenda_item i JOIN meeting g ON g.id = i.meeting_id JOIN request r ON r.id = i.request_id LEFT JOIN firm f ON f.id = r.firm_id
         LEFT JOIN specialty sp ON sp.id = r.specialty_id
       WHERE i.meeting_id = ? ORDER BY i.position, i.id`,
      meetingId,
    )
    .map(({ requestMinutes, minuteNumber, ...item }) => ({
      ...item,
      open: canDecide({ state: item.state, minuteNumber: requestMinutes }, { decision: item.decision, minuteNumber }),
    }));
}

/** Members whose mandate holds on the day of the meeting, and whoever is on its attendance list. */
export function readAttendance(db: ReadDb, meeting: RecordOf<'meeting'>): Attendance {
  type Row = Omit<Attendance[number], 'present'> & {
    readonly fromOn: string | null;
    readonly toOn: string | null;
    readonly present: number | null;
  };
  return db
    .all<Row>(
      `SELECT m.id AS memberId, m.name, m.position, ${nameSql('f')} AS firmName, m.role, m.from_on AS fromOn, m.to_on AS toOn, a.present
         FROM council_member m LEFT JOIN firm f ON f.id = m.firm_id LEFT JOIN attendance a ON a.member_id = m.id AND a.meeting_id = ?
        WHERE m.council_id = ? OR a.id IS NOT NULL
        ORDER BY CASE m.role WHEN 'chair' THEN 0 WHEN 'deputy' THEN 1 WHEN 'secretary' THEN 2 ELSE 3 END, m.sort_key`,
      meeting.id,
      meeting.councilId,
    )
    .filter(row => row.present !== null || holdsMandate(row, meeting.heldOn))
    .map(({ fromOn: _from, toOn: _to, present, ...row }) => ({
      ...row,
      present: present === null ? null : present === 1,
    }));
}

/** Open requests without an undecided place on any agenda, the most urgent and the oldest first. */
export function waitingRequests(db: ReadDb): string[] {
  return db.column<string>(
    `SELECT r.id FROM request r WHERE r.state IN ('submitted', 'underReview', 'deferred')
        AND NOT EXISTS (SELECT 1 FROM agenda_item i WHERE i.request_id = r.id AND i.decision IS NULL)
      ORDER BY CASE r.priority WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, r.received_on, r.id`,
  );
}

export function meetingDetail(db: ReadDb, meeting: RecordOf<'meeting'>): Output<'meetings.get'> {
  const { nameRu, nameKk } = db.get<{ nameRu: string; nameKk: string }>(
    'SELECT name_ru AS nameRu, name_kk AS nameKk FROM council WHERE id = ?',
    meeting.councilId,
  ) ?? { nameRu: '', nameKk: '' };
  return {
    ...meeting,
    councilName: nameOf(db, { nameRu, nameKk }),
    councilNameRu: nameRu,
    councilNameKk: nameKk,
    agenda: readAgenda(db, meeting.id),
    attendance: readAttendance(db, meeting),
    waiting: waitingRequests(db).length,
  };
}
