import type { Input, Output } from '#shared/contract/index.ts';
import { type TaskKind, taskRow } from '#shared/contract/tasks.ts';
import type { ReadDb } from '../../database/handles.ts';
import { type Condition, condition, equals, type ListSpec, listPage, oneOf } from '../../database/list-query.ts';
import { entryNameSql, nameSql } from '../../database/localized-name.ts';
import { dayLiteral, lastDay } from '../agreements/queries.ts';
import { hiredDay, unevaluatedSql } from '../placements/queries.ts';
import { gapSql, sentDay } from './conditions.ts';

/** A step of expiry is over with when the agreement has been renewed, or ends on another day than the task was made for. */
const settled = `CASE t.kind
  WHEN 'agreementExpires' THEN a.id IS NULL OR a.stage <> 'signed' OR t.cause NOT LIKE '% ' || ifnull(${lastDay('a')}, '-') || ' %'
    OR EXISTS (SELECT 1 FROM agreement n WHERE n.parent_id = a.id AND n.stage = 'signed' AND n.type_id = a.type_id AND n.student_id IS a.student_id)
  WHEN 'scanMissing' THEN a.id IS NULL OR EXISTS (SELECT 1 FROM attachment f WHERE f.entity = 'agreement' AND f.entity_id = a.id)
  WHEN 'paperUnsigned' THEN a.id IS NULL OR a.stage NOT IN ('sent', 'partlySigned')
  WHEN 'nextStep' THEN CASE t.entity
    WHEN 'visit' THEN v.id IS NULL OR v.step_done_on IS NOT NULL OR v.next_on IS NULL OR t.cause <> 'nextStep ' || v.id || ' ' || v.next_on
    ELSE i.id IS NULL OR i.done_on IS NOT NULL OR i.next_on IS NULL OR t.cause <> 'nextStep ' || i.id || ' ' || i.next_on END
  WHEN 'visitDue' THEN v.id IS NULL OR v.done_on IS NOT NULL OR v.planned_on IS NULL OR t.cause <> 'visitDue ' || v.id || ' ' || v.planned_on
  WHEN 'evaluationMissing' THEN NOT EXISTS (SELECT 1 FROM placement g WHERE g.practice_type_id = t.entity_id AND g.ends_on = substr(t.cause, -10) AND ${unevaluatedSql('g')})
  WHEN 'requestUnanswered' THEN r.id IS NULL OR r.state NOT IN ('submitted', 'underReview')
  WHEN 'promiseLate' THEN w.id IS NULL OR w.delivered_on IS NOT NULL OR w.due_on IS NULL OR t.cause <> 'promiseLate ' || w.id || ' ' || w.due_on
  WHEN 'startGap' THEN NOT EXISTS (SELECT 1 FROM placement g WHERE g.practice_type_id = t.entity_id AND g.starts_on = substr(t.cause, -10) AND ${gapSql('g')})
  WHEN 'followUpDue' THEN p.id IS NULL OR p.hired IS NOT 1 OR CASE WHEN t.cause LIKE 'followUp6 %' THEN p.follow_up6_on ELSE p.follow_up12_on END IS NOT NULL
  WHEN 'replyUnsent' THEN r.id IS NULL OR r.decided_on IS NULL OR t.cause <> 'replyUnsent ' || r.id || ' ' || r.decided_on
    OR EXISTS (SELECT 1 FROM letter l WHERE l.request_id = r.id AND l.void = 0 AND l.issued_on >= r.decided_on)
  ELSE 0 END`;

const matterOn = `CASE t.kind WHEN 'agreementExpires' THEN ${lastDay('a')} WHEN 'scanMissing' THEN a.signed_on WHEN 'paperUnsigned' THEN ${sentDay('a')}
  WHEN 'nextStep' THEN ifnull(i.next_on, v.next_on) WHEN 'visitDue' THEN v.planned_on WHEN 'requestUnanswered' THEN r.received_on WHEN 'promiseLate' THEN w.due_on WHEN 'replyUnsent' THEN r.decided_on
  WHEN 'startGap' THEN substr(t.cause, -10) WHEN 'evaluationMissing' THEN substr(t.cause, -10) WHEN 'followUpDue' THEN ${hiredDay('p')} END`;

