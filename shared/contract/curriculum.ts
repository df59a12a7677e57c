import { requestStates } from '../domain/states.ts';
import {
  Id,
  IsoDay,
  optionalCount,
  optionalDay,
  optionalId,
  optionalText,
  Revision,
  requiredText,
} from './primitives.ts';
import { command, query } from './procedure.ts';
import { listInput, recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

export const RequestState = z.enum(requestStates);
export type RequestState = z.output<typeof RequestState>;
export const RequestKind = z.enum(['add', 'drop', 'replace', 'retime', 'equipment', 'assessment', 'newProgramme']);
export const RequestReason = z.enum(['technology', 'standard', 'safety', 'vacancy', 'other']);

/** A firm's request to change the curriculum. */
export const requestFields = z.strictObject({
  number: requiredText(40),
  receivedOn: IsoDay,
  firmId: optionalId,
  contactId: optionalId,
  /** The council that asked for it, when no firm did. */
  councilId: optionalId,
  specialtyId: optionalId,
  qualificationId: optionalId,
  module: optionalText(300),
  kind: RequestKind.nullable(),
  currentText: optionalText(8000),
  proposedText: requiredText(8000),
  hoursBefore: optionalCount(0, 5000),
  hoursAfter: optionalCount(0, 5000),
  reason: RequestReason.nullable(),
  responsible: optionalText(200),
  priority: z.enum(['low', 'normal', 'high']),
  decidedOn: optionalDay,
  minuteNumber: optionalText(60),
  decisionText: optionalText(4000),
  /** First calendar year of the academic year in which the change takes effect. */
  effectiveYear: optionalCount(1990, 2200),
  implementedOn: optionalDay,
  implementationProof: optionalText(1000),
  curriculumVersion: optionalText(120),
  effectCheckedOn: optionalDay,
  /** What the look back at the change has shown. */
  effect: optionalText(2000),
  notes: optionalText(4000),
});
export const requestRecord = z.strictObject({
  ...recordMeta,
  ...requestFields.shape,
  state: RequestState,
  stateReason: z.string().nullable(),
});

export const requestRow = requestRecord
  .pick({
    id: true,
    revision: true,
    number: true,
    receivedOn: true,
    firmId: true,
    specialtyId: true,
    module: true,
    proposedText: true,
    hoursBefore: true,
    hoursAfter: true,
    state: true,
    priority: true,
    decidedOn: true,
    updatedAt: true,
  })
  .extend({ firmName: z.string().nullable(), specialtyCode: z.string().nullable(), ageDays: z.int().nullable() });

export const requestFilter = z.strictObject({
  state: z.array(RequestState).optional(),
  firmId: z.string().optional(),
  specialtyId: z.array(z.string()).optional(),
  priority: z.array(z.enum(['low', 'normal', 'high'])).optional(),
  ids: z.array(z.string()).optional(),
  receivedFrom: IsoDay.optional(),
  receivedTo: IsoDay.optional(),
  /** Decided in the period: approved (with or without changes) or rejected, also when implemented since. */
  decidedFrom: IsoDay.optional(),
  decidedTo: IsoDay.optional(),
  /** Decided, but without the day of the decision. */
  withoutDecisionDay: z.boolean().optional(),
  /** Implemented, but without the day of it. */
  withoutImplementationDay: z.boolean().optional(),
  implementedFrom: IsoDay.optional(),
  implementedTo: IsoDay.optional(),
});

export const curriculum = {
  ...recordProcedures({
    name: 'requests',
    entity: 'request',
    fields: requestFields,
    row: requestRow,
    filter: requestFilter,
    detail: requestRecord.extend({
      firmName: z.string().nullable(),
      contactName: z.string().nullable(),
      councilName: z.string().nullable(),
      specialtyCode: z.string().nullable(),
      qualificationCode: z.string().nullable(),
      ageDays: z.int().nullable(),
      moves: z.array(z.strictObject({ to: RequestState, needsReason: z.boolean() })),
      /** Meetings that have it on their agenda, the newest first; `decision` is null until there is one. */
      meetings: z.array(
        z.strictObject({
          id: z.string(),
          heldOn: IsoDay,
          minuteNumber: z.string(),
          decision: RequestState.nullable(),
        }),
      ),
    }),
    reads: ['firm', 'contact', 'council', 'specialty', 'qualification', 'meeting', 'agendaItem'],
  }),
  /** Moves requests to another state; all or none. A rejection and a backward move need a reason; a decision, the implementation and the check of the effect are dated. */
  'requests.move': command(
    z.strictObject({
      items: z
        .array(z.strictObject({ id: Id, revision: Revision }))
        .min(1)
        .max(1000),
      to: RequestState,
      reason: optionalText(1000).optional(),
      on: IsoDay.optional(),
      /** What proves the implementation, and the working curriculum it is in; only with «implemented». */
      proof: optionalText(1000).optional(),
      curriculumVersion: optionalText(120).optional(),
      /** What the look back has shown; only with «effectChecked». */
      effect: optionalText(2000).optional(),
    }),
    z.strictObject({ moved: z.int() }),
  ),
  /** The rows of the list as columns by state, all together or in a lane per specialty; the oldest of the most urgent first. */
  'requests.board': query(
    ['request', 'firm', 'specialty'],
    listInput(requestFilter)
      .omit({ sort: true, offset: true, limit: true })
      .extend({
        lanes: z.boolean().default(false),
        /** Cards shown per column; the totals count all. */
        most: z.int().min(1).max(500).default(50),
      }),
    z.strictObject({
      total: z.int(),
      lanes: z.array(
        z.strictObject({
          specialtyId: z.string().nullable(),
          specialtyCode: z.string().nullable(),
          specialtyNameRu: z.string().nullable(),
          specialtyNameKk: z.string().nullable(),
          total: z.int(),
          columns: z.array(z.strictObject({ state: RequestState, total: z.int(), rows: z.array(requestRow) })),
        }),
      ),
    }),
  ),
  /** What the implemented requests of a specialty change in its programme, by academic year, against the limit of the settings. */
  'requests.impact': query(
    ['request', 'specialty', 'setting'],
    z.strictObject({ specialtyId: Id }),
    z.strictObject({
      /** Hours of practice in the programme, from which shares are counted. */
      programmeHours: z.int().nullable(),
      limitPercent: z.int(),
      years: z.array(
        z.strictObject({
          year: z.int(),
          ids: z.array(z.string()),
          hours: z.int(),
          percent: z.number().nullable(),
          overLimit: z.boolean(),
        }),
      ),
    }),
  ),
  /** The states a request has been in, oldest first; what was undone is left out. */
  'requests.timeline': query(
    ['request'],
    z.strictObject({ id: Id }),
    z.array(
      z.strictObject({
        at: z.string(),
        actor: z.string(),
        from: RequestState.nullable(),
        to: RequestState,
        reason: z.string().nullable(),
        /** Days in this state, until the next one or today. */
        days: z.int(),
      }),
    ),
  ),
} as const;
