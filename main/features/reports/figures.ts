import type { Drill, Measure, ReportCell } from '#shared/contract/reports.ts';
import { roundTo } from '#shared/locale/index.ts';
import type { ReadDb } from '../../database/handles.ts';
import type { Condition, ListSpec } from '../../database/list-query.ts';
import { agreementList } from '../agreements/queries.ts';
import { meetingList } from '../councils/queries.ts';
import { requestList } from '../curriculum/queries.ts';
import { challengeList, engagementList, promiseList } from '../engagement/queries.ts';
import { firmList } from '../firms/queries.ts';
import { placementList } from '../placements/queries.ts';
import { studentList } from '../students/queries.ts';
import { createRowCounter } from './row-counter.ts';

export type Area = Drill['area'];

/** What figures are broken down by: a column, and the filter field that narrows the list to one of its values. */
export type DimensionSpec = {
  readonly column: string;
  readonly field: string;
  /** The field takes one value only; otherwise several, and the empty string stands for «no value». */
  readonly single?: boolean;
  readonly numeric?: boolean;
};

type AreaSpec = {
  readonly dimensions: Readonly<Record<string, DimensionSpec>>;
  /** What can be added up over the rows of the list, besides counting them. */
  readonly sums: Readonly<Record<string, string>>;
};

const areas = {
  firms: {
    dimensions: {
      sector: { column: 'f.sector', field: 'sector' },
      city: { column: 'f.city', field: 'city' },
      region: { column: 'f.region', field: 'region' },
      size: { column: 'f.size_class', field: 'sizeClass' },
    },
    sums: {},
  },
  agreements: {
    dimensions: {
      type: { column: 'a.type_id', field: 'typeId' },
      origin: { column: 'a.origin', field: 'origin' },
    },
    sums: {},
  },
  students: {
    dimensions: {
      specialty: { column: 's.specialty_id', field: 'specialtyId' },
      course: { column: 's.course', field: 'course', numeric: true },
      language: { column: 's.language', field: 'language' },
      funding: { column: 's.funding', field: 'funding' },
    },
    sums: {},
  },
  placements: {
    dimensions: {
      specialty: { column: 'p.specialty_id', field: 'specialtyId' },
      practice: { column: 'p.practice_type_id', field: 'practiceTypeId' },
      firm: { column: 'p.firm_id', field: 'firmId', single: true },
      mentor: { column: 'p.mentor_id', field: 'mentorId', single: true },
      state: { column: 'p.state', field: 'state' },
    },
    sums: { hours: 'coalesce(p.hours_enterprise, p.hours_planned, 0)' },
  },
  requests: {
    dimensions: { state: { column: 'r.state', field: 'state' } },
    sums: {
      hoursChanged: 'abs(ifnull(r.hours_after, 0) - ifnull(r.hours_before, 0))',
      days: 'julianday(r.decided_on) - julianday(r.received_on)',
    },
  },
  engagements: {
    dimensions: { engagementKind: { column: 'e.kind_id', field: 'kindId' } },
    sums: { hours: 'ifnull(e.hours, 0)', tenge: 'ifnull(e.amount_minor, 0) / 100.0' },
  },
  promises: { dimensions: { side: { column: 'p.side', field: 'side' } }, sums: {} },
  challenges: { dimensions: { challengeLevel: { column: 'c.level', field: 'level' } }, sums: {} },
  meetings: {
    dimensions: { council: { column: 'g.council_id', field: 'councilId', single: true } },
    sums: {
      present: '(SELECT count(*) FROM attendance n WHERE n.meeting_id = g.id AND n.present = 1)',
      listed: '(SELECT count(*) FROM attendance n WHERE n.meeting_id = g.id)',
    },
  },
} as const satisfies Record<Area, AreaSpec>;

export type Dimension = { [A in Area]: keyof (typeof areas)[A]['dimensions'] }[Area];

/** What the figures of an area can be broken down by, and what can be added up. */
export const areaSpec = (area: Area): AreaSpec => areas[area];
const dimensionOf = (area: Area, dimension: Dimension): DimensionSpec => {
  const found = areaSpec(area).dimensions[dimension];
  if (found === undefined) throw new Error(`${area} cannot be broken down by ${dimension}`);
  return found;
};

/** Values by key; the empty string is the key of «no value given». */
export type Groups = ReadonlyMap<string, number>;

/** Answers figures with the very conditions of the lists that stand behind them. */
export type Figures = {
  readonly db: ReadDb;
  readonly cell: (drill: Drill, measure?: Measure) => ReportCell;
  readonly groups: (drill: Drill, dimension: Dimension, measure?: Measure) => Groups;
  /** Values by two keys at once: first dimension → second dimension. */
  readonly crossGroups: (
    drill: Drill,
    first: Dimension,
    second: Dimension,
    measure: Measure,
  ) => ReadonlyMap<string, Groups>;
};

/** A share as per cent with one decimal; null when there is nothing to take it of. */
export const percentOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : roundTo((part * 100) / whole, 1);

/** Rows of a list that agree in every dimension, counted and added up. */
type Fact = Readonly<Record<string, string | number>>;

