import { signingRecord } from '#shared/contract/agreement-paper.ts';
import { agreementSpecialtyRecord, amendmentRecord } from '#shared/contract/agreement-terms.ts';
import { agreementRecord, agreementTypeRecord } from '#shared/contract/agreements.ts';
import { attachmentRecord } from '#shared/contract/attachments.ts';
import {
  dayOverrideRecord,
  holidayRecord,
  interruptionRecord,
  irregularWeekRecord,
} from '#shared/contract/calendar.ts';
import {
  agendaItemRecord,
  attendanceRecord,
  councilMemberRecord,
  councilRecord,
  meetingRecord,
} from '#shared/contract/councils.ts';
import { requestRecord } from '#shared/contract/curriculum.ts';
import {
  challengeRecord,
  engagementKindRecord,
  engagementRecord,
  milestoneRecord,
  promiseRecord,
} from '#shared/contract/engagement.ts';
import { contactRecord, firmRecord, siteRecord } from '#shared/contract/firms.ts';
import { frozenReportRecord } from '#shared/contract/frozen-reports.ts';
import { indicatorChoiceRecord, indicatorTargetRecord, ownIndicatorRecord } from '#shared/contract/indicators.ts';
import { letterRecord } from '#shared/contract/letters.ts';
import { savedViewRecord } from '#shared/contract/lists.ts';
import {
  evaluationCriterionRecord,
  evaluationRecord,
  monthAttendanceRecord,
  visitRecord,
} from '#shared/contract/monitoring.ts';
import { nameFormRecord } from '#shared/contract/name-forms.ts';
import { callPauseRecord } from '#shared/contract/partnership.ts';
import { erasureRecord } from '#shared/contract/personal-data.ts';
import { placementRecord, practiceTypeRecord } from '#shared/contract/placements.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { recordMeta } from '#shared/contract/records.ts';
import { interactionRecord } from '#shared/contract/relations.ts';
import { groupRecord, qualificationRecord, specialtyRecord, studentRecord } from '#shared/contract/students.ts';
import { taskRecord } from '#shared/contract/tasks.ts';
import { z } from '#shared/contract/zod.ts';
import { firmNameKey, fold, sortKey } from '#shared/domain/folding.ts';
import { nameFormKey } from '#shared/domain/words/name-form-key.ts';
import { rebuildAgreementVersions } from './agreement-versions.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { monitoringEntities } from './monitoring-entities.ts';
import { partnershipEntities } from './partnership-entities.ts';
import { digits, firmSortKey, firmWords, joined, nameOf, studentName, words } from './record-words.ts';

export { studentName } from './record-words.ts';

/** Settings are rows too, so that they are audited and undoable like everything else; `id` is the setting's name. */
const settingRecord = z.strictObject({ ...recordMeta, value: z.unknown() });
const importAnswerRecord = z.strictObject({
  ...recordMeta,
  kind: z.enum(['firm', 'student']),
  words: z.string(),
  wordsKey: z.string(),
  recordId: z.string(),
});
const importProfileRecord = z.strictObject({ ...recordMeta, layout: z.string(), mapping: z.unknown() });

