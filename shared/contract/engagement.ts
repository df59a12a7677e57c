import { IsoDay, optionalCount, optionalDay, optionalId, optionalText, requiredText } from './primitives.ts';
import { query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/** In what the quantity of an engagement is counted. */
export const EngagementUnit = z.enum(['hour', 'person', 'piece', 'event', 'project']);

/** A kind of engagement besides placements and agreements; the officer edits the list. */
export const engagementKindFields = z.strictObject({
  code: requiredText(40),
  nameRu: requiredText(),
  nameKk: requiredText(),
  nameEn: optionalText(),
  unit: EngagementUnit,
  position: z.int(),
  active: z.boolean(),
});
export const engagementKindRecord = z.strictObject({ ...recordMeta, ...engagementKindFields.shape });

/** Something done together with a firm: an internship of a teacher, a guest class, equipment, a project. */
export const engagementFields = z.strictObject({
  kindId: requiredText(64),
  firmId: requiredText(64),
  startsOn: IsoDay,
  /** Null: one day, or not over yet. */
  endsOn: optionalDay,
  topic: requiredText(300),
  /** In the unit of the kind. */
  quantity: optionalCount(0, 1_000_000),
  hours: optionalCount(0, 100_000),
  people: optionalCount(0, 100_000),
  /** Names of teachers, employees or speakers. */
  participants: optionalText(1000),
  /** Value of what was given, in tiyn (1 ₸ = 100). */
  amountMinor: optionalCount(0, 100_000_000_000_000),
  result: optionalText(2000),
  /** Number of the certificate or of the act of transfer. */
  document: optionalText(200),
  notes: optionalText(4000),
});
export const engagementRecord = z.strictObject({ ...recordMeta, ...engagementFields.shape });
export const engagementRow = engagementRecord.extend({
  firmName: z.string(),
  kindCode: z.string(),
  unit: EngagementUnit,
});
export const engagementFilter = z.strictObject({
  kindId: z.array(z.string()).optional(),
  firmId: z.string().optional(),
  /** Runs on any day of the period. */
  activeFrom: IsoDay.optional(),
  activeTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

/** A step of a project with its day and what came of it. */
export const milestoneFields = z.strictObject({
  engagementId: requiredText(64),
  title: requiredText(300),
  dueOn: IsoDay,
  doneOn: optionalDay,
  /** What the step has brought, counted in `quantityUnit`. */
  quantity: optionalCount(0, 1_000_000_000),
  quantityUnit: optionalText(60),
  result: optionalText(2000),
  notes: optionalText(4000),
});
export const milestoneRecord = z.strictObject({ ...recordMeta, ...milestoneFields.shape });
export const MilestoneState = z.enum(['open', 'late', 'done', 'doneLate']);
export const milestoneRow = milestoneRecord.extend({
  engagementTopic: z.string(),
  firmId: z.string(),
  firmName: z.string(),
  /** Computed from the dates, never stored. */
  state: MilestoneState,
});
export const milestoneFilter = z.strictObject({
  engagementId: z.string().optional(),
  firmId: z.string().optional(),
  state: z.array(MilestoneState).optional(),
  dueFrom: IsoDay.optional(),
  dueTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

export const PromiseSide = z.enum(['college', 'firm']);
export const PromiseState = z.enum(['open', 'late', 'kept', 'keptLate']);

/** What one side has promised the other, and whether it came. */
export const promiseFields = z.strictObject({
  firmId: requiredText(64),
  side: PromiseSide,
  promise: requiredText(1000),
  promisedOn: IsoDay,
  agreementId: optionalId,
  /** Where it was promised besides an agreement: at a meeting of the council, in a letter, in a talk. */
  meetingId: optionalId,
  letterId: optionalId,
  interactionId: optionalId,
  dueOn: optionalDay,
  deliveredOn: optionalDay,
  proof: optionalText(1000),
  notes: optionalText(4000),
});
export const promiseRecord = z.strictObject({ ...recordMeta, ...promiseFields.shape });
export const promiseRow = promiseRecord.extend({
  firmName: z.string(),
  agreementNumber: z.string().nullable(),
  meetingTitle: z.string().nullable(),
  letterNumber: z.string().nullable(),
  interactionTitle: z.string().nullable(),
  /** Computed from the dates, never stored. */
  state: PromiseState,
});
export const promiseFilter = z.strictObject({
  firmId: z.string().optional(),
  meetingId: z.string().optional(),
  letterId: z.string().optional(),
  agreementId: z.string().optional(),
  side: z.array(PromiseSide).optional(),
  state: z.array(PromiseState).optional(),
  promisedFrom: IsoDay.optional(),
  promisedTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

export const ChallengeLevel = z.enum(['individual', 'insideCollege', 'betweenOrganisations', 'state']);
export const ChallengeStatus = z.enum(['open', 'inProgress', 'resolved', 'accepted']);

/** What stands in the way of a partnership, at which level, and who does what about it. */
export const challengeFields = z.strictObject({
  level: ChallengeLevel,
  firmId: optionalId,
  raisedOn: IsoDay,
  description: requiredText(2000),
  action: optionalText(2000),
  owner: optionalText(200),
  status: ChallengeStatus,
  resolvedOn: optionalDay,
  notes: optionalText(4000),
});
export const challengeRecord = z.strictObject({ ...recordMeta, ...challengeFields.shape });
export const challengeRow = challengeRecord.extend({ firmName: z.string().nullable() });
export const challengeFilter = z.strictObject({
  level: z.array(ChallengeLevel).optional(),
  status: z.array(ChallengeStatus).optional(),
  firmId: z.string().optional(),
  raisedFrom: IsoDay.optional(),
  raisedTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

/** Promises of one side or one firm, by what has become of them. */
const promiseCounts = z.strictObject({
  promised: z.int(),
  open: z.int(),
  late: z.int(),
  kept: z.int(),
  keptLate: z.int(),
});

export const engagement = {
  ...recordProcedures({
    name: 'engagementKinds',
    entity: 'engagementKind',
    fields: engagementKindFields,
    row: engagementKindRecord,
    detail: engagementKindRecord,
    filter: z.strictObject({ active: z.boolean().optional() }),
    reads: [],
  }),
  ...recordProcedures({
    name: 'engagements',
    entity: 'engagement',
    fields: engagementFields,
    row: engagementRow,
    detail: engagementRow,
    filter: engagementFilter,
    reads: ['firm', 'engagementKind'],
  }),
  ...recordProcedures({
    name: 'promises',
    entity: 'promise',
    fields: promiseFields,
    row: promiseRow,
    detail: promiseRow,
    filter: promiseFilter,
    reads: ['firm', 'agreement', 'meeting', 'letter', 'interaction'],
  }),
  ...recordProcedures({
    name: 'milestones',
    entity: 'milestone',
    fields: milestoneFields,
    row: milestoneRow,
    detail: milestoneRow,
    filter: milestoneFilter,
    reads: ['firm', 'engagement'],
  }),
  /** What each side has promised and how it was kept, overall and per firm; the firms with most that is late come first. */
  'promises.ledger': query(
    ['promise', 'firm'],
    z.strictObject({}),
    z.strictObject({
      sides: z.array(z.strictObject({ side: PromiseSide, counts: promiseCounts })),
      firms: z.array(z.strictObject({ id: z.string(), name: z.string(), counts: promiseCounts })),
      firmsTotal: z.int(),
    }),
  ),
  /** Challenges by level and the school year they were raised in; cells without any are left out. */
  'challenges.summary': query(
    ['challenge', 'setting'],
    z.strictObject({}),
    z.strictObject({
      years: z.array(z.strictObject({ year: z.int(), from: IsoDay, to: IsoDay })),
      cells: z.array(z.strictObject({ year: z.int(), level: ChallengeLevel, total: z.int(), open: z.int() })),
    }),
  ),
  ...recordProcedures({
    name: 'challenges',
    entity: 'challenge',
    fields: challengeFields,
    row: challengeRow,
    detail: challengeRow,
    filter: challengeFilter,
    reads: ['firm'],
  }),
} as const;
