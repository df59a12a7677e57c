import type { EntityName } from '#shared/contract/procedure.ts';
import type { RecordOf } from '../../database/entities.ts';

/** Fields of each kind of record, by name. */
type FieldsByKind = { readonly [E in EntityName]?: readonly (keyof RecordOf<E> & string)[] };

/**
 * Where people write freely, so that a person may be named there. Names of firms, numbers and dictionaries are left out: they are
 * no place to write about somebody.
 */
export const freeTexts = {
  firm: ['verifiedBy', 'verifiedSource', 'notes'],
  site: ['notes'],
  contact: ['position', 'basis', 'notes'],
  agreement: ['terminationReason', 'place', 'legalBasis', 'notes'],
  amendment: ['reason', 'notes'],
  signing: ['signatory', 'notes'],
  group: ['curator'],
  student: ['leftReason', 'leaveReason', 'notes'],
  placement: ['workplace', 'supervisor', 'stateReason', 'contractType', 'insurance', 'briefingJournal', 'notes'],
  request: [
    'currentText',
    'proposedText',
    'responsible',
    'stateReason',
    'decisionText',
    'implementationProof',
    'effect',
    'notes',
  ],
  letter: ['subject', 'notes'],
  interruption: ['reason'],
  dayOverride: ['reason'],
  irregularWeek: ['reason'],
  savedView: ['name', 'search'],
  attachment: ['name', 'notes'],
  interaction: ['summary', 'nextStep'],
  task: ['title', 'note'],
  council: ['notes'],
  councilMember: ['name', 'position', 'notes'],
  meeting: ['place', 'notes'],
  agendaItem: ['decisionText'],
  engagement: ['topic', 'participants', 'result', 'document', 'notes'],
  milestone: ['title', 'result', 'notes'],
  promise: ['promise', 'proof', 'notes'],
  challenge: ['description', 'action', 'owner', 'notes'],
  callPause: ['note'],
  visit: ['visitor', 'findings', 'nextStep'],
  evaluation: ['comment'],
  monthAttendance: ['note'],
  importAnswer: ['words'],
} as const satisfies FieldsByKind;

/** What is written about a person in the records that are about that person alone: emptied whole. */
export const ownTexts: FieldsByKind = {
  placement: ['stateReason', 'insurance', 'notes'],
  agreement: ['terminationReason', 'notes'],
  amendment: ['reason', 'notes'],
  signing: ['notes'],
  interruption: ['reason'],
  dayOverride: ['reason'],
  irregularWeek: ['reason'],
  visit: ['findings', 'nextStep'],
  evaluation: ['comment'],
  monthAttendance: ['note'],
  task: ['title', 'note'],
};

type Values = Readonly<Record<string, unknown>>;

/** The texts of the given fields that are filled, by field. */
export const filledTexts = (record: Values, fields: readonly string[]): readonly (readonly [string, string])[] =>
  fields.flatMap(field => {
    const value = record[field];
    return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
  });
