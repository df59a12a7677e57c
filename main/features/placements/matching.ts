import type { Input, Output } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { addYears, schoolYearOf } from '#shared/domain/dates.ts';
import { type AgreedSpecialty, agreedPlaces } from '#shared/domain/effective.ts';
import { assignFits, distanceBetween, type FitFacts, type FitOption, fitScore, townKey } from '#shared/domain/fit.ts';
import type { ReadDb } from '../../database/handles.ts';
import { firmSortKey, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';
import { readSettings } from '../settings/queries.ts';
import { idleStates } from './checks.ts';

type Answer = Output<'placements.suggest'>;
type Suggestion = Answer['students'][number]['suggestions'][number];
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

type Agreement = {
  readonly id: string;
  readonly number: string;
  readonly firmId: string;
  readonly studentId: string | null;
  readonly places: number | null;
  readonly specialties: readonly AgreedSpecialty[];
};

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

type Known = { readonly firmId: string; readonly history: number; readonly hired: number };

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

type Place = { readonly siteId: string | null; readonly siteName: string | null; readonly town: string | null };
type Firm = { readonly id: string; readonly name: string; readonly places: readonly Place[] };

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

type Ground = {
  readonly settings: Settings;
  readonly year: number;
  readonly agreements: ReadonlyMap<string, readonly Agreement[]>;
  readonly taken: ReadonlyMap<string, number>;
  readonly distance: (from: string | null, to: string | null) => number | null;
};

/** Room in an agreement: what is left of all its places, and of those of the specialty. */
function roomOf(agreement: Agreement, specialtyId: string | null, { taken, year }: Ground) {
  const own = agreement.specialties.some(row => row.specialtyId === specialtyId);
  const ofSpecialty = own
    ? agreedPlaces({ ...noTerms, places: agreement.places, specialties: agreement.specialties }, specialtyId, year)
    : null;
  const keyed = `${agreement.id} ${specialtyId ?? ''}`;
  const limits = [
    ...(agreement.places === null ? [] : [{ key: agreement.id, places: agreement.places }]),
    ...(ofSpecialty === null ? [] : [{ key: keyed, places: ofSpecialty }]),
  ].map(({ key, places }) => ({ key, places, free: places - (taken.get(key) ?? 0) }));
  const tightest = limits.toSorted((a, b) => a.free - b.free)[0];
  return { limits, free: tightest?.free ?? null, places: tightest?.places ?? null };
}

const noTerms = {
  startsOn: null,
  endsOn: null,
  terminatedOn: null,
  place: null,
  signatoryId: null,
  mentorId: null,
  payMinor: null,
};

type Choice = { readonly suggestion: Suggestion; readonly option: FitOption };

/** The best way to place one student at a firm; null when nothing speaks for it. */
function choiceAt(firm: Firm, student: Student, known: Known | undefined, ground: Ground): Choice | null {
  const { settings, distance } = ground;
  const weights = {
    agreement: settings.fitAgreement,
    capacity: settings.fitCapacity,
    history: settings.fitHistory,
    distance: settings.fitDistance,
  };
  const agreements = (ground.agreements.get(firm.id) ?? []).filter(
    ({ studentId }) => studentId === null || studentId === student.id,
  );
  if (agreements.length === 0 && known === undefined) return null;
  const from = student.town ?? collegeTown(settings);
  const near = firm.places
    .map(place => ({ ...place, km: distance(from, place.town) }))
    .toSorted((a, b) => (a.km ?? 1e6) - (b.km ?? 1e6))[0];
  const base = {
    history: known?.history ?? 0,
    hired: known?.hired ?? 0,
    km: near?.km ?? null,
  };
  const ways = agreements
    .map(agreement => {
      const named = agreement.specialties.some(row => row.specialtyId === student.specialtyId);
      const covers = named || agreement.studentId !== null ? 'specialty' : 'general';
      const foreign = agreement.specialties.length > 0 && covers === 'general';
      const room = roomOf(agreement, student.specialtyId, ground);
      const facts: FitFacts = { ...base, agreement: covers, free: room.free };
      return { agreement, foreign, facts, room, score: fitScore(facts, weights) };
    })
    .filter(({ foreign }) => !foreign)
    .toSorted((a, b) => Number((b.room.free ?? 1) > 0) - Number((a.room.free ?? 1) > 0) || b.score - a.score);
  const [best] = ways;
  if (best === undefined && known === undefined) return null;
  const facts: FitFacts = best?.facts ?? { ...base, agreement: 'none', free: null };
  const score = best?.score ?? fitScore(facts, weights);
  return {
    suggestion: {
      firmId: firm.id,
      firmName: firm.name,
      siteId: near?.siteId ?? null,
      siteName: near?.siteName ?? null,
      town: near?.town ?? null,
      agreementId: best?.agreement.id ?? null,
      agreementNumber: best?.agreement.number ?? null,
      score,
      ...facts,
      places: best?.room.places ?? null,
    },
    option: { score, limits: best?.room.limits ?? [] },
  };
}

const collegeTown = (settings: Settings): string | null => settings.cityRu || settings.cityKk || null;

/** Firms for students with no placement in a period, the best first, with the reasons; nothing is written. */
export function suggestPlaces(db: ReadDb, input: Input<'placements.suggest'>): Answer {
  const settings = readSettings(db);
  const cache = new Map<string, number | null>();
  const ground: Ground = {
    settings,
    year: schoolYearOf(input.startsOn, settings.schoolYearStartMonth),
    agreements: groupBy(readAgreements(db, input), agreement => agreement.firmId),
    taken: readTaken(db, input),
    distance: (from, to) => {
      const key = `${from}\n${to}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const km = distanceBetween(from, to, settings.townDistances);
      cache.set(key, km);
      return km;
    },
  };
  const firms = readFirms(db);
  const students = readStudents(db, input.studentIds, input);
  const histories = new Map<string | null, ReadonlyMap<string, Known>>();
  const historyOf = (specialtyId: string | null): ReadonlyMap<string, Known> => {
    const found =
      histories.get(specialtyId) ?? (specialtyId === null ? new Map() : readHistory(db, specialtyId, input));
    histories.set(specialtyId, found);
    return found;
  };
  const withOwn = new Set([...ground.agreements.values()].flat().flatMap(({ studentId }) => studentId ?? []));
  const alike = new Map<string, readonly Choice[]>();
  const found = students.map(student => {
    // Students of one specialty and one town have the same choices, unless one has an agreement of their own.
    const key = [student.specialtyId, student.town, withOwn.has(student.id) ? student.id : ''].join('\n');
    const choices =
      alike.get(key) ??
      firms
        .flatMap(firm => choiceAt(firm, student, historyOf(student.specialtyId).get(firm.id), ground) ?? [])
        .toSorted((a, b) => b.option.score - a.option.score)
        .slice(0, most);
    alike.set(key, choices);
    return choices;
  });
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
