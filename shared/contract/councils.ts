import { RequestState } from './curriculum.ts';
import { shownPage } from './letters.ts';
import {
  Accepted,
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
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/** A body of the college and its partners that decides on curriculum change requests. */
export const councilFields = z.strictObject({
  nameRu: requiredText(),
  nameKk: requiredText(),
  active: z.boolean(),
  notes: optionalText(4000),
});
export const councilRecord = z.strictObject({ ...recordMeta, ...councilFields.shape });

export const MemberRole = z.enum(['chair', 'deputy', 'secretary', 'member']);

/** One mandate of one person: the firm's contact, or somebody of the college under `name`. */
export const councilMemberFields = z.strictObject({
  councilId: requiredText(64),
  name: requiredText(200),
  position: optionalText(200),
  firmId: optionalId,
  role: MemberRole,
  fromOn: optionalDay,
  /** Null: the mandate has no end yet. */
  toOn: optionalDay,
  notes: optionalText(1000),
});
export const councilMemberRecord = z.strictObject({ ...recordMeta, ...councilMemberFields.shape });

export const meetingFields = z.strictObject({
  councilId: requiredText(64),
  heldOn: IsoDay,
  minuteNumber: requiredText(60),
  place: optionalText(200),
  notes: optionalText(4000),
});
export const meetingRecord = z.strictObject({ ...recordMeta, ...meetingFields.shape });

/** Language of the minutes; `kk-ru` sets both on one page. */
export const MinutesLanguage = z.enum(['kk', 'ru', 'kk-ru', 'en']);
export type MinutesLanguage = z.output<typeof MinutesLanguage>;

export const Decision = z.enum(['approved', 'approvedWithChanges', 'rejected', 'deferred']);
const votes = {
  votesFor: optionalCount(0, 1000),
  votesAgainst: optionalCount(0, 1000),
  votesAbstained: optionalCount(0, 1000),
};

/** One question of a meeting; `decision` is null until the council has decided. */
export const agendaItemRecord = z.strictObject({
  ...recordMeta,
  meetingId: requiredText(64),
  requestId: requiredText(64),
  position: z.int(),
  decision: Decision.nullable(),
  ...votes,
  decisionText: optionalText(4000),
});

export const attendanceRecord = z.strictObject({
  ...recordMeta,
  meetingId: requiredText(64),
  memberId: requiredText(64),
  present: z.boolean(),
});

export const meetingRow = meetingRecord
  .pick({
    id: true,
    revision: true,
    councilId: true,
    heldOn: true,
    minuteNumber: true,
    place: true,
    updatedAt: true,
  })
  .extend({
    councilNameRu: z.string(),
    councilNameKk: z.string(),
    items: z.int(),
    decided: z.int(),
    present: z.int(),
  });

export const AgendaLine = agendaItemRecord
  .pick({ id: true, revision: true, requestId: true, position: true, decision: true, decisionText: true })
  .extend({
    ...votes,
    number: z.string(),
    receivedOn: z.string(),
    firmId: z.string().nullable(),
    firmName: z.string().nullable(),
    specialtyCode: z.string().nullable(),
    module: z.string().nullable(),
    proposedText: z.string(),
    state: RequestState,
    effectiveYear: z.int().nullable(),
    /** Whether the decision can be recorded or corrected now. */
    open: z.boolean(),
    /** Reply letters in force that tell the firm this decision. */
    replies: z.int(),
  });
export type AgendaLine = z.output<typeof AgendaLine>;

export const AttendanceLine = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  firmName: z.string().nullable(),
  role: MemberRole,
  /** Null: nothing was written down. */
  present: z.boolean().nullable(),
});

