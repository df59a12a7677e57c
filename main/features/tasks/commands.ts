import type { Input, Output } from '#shared/contract/index.ts';
import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { addDays, addMonths } from '#shared/domain/dates.ts';
import {
  evaluationReminder,
  evaluationWindow,
  expiryReminder,
  followUpReminder,
  graceDays,
  promiseReminder,
  type Reminder,
  reminderDays,
  replyReminder,
  replyWithin,
  requestReminder,
  scanReminder,
  startReminder,
  startWindow,
  stepReminder,
  unsignedReminder,
  visitReminder,
  visitStepReminder,
} from '#shared/domain/reminders.ts';
import { AppError } from '#shared/result.ts';
import type { RecordOf } from '../../database/entities.ts';
import { type Patch, readRecord, requireRecord, type Transaction } from '../../database/records.ts';
import { inForceSql } from '../agreements/queries.ts';
import { hiredDay, unevaluatedSql } from '../placements/queries.ts';
import { refuseFields } from '../shared/record-feature.ts';
import { gapSql, sentDay } from './conditions.ts';

type Dated = { readonly id: string; readonly day: string };
type Make = (id: string, day: string, today: string) => Reminder | null;

/** Where reminders come from: records with a day, and the rule that turns them into a task. */
function sources(today: string): readonly (readonly [sql: string, values: readonly unknown[], make: Make])[] {
  const widest = addDays(today, Math.max(...reminderDays));
  return [
    [
      `SELECT a.id, v.last_on AS day FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
        WHERE v.last_on BETWEEN ? AND ? AND v.from_on <= ? AND v.until_on >= ? AND a.stage = 'signed' AND ${inForceSql('a', today, today)}
         AND NOT EXISTS (SELECT 1 FROM agreement n WHERE n.parent_id = a.id AND n.stage = 'signed' AND n.type_id = a.type_id AND n.student_id IS a.student_id)`,
      [today, widest, today, today],
      expiryReminder,
    ],
    [
      `SELECT a.id, a.signed_on AS day FROM agreement a WHERE a.stage = 'signed' AND a.signed_on <= ? AND ${inForceSql('a', today, today)}
         AND NOT EXISTS (SELECT 1 FROM attachment f WHERE f.entity = 'agreement' AND f.entity_id = a.id)`,
      [addDays(today, -graceDays.scan)],
      scanReminder,
    ],
    [
      `SELECT a.id, ${sentDay('a')} AS day FROM agreement a WHERE a.stage IN ('sent', 'partlySigned') AND day <= ?`,
      [addDays(today, -graceDays.signature)],
      unsignedReminder,
    ],
    ['SELECT id, next_on AS day FROM interaction WHERE next_on <= ? AND done_on IS NULL', [today], stepReminder],
    [
      "SELECT id, received_on AS day FROM request WHERE state IN ('submitted', 'underReview') AND received_on <= ?",
      [addDays(today, -graceDays.request)],
      requestReminder,
    ],
    ['SELECT id, due_on AS day FROM promise WHERE due_on < ? AND delivered_on IS NULL', [today], promiseReminder],
    [
      `SELECT r.id, r.decided_on AS day FROM request r WHERE r.decided_on BETWEEN ? AND ? AND r.firm_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.request_id = r.id AND l.void = 0 AND l.issued_on >= r.decided_on)`,
      [addDays(today, -replyWithin), today],
      replyReminder,
    ],
    ['SELECT id, planned_on AS day FROM visit WHERE planned_on <= ? AND done_on IS NULL', [today], visitReminder],
    ['SELECT id, next_on AS day FROM visit WHERE next_on <= ? AND step_done_on IS NULL', [today], visitStepReminder],
    [
      `SELECT p.practice_type_id AS id, p.ends_on AS day FROM placement p WHERE p.ends_on BETWEEN ? AND ? AND ${unevaluatedSql('p')} GROUP BY 1, 2`,
      [addDays(today, -evaluationWindow.until), addDays(today, -evaluationWindow.after)],
      evaluationReminder,
    ],
    [
      `SELECT p.practice_type_id AS id, p.starts_on AS day FROM placement p WHERE p.starts_on BETWEEN ? AND ? AND ${gapSql('p')} GROUP BY 1, 2`,
      [addDays(today, -startWindow.after), addDays(today, startWindow.before)],
      startReminder,
    ],
    ...([6, 12] as const).map(
      months =>
        [
          `SELECT id, ${hiredDay('p')} AS day FROM placement p WHERE p.hired = 1 AND p.follow_up${months}_on IS NULL AND day BETWEEN ? AND ?`,
          [addMonths(today, -months - 6), addMonths(today, -months)],
          followUpReminder(months),
        ] as const,
    ),
  ];
}

