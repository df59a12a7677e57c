import { Language } from '#shared/contract/primitives.ts';
import type { Drill, Indicator, ReportCell, ReportRow } from '#shared/contract/reports.ts';
import { Funding } from '#shared/contract/students.ts';
import { enterpriseShareSql } from '../students/queries.ts';
import { describe } from './describe.ts';
import { type Dimension, narrow, percentOf } from './figures.ts';
import { choiceLabels, type Labels, labelsOf, specialtyLabels } from './labels.ts';
import { breakdown, chartOf, type ReportContext, type TableColumn, type YearPeriod } from './tables.ts';

export const contingentOf = ({ start, end }: YearPeriod): Drill => ({
  area: 'students',
  filter: { contingentFrom: start, contingentTo: end },
});

export type Placed = { readonly dual?: boolean; readonly shareAtLeast?: number };

/** Students with a placement in the period; `dual`: in dual training; `shareAtLeast`: who reach that share of hours. */
export const studentsPlaced = ({ start, end }: YearPeriod, { dual, shareAtLeast }: Placed = {}): Drill => ({
  area: 'students',
  filter: {
    placedFrom: start,
    placedTo: end,
    ...(dual === undefined ? {} : { dual }),
    ...(shareAtLeast === undefined ? {} : { shareAtLeast }),
  },
});

type Coverage = {
  readonly id: 'contingentBySpecialty' | 'contingentByCourse' | 'contingentByLanguage' | 'contingentByFunding';
  readonly rowTitle: 'specialty' | 'course' | 'language' | 'funding';
  readonly dimension: Dimension;
  readonly labels: Labels;
};

function coverage(context: ReportContext, { id, rowTitle, dimension, labels }: Coverage): Indicator {
  const { t, now, before, beforeName } = context;
  const columns: readonly TableColumn[] = [
    { key: 'contingent', title: t('reports.columns.contingent'), drill: contingentOf(now) },
    { key: 'dual', title: t('reports.columns.dual'), drill: studentsPlaced(now, { dual: true }) },
    { key: 'coverage', title: t('reports.columns.coverage'), part: 'dual', whole: 'contingent' },
    {
      key: 'dualBefore',
      title: t('reports.columns.dualIn', { years: beforeName }),
      drill: studentsPlaced(before, { dual: true }),
      previous: true,
    },
  ];
  const table = breakdown(context, { dimension, labels, columns });
  return describe(context, {
    id,
    group: 'students',
    unit: 'students',
    rowTitle,
    table,
    chart: chartOf(t, table, ['contingent', 'dual']),
  });
}

/** Share of hours at the enterprise over all students with a placement, and per specialty of the student. */
export function enterpriseShares({ figures, now }: Pick<ReportContext, 'figures' | 'now'>): {
  readonly all: number | null;
  readonly bySpecialty: ReadonlyMap<string, number | null>;
} {
  const rows = figures.db.all<{ key: string; hours: number; base: number }>(
    `SELECT ifnull(s.specialty_id, '') AS key, sum(x.hours) AS hours, sum(x.base) AS base
       FROM (${enterpriseShareSql(now.start, now.end)}) x JOIN student s ON s.id = x.student_id GROUP BY 1`,
  );
  const sum = (pick: (row: { hours: number; base: number }) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    all: percentOf(
      sum(row => row.hours),
      sum(row => row.base),
    ),
    bySpecialty: new Map(rows.map(row => [row.key, percentOf(row.hours, row.base)])),
  };
}

function share(context: ReportContext, labels: Labels): Indicator {
  const { t, now, sharePercent } = context;
  const reached = { shareAtLeast: sharePercent };
  const percent = { percent: sharePercent };
  const columns: readonly TableColumn[] = [
    { key: 'placed', title: t('reports.columns.placed'), drill: studentsPlaced(now) },
    { key: 'reached', title: t('reports.columns.reached', percent), drill: studentsPlaced(now, reached) },
    { key: 'dual', title: t('reports.columns.dual'), drill: studentsPlaced(now, { dual: true }) },
    {
      key: 'dualReached',
      title: t('reports.columns.dualReached', percent),
      drill: studentsPlaced(now, { dual: true, ...reached }),
    },
  ];
  const counted = breakdown(context, { dimension: 'specialty', labels, columns });
  const shares = enterpriseShares(context);
  const withShare = (row: ReportRow, value: number | null, drill: Drill): ReportRow => {
    const cell: ReportCell = { value, measure: 'percent', drill };
    return { ...row, cells: { ...row.cells, share: cell } };
  };
  const table = {
    columns: [
      ...counted.columns,
      { key: 'share', title: t('reports.columns.share'), type: 'percent' as const, previous: false },
    ],
    rows: counted.rows.map(row =>
      withShare(row, shares.bySpecialty.get(row.key) ?? null, narrow(studentsPlaced(now), 'specialty', row.key)),
    ),
    total: counted.total === null ? null : withShare(counted.total, shares.all, studentsPlaced(now)),
  };
  return describe(context, {
    id: 'enterpriseShare',
    group: 'students',
    unit: 'students',
    rowTitle: 'specialty',
    table,
    chart: chartOf(t, table, ['share']),
  });
}

/** The contingent, how much of it is in dual training, and the share of hours at the enterprise. */
export function studentIndicators(context: ReportContext): Indicator[] {
  const { figures, t } = context;
  const specialties = specialtyLabels(figures.db, t.language);
  const courses = labelsOf(figures.db, t, 'students', 'course');
  return [
    coverage(context, {
      id: 'contingentBySpecialty',
      rowTitle: 'specialty',
      dimension: 'specialty',
      labels: specialties,
    }),
    coverage(context, {
      id: 'contingentByCourse',
      rowTitle: 'course',
      dimension: 'course',
      labels: courses,
    }),
    coverage(context, {
      id: 'contingentByLanguage',
      rowTitle: 'language',
      dimension: 'language',
      labels: choiceLabels(t, 'language', Language.options),
    }),
    coverage(context, {
      id: 'contingentByFunding',
      rowTitle: 'funding',
      dimension: 'funding',
      labels: choiceLabels(t, 'funding', Funding.options),
    }),
    share(context, specialties),
  ];
}
