import type { Input, Output } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { addYears, schoolYearOf } from '#shared/domain/dates.ts';
import type { AgreedSpecialty } from '#shared/domain/effective.ts';
import { assignFits, distanceBetween, townKey } from '#shared/domain/fit.ts';
import type { ReadDb } from '../../database/handles.ts';
import { firmSortKey, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { idleStates } from './checks.ts';
import {
  type Agreement,
  bestOffers,
  byBest,
  type Choice,
  choiceOf,
  covers,
  type Firm,
  type Ground,
  type Known,
  type Offer,
  offerOf,
  weightsOf,
} from './fit-offers.ts';

type Answer = Output<'placements.suggest'>;
type Period = Pick<Input<'placements.suggest'>, 'startsOn' | 'endsOn'>;

/** As many firms as are shown to choose from. */
const most = 8;
/** Years that count as history. */
const years = 3;

type Student = {
  readonly id: string;
  readonly name: string;
  readonly groupCode: string | null;
  readonly specialtyId: string | null;
  readonly specialtyCode: string | null;
  readonly town: string | null;
  readonly placed: 0 | 1;
};

function readStudents(db: ReadDb, ids: readonly string[], { startsOn, endsOn }: Period): readonly Student[] {
  return db.all<Student>(
    `SELECT s.id, s.surname || ifnull(' ' || s.given_name, '') || ifnull(' ' || s.patronymic, '') AS name, g.code AS groupCode,
        s.specialty_id AS specialtyId, sp.code AS specialtyCode, s.town,
        EXISTS (SELECT 1 FROM placement p WHERE p.student_id = s.id AND p.starts_on <= ? AND p.ends_on >= ? AND p.state NOT IN ${idleStates}) AS placed
       FROM json_each(?) asked JOIN student s ON s.id = asked.value LEFT JOIN student_group g ON g.id = s.group_id
       LEFT JOIN specialty sp ON sp.id = s.specialty_id ORDER BY asked.key`,
    endsOn,
    startsOn,
    JSON.stringify(ids),
  );
}

/** Signed agreements that hold from the first day to the last, with what they say on the first. */
function readAgreements(db: ReadDb, { startsOn, endsOn }: Period): readonly Agreement[] {
  const first = dayLiteral(startsOn);
  return db
    .all<Omit<Agreement, 'specialties'> & { specialties: string }>(
      `SELECT a.id, a.number, a.firm_id AS firmId, a.student_id AS studentId, v.places, v.specialties
         FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
        WHERE a.stage = 'signed' AND v.from_on <= ${first} AND v.until_on >= ${first} AND v.held_from <= ${first} AND v.last_on >= ?
        ORDER BY a.signed_on DESC, a.id`,
      endsOn,
    )
    .map(row => ({ ...row, specialties: JSON.parse(row.specialties) as AgreedSpecialty[] }));
}

/** Students who hold places of an agreement in the period: in all, and by specialty under `agreement specialty`. */
function readTaken(db: ReadDb, { startsOn, endsOn }: Period): ReadonlyMap<string, number> {
  const rows = db.all<{ agreementId: string; specialtyId: string | null; students: number }>(
    `SELECT p.agreement_id AS agreementId, s.specialty_id AS specialtyId, count(DISTINCT p.student_id) AS students
       FROM placement p JOIN student s ON s.id = p.student_id
      WHERE p.ends_on >= ? AND p.starts_on <= ? AND p.agreement_id IS NOT NULL AND p.state NOT IN ${idleStates} GROUP BY 1, 2`,
    startsOn,
    endsOn,
  );
  const taken = new Map<string, number>();
  const add = (key: string, count: number): unknown => taken.set(key, (taken.get(key) ?? 0) + count);
  for (const { agreementId, specialtyId, students } of rows) {
    add(agreementId, students);
    add(`${agreementId} ${specialtyId ?? ''}`, students);
  }
  return taken;
}

/** What the firms have done for a specialty in the years before the period. */
function readHistory(db: ReadDb, specialtyId: string, { startsOn }: Period): ReadonlyMap<string, Known> {
  const rows = db.all<Known>(
    `SELECT firm_id AS firmId, count(*) AS history, count(CASE WHEN hired = 1 THEN 1 END) AS hired FROM placement
      WHERE specialty_id = ? AND starts_on >= ? AND starts_on < ? AND state <> 'didNotStart' GROUP BY firm_id`,
    specialtyId,
    addYears(startsOn, -years),
    startsOn,
  );
  return new Map(rows.map(row => [row.firmId, row]));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Partners that can be suggested, each with its own town and those of its sites. */
function readFirms(db: ReadDb): readonly Firm[] {
  const sites = groupBy(
    db.all<{ firmId: string; siteId: string; siteName: string; town: string | null }>(
      'SELECT firm_id AS firmId, id AS siteId, name AS siteName, city AS town FROM site ORDER BY sort_key, id',
    ),
    site => site.firmId,
  );
  return db
    .all<{ id: string; name: string; town: string | null }>(
      `SELECT f.id, ${nameSql('f')} AS name, f.city AS town FROM firm f WHERE f.status IN ('active', 'prospect') ORDER BY f.${firmSortKey(db)}, f.id`,
    )
    .map(({ id, name, town }) => ({
      id,
      name,
      places: [
        { siteId: null, siteName: null, town },
        ...(sites.get(id) ?? []).map(({ siteId, siteName, town: own }) => ({ siteId, siteName, town: own ?? town })),
      ],
    }));
}

const collegeTown = (settings: Settings): string | null => settings.cityRu || settings.cityKk || null;

/** Distances from one town, each pair worked out once. */
function distancesIn(settings: Settings): (from: string | null) => (to: string | null) => number | null {
  const known = new Map<string | null, Map<string | null, number | null>>();
  return from => {
    const own = known.get(from) ?? new Map<string | null, number | null>();
    known.set(from, own);
    return to => {
      const found = own.get(to);
      if (found !== undefined) return found;
      const km = distanceBetween(from, to, settings.townDistances);
      own.set(to, km);
      return km;
    };
  };
}

type Read = {
  readonly firms: readonly Firm[];
  /** Where a firm stands among them. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Agreements made for nobody in particular, also by firm, and those made for one student, by student. */
  readonly general: readonly Agreement[];
  readonly generalOf: ReadonlyMap<string, readonly Agreement[]>;
  readonly own: ReadonlyMap<string, readonly Agreement[]>;
  readonly historyOf: (specialtyId: string | null) => ReadonlyMap<string, Known>;
};

/** What every firm offers to a specialty, the best next door first: only firms with an agreement for it, or a history, are looked at. */
function offersTo(specialtyId: string | null, read: Read, ground: Ground): readonly Offer[] {
  const known = read.historyOf(specialtyId);
  const covering = groupBy(
    read.general.filter(agreement => covers(agreement, specialtyId)),
    ({ firmId }) => firmId,
  );
  return [...new Set([...covering.keys(), ...known.keys()])]
    .flatMap(firmId => {
      const order = read.placeOf.get(firmId);
      const firm = read.firms[order ?? -1];
      if (order === undefined || firm === undefined) return [];
      const agreements = covering.get(firmId) ?? [];
      return offerOf({ firm, order, specialtyId, agreements, known: known.get(firmId) }, ground) ?? [];
    })
    .toSorted(byBest);
}

/** The same for a student with agreements of their own, in the same order: what those firms offer is judged with them. */
function* withOwnAgreements(student: Student, read: Read, ground: Ground, offers: readonly Offer[]): Iterable<Offer> {
  const own = groupBy(read.own.get(student.id) ?? [], ({ firmId }) => firmId);
  const { specialtyId } = student;
  const known = read.historyOf(specialtyId);
  const better = [...own]
    .flatMap(([firmId, agreements]) => {
      const order = read.placeOf.get(firmId);
      const firm = read.firms[order ?? -1];
      if (order === undefined || firm === undefined) return [];
      const all = [...agreements, ...(read.generalOf.get(firmId) ?? [])];
      return offerOf({ firm, order, specialtyId, agreements: all, known: known.get(firmId) }, ground) ?? [];
    })
    .toSorted(byBest);
  let next = 0;
  for (const offer of offers) {
    if (own.has(offer.firm.id)) continue;
    for (let first = better[next]; first !== undefined && byBest(first, offer) < 0; first = better[next]) {
      yield first;
      next += 1;
    }
    yield offer;
  }
  yield* better.slice(next);
}

/** The answer for a key, worked out once. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** Firms for students with no placement in a period, the best first, with the reasons; nothing is written. */
export function suggestPlaces(db: ReadDb, input: Input<'placements.suggest'>): Answer {
  const settings = readSettings(db);
  const ground: Ground = {
    weights: weightsOf(settings),
    year: schoolYearOf(input.startsOn, settings.schoolYearStartMonth),
    taken: readTaken(db, input),
  };
  const agreements = readAgreements(db, input);
  const firms = readFirms(db);
  const general = agreements.filter(({ studentId }) => studentId === null);
  const read: Read = {
    firms,
    placeOf: new Map(firms.map(({ id }, place) => [id, place])),
    general,
    generalOf: groupBy(general, ({ firmId }) => firmId),
    own: groupBy(
      agreements.filter(({ studentId }) => studentId !== null),
      ({ studentId }) => studentId ?? '',
    ),
    historyOf: remembered(specialtyId => (specialtyId === null ? new Map() : readHistory(db, specialtyId, input))),
  };
  const students = readStudents(db, input.studentIds, input);
  const distanceFrom = distancesIn(settings);
  const offers = remembered((specialtyId: string | null) => offersTo(specialtyId, read, ground));
  const best = (of: Iterable<Offer>, town: string | null): readonly Choice[] =>
    bestOffers(of, most, distanceFrom(town ?? collegeTown(settings)), ground.weights).map(choiceOf);
  // Students of one specialty and one town have the same choices, unless one has an agreement of their own.
  const alike = remembered((specialtyId: string | null) =>
    remembered((town: string | null) => best(offers(specialtyId), town)),
  );
  const found = students.map(student =>
    read.own.has(student.id)
      ? best(withOwnAgreements(student, read, ground, offers(student.specialtyId)), student.town)
      : alike(student.specialtyId)(student.town),
  );
  const offered = assignFits(
    found.map((choices, index) => (students[index]?.placed === 1 ? [] : choices.map(({ option }) => option))),
  );
  return {
    students: students.map((student, index) => ({
      studentId: student.id,
      name: student.name,
      groupCode: student.groupCode,
      specialtyCode: student.specialtyCode,
      town: student.town ?? collegeTown(settings),
      townFrom: student.town !== null ? 'student' : collegeTown(settings) === null ? 'none' : 'college',
      placed: student.placed === 1,
      suggestions: (found[index] ?? []).map(({ suggestion }) => suggestion),
      offered: offered[index] ?? null,
    })),
    unknownDistances: unknownTowns(students, found, settings),
  };
}

/** Pairs of towns among the suggestions whose distance nobody entered, each once. */
function unknownTowns(
  students: readonly Student[],
  found: readonly (readonly Choice[])[],
  settings: Settings,
): Answer['unknownDistances'] {
  const pairs = new Map<string, { from: string; to: string }>();
  students.forEach((student, index) => {
    const from = student.town ?? collegeTown(settings);
    for (const { suggestion } of found[index] ?? []) {
      const to = suggestion.town;
      if (from === null || to === null || suggestion.km !== null) continue;
      pairs.set([townKey(from), townKey(to)].toSorted().join('\n'), { from, to });
    }
  });
  return [...pairs.values()].slice(0, 40);
}
