import type { z } from './zod.ts';

/** Names of the stored record kinds; a query says which it reads, a command's result says which changed. */
export const entityNames = [
  'firm',
  'site',
  'contact',
  'agreementType',
  'agreement',
  'amendment',
  'agreementSpecialty',
  'signing',
  'specialty',
  'qualification',
  'group',
  'student',
  'practiceType',
  'placement',
  'request',
  'letter',
  'holiday',
  'interruption',
  'dayOverride',
  'irregularWeek',
  'setting',
  'importProfile',
  'importAnswer',
  'savedView',
  'attachment',
  'interaction',
  'task',
  'council',
  'councilMember',
  'meeting',
  'agendaItem',
  'attendance',
  'engagementKind',
  'engagement',
  'milestone',
  'promise',
  'challenge',
  'frozenReport',
  'callPause',
  'visit',
  'evaluation',
  'evaluationCriterion',
  'monthAttendance',
  'nameForm',
  'ownIndicator',
  'indicatorChoice',
  'indicatorTarget',
  'erasure',
] as const;

export type EntityName = (typeof entityNames)[number];

/** What a cached answer depends on: record kinds, or `history` for everything that any change touches. */
export type Dependency = EntityName | 'history' | 'backup' | 'file';

export type Procedure<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K;
  readonly reads: readonly Dependency[];
  readonly input: I;
  readonly output: O;
};

/** Declares a procedure that only reads; `reads` names what makes its cached answer stale. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  reads: readonly Dependency[],
  input: I,
  output: O,
): Procedure<'query', I, O> => ({ kind: 'query', reads, input, output });

/** Declares a procedure that may change data; it runs in one transaction. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<'command', I, O> => ({
  kind: 'command',
  reads: [],
  input,
  output,
});