const joins = `LEFT JOIN agreement a ON t.entity = 'agreement' AND a.id = t.entity_id LEFT JOIN interaction i ON t.entity = 'interaction' AND i.id = t.entity_id
    LEFT JOIN request r ON t.entity = 'request' AND r.id = t.entity_id
    LEFT JOIN promise w ON t.entity = 'promise' AND w.id = t.entity_id
    LEFT JOIN practice_type y ON t.entity = 'practiceType' AND y.id = t.entity_id
    LEFT JOIN visit v ON t.entity = 'visit' AND v.id = t.entity_id
    LEFT JOIN placement p ON p.id = CASE t.entity WHEN 'placement' THEN t.entity_id WHEN 'visit' THEN v.placement_id END LEFT JOIN student s ON s.id = p.student_id
    LEFT JOIN firm f ON f.id = coalesce(a.firm_id, i.firm_id, r.firm_id, w.firm_id, v.firm_id, p.firm_id, CASE WHEN t.entity = 'firm' THEN t.entity_id END)`;

const due = (today: string): string =>
  `(t.state = 'open' AND t.due_on <= ${dayLiteral(today)} OR t.state = 'snoozed' AND t.snoozed_until <= ${dayLiteral(today)})`;

function inView(view: Input<'tasks.list'>['filter'], today: string): readonly Condition[] {
  switch (view?.view ?? 'due') {
    case 'due':
      return [condition(due(today))];
    case 'ahead':
      return [condition("t.state = 'open' AND t.due_on > ?", today)];
    case 'snoozed':
      return [condition("t.state = 'snoozed' AND t.snoozed_until > ?", today)];
    case 'done':
      return [condition("t.state = 'done'")];
    default:
      return [];
  }
}

type Filter = NonNullable<Input<'tasks.list'>['filter']>;

const taskList = (today: string): ListSpec<typeof taskRow, Filter> => ({
  entity: 'task',
  row: taskRow,
  from: 'task t',
  alias: 't',
  joins,
  columns: {
    subject: `coalesce(t.title, a.number, i.next_step, CASE t.kind WHEN 'nextStep' THEN v.next_step END, r.number, w.promise, ${entryNameSql('y')}, s.surname || ifnull(' ' || s.given_name, ''), ${nameSql('f')}, '')`,
    firmId: 'f.id',
    firmName: nameSql('f'),
    matterOn,
    settled,
  },
  sorts: {
    // The day a line shows: that of the matter, or of the reminder where the matter has none.
    matterOn: { by: [`coalesce(${matterOn}, t.due_on)`, 't.due_on'], from: `task t ${joins}` },
    dueOn: { by: ['t.due_on'] },
    kind: { by: ['t.kind', 't.due_on'] },
    doneOn: { by: ['t.done_on'] },
  },
  defaultSort: { field: 'matterOn', direction: 'asc' },
  filter: filter => [
    ...inView(filter, today),
    ...oneOf('t.kind', filter.kind),
    ...equals('t.entity', filter.entity),
    ...equals('t.entity_id', filter.entityId),
  ],
});

/** One window of the tasks; what waits for a person today when no view is named. */
export function listTasks(db: ReadDb, input: Input<'tasks.list'>, today: string): Output<'tasks.list'> {
  return listPage(db, taskList(today), { ...input, filter: input.filter ?? { view: 'due' } }, today);
}

/** How many tasks wait today. */
export function countTasks(db: ReadDb, today: string): Output<'tasks.counts'> {
  const byKind = db.all<{ kind: TaskKind; due: number }>(
    `SELECT t.kind, count(*) AS due FROM task t WHERE ${due(today)} GROUP BY t.kind ORDER BY t.kind`,
  );
  return {
    due: byKind.reduce((sum, row) => sum + row.due, 0),
    snoozed: db.value<number>("SELECT count(*) FROM task WHERE state = 'snoozed' AND snoozed_until > ?", today) ?? 0,
    byKind,
  };
}
