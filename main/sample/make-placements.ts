import { addDays, addMonths } from '#shared/domain/dates.ts';
import { isMinor } from '#shared/domain/identifiers.ts';
import type { RecordOf } from '../database/entities.ts';
import type { Transaction } from '../database/records.ts';
import { addRecord } from './add-record.ts';
import type { SampleAgreement } from './make-agreements.ts';
import type { SampleFirm } from './make-firms.ts';
import { courses, type SampleProgramme, type SampleStudent } from './make-students.ts';
import type { Random } from './random.ts';

type State = RecordOf<'placement'>['state'];

/** A practice of one group: when, how many hours, by which order. */
export type Term = {
  readonly practice: 'educational' | 'industrial' | 'dual' | 'prediploma';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hours: number;
  readonly week: readonly number[];
  readonly course: number;
};

const sixDays = [6, 6, 6, 6, 6, 6, 0];

/** The practices of a course in a school year. */
export function termsOf(programme: SampleProgramme, course: number, schoolYear: number): readonly Term[] {
  const [autumn, spring] = [String(schoolYear), String(schoolYear + 1)];
  switch (course) {
    case 2:
      return [
        {
          practice: 'educational',
          startsOn: `${spring}-04-06`,
          endsOn: `${spring}-05-02`,
          hours: 144,
          week: sixDays,
          course,
        },
      ];
    case 3:
      return programme.dual
        ? [
            {
              practice: 'dual',
              startsOn: `${autumn}-09-15`,
              endsOn: `${autumn}-12-27`,
              hours: 420,
              week: [0, 0, 8, 8, 8, 4, 0],
              course,
            },
          ]
        : [
            {
              practice: 'industrial',
              startsOn: `${spring}-01-12`,
              endsOn: `${spring}-03-20`,
              hours: 360,
              week: sixDays,
              course,
            },
          ];
    case courses:
      return [
        programme.dual
          ? {
              practice: 'dual',
              startsOn: `${autumn}-09-08`,
              endsOn: `${autumn}-12-20`,
              hours: 480,
              week: [0, 8, 8, 8, 8, 0, 0],
              course,
            }
          : {
              practice: 'industrial',
              startsOn: `${autumn}-10-06`,
              endsOn: `${autumn}-12-13`,
              hours: 360,
              week: sixDays,
              course,
            },
        {
          practice: 'prediploma',
          startsOn: `${spring}-04-06`,
          endsOn: `${spring}-05-16`,
          hours: 216,
          week: sixDays,
          course,
        },
      ];
    default:
      return [];
  }
}

const earlyReasons = ['Перевод в другой колледж', 'Болезнь', 'По заявлению студента'];
const missedReasons = ['Болезнь', 'Академический отпуск', 'Предприятие отказалось от места'];

/** Spreads the students of a group evenly over the possible states: multiples of the golden ratio leave no gaps. */
const spreadOf = (place: number): number => (place * 0.618_033_988_75) % 1;

/** Where a placement stands on a day, given its dates. */
function stateOn(random: Random, today: string, term: Term, place: number): readonly [State, string | null] {
  const chance = (spreadOf(place) + random.next() / 50) % 1;
  if (term.endsOn < today) {
    if (chance < 0.93) return ['completed', null];
    if (chance < 0.96) return ['endedEarly', random.pick(earlyReasons)];
    return chance < 0.985 ? ['didNotStart', random.pick(missedReasons)] : ['started', null];
  }
  if (term.startsOn <= today) {
    if (chance < 0.86) return ['started', null];
    return chance < 0.93 ? ['interrupted', 'Больничный лист'] : ['ordered', null];
  }
  if (term.startsOn <= addDays(today, 45)) {
    if (chance < 0.35) return ['ordered', null];
    if (chance < 0.65) return ['confirmed', null];
    return chance < 0.85 ? ['offered', null] : ['planned', null];
  }
  if (chance < 0.6) return ['planned', null];
  return chance < 0.85 ? ['offered', null] : ['confirmed', null];
}