/** Adds the tasks that today brings. A cause that has its task already, in whatever state, makes no other. */
export function refreshTasks(tx: Transaction): Output<'tasks.refresh'> {
  let added = 0;
  for (const [sql, values, make] of sources(tx.today))
    for (const { id, day } of tx.db.all<Dated>(sql, ...values)) {
      const reminder = make(id, day, tx.today);
      if (reminder === null) continue;
      if (tx.db.value('SELECT 1 FROM task WHERE cause = ?', reminder.cause) !== undefined) continue;
      tx.insert('task', { ...reminder, title: null, state: 'open', snoozedUntil: null, note: null, doneOn: null });
      added += 1;
    }
  tx.label('tasksAdded', { count: added });
  return { added };
}

const isEntity = (name: string): name is EntityName => (entityNames as readonly string[]).includes(name);

/** A task the officer sets herself, on a record or on its own. Errors: notFound, validation. */
export function addTask(tx: Transaction, input: Input<'tasks.add'>): Output<'tasks.add'> {
  const { entity = null, entityId = null } = input;
  if ((entity === null) !== (entityId === null)) refuseFields({ entityId: 'required' });
  if (entity !== null && entityId !== null) {
    if (!isEntity(entity) || readRecord(tx.db, entity, entityId) === undefined)
      throw new AppError('notFound', { entity });
  }
  const task = tx.insert('task', {
    kind: 'own',
    cause: `own ${tx.batchId}`,
    entity,
    entityId,
    title: input.title,
    dueOn: input.dueOn,
    state: 'open',
    snoozedUntil: null,
    note: input.note ?? null,
    doneOn: null,
  });
  tx.label('created', { entity: 'task', title: input.title });
  return { id: task.id };
}

type Items = Input<'tasks.close'>['items'];

function change(tx: Transaction, items: Items, key: string, patch: Patch<'task'>): { tasks: number } {
  for (const { id, revision } of items) {
    const task = requireRecord(tx.db, 'task', id);
    tx.update('task', id, { ...patch, note: patch.note ?? task.note }, revision);
  }
  tx.label(key, { count: items.length });
  return { tasks: items.length };
}

/** Puts tasks off. Errors: notFound, stale, validation. */
export function snoozeTasks(tx: Transaction, input: Input<'tasks.snooze'>): Output<'tasks.snooze'> {
  if (input.until <= tx.today) refuseFields({ until: 'notInFuture' });
  const patch = { state: 'snoozed', snoozedUntil: input.until, doneOn: null, note: input.note ?? null } as const;
  return change(tx, input.items, 'tasksSnoozed', patch);
}

/** Marks the step a task is about as done or as open again; a step that has been moved since is another matter. */
function markStep(tx: Transaction, task: RecordOf<'task'>, done: boolean): void {
  const { kind, entity, entityId, cause } = task;
  if (kind !== 'nextStep' || entityId === null) return;
  const day = done ? tx.today : null;
  /** Only what the task itself has marked is opened again. */
  const changes = (held: string | null): boolean => (done ? held === null : held !== null && held === task.doneOn);
  const isOf = (nextOn: string | null): boolean => cause === `nextStep ${entityId} ${nextOn}`;
  if (entity === 'interaction') {
    const talk = readRecord(tx.db, 'interaction', entityId);
    if (talk && isOf(talk.nextOn) && changes(talk.doneOn) && talk.happenedOn <= tx.today)
      tx.update('interaction', entityId, { doneOn: day });
  } else if (entity === 'visit') {
    const visit = readRecord(tx.db, 'visit', entityId);
    if (visit && isOf(visit.nextOn) && changes(visit.stepDoneOn)) tx.update('visit', entityId, { stepDoneOn: day });
  }
}

/** Closes tasks; nothing else does. The next step behind a task is done with it. Errors: notFound, stale. */
export function closeTasks(tx: Transaction, input: Input<'tasks.close'>): Output<'tasks.close'> {
  for (const { id } of input.items) markStep(tx, requireRecord(tx.db, 'task', id), true);
  const patch = { state: 'done', snoozedUntil: null, doneOn: tx.today, note: input.note ?? null } as const;
  return change(tx, input.items, 'tasksClosed', patch);
}

/** Opens closed tasks again, with the steps that were done with them. Errors: notFound, stale. */
export function reopenTasks(tx: Transaction, input: Input<'tasks.reopen'>): Output<'tasks.reopen'> {
  for (const { id } of input.items) markStep(tx, requireRecord(tx.db, 'task', id), false);
  return change(tx, input.items, 'tasksReopened', { state: 'open', snoozedUntil: null, doneOn: null });
}
