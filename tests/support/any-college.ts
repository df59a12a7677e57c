import fc from 'fast-check';
import { readRecord, type Transaction } from '#main/database/records.ts';
import { FollowUp } from '#shared/contract/placements.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { ReportSpan } from '#shared/contract/reports.ts';
import { addDays } from '#shared/domain/dates.ts';
import {
  aChallenge,
  aContact,
  aFirm,
  anAgreement,
  anAmendment,
  anEngagement,
  aPlacement,
  aPromise,
  aRequest,
  aStudent,
} from './builders.ts';
import type { CollegeRecords } from './report-oracle.ts';
import type { World } from './world.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const day = fc.integer({ min: 0, max: 1460 }).map(offset => addDays('2022-08-20', offset));
/** Days on which a school year turns are as likely as all others together. */
const anyDay = fc.oneof(day, fc.constantFrom('2024-08-31', '2024-09-01', '2025-08-31', '2025-09-01', '2024-02-29'));
const period = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 420 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
/** Any span that a report can be about, a day as well as years. */
export const anySpan: fc.Arbitrary<ReportSpan> = fc.oneof(
  fc.constant<ReportSpan>({ kind: 'schoolYear', year: 2024 }),
  fc.constantFrom<ReportSpan>({ kind: 'calendarYear', year: 2024 }, { kind: 'calendarYear', year: 2025 }),
  fc.constantFrom<ReportSpan>({ kind: 'halfYear', year: 2024, half: 2 }, { kind: 'halfYear', year: 2025, half: 1 }),
  fc
    .tuple(anyDay, fc.oneof(fc.constantFrom(0, 1, 30), fc.integer({ min: 0, max: 800 })))
    .map(([from, days]): ReportSpan => ({ kind: 'days', from, to: addDays(from, days) })),
  fc.constantFrom<ReportSpan>(
    { kind: 'days', from: '2024-02-29', to: '2024-02-29' },
    { kind: 'days', from: '2024-03-01', to: '2025-02-28' },
    { kind: 'days', from: '2023-03-01', to: '2024-02-29' },
    { kind: 'days', from: '2025-02-28', to: '2025-02-28' },
  ),
);
const count = { minLength: 0, maxLength: 24 };
const few = { minLength: 0, maxLength: 8 };
/** Colleges in which anything may be missing, amended, renewed, shared between firms or over before it began. */
export const anyCollege = fc.record({
  startMonth: fc.constantFrom(9, 9, 1, 3),
  threshold: fc.constantFrom(60, 50, 100),
  firms: fc.array(
    fc.record({
      sector: optional(fc.constantFrom('IT', 'Транспорт', 'Энергетика')),
      city: optional(fc.constantFrom('Шымкент', 'Астана')),
      region: optional(fc.constantFrom('Абай облысы')),
      sizeClass: optional(fc.constantFrom('micro', 'small', 'medium', 'large')),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  specialties: fc.array(fc.record({ practiceHours: optional(fc.integer({ min: 0, max: 400 })) }), {
    minLength: 1,
    maxLength: 3,
  }),
  students: fc.array(
    fc.record({
      specialty: optional(fc.nat(2)),
      course: optional(fc.integer({ min: 1, max: 4 })),
      language: optional(fc.constantFrom('kk', 'ru')),
      funding: optional(fc.constantFrom('state', 'paid', 'target')),
      status: fc.constantFrom('active', 'active', 'leave', 'left', 'graduated'),
      leftOn: optional(anyDay),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  agreements: fc.array(
    fc.record({
      firm: fc.nat(5),
      typeId: fc.constantFrom('agreement-type-dual', 'agreement-type-memorandum'),
      stage: fc.constantFrom('signed', 'signed', 'terminated', 'draft', 'cancelled'),
      signedOn: optional(anyDay),
      startsOn: optional(anyDay),
      endsIn: optional(fc.integer({ min: 0, max: 900 })),
      terminatedOn: optional(anyDay),
      origin: optional(fc.constantFrom('college', 'firm')),
      /** The agreement before it, which it renews. */
      parent: optional(fc.nat(23)),
    }),
    count,
  ),
  amendments: fc.array(
    fc.record({
      agreement: fc.nat(23),
      signedOn: optional(anyDay),
      effectiveOn: anyDay,
      changes: fc.record(
        { startsOn: optional(anyDay), endsOn: optional(anyDay), terminatedOn: optional(anyDay) },
        { requiredKeys: [] },
      ),
    }),
    count,
  ),
  placements: fc.array(
    fc.record({
      student: fc.nat(9),
      firm: fc.nat(5),
      practiceTypeId: fc.constantFrom('practice-type-dual', 'practice-type-industrial', 'practice-type-training'),
      specialty: optional(fc.nat(2)),
      period,
      planned: optional(fc.integer({ min: 0, max: 500 })),
      enterprise: optional(fc.integer({ min: 0, max: 400 })),
      state: fc.constantFrom('planned', 'started', 'completed', 'endedEarly', 'didNotStart'),
      hired: optional(fc.boolean()),
      hiredOn: optional(anyDay),
      hiredInSpecialty: optional(fc.boolean()),
      mentor: optional(fc.nat(3)),
      followUp6On: optional(anyDay),
      followUp6: optional(fc.constantFrom(...FollowUp.options)),
      followUp12On: optional(anyDay),
      followUp12: optional(fc.constantFrom(...FollowUp.options)),
    }),
    count,
  ),
  engagements: fc.array(
    fc.record({
      firm: fc.nat(5),
      kindId: fc.constantFrom('engagement-kind-internship', 'engagement-kind-equipment'),
      startsOn: anyDay,
      endsIn: optional(fc.integer({ min: 0, max: 400 })),
      hours: optional(fc.nat(200)),
      amountMinor: optional(fc.nat(100_000_000)),
    }),
    few,
  ),
  promises: fc.array(
    fc.record({
      firm: fc.nat(5),
      promisedOn: anyDay,
      dueIn: optional(fc.integer({ min: 0, max: 600 })),
      deliveredIn: optional(fc.integer({ min: 0, max: 600 })),
    }),
    few,
  ),
  challenges: fc.array(
    fc.record({
      level: fc.constantFrom('individual', 'insideCollege', 'betweenOrganisations', 'state'),
      raisedOn: anyDay,
    }),
    few,
  ),
  meetings: fc.array(fc.record({ heldOn: anyDay, present: fc.array(optional(fc.boolean()), { maxLength: 3 }) }), few),
  requests: fc.array(
    fc.record({
      receivedOn: anyDay,
      state: fc.constantFrom(
        'submitted',
        'approved',
        'approvedWithChanges',
        'rejected',
        'deferred',
        'implemented',
        'effectChecked',
      ),
      decidedIn: optional(fc.integer({ min: 0, max: 300 })),
      implementedIn: optional(fc.integer({ min: 0, max: 500 })),
      hoursBefore: optional(fc.nat(80)),
      hoursAfter: optional(fc.nat(80)),
    }),
    count,
  ),
});
type Plan = typeof anyCollege extends fc.Arbitrary<infer T> ? T : never;

/** Writes a college of plain records. */
export function buildCollege(tx: Transaction, plan: Plan): void {
  const some = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? '';
  const specialties = plan.specialties.map(
    (fields, index) =>
      tx.insert('specialty', {
        code: `0715010${index}`,
        nameRu: `Специальность ${index}`,
        nameKk: null,
        validFrom: null,
        validTo: null,
        ...fields,
      }).id,
  );
  const specialty = (index: number | null): string | null => (index === null ? null : some(specialties, index));
  const firms = plan.firms.map(
    (fields, index) => tx.insert('firm', { ...plain(aFirm()), nameRu: `ТОО «${index}»`, ...fields } as never).id,
  );
  const students = plan.students.map(
    ({ specialty: index, ...fields }, number) =>
      tx.insert('student', {
        ...plain(aStudent()),
        surname: `Студент ${number}`,
        specialtyId: specialty(index),
        ...fields,
      } as never).id,
  );
  const agreements: string[] = [];
  plan.agreements.forEach(({ firm, endsIn, parent, ...fields }, index) => {
    const first = fields.startsOn ?? fields.signedOn ?? '2024-01-01';
    const { id } = tx.insert('agreement', {
      ...plain(anAgreement(some(firms, firm))),
      number: `${index}`,
      ...fields,
      parentId: parent === null || index === 0 ? null : some(agreements, parent),
      endsOn: endsIn === null ? null : addDays(first, endsIn),
    } as never);
    agreements.push(id);
  });
  if (agreements.length > 0)
    plan.amendments.forEach(({ agreement, changes, ...fields }, index) => {
      tx.insert('amendment', anAmendment(some(agreements, agreement), changes, { number: `${index}`, ...fields }));
    });
  const mentors = plan.firms.map(
    (_fields, index) => tx.insert('contact', aContact(some(firms, index), { name: `Наставник ${index}` })).id,
  );
  for (const {
    student,
    firm,
    specialty: index,
    mentor,
    period: { from, to },
    planned,
    enterprise,
    ...fields
  } of plan.placements)
    tx.insert('placement', {
      ...plain(aPlacement(some(students, student), some(firms, firm))),
      ...fields,
      specialtyId: specialty(index),
      mentorId: mentor === null ? null : some(mentors, mentor),
      startsOn: from,
      endsOn: to,
      hoursPlanned: planned,
      hoursEnterprise: enterprise,
      stateReason: null,
    } as never);
  buildRelations(tx, plan, firms);
  plan.requests.forEach(({ decidedIn, implementedIn, ...fields }, index) => {
    tx.insert('request', {
      ...plain(aRequest(null)),
      number: `${index}`,
      ...fields,
      stateReason: null,
      decidedOn: decidedIn === null ? null : addDays(fields.receivedOn, decidedIn),
      implementedOn: implementedIn === null ? null : addDays(fields.receivedOn, implementedIn),
    } as never);
  });
}
/** What besides placements the report counts. */
function buildRelations(tx: Transaction, plan: Plan, firms: readonly string[]): void {
  const some = (index: number): string => firms[index % firms.length] ?? '';
  const later = (day: string, days: number | null): string | null => (days === null ? null : addDays(day, days));
  for (const { firm, endsIn, ...fields } of plan.engagements)
    tx.insert('engagement', {
      ...plain(anEngagement(some(firm))),
      ...fields,
      endsOn: later(fields.startsOn, endsIn),
    } as never);
  for (const { firm, promisedOn, dueIn, deliveredIn } of plan.promises)
    tx.insert('promise', {
      ...plain(aPromise(some(firm))),
      promisedOn,
      dueOn: later(promisedOn, dueIn),
      deliveredOn: later(promisedOn, deliveredIn),
    } as never);
  for (const fields of plan.challenges) tx.insert('challenge', { ...plain(aChallenge()), ...fields } as never);
  const council = tx.insert('council', { nameRu: 'Совет', nameKk: 'Кеңес', notes: null, active: true });
  const member = { position: null, firmId: null, role: 'member', fromOn: null, toOn: null, notes: null } as const;
  const members = [1, 2, 3].map(
    number => tx.insert('councilMember', { ...member, councilId: council.id, name: `Член совета ${number}` }).id,
  );
  plan.meetings.forEach(({ heldOn, present }, index) => {
    const minutes = { councilId: council.id, heldOn, minuteNumber: `${index + 1}`, place: null, notes: null };
    const { id } = tx.insert('meeting', minutes);
    present.forEach((came, place) => {
      if (came !== null) tx.insert('attendance', { meetingId: id, memberId: members[place] ?? '', present: came });
    });
  });
}
const plain = ({ accepted: _accepted, ...fields }: Record<string, unknown>): Record<string, unknown> => fields;

/** All records of a college, read one by one. */
export function recordsOf(world: World, today: string): CollegeRecords {
  const db = world.app.db();
  const all = <E extends EntityName>(entity: E, table: string) =>
    db.column<string>(`SELECT id FROM ${table}`).map(id => readRecord(db, entity, id) as never);
  return {
    firms: all('firm', 'firm'),
    agreements: all('agreement', 'agreement'),
    amendments: all('amendment', 'amendment'),
    specialties: all('specialty', 'specialty'),
    students: all('student', 'student'),
    placements: all('placement', 'placement'),
    requests: all('request', 'request'),
    engagements: all('engagement', 'engagement'),
    promises: all('promise', 'promise'),
    challenges: all('challenge', 'challenge'),
    meetings: all('meeting', 'meeting'),
    attendance: all('attendance', 'attendance'),
    dualTypes: new Set(['practice-type-dual']),
    today,
  };
}