export const records = {
  firm: firmRecord,
  site: siteRecord,
  contact: contactRecord,
  agreementType: agreementTypeRecord,
  agreement: agreementRecord,
  amendment: amendmentRecord,
  agreementSpecialty: agreementSpecialtyRecord,
  signing: signingRecord,
  specialty: specialtyRecord,
  qualification: qualificationRecord,
  group: groupRecord,
  student: studentRecord,
  practiceType: practiceTypeRecord,
  placement: placementRecord,
  request: requestRecord,
  letter: letterRecord,
  holiday: holidayRecord,
  interruption: interruptionRecord,
  dayOverride: dayOverrideRecord,
  irregularWeek: irregularWeekRecord,
  setting: settingRecord,
  importProfile: importProfileRecord,
  importAnswer: importAnswerRecord,
  savedView: savedViewRecord,
  attachment: attachmentRecord,
  interaction: interactionRecord,
  task: taskRecord,
  council: councilRecord,
  councilMember: councilMemberRecord,
  meeting: meetingRecord,
  agendaItem: agendaItemRecord,
  attendance: attendanceRecord,
  engagementKind: engagementKindRecord,
  engagement: engagementRecord,
  milestone: milestoneRecord,
  promise: promiseRecord,
  challenge: challengeRecord,
  frozenReport: frozenReportRecord,
  callPause: callPauseRecord,
  visit: visitRecord,
  evaluation: evaluationRecord,
  evaluationCriterion: evaluationCriterionRecord,
  monthAttendance: monthAttendanceRecord,
  nameForm: nameFormRecord,
  ownIndicator: ownIndicatorRecord,
  indicatorChoice: indicatorChoiceRecord,
  indicatorTarget: indicatorTargetRecord,
  erasure: erasureRecord,
} as const satisfies Record<EntityName, z.ZodObject>;

export type RecordOf<E extends EntityName> = z.output<(typeof records)[E]>;

/** What the search index keeps of a record. */
export type SearchEntry = { readonly title: string; readonly detail: string; readonly text: string };

/** How one kind of record is stored, found and named. */
export type EntityDefinition<E extends EntityName> = {
  readonly table: string;
  /** Columns computed from the record whenever it is written; never audited. */
  readonly derive?: (record: RecordOf<E>) => Readonly<Record<string, string>>;
  /** The name by which people know the record, kept in the audit. */
  readonly title: (record: RecordOf<E>, db: ReadDb) => string;
  readonly search?: (record: RecordOf<E>, db: ReadDb) => SearchEntry;
  /** References whose record is named in the search line of this one, or of one that names this one. */
  readonly mentions?: readonly string[];
  /** Fields by which the search lines of others name this record; when one changes, those lines are written anew. */
  readonly calledBy?: readonly string[];
  /** Fields that hold the id of another record. */
  readonly references: Readonly<Record<string, EntityName>>;
  /** Removed together with the record they belong to, by the field that names it. */
  readonly ownedBy?: string;
  /** Belongs to a record of any kind, named by `entity` and `entityId`; removed together with it. */
  readonly attached?: boolean;
  /** Rewrites rows computed from this record and its kin; runs whenever it is written. */
  readonly recompute?: (record: RecordOf<E>, db: WriteDb) => void;
  /** Undoing the creation keeps the row and sets these values instead: numbers given out are not given again. */
  readonly undoInsertBy?: Partial<RecordOf<E>>;
};

