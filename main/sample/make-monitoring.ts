import type { EvaluationSide, VisitPurpose } from '#shared/contract/monitoring.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { Transaction } from '../database/records.ts';
import { monthPlans } from '../features/monitoring/sheets.ts';
import { addRecord } from './add-record.ts';
import { type Random, randomFrom } from './random.ts';

type Placed = {
  readonly id: string;
  readonly firmId: string;
  readonly siteId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
};

const remarksOfFirm = [
  'Работает аккуратно, задания выполняет в срок.',
  'Ответственный, быстро осваивает оборудование.',
  'Нужна практика чтения чертежей.',
  'Тапсырмаларды ұқыпты орындайды.',
  'Готовы принять на работу после окончания колледжа.',
];
const remarksOfStudent = [
  'Наставник всё объяснял, работа интересная.',
  'Хотелось бы больше работать на станке.',
  'Тәлімгер көп көмектесті.',
  'Спецодежду выдали не сразу.',
];
const absences = ['болезнь', 'семейные обстоятельства', 'соревнования', 'ауырып қалды'];

/** Who goes, why, days from today (ahead when below nothing), what was found, what comes next and in how many days. */
const visits: readonly (readonly [
  visitor: string,
  purpose: VisitPurpose,
  ago: number,
  findings: string | null,
  nextStep: string | null,
  inDays: number | null,
])[] = [
  ['Г. Т. Мұқанова', 'progress', 6, 'Студенты работают по программе, дневники ведутся.', null, null],
  [
    'С. А. Громов',
    'safety',
    12,
    'Инструктаж проведён, у двух студентов нет защитных очков.',
    'Проверить, выданы ли очки',
    5,
  ],
  ['Ә. Қ. Бекенов', 'mentor', 20, 'Тәлімгер бағдарламаны нақтылауды сұрайды.', 'Передать программу практики', -2],
  ['Н. В. Соколова', 'attendance', 27, 'Все на местах, замечаний нет.', null, null],
  ['Г. Т. Мұқанова', 'problem', 34, 'Студент переведён на другой участок по его просьбе.', null, null],
  ['Ж. Б. Оразова', 'progress', 48, 'Задания соответствуют специальности.', null, null],
  ['С. А. Громов', 'assessment', 75, 'Пробная работа выполнена, средняя оценка хорошая.', null, null],
  ['Б. Е. Төлегенов', 'safety', 110, 'Рабочие места оборудованы, аптечка есть.', null, null],
  ['Ә. Қ. Бекенов', 'progress', 160, 'Обсудили число мест на следующий год.', null, null],
  ['Г. Т. Мұқанова', 'attendance', 9, null, null, null],
  ['Н. В. Соколова', 'mentor', 2, null, null, null],
  ['С. А. Громов', 'progress', -6, null, null, null],
  ['Ж. Б. Оразова', 'assessment', -15, null, null, null],
];

/** Lines of the list above that are planned and not made yet. */
const waiting = (findings: string | null): boolean => findings === null;

function addVisits(tx: Transaction, placed: readonly Placed[]): void {
  visits.forEach(([visitor, purpose, ago, findings, nextStep, inDays], index) => {
    const on = addDays(tx.today, -ago);
    const open = waiting(findings);
    const there = placed.filter(placement => placement.startsOn <= on && placement.endsOn >= on);
    const placement = there[(index * 7) % Math.max(there.length, 1)] ?? placed[index % placed.length];
    if (placement === undefined) return;
    addRecord(tx, 'visit', {
      firmId: placement.firmId,
      siteId: placement.siteId,
      placementId: index % 3 === 0 ? placement.id : null,
      plannedOn: addDays(on, open ? 0 : -(index % 3)),
      doneOn: open ? null : on,
      visitor,
      purpose,
      findings,
      nextStep,
      nextOn: inDays === null ? null : addDays(tx.today, inDays),
    });
  });
}

/** Mostly fours and fives; a student who has a hard time has it in most things. */
function scoresOf(random: Random, criteria: readonly string[]): Record<string, number> {
  const base = random.chance(0.12) ? 3 : 4;
  return Object.fromEntries(criteria.map(id => [id, Math.min(5, base + (random.chance(0.55) ? 1 : 0))]));
}

function addEvaluations(tx: Transaction, random: Random, placed: readonly Placed[]): void {
  const criteriaOf = (side: EvaluationSide): readonly string[] =>
    tx.db.column('SELECT id FROM evaluation_criterion WHERE side = ? ORDER BY position', side);
  const sides = [
    ['firm', criteriaOf('firm'), 0.9, remarksOfFirm],
    ['student', criteriaOf('student'), 0.6, remarksOfStudent],
  ] as const;
  for (const placement of placed.filter(({ endsOn }) => endsOn < tx.today))
    for (const [side, criteria, chance, remarks] of sides) {
      if (!random.chance(chance)) continue;
      const evaluatedOn = addDays(placement.endsOn, side === 'firm' ? 0 : 2);
      addRecord(tx, 'evaluation', {
        placementId: placement.id,
        side,
        evaluatedOn: evaluatedOn < tx.today ? evaluatedOn : placement.endsOn,
        scores: scoresOf(random, criteria),
        comment: random.chance(0.25) ? random.pick(remarks) : null,
      });
    }
}

/** Hours of the months that are over: most students miss little, and say why. */
function addAttendance(tx: Transaction, random: Random, placed: readonly Placed[]): void {
  const plans = monthPlans(
    tx.db,
    placed.map(({ id }) => id),
  );
  for (const { placementId, month, planned } of plans.values()) {
    if (month >= tx.today.slice(0, 7) || planned === 0) continue;
    const missed = random.chance(0.3) ? Math.min(planned, random.between(1, 4) * 6) : 0;
    const excused = missed > 0 && random.chance(0.75);
    addRecord(tx, 'monthAttendance', {
      placementId,
      month,
      attended: planned - missed,
      excused: excused ? missed : null,
      unexcused: missed > 0 && !excused ? missed : null,
      note: excused ? random.pick(absences) : null,
    });
  }
}

/** Visits around today, what both sides said of practices of the last year, and hours attended in the present school year. */
export function addMonitoring(tx: Transaction): void {
  const random = randomFrom(1_811);
  const placed = tx.db.all<Placed>(
    `SELECT id, firm_id AS firmId, site_id AS siteId, starts_on AS startsOn, ends_on AS endsOn FROM placement
      WHERE state IN ('started', 'interrupted', 'completed') AND ends_on >= ? AND starts_on <= ? ORDER BY starts_on, id`,
    addDays(tx.today, -365),
    tx.today,
  );
  if (placed.length === 0) return;
  addVisits(tx, placed);
  addEvaluations(tx, random, placed);
  addAttendance(
    tx,
    random,
    placed.filter(({ endsOn }) => endsOn >= addDays(tx.today, -90)),
  );
}
