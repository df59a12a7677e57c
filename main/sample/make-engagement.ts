import { addDays, daysBetween } from '#shared/domain/dates.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';

type Firm = { readonly id: string; readonly head: string | null };
type Decided = {
  readonly id: string;
  readonly state: RecordOf<'request'>['state'];
  readonly decidedOn: string;
  readonly decisionText: string | null;
};

/** Days that the decisions of one meeting lie apart at most. */
const meetingSpan = 18;

/** A council, its meetings behind the decisions that requests bear, and one held yesterday whose decisions are still to be recorded. */
function addCouncil(tx: Transaction, firms: readonly Firm[]): void {
  const council = addRecord(tx, 'council', {
    nameRu: 'Индустриальный совет колледжа',
    nameKk: 'Колледждің индустриялық кеңесі',
    active: true,
  });
  const first = addDays(tx.today, -1200);
  const member = (name: string, role: RecordOf<'councilMember'>['role'], position: string, firmId: string | null) =>
    addRecord(tx, 'councilMember', { councilId: council.id, name, role, position, firmId, fromOn: first }).id;
  const members = [
    member('Жүнісова Гауһар Әнуарқызы', 'chair', 'Директор колледжа', null),
    member('Бекенов Әділ Қайратұлы', 'deputy', 'Заместитель директора', null),
    member('Соколова Наталья Викторовна', 'secretary', 'Специалист по партнёрству', null),
    ...firms
      .slice(0, 4)
      .map(firm => member(firm.head ?? 'Представитель предприятия', 'member', 'Руководитель', firm.id)),
  ];
  const numbers = new Map<string, number>();
  const hold = (heldOn: string): { readonly id: string; readonly minuteNumber: string } => {
    const year = heldOn.slice(0, 4);
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const minuteNumber = String(number);
    const { id } = addRecord(tx, 'meeting', { councilId: council.id, heldOn, minuteNumber, place: 'Актовый зал' });
    members.forEach((memberId, index) =>
      addRecord(tx, 'attendance', { meetingId: id, memberId, present: (index + number) % 6 !== 5 }),
    );
    return { id, minuteNumber };
  };
  for (const together of meetingsOf(decidedRequests(tx))) {
    const heldOn = together.at(-1)?.decidedOn ?? tx.today;
    const { id, minuteNumber } = hold(heldOn);
    together.forEach((request, index) => {
      const rejected = request.state === 'rejected';
      const changed = request.state === 'approvedWithChanges';
      addRecord(tx, 'agendaItem', {
        meetingId: id,
        requestId: request.id,
        position: index + 1,
        decision: rejected ? 'rejected' : changed ? 'approvedWithChanges' : 'approved',
        votesFor: rejected ? 1 : 5,
        votesAgainst: rejected ? 4 : 0,
        votesAbstained: changed ? 1 : 0,
        decisionText: request.decisionText,
      });
      tx.update('request', request.id, { decidedOn: heldOn, minuteNumber });
    });
  }
  const yesterday = addDays(tx.today, -1);
  const { id } = hold(yesterday);
  const waiting = tx.db.column<string>(
    "SELECT id FROM request WHERE state = 'underReview' AND received_on <= ? ORDER BY received_on, id",
    yesterday,
  );
  waiting.forEach((requestId, index) => addRecord(tx, 'agendaItem', { meetingId: id, requestId, position: index + 1 }));
}

const decidedRequests = (tx: Transaction): readonly Decided[] =>
  tx.db.all<Decided>(
    `SELECT id, state, decided_on AS decidedOn, decision_text AS decisionText FROM request
      WHERE decided_on IS NOT NULL AND decided_on < ? ORDER BY decided_on, id`,
    addDays(tx.today, -1),
  );

/** Decisions that lie close together come from one meeting. */
function meetingsOf(requests: readonly Decided[]): readonly (readonly Decided[])[] {
  const meetings: Decided[][] = [];
  for (const request of requests) {
    const last = meetings.at(-1);
    const from = last?.[0]?.decidedOn;
    if (last === undefined || from === undefined || daysBetween(from, request.decidedOn) > meetingSpan)
      meetings.push([request]);
    else last.push(request);
  }
  return meetings;
}