export const councilRow = councilRecord.extend({ members: z.int(), meetings: z.int() });
export const councilFilter = z.strictObject({ active: z.boolean().optional(), ids: z.array(z.string()).optional() });
export const councilMemberRow = councilMemberRecord.extend({
  firmName: z.string().nullable(),
  /** The mandate holds today. */
  current: z.boolean(),
  /** Meetings of the council during the mandate with an attendance list, and those the member came to. */
  meetings: z.int(),
  attended: z.int(),
});
export const councilMemberFilter = z.strictObject({
  councilId: z.string().optional(),
  firmId: z.string().optional(),
  current: z.boolean().optional(),
  ids: z.array(z.string()).optional(),
});
export const meetingFilter = z.strictObject({
  councilId: z.string().optional(),
  heldFrom: IsoDay.optional(),
  heldTo: IsoDay.optional(),
  ids: z.array(z.string()).optional(),
});

const item = z.strictObject({ id: Id, revision: Revision });

export const councils = {
  ...recordProcedures({
    name: 'councils',
    entity: 'council',
    fields: councilFields,
    row: councilRow,
    detail: councilRow,
    filter: councilFilter,
    reads: ['councilMember', 'meeting'],
  }),
  ...recordProcedures({
    name: 'councilMembers',
    entity: 'councilMember',
    fields: councilMemberFields,
    row: councilMemberRow,
    detail: councilMemberRow.extend({ councilName: z.string() }),
    filter: councilMemberFilter,
    reads: ['firm', 'council', 'attendance', 'meeting'],
  }),
  ...recordProcedures({
    name: 'meetings',
    entity: 'meeting',
    fields: meetingFields,
    row: meetingRow,
    filter: meetingFilter,
    detail: meetingRecord.extend({
      councilNameRu: z.string(),
      councilNameKk: z.string(),
      councilName: z.string(),
      agenda: z.array(AgendaLine),
      attendance: z.array(AttendanceLine),
      /** Open requests that no meeting has on its agenda. */
      waiting: z.int(),
    }),
    reads: ['council', 'councilMember', 'agendaItem', 'attendance', 'request', 'firm', 'specialty', 'letter'],
  }),
  /** Puts open requests on the agenda and under review: the given ones, or all that no meeting has yet. */
  'meetings.fillAgenda': command(
    z.strictObject({ id: Id, requestIds: z.array(Id).max(1000).optional() }),
    z.strictObject({ added: z.int() }),
  ),
  /** Takes a question without a decision off the agenda. Errors: refused, stale. */
  'meetings.dropItem': command(item, z.strictObject({ id: Id })),
  /** Gives the questions of a meeting a new order: the ids in that order. */
  'meetings.orderAgenda': command(
    z.strictObject({ id: Id, itemIds: z.array(Id).max(1000) }),
    z.strictObject({ id: Id }),
  ),
  /**
   * Records or corrects the decision on one question and moves its request in the same step; null takes the decision back.
   * Errors: validation (votes, missing explanation), needsConfirmation (votes against the decision), refused, stale.
   */
  'meetings.decide': command(
    item.extend({
      decision: Decision.nullable(),
      ...z.strictObject(votes).partial().shape,
      decisionText: optionalText(4000).optional(),
      effectiveYear: optionalCount(1990, 2200).optional(),
      accepted: Accepted,
    }),
    z.strictObject({ id: Id, revision: Revision }),
  ),
  /** Writes down who was present; a member left out keeps what was written before. */
  'meetings.attend': command(
    z.strictObject({
      id: Id,
      members: z.array(z.strictObject({ memberId: Id, present: z.boolean().nullable() })).max(500),
    }),
    z.strictObject({ id: Id }),
  ),
  /** The minutes as they would be printed. Errors: templateBroken. */
  'meetings.minutesPage': query(
    [
      'meeting',
      'council',
      'councilMember',
      'agendaItem',
      'attendance',
      'request',
      'firm',
      'specialty',
      'setting',
      'letter',
    ],
    z.strictObject({ id: Id, language: MinutesLanguage }),
    shownPage,
  ),
  /** Writes the minutes into the folder of letters. Errors: templateBroken, refused (no printer), noAccess, diskFull. */
  'meetings.printMinutes': command(
    z.strictObject({ id: Id, language: MinutesLanguage, format: z.enum(['docx', 'pdf']) }),
    z.strictObject({ path: z.string() }),
  ),
} as const;
