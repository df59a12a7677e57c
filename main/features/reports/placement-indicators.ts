import { PlacementState } from '#shared/contract/placements.ts';
import type { Drill, Indicator, ReportCell, ReportRow } from '#shared/contract/reports.ts';
import { describe } from './describe.ts';
import { type Dimension, narrow } from './figures.ts';
import { choiceLabels, dictionaryLabels, firmLabels, type Labels, mentorLabels, specialtyLabels } from './labels.ts';
import { breakdown, chartOf, type ReportContext, sortedKeys, type TableColumn, type YearPeriod } from './tables.ts';

/** Placements with a day in the period that took place or are going to. */
export const placementsOf = ({ start, end }: YearPeriod): Drill => ({
  area: 'placements',
  filter: { activeFrom: start, activeTo: end, counted: true },
});

function placementsAndHours(
  context: ReportContext,
  id: 'placementsBySpecialty' | 'placementsByPractice' | 'placementsByFirm' | 'placementsByMentor',
  dimension: Dimension & ('specialty' | 'practice' | 'firm' | 'mentor'),
  labels: Labels,
): Indicator {
  const { t, now, before, beforeName } = context;
  const columns: readonly TableColumn[] = [
    { key: 'placements', title: t('reports.columns.placements'), drill: placementsOf(now) },
    {
      key: 'before',
      title: t('reports.columns.placementsIn', { years: beforeName }),
      drill: placementsOf(before),
      previous: true,
    },
    { key: 'hours', title: t('reports.columns.hours'), drill: placementsOf(now), measure: 'hours' },
    {
      key: 'hoursBefore',
      title: t('reports.columns.hoursIn', { years: beforeName }),
      drill: placementsOf(before),
      measure: 'hours',
      previous: true,
    },
  ];
  const byPlace = dimension === 'firm' || dimension === 'mentor';
  const table = breakdown(context, {
    dimension,
    labels,
    columns,
    ...(byPlace ? { largestBy: 'placements' } : {}),
  });
  return describe(context, {
    id,
    group: 'placements',
    unit: null,
    rowTitle: dimension,
    table,
    chart: chartOf(t, table, ['placements', 'before']),
  });
}

function states(context: ReportContext): Indicator {
  const { t, now, before, nowName, beforeName } = context;
  const all = ({ start, end }: YearPeriod): Drill => ({
    area: 'placements',
    filter: { activeFrom: start, activeTo: end },
  });
  const table = breakdown(context, {
    dimension: 'state',
    labels: choiceLabels(t, 'placement', PlacementState.options),
    columns: [
      { key: 'now', title: nowName, drill: all(now) },
      { key: 'before', title: beforeName, drill: all(before), previous: true },
    ],
  });
  return describe(context, {
    id: 'placementsByState',
    group: 'placements',
    unit: 'placements',
    rowTitle: 'state',
    table,
    chart: chartOf(t, table, ['now', 'before']),
  });
}

/** Hours with specialties down, types of practice across. */
function hours(context: ReportContext, specialties: Labels, practices: Labels): Indicator {
  const { figures, t, now } = context;
  const base = placementsOf(now);
  const crossed = figures.crossGroups(base, 'specialty', 'practice', 'hours');
  const used = new Set([...crossed.values()].flatMap(inner => [...inner.keys()]));
  const practiceKeys = sortedKeys([...used], practices, t);
  const cell = (value: number, drill: Drill): ReportCell => ({ value, measure: 'hours', drill });
  const rows: ReportRow[] = sortedKeys([...crossed.keys()], specialties, t).map(key => {
    const own = narrow(base, 'specialty', key);
    const values = crossed.get(key);
    const cells: Record<string, ReportCell> = {};
    for (const practice of practiceKeys)
      cells[practice] = cell(values?.get(practice) ?? 0, narrow(own, 'practice', practice));
    cells['all'] = cell(
      [...(values?.values() ?? [])].reduce((sum, value) => sum + value, 0),
      own,
    );
    return { key, label: key === '' ? t('reports.noValue') : specialties.of(key), cells };
  });
  const totals: Record<string, ReportCell> = {};
  const byPractice = figures.groups(base, 'practice', 'hours');
  for (const practice of practiceKeys)
    totals[practice] = cell(byPractice.get(practice) ?? 0, narrow(base, 'practice', practice));
  totals['all'] = figures.cell(base, 'hours');
  const table = {
    columns: [
      ...practiceKeys.map(key => ({ key, title: practices.of(key), type: 'integer' as const, previous: false })),
      { key: 'all', title: t('reports.columns.allPractice'), type: 'integer' as const, previous: false },
    ],
    rows,
    total: { key: 'total', label: t('reports.total'), cells: totals },
  };
  return describe(context, {
    id: 'enterpriseHours',
    group: 'placements',
    unit: 'hours',
    rowTitle: 'specialty',
    table,
    chart: chartOf(t, table, ['all']),
  });
}

/** The mentors of the two years that are compared; a college has had many more. */
function mentorsOf({ figures, t, now, before }: ReportContext): Labels {
  const ids = [now, before].flatMap(period => [...figures.groups(placementsOf(period), 'mentor').keys()]);
  return mentorLabels(figures.db, t.language, ids);
}

/** Placements of students: where, in what, for how many hours, in which state. */
export function placementIndicators(context: ReportContext): Indicator[] {
  const { figures, t } = context;
  const specialties = specialtyLabels(figures.db, t.language);
  const practices = dictionaryLabels(figures.db, 'practice_type', t.language);
  return [
    placementsAndHours(context, 'placementsBySpecialty', 'specialty', specialties),
    placementsAndHours(context, 'placementsByPractice', 'practice', practices),
    hours(context, specialties, practices),
    placementsAndHours(context, 'placementsByFirm', 'firm', firmLabels(figures.db, t.language)),
    placementsAndHours(context, 'placementsByMentor', 'mentor', mentorsOf(context)),
    states(context),
  ];
}