/** Kind, topic, days ago, hours, people, ₸, result. */
const engagements = [
  ['internship', 'Программирование станков с ЧПУ', 40, 72, 1, null, 'Сертификат № 118, обновлена программа модуля'],
  ['internship', 'Электр жетектерін баптау', 160, 54, 2, null, 'Сертификаттар алынды'],
  ['guestClass', 'Современные методы сварки', 25, 4, 26, null, null],
  ['guestClass', 'Кәсіпорындағы қауіпсіздік техникасы', 70, 2, 50, null, null],
  ['equipment', 'Учебный стенд «Электропривод»', 110, null, null, 2_400_000, 'Акт приёма-передачи № 7'],
  ['equipment', 'Сварочные материалы', 300, null, null, 350_000, 'Акт приёма-передачи № 3'],
  ['staffCourse', 'Охрана труда для бригадиров', 200, 36, 14, null, 'Выданы удостоверения'],
  ['exam', 'Біліктілік емтиханы', 150, 8, 48, null, '46 түлек біліктілік алды'],
  ['jobFair', 'Ярмарка вакансий колледжа', 190, null, 120, null, 'Предложено 64 рабочих места'],
  ['project', 'Энергоаудит учебных мастерских', 90, 120, 6, 900_000, 'Подготовлен отчёт'],
] as const;

/** Side, words, days ago promised, due in days, delivered days ago, proof. */
const promises = [
  ['firm', 'Передать токарный станок для учебной мастерской', 120, -10, null, null],
  ['firm', 'Принять двух преподавателей на стажировку', 90, 20, null, null],
  ['college', 'Подготовить группу операторов станков', 200, 60, null, null],
  ['college', 'Тәлімгерлерге арналған семинар өткізу', 100, -30, 35, 'Семинар хаттамасы № 4'],
  ['firm', 'Предоставить 15 мест производственной практики', 150, -60, 50, 'Договор о практике'],
  ['college', 'Направить список кандидатов на вакансии', 30, -5, 8, 'Письмо от колледжа'],
] as const;

const challenges = [
  [
    'betweenOrganisations',
    'Согласование договоров занимает больше двух месяцев',
    'Типовая форма договора',
    'inProgress',
    150,
  ],
  ['individual', 'Тәлімгерлердің уақыты жетіспейді', 'Тәлімгерге үстемақы туралы ұсыныс', 'open', 60],
  [
    'insideCollege',
    'Расписание не учитывает смены предприятия',
    'Блочное расписание для дуальных групп',
    'resolved',
    400,
  ],
  ['state', 'Норматив затрат не учитывает расходы предприятия', null, 'accepted', 500],
] as const;

/** What the sample college does besides placements: its council, engagements, promises and challenges. */
export function addEngagement(tx: Transaction): void {
  const firms = tx.db.all<Firm>(
    `SELECT f.id, (SELECT c.name FROM contact c WHERE c.firm_id = f.id ORDER BY c.sort_key, c.id LIMIT 1) AS head
       FROM firm f WHERE f.status = 'active' ORDER BY f.sort_key, f.id LIMIT 12`,
  );
  const firmOf = (index: number): string => firms[index % firms.length]?.id ?? '';
  if (firms.length === 0) return;
  addCouncil(tx, firms);
  engagements.forEach(([kind, topic, ago, hours, people, tenge, result], index) => {
    const counted = { hour: hours, person: people, other: 1 };
    const unit =
      kind === 'internship' || kind === 'guestClass'
        ? 'hour'
        : kind === 'staffCourse' || kind === 'exam'
          ? 'person'
          : 'other';
    addRecord(tx, 'engagement', {
      kindId: `engagement-kind-${kind}`,
      firmId: firmOf(index),
      startsOn: addDays(tx.today, -ago),
      topic,
      quantity: counted[unit],
      hours,
      people,
      amountMinor: tenge === null ? null : tenge * 100,
      result,
    });
  });
  promises.forEach(([side, promise, ago, due, delivered, proof], index) =>
    addRecord(tx, 'promise', {
      firmId: firmOf(index + 3),
      side,
      promise,
      promisedOn: addDays(tx.today, -ago),
      dueOn: addDays(tx.today, due),
      deliveredOn: delivered === null ? null : addDays(tx.today, -delivered),
      proof,
    }),
  );
  challenges.forEach(([level, description, action, status, ago], index) =>
    addRecord(tx, 'challenge', {
      level,
      firmId: level === 'betweenOrganisations' ? firmOf(index) : null,
      raisedOn: addDays(tx.today, -ago),
      description,
      action,
      owner: 'Бекенов Ә. Қ.',
      status,
      resolvedOn: status === 'resolved' ? addDays(tx.today, -ago + 120) : null,
    }),
  );
}
