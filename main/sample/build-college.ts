import { addDays, schoolYearOf } from '#shared/domain/dates.ts';
import type { Transaction } from '../database/records.ts';
import type { FirmProfile } from './firm-profiles.ts';
import { addAgreements, type Numbering, type SampleAgreement } from './make-agreements.ts';
import { addContract } from './make-contracts.ts';
import { addFirm, type SampleFirm } from './make-firms.ts';
import { addPlacement, type SamplePlacement, type Term, termsOf } from './make-placements.ts';
import { addRequest } from './make-requests.ts';
import {
  addGroup,
  addProgramme,
  addStudent,
  type SampleGroup,
  type SampleProgramme,
  type SampleStudent,
} from './make-students.ts';
import type { Taken } from './people.ts';
import { programmes as allProgrammes } from './programmes.ts';
import { type Random, randomFrom } from './random.ts';

export type GroupPlan = { readonly programme: number; readonly entryYear: number; readonly number: number };

/** How large an invented college is and when its years are. */
export type CollegePlan = {
  readonly seed: number;
  readonly today: string;
  readonly firms: readonly FirmProfile[];
  readonly groups: readonly GroupPlan[];
  readonly studentsPerGroup: number;
  /** School years with placements, the running one included. */
  readonly years: number;
  readonly mostPlacements: number;
  /** Contracts of single students below the framework agreements of firms. */
  readonly mostContracts: number;
  readonly requests: number;
  /** Days between two requests. */
  readonly requestSpread: number;
};

/** Runs a part of the work in a transaction: all parts in one, or each in its own. */
export type Write = (part: (tx: Transaction) => void) => void;

const supervisors = [
  'Г. Т. Мұқанова',
  'С. А. Громов',
  'Ә. Қ. Бекенов',
  'Н. В. Соколова',
  'Ж. Б. Оразова',
  'Б. Е. Төлегенов',
];

/** Cuts a list into parts of a size. */
export function partsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** Who has a contract of their own already; the numbers go on after those of the firms. */
type Contracts = { readonly numbering: Numbering; readonly made: Map<string, SampleAgreement> };

type Known = {
  readonly programmes: readonly SampleProgramme[];
  readonly firms: readonly SampleFirm[];
  /** Firms that take students, by programme. */
  readonly hosts: readonly (readonly SampleFirm[])[];
  readonly agreements: ReadonlyMap<string, readonly SampleAgreement[]>;
  readonly contracts: Contracts;
};

/** The practices of a group in a school year; in the running year two groups are out around today, whatever the season. */
function termsOfGroup(
  plan: CollegePlan,
  known: Known,
  group: SampleGroup,
  number: number,
  year: number,
): readonly Term[] {
  const course = year - group.entryYear + 1;
  const terms = termsOf(known.programmes[group.programme] as SampleProgramme, course, year);
  if (course !== 2 || year !== schoolYearOf(plan.today)) return terms;
  const [from, to] = number % 2 === 0 ? [-20, 15] : [12, 40];
  return terms.map(term => ({ ...term, startsOn: addDays(plan.today, from), endsOn: addDays(plan.today, to) }));
}

const holdsOn = (agreement: SampleAgreement, day: string): boolean =>
  agreement.forPlacements && agreement.startsOn <= day && (agreement.endsOn === null || agreement.endsOn >= day);

type Place = { readonly student: SampleStudent; readonly firm: SampleFirm; readonly term: Term };

/** What a placement rests on: the agreement of the firm, or for dual training of this year the student's own below it. */
function agreementFor(
  tx: Transaction,
  { mostContracts, today }: CollegePlan,
  { agreements, contracts }: Known,
  { student, firm, term }: Place,
): SampleAgreement | undefined {
  const general = agreements.get(firm.id)?.findLast(candidate => holdsOn(candidate, term.startsOn));
  const present = term.practice === 'dual' && schoolYearOf(term.startsOn) === schoolYearOf(today);
  if (general?.framework !== true || !present || term.startsOn > today) return general;
  const key = `${student.id} ${general.id}`;
  const { made, numbering } = contracts;
  const own = made.get(key);
  if (own !== undefined || made.size >= mostContracts) return own ?? general;
  const contract = addContract(tx, numbering, { student, firm, framework: general, term, index: made.size });
  made.set(key, contract);
  return contract;
}

/** Builds an invented college; the same plan gives the same people, firms and dates. Gives the placements in the order written. */
export function buildCollege(write: Write, plan: CollegePlan): readonly SamplePlacement[] {
  const random = randomFrom(plan.seed);
  const taken: Taken = new Set();
  const schoolYear = schoolYearOf(plan.today);
  const programmes: SampleProgramme[] = [];
  const firms: SampleFirm[] = [];
  const agreements = new Map<string, readonly SampleAgreement[]>();
  const numbering: Numbering = new Map();

  write(tx => {
    for (const programme of allProgrammes) programmes.push(addProgramme(tx, programme));
  });
  for (const part of partsOf([...plan.firms.entries()], 250))
    write(tx => {
      const specialtyIds = programmes.map(programme => programme.specialtyId);
      for (const [index, profile] of part) {
        const firm = addFirm(tx, random, taken, profile, index);
        firms.push(firm);
        agreements.set(firm.id, addAgreements(tx, random, numbering, firm, { schoolYear, index, specialtyIds }));
      }
    });
  const hosts = programmes.map((_, programme) =>
    firms.filter(firm => firm.status === 'active' && firm.programmes.includes(programme)),
  );
  const known: Known = { programmes, firms, hosts, agreements, contracts: { numbering, made: new Map() } };
  const placements: SamplePlacement[] = [];
  for (const part of partsOf(plan.groups, 20))
    write(tx => {
      for (const group of part) addGroupWithPlacements(tx, random, taken, plan, known, group, placements);
    });
  write(tx => {
    for (let index = plan.requests - 1; index >= 0; index--)
      addRequest(tx, random, index, { firms, programmes, spread: plan.requestSpread, total: plan.requests });
  });
  return placements;
}

function addGroupWithPlacements(
  tx: Transaction,
  random: Random,
  taken: Taken,
  plan: CollegePlan,
  known: Known,
  groupPlan: GroupPlan,
  placements: SamplePlacement[],
): void {
  const schoolYear = schoolYearOf(plan.today);
  const group = addGroup(tx, random, known.programmes, groupPlan, schoolYear);
  const students = Array.from({ length: plan.studentsPerGroup }, () =>
    addStudent(tx, random, taken, known.programmes, group, schoolYear),
  );
  const hosts = known.hosts[group.programme] ?? [];
  if (hosts.length === 0) return;
  for (let year = schoolYear - plan.years + 1; year <= schoolYear; year++) {
    for (const term of termsOfGroup(plan, known, group, groupPlan.number, year)) {
      const order = `${random.between(20, 480)}-П`;
      const supervisor = random.pick(supervisors);
      let firm = random.pick(hosts);
      let left = 0;
      for (const [index, student] of students.entries()) {
        if (placements.length >= plan.mostPlacements) return;
        if (student.leftOn !== null && student.leftOn < term.startsOn) continue;
        if (left === 0) [firm, left] = [random.pick(hosts), random.between(2, 6)];
        left -= 1;
        const agreement = agreementFor(tx, plan, known, { student, firm, term });
        const programme = known.programmes[group.programme] as SampleProgramme;
        placements.push(
          addPlacement(tx, random, student, { term, firm, agreement, order, supervisor, programme, index }),
        );
      }
    }
  }
}