export const entities: { readonly [E in EntityName]: EntityDefinition<E> } = {
  firm: {
    table: 'firm',
    derive: firm => ({
      sortKey: firmSortKey(firm.nameRu),
      sortKeyKk: firmSortKey(firm.nameKk ?? firm.nameRu),
      nameKey: firmNameKey(firm.nameRu),
    }),
    title: firm => firm.nameRu,
    search: firm => ({
      title: firm.nameRu,
      detail: joined(firm.bin, firm.city),
      text: words(
        firm.nameRu,
        firm.nameKk,
        firm.shortName,
        firm.bin,
        firm.city,
        firm.sector,
        digits(firm.phone),
        firm.email,
      ),
    }),
    calledBy: ['nameRu', 'nameKk'],
    references: {},
  },
  site: {
    table: 'site',
    derive: site => ({ sortKey: sortKey(site.name) }),
    title: site => site.name,
    references: { firmId: 'firm' },
    ownedBy: 'firmId',
  },
  contact: {
    table: 'contact',
    derive: contact => ({ sortKey: sortKey(contact.name), nameKey: fold(contact.name) }),
    title: contact => contact.name,
    search: (contact, db) => ({
      title: contact.name,
      detail: joined(nameOf(db, 'firm', contact.firmId), contact.position),
      text: words(contact.name, contact.position, digits(contact.phone), contact.email, firmWords(db, contact.firmId)),
    }),
    mentions: ['firmId'],
    references: { firmId: 'firm' },
    ownedBy: 'firmId',
  },
  agreementType: { table: 'agreement_type', title: type => type.nameRu, references: {} },
  agreement: {
    table: 'agreement',
    derive: agreement => ({
      sortKey: sortKey(agreement.number),
      numberKey: fold(agreement.number).replace(/\s+/gu, ''),
    }),
    title: agreement => agreement.number,
    search: (agreement, db) => ({
      title: agreement.number,
      detail: joined(nameOf(db, 'firm', agreement.firmId), agreement.signedOn),
      text: words(agreement.number, firmWords(db, agreement.firmId)),
    }),
    mentions: ['firmId'],
    references: {
      typeId: 'agreementType',
      firmId: 'firm',
      studentId: 'student',
      parentId: 'agreement',
      signatoryId: 'contact',
    },
    recompute: (agreement, db) => rebuildAgreementVersions(db, agreement.id),
  },
  amendment: {
    table: 'amendment',
    title: amendment => amendment.number,
    references: { agreementId: 'agreement' },
    ownedBy: 'agreementId',
    recompute: (amendment, db) => rebuildAgreementVersions(db, amendment.agreementId),
  },
  agreementSpecialty: {
    table: 'agreement_specialty',
    title: (row, db) => joined(nameOf(db, 'specialty', row.specialtyId), row.year),
    references: { agreementId: 'agreement', specialtyId: 'specialty' },
    ownedBy: 'agreementId',
    recompute: (row, db) => rebuildAgreementVersions(db, row.agreementId),
  },
  signing: {
    table: 'signing',
    title: signing => joined(signing.party, signing.signedOn),
    references: { agreementId: 'agreement' },
    ownedBy: 'agreementId',
  },
  specialty: {
    table: 'specialty',
    title: specialty => `${specialty.code} ${specialty.nameRu}`,
    search: specialty => ({
      title: `${specialty.code} ${specialty.nameRu}`,
      detail: specialty.nameKk ?? '',
      text: words(specialty.code, specialty.nameRu, specialty.nameKk),
    }),
    calledBy: ['code', 'nameRu'],
    references: {},
  },
  qualification: {
    table: 'qualification',
    title: qualification => words(qualification.code, qualification.nameRu),
    references: { specialtyId: 'specialty' },
  },
  group: {
    table: 'student_group',
    derive: group => ({ sortKey: sortKey(group.code) }),
    title: group => group.code,
    search: (group, db) => ({
      title: group.code,
      detail: nameOf(db, 'specialty', group.specialtyId),
      text: words(group.code, group.code.replace(/[^\p{L}\p{N}]+/gu, ' ')),
    }),
    mentions: ['specialtyId'],
    calledBy: ['code'],
    references: { specialtyId: 'specialty', qualificationId: 'qualification' },
  },
  student: {
    table: 'student',
    derive: student => ({ sortKey: sortKey(studentName(student)), nameKey: fold(studentName(student)) }),
    title: studentName,
    search: (student, db) => ({
      title: studentName(student),
      detail: joined(
        student.groupId === null
          ? null
          : db.value<string>('SELECT code FROM student_group WHERE id = ?', student.groupId),
        student.iin,
      ),
      text: words(studentName(student), student.iin, digits(student.phone), student.email, student.externalId),
    }),
    mentions: ['groupId'],
    calledBy: ['surname', 'givenName', 'patronymic'],
    references: { groupId: 'group', specialtyId: 'specialty', qualificationId: 'qualification' },
  },
  practiceType: { table: 'practice_type', title: type => type.nameRu, references: {} },
  placement: {
    table: 'placement',
    title: (placement, db) => `${nameOf(db, 'student', placement.studentId)} → ${nameOf(db, 'firm', placement.firmId)}`,
    mentions: ['studentId'],
    calledBy: ['studentId'],
    references: {
      studentId: 'student',
      firmId: 'firm',
      siteId: 'site',
      agreementId: 'agreement',
      practiceTypeId: 'practiceType',
      specialtyId: 'specialty',
      qualificationId: 'qualification',
      mentorId: 'contact',
    },
  },
  request: {
    table: 'request',
    derive: request => ({ sortKey: sortKey(request.number), numberKey: fold(request.number).replace(/\s+/gu, '') }),
    title: request => `№ ${request.number}`,
    search: (request, db) => ({
      title: `№ ${request.number} · ${request.module ?? request.proposedText.slice(0, 80)}`,
      detail: joined(nameOf(db, 'firm', request.firmId), request.receivedOn),
      text: words(request.number, request.module, request.proposedText.slice(0, 400), firmWords(db, request.firmId)),
    }),
    mentions: ['firmId'],
    references: {
      firmId: 'firm',
      contactId: 'contact',
      councilId: 'council',
      specialtyId: 'specialty',
      qualificationId: 'qualification',
    },
  },
  letter: {
    table: 'letter',
    title: letter => (letter.number === '' ? letter.subject : `№ ${letter.number}`),
    search: letter => ({
      title: letter.number === '' ? letter.subject : `№ ${letter.number}`,
      detail: joined(letter.subject, letter.issuedOn),
      text: words(letter.number, letter.subject),
    }),
    references: { firmId: 'firm', studentId: 'student', agreementId: 'agreement', requestId: 'request' },
    undoInsertBy: { void: true },
  },
  holiday: { table: 'holiday', title: holiday => joined(holiday.day, holiday.nameRu), references: {} },
  interruption: {
    table: 'interruption',
    title: interruption => joined(interruption.startsOn, interruption.endsOn, interruption.reason),
    references: { placementId: 'placement' },
    ownedBy: 'placementId',
  },
  dayOverride: {
    table: 'day_override',
    title: override => joined(override.day, override.reason),
    references: { placementId: 'placement' },
    ownedBy: 'placementId',
  },
  irregularWeek: {
    table: 'irregular_week',
    title: week => joined(week.week, week.reason),
    references: { placementId: 'placement' },
    ownedBy: 'placementId',
  },
  setting: { table: 'setting', title: setting => setting.id, references: {} },
  importAnswer: { table: 'import_answer', title: answer => answer.words, references: {} },
  importProfile: { table: 'import_profile', title: profile => profile.layout, references: {} },
  savedView: { table: 'saved_view', title: view => view.name, references: {} },
  attachment: { table: 'attachment', title: file => file.name, references: {}, attached: true },
  interaction: {
    table: 'interaction',
    title: (interaction, db) => nameOf(db, 'firm', interaction.firmId),
    search: (interaction, db) => ({
      title: interaction.summary.slice(0, 120),
      detail: joined(nameOf(db, 'firm', interaction.firmId), interaction.happenedOn),
      text: words(interaction.summary.slice(0, 400), interaction.nextStep, firmWords(db, interaction.firmId)),
    }),
    mentions: ['firmId'],
    references: { firmId: 'firm', contactId: 'contact' },
    ownedBy: 'firmId',
  },
  task: { table: 'task', title: task => task.title ?? task.cause, references: {}, attached: true },
  ...partnershipEntities,
  frozenReport: {
    table: 'frozen_report',
    title: report => joined(report.periodName, report.asOf, report.hash.slice(0, 12)),
    references: {},
    undoInsertBy: { withdrawn: true },
  },
  ...monitoringEntities,
  nameForm: {
    table: 'name_form',
    derive: form => ({ nameKey: nameFormKey(form.name) }),
    title: form => form.name,
    references: {},
  },
  ownIndicator: { table: 'own_indicator', title: indicator => indicator.nameRu, references: {} },
  indicatorChoice: { table: 'indicator_choice', title: choice => choice.id, references: {} },
  indicatorTarget: {
    table: 'indicator_target',
    title: target => joined(target.indicator, target.rowKey, String(target.year)),
    references: {},
  },
  erasure: { table: 'erasure', title: erasure => joined(erasure.entity, erasure.erasedOn), references: {} },
};