const beforeOrder: readonly State[] = ['planned', 'offered', 'confirmed', 'didNotStart'];
const begun: readonly State[] = ['started', 'interrupted', 'completed', 'endedEarly'];
const workplaces = [
  'Участок № 1',
  'Лаборатория',
  'Ремонтная зона',
  'Сервисный отдел',
  'Смена А',
  'Рабочее место мастера',
];
const afterwards = ['inSpecialty', 'inSpecialty', 'otherWork', 'studying', 'army', 'unknown'] as const;

type Outcome = Partial<
  Pick<
    RecordOf<'placement'>,
    | 'hired'
    | 'hiredOn'
    | 'hiredInSpecialty'
    | 'contractType'
    | 'followUp6On'
    | 'followUp6'
    | 'followUp12On'
    | 'followUp12'
  >
>;

/** What became of a student after the last practice, as far as it can be known today. */
function outcomeOf(random: Random, today: string, term: Term, state: State): Outcome {
  const graduation = `${term.endsOn.slice(0, 4)}-07-01`;
  if (term.practice !== 'prediploma' || state !== 'completed' || graduation > today) return {};
  const known = (months: number): string | null => {
    const asked = addDays(addMonths(term.endsOn, months), random.between(0, 12));
    return asked <= today ? asked : null;
  };
  const [six, twelve] = [known(6), known(12)];
  const later: Outcome = {
    followUp6On: six,
    followUp6: six === null ? null : random.pick(afterwards),
    followUp12On: twelve,
    followUp12: twelve === null ? null : random.pick(afterwards),
  };
  const hiredOn = addDays(graduation, random.between(0, 80));
  if (!random.chance(0.55) || hiredOn > today) return { hired: false, ...later };
  const inSpecialty = random.chance(0.8);
  return {
    hired: true,
    hiredOn,
    hiredInSpecialty: inSpecialty,
    contractType: random.pick(['Трудовой договор без срока', 'Трудовой договор на один год']),
    ...later,
    followUp6: six === null ? null : inSpecialty ? 'inSpecialty' : 'otherWork',
  };
}

export type PlacementPlace = {
  readonly term: Term;
  readonly firm: SampleFirm;
  readonly agreement: SampleAgreement | undefined;
  readonly order: string;
  readonly supervisor: string;
  /** The student's place in the group. */
  readonly index: number;
  readonly programme: SampleProgramme;
};

export type SamplePlacement = { readonly id: string; readonly state: State };

/** Writes the placement of one student in a practice of the group. */
export function addPlacement(
  tx: Transaction,
  random: Random,
  student: SampleStudent,
  place: PlacementPlace,
): SamplePlacement {
  const { term, firm, programme } = place;
  const [state, stateReason] = stateOn(random, tx.today, term, place.index);
  const started = begun.includes(state);
  const minor = isMinor(student.bornOn, term.startsOn);
  const missed = term.practice === 'dual' && random.chance(0.15) ? random.between(4, 40) : 0;
  const record = addRecord(tx, 'placement', {
    studentId: student.id,
    firmId: firm.id,
    siteId: firm.siteIds.length === 0 ? null : random.pick(firm.siteIds),
    agreementId: place.agreement?.id ?? null,
    practiceTypeId: `practice-type-${term.practice}`,
    specialtyId: programme.specialtyId,
    qualificationId: programme.qualificationId,
    course: term.course,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    hoursPlanned: term.hours,
    hoursEnterprise: missed === 0 ? null : term.hours - missed,
    weekPattern: [...term.week] as RecordOf<'placement'>['weekPattern'],
    workplace: random.pick(workplaces),
    mentorId: random.pick(firm.mentorIds),
    supervisor: place.supervisor,
    payMinor: term.practice === 'dual' && random.chance(0.5) ? random.between(45, 120) * 100_000 : null,
    ...(beforeOrder.includes(state) ? {} : { orderNumber: place.order, orderDate: addDays(term.startsOn, -5) }),
    ...(started
      ? {
          briefingOn: term.startsOn,
          briefingJournal: String(random.between(1, 400)),
          medicalOn: addDays(term.startsOn, -random.between(10, 40)),
          insurance: `Полис № ${random.between(100_000, 999_999)}`,
          consentOn: minor ? addDays(term.startsOn, -random.between(3, 15)) : null,
        }
      : {}),
    state,
    stateReason,
    ...outcomeOf(random, tx.today, term, state),
  });
  return { id: record.id, state };
}
