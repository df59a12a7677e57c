import type { Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';

/** Which record kind the procedures of a name are about. */
export const entityOfName = {
  firms: 'firm',
  contacts: 'contact',
  sites: 'site',
  agreements: 'agreement',
  agreementTypes: 'agreementType',
  students: 'student',
  groups: 'group',
  specialties: 'specialty',
  qualifications: 'qualification',
  placements: 'placement',
  practiceTypes: 'practiceType',
  visits: 'visit',
  evaluations: 'evaluation',
  evaluationCriteria: 'evaluationCriterion',
  requests: 'request',
  letters: 'letter',
  councils: 'council',
  councilMembers: 'councilMember',
  meetings: 'meeting',
  engagements: 'engagement',
  engagementKinds: 'engagementKind',
  milestones: 'milestone',
  promises: 'promise',
  challenges: 'challenge',
} as const satisfies Record<string, EntityName>;

/** Editable dictionaries: kinds of records that are kept in the settings and have no screen of their own. */
const dictionaryNames = ['agreementTypes', 'practiceTypes', 'engagementKinds', 'evaluationCriteria'] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

export const isDictionary = (name: string): name is DictionaryName =>
  (dictionaryNames as readonly string[]).includes(name);

/** First part of the channels of a record kind: `firms.list`, `firms.get` … */
export type RecordName = keyof typeof entityOfName;

/** What every row and every record has, whatever its kind. */
export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: string; readonly revision: number };

export type RowOf<N extends RecordName> = Output<`${N}.list`>['rows'][number];
export type DetailOf<N extends RecordName> = Output<`${N}.get`>;

const names = Object.keys(entityOfName) as readonly RecordName[];

/** The procedures' name of a record kind; null for kinds without a screen of their own. */
export const nameOfEntity = (entity: string): RecordName | null =>
  names.find(name => entityOfName[name] === entity) ?? null;
