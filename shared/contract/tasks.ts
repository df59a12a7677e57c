import { Id, IsoDay, Language, optionalDay, optionalText, Revision, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { listInput, listOutput, recordMeta } from './records.ts';
import { Drill, Measure } from './reports.ts';
import { z } from './zod.ts';

export const TaskKind = z.enum([
  'agreementExpires',
  'scanMissing',
  'paperUnsigned',
  'nextStep',
  'requestUnanswered',
  'promiseLate',
  'replyUnsent',
  'startGap',
  'followUpDue',
  'visitDue',
  'evaluationMissing',
  'own',
]);
export type TaskKind = z.output<typeof TaskKind>;
export const TaskState = z.enum(['open', 'snoozed', 'done']);
export type TaskState = z.output<typeof TaskState>;

/** Something to do. It is never removed by the program; only a person closes it. */
export const taskRecord = z.strictObject({
  ...recordMeta,
  kind: TaskKind,
  /** Names what gave rise to the task, so that it is made once. */
  cause: z.string().max(200),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  /** Words of a task the officer wrote herself. */
  title: optionalText(300),
  dueOn: IsoDay,
  state: TaskState,
  snoozedUntil: optionalDay,
  note: optionalText(1000),
  doneOn: optionalDay,
});

export const taskRow = taskRecord.extend({
  /** The record it is about: an agreement's number, a firm's name. */
  subject: z.string(),
  firmId: z.string().nullable(),
  firmName: z.string().nullable(),
  /** The day the matter itself falls due: the end of an agreement, the day of a next step. */
  matterOn: optionalDay,
  /** The cause is gone: the agreement has been renewed, the scan is there. It still waits for a person. */
  settled: z.boolean(),
});

export const taskFilter = z.strictObject({
  /** `due`: open, or snoozed up to today. */
  view: z.enum(['due', 'ahead', 'snoozed', 'done', 'all']).default('due'),
  kind: z.array(TaskKind).optional(),
  entity: z.string().optional(),
  entityId: z.string().optional(),
});

const items = z
  .array(z.strictObject({ id: Id, revision: Revision }))
  .min(1)
  .max(1000);

const reads = [
  'task',
  'agreement',
  'amendment',
  'signing',
  'interaction',
  'request',
  'attachment',
  'firm',
  'letter',
  'promise',
  'placement',
  'student',
  'practiceType',
  'visit',
  'evaluation',
] as const;

export const tasks = {
  'tasks.list': query([...reads], listInput(taskFilter), listOutput(taskRow)),
  /** How many tasks wait, by kind. */
  'tasks.counts': query(
    [...reads],
    z.strictObject({}),
    z.strictObject({
      due: z.int(),
      snoozed: z.int(),
      byKind: z.array(z.strictObject({ kind: TaskKind, due: z.int() })),
    }),
  ),
  /** The figures that have a target in the present school or calendar year, as they stand. */
  'tasks.targets': query(
    ['indicatorTarget', 'setting'],
    z.strictObject({ language: Language }),
    z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        row: z.string(),
        period: z.string(),
        value: z.number().nullable(),
        target: z.number(),
        direction: z.enum(['atLeast', 'atMost']),
        measure: Measure,
        drill: Drill,
      }),
    ),
  ),
  /** Adds the tasks that today brings; what is there already stays as it is. */
  'tasks.refresh': command(z.strictObject({}), z.strictObject({ added: z.int() })),
  'tasks.add': command(
    z.strictObject({
      title: requiredText(300),
      dueOn: IsoDay,
      note: optionalText(1000).optional(),
      entity: z.string().max(40).optional(),
      entityId: z.string().max(64).optional(),
    }),
    z.strictObject({ id: Id }),
  ),
  /** Puts tasks off to a day after today, with a note. */
  'tasks.snooze': command(
    z.strictObject({ items, until: IsoDay, note: optionalText(1000).optional() }),
    z.strictObject({ tasks: z.int() }),
  ),
  'tasks.close': command(
    z.strictObject({ items, note: optionalText(1000).optional() }),
    z.strictObject({ tasks: z.int() }),
  ),
  'tasks.reopen': command(z.strictObject({ items }), z.strictObject({ tasks: z.int() })),
} as const;
