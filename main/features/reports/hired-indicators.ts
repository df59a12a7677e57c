import { FollowUp } from '#shared/contract/placements.ts';
import type { Drill, Indicator } from '#shared/contract/reports.ts';
import { describe } from './describe.ts';
import { specialtyLabels } from './labels.ts';
import { breakdown, chartOf, comparison, overYears, type ReportContext, shareCell, type YearPeriod } from './tables.ts';

/** Students whom a partner hired in the period. */
export const studentsHired = ({ start, end }: YearPeriod, inSpecialty = false): Drill => ({
  area: 'students',
  filter: {
    hired: true,
    hiredFrom: start,
    hiredTo: end,
    ...(inSpecialty ? { hiredInSpecialty: true } : {}),
  },
});

const graduates = ({ start, end }: YearPeriod, hired: boolean): Drill => ({
  area: 'students',
  filter: { status: ['graduated'], leftFrom: start, leftTo: end, ...(hired ? { hired: true } : {}) },
});

function summary(context: ReportContext): Indicator {
  const { figures, t } = context;
  const line = (
    key: 'hired' | 'hiredInSpecialty' | 'graduates' | 'graduatesHired',
    drill: (period: YearPeriod) => Drill,
  ) => ({ key, label: t(`reports.rows.${key}`), ...overYears(context, period => figures.cell(drill(period))) });
  const all = line('graduates', period => graduates(period, false));
  const hired = line('graduatesHired', period => graduates(period, true));
  const table = comparison(
    context,
    [
      line('hired', period => studentsHired(period)),
      line('hiredInSpecialty', period => studentsHired(period, true)),
      all,
      hired,
      {
        key: 'graduatesHiredShare',
        label: t('reports.rows.graduatesHiredShare'),
        now: shareCell(hired.now, all.now),
        before: shareCell(hired.before, all.before),
        earlier: shareCell(hired.earlier, all.earlier),
      },
    ],
    true,
  );
  return describe(context, { id: 'hired', group: 'hired', unit: 'students', rowTitle: 'indicator', table });
}

const working: readonly FollowUp[] = ['inSpecialty', 'otherWork'];

/** Those hired who were asked after so many months and gave one of the answers. */
const followedUp = (months: 6 | 12, { start, end }: YearPeriod, answers: readonly FollowUp[]): Drill => ({
  area: 'students',
  filter: { followUpAfter: months, followUpFrom: start, followUpTo: end, followUpAnswer: [...answers] },
});

/** What became of those hired; left out by a college that has asked nobody. */
function followUp(context: ReportContext): Indicator {
  const { figures, t } = context;
  const table = comparison(
    context,
    ([6, 12] as const).flatMap(months => {
      const line = (key: 'known' | 'working' | 'inSpecialty', answers: readonly FollowUp[]) => ({
        key: `${key}${months}`,
        label: t(`reports.rows.${key}${months}`),
        ...overYears(context, period => figures.cell(followedUp(months, period, answers))),
      });
      const known = line('known', FollowUp.exclude(['unknown']).options);
      const employed = line('working', working);
      return [
        known,
        employed,
        line('inSpecialty', ['inSpecialty']),
        {
          key: `workingShare${months}`,
          label: t(`reports.rows.workingShare${months}`),
          now: shareCell(employed.now, known.now),
          before: shareCell(employed.before, known.before),
          earlier: shareCell(employed.earlier, known.earlier),
        },
      ];
    }),
    true,
  );
  return describe(context, { id: 'followUp', group: 'hired', unit: 'students', rowTitle: 'indicator', table });
}

function bySpecialty(context: ReportContext): Indicator {
  const { figures, t, now, before, beforeName } = context;
  const table = breakdown(context, {
    dimension: 'specialty',
    labels: specialtyLabels(figures.db, t.language),
    columns: [
      { key: 'hired', title: t('reports.columns.hired'), drill: studentsHired(now) },
      { key: 'inSpecialty', title: t('reports.columns.hiredInSpecialty'), drill: studentsHired(now, true) },
      {
        key: 'before',
        title: t('reports.columns.hiredIn', { years: beforeName }),
        drill: studentsHired(before),
        previous: true,
      },
    ],
  });
  return describe(context, {
    id: 'hiredBySpecialty',
    group: 'hired',
    unit: 'students',
    rowTitle: 'specialty',
    table,
    chart: chartOf(t, table, ['hired', 'inSpecialty']),
  });
}

/** Students and graduates whom partners took on. */
export const hiredIndicators = (context: ReportContext): Indicator[] => [
  summary(context),
  ...(context.figures.db.value('SELECT 1 FROM placement WHERE ifnull(follow_up6, follow_up12) IS NOT NULL LIMIT 1') ===
  undefined
    ? []
    : [followUp(context)]),
  bySpecialty(context),
];