const numberIn = (fact: Fact, name: string): number => Number(fact[name] ?? 0);
const keyIn = (fact: Fact, dimension: Dimension): string => String(fact[`by_${dimension}`] ?? '');

/** Sums of money have tiyn; adding fractions leaves dust behind the last of them. */
const exact = (value: number): number => (Number.isInteger(value) ? value : roundTo(value, 2));

const nameOf = (measure: Measure): string => {
  if (measure === 'percent') throw new Error('a share is computed from two figures');
  return measure;
};

/** Lists of so few rows, and with so many questions about them, that each condition is asked once for all of them. */
const onlyCounted: ReadonlySet<Area> = new Set<Area>(['firms', 'students']);

/** The lists behind the numbers, each with its conditions. */
export const reportLists = (db: ReadDb, today: string) =>
  ({
    firms: firmList(today, db),
    agreements: agreementList(today, db),
    students: studentList(),
    placements: placementList(today, db),
    requests: requestList(today, db),
    engagements: engagementList(today, db),
    promises: promiseList(today, db),
    challenges: challengeList(today, db),
    meetings: meetingList(),
  }) as unknown as Readonly<Record<Area, ListSpec<never, never>>>;

/** The figures of a college as it stands on a day. Each list is asked once; every breakdown of it is added up from that answer. */
export function createFigures(db: ReadDb, today: string): Figures {
  const lists = reportLists(db, today);
  const known = new Map<string, readonly Fact[]>();
  const counters = new Map<Area, ReturnType<typeof createRowCounter>>();
  /** The facts of a list that is only counted, asked the same conditions again and again. */
  const countFacts = (area: Area, conditions: readonly Condition[]): readonly Fact[] => {
    const { dimensions } = areaSpec(area);
    const columns = Object.values(dimensions).map(({ column }) => column);
    const count = counters.get(area) ?? createRowCounter(db, lists[area], columns);
    counters.set(area, count);
    const names = [...Object.keys(dimensions).map(key => `by_${key}`), 'rows'];
    return count(conditions).map(({ values, rows }) =>
      Object.fromEntries([...values, rows].map((value, place) => [names[place] ?? '', value])),
    );
  };
  const factsOf = (drill: Drill): readonly Fact[] => {
    const name = JSON.stringify(drill);
    const facts = known.get(name) ?? readFacts(drill);
    known.set(name, facts);
    return facts;
  };
  const readFacts = ({ area, filter }: Drill): readonly Fact[] => {
    const list = lists[area];
    const { dimensions, sums } = areaSpec(area);
    const conditions = list.filter(filter as never, today);
    if (onlyCounted.has(area)) return countFacts(area, conditions);
    const keys = Object.entries(dimensions).map(([key, { column }]) => `ifnull(${column}, '') AS by_${key}`);
    const values = [
      'count(*) AS rows',
      ...Object.entries(sums).map(([key, sql]) => `ifnull(sum(${sql}), 0) AS ${key}`),
    ];
    return db.all<Fact>(
      `SELECT ${[...keys, ...values].join(', ')} FROM ${list.from}
        ${conditions.length === 0 ? '' : `WHERE ${conditions.map(part => part.sql).join(' AND ')}`}
        GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`,
      ...conditions.flatMap(part => part.values),
    );
  };
  const groupsOf = (facts: readonly Fact[], dimension: Dimension, measure: Measure): Groups => {
    const name = nameOf(measure);
    const found = new Map<string, number>();
    for (const fact of facts) {
      const key = keyIn(fact, dimension);
      found.set(key, exact((found.get(key) ?? 0) + numberIn(fact, name)));
    }
    return found;
  };
  const sum = (facts: readonly Fact[], name: string): number =>
    exact(facts.reduce((total, fact) => total + numberIn(fact, name), 0));
  return {
    db,
    cell: (drill, measure = 'rows') => {
      const facts = factsOf(drill);
      const total = sum(facts, nameOf(measure));
      if (measure !== 'days') return { value: total, measure, drill };
      const rows = sum(facts, 'rows');
      return { value: rows === 0 ? null : roundTo(total / rows, 1), measure, drill };
    },
    groups: (drill, dimension, measure = 'rows') => groupsOf(factsOf(drill), dimension, measure),
    crossGroups: (drill, first, second, measure) => {
      const byFirst = new Map<string, Fact[]>();
      for (const fact of factsOf(drill)) {
        const key = keyIn(fact, first);
        const own = byFirst.get(key);
        if (own === undefined) byFirst.set(key, [fact]);
        else own.push(fact);
      }
      return new Map([...byFirst].map(([key, facts]) => [key, groupsOf(facts, second, measure)]));
    },
  };
}

/** The list narrowed to one value of a dimension. */
export function narrow(drill: Drill, dimension: Dimension, key: string): Drill {
  const { field, single = false, numeric = false } = dimensionOf(drill.area, dimension);
  const value = numeric && key !== '' ? Number(key) : key;
  return { area: drill.area, filter: { ...drill.filter, [field]: single ? value : [value] } } as Drill;
}
