import { ChallengeLevel } from '#shared/contract/engagement.ts';
import type { Drill, Indicator } from '#shared/contract/reports.ts';
import { describe } from './describe.ts';
import { choiceLabels, dictionaryLabels } from './labels.ts';
import { breakdown, chartOf, comparison, overYears, type ReportContext, shareCell, type YearPeriod } from './tables.ts';

const engagedIn = ({ start, end }: YearPeriod): Drill => ({
  area: 'engagements',
  filter: { activeFrom: start, activeTo: end },
});
const meetingsIn = ({ start, end }: YearPeriod): Drill => ({
  area: 'meetings',
  filter: { heldFrom: start, heldTo: end },
});
const challengesIn = ({ start, end }: YearPeriod): Drill => ({
  area: 'challenges',
  filter: { raisedFrom: start, raisedTo: end },
});
const promisesIn =
  (...state: ('kept' | 'keptLate' | 'late')[]) =>
  ({ start, end }: YearPeriod): Drill => ({
    area: 'promises',
    filter: { promisedFrom: start, promisedTo: end, ...(state.length === 0 ? {} : { state }) },
  });

function byKind(context: ReportContext): Indicator {
  const { figures, t, now, before, nowName, beforeName } = context;
  const table = breakdown(context, {
    dimension: 'engagementKind',
    labels: dictionaryLabels(figures.db, 'engagement_kind', t.language),
    columns: [
      { key: 'now', title: nowName, drill: engagedIn(now) },
      { key: 'before', title: beforeName, drill: engagedIn(before), previous: true },
      {
        key: 'hours',
        title: t('reports.columns.hoursIn', { years: nowName }),
        drill: engagedIn(now),
        measure: 'hours',
      },
      {
        key: 'tenge',
        title: t('reports.columns.tengeIn', { years: nowName }),
        drill: engagedIn(now),
        measure: 'tenge',
      },
    ],
  });
  return describe(context, {
    id: 'engagements',
    group: 'engagement',
    unit: 'engagements',
    rowTitle: 'engagementKind',
    table,
    chart: chartOf(t, table, ['now', 'before']),
  });
}

function relations(context: ReportContext): Indicator {
  const { figures, t } = context;
  const line = (
    key: 'councilMeetings' | 'promisesMade' | 'promisesKept' | 'promisesLate',
    drill: (period: YearPeriod) => Drill,
  ) => ({
    key,
    label: t(`reports.rows.${key}`),
    ...overYears(context, period => figures.cell(drill(period))),
  });
  const attendance = overYears(context, period =>
    shareCell(figures.cell(meetingsIn(period), 'present'), figures.cell(meetingsIn(period), 'listed')),
  );
  const table = comparison(
    context,
    [
      line('councilMeetings', meetingsIn),
      { key: 'attendance', label: t('reports.rows.attendance'), ...attendance },
      line('promisesMade', promisesIn()),
      line('promisesKept', promisesIn('kept', 'keptLate')),
      line('promisesLate', promisesIn('late')),
    ],
    true,
  );
  return describe(context, { id: 'relations', group: 'engagement', unit: null, rowTitle: 'indicator', table });
}

function challenges(context: ReportContext): Indicator {
  const { t, now, before, nowName, beforeName } = context;
  const table = breakdown(context, {
    dimension: 'challengeLevel',
    labels: choiceLabels(t, 'challengeLevel', ChallengeLevel.options),
    columns: [
      { key: 'now', title: nowName, drill: challengesIn(now) },
      { key: 'before', title: beforeName, drill: challengesIn(before), previous: true },
    ],
  });
  return describe(context, {
    id: 'challenges',
    group: 'engagement',
    unit: 'challenges',
    rowTitle: 'challengeLevel',
    table,
    chart: chartOf(t, table, ['now', 'before']),
  });
}

/** Engagement besides placements, councils, promises and challenges; left out by a college that keeps none of them. */
export function engagementIndicators(context: ReportContext): Indicator[] {
  const { db } = context.figures;
  const has = (table: 'engagement' | 'meeting' | 'promise' | 'challenge'): boolean =>
    db.value(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined;
  return [
    ...(has('engagement') ? [byKind(context)] : []),
    ...(has('meeting') || has('promise') ? [relations(context)] : []),
    ...(has('challenge') ? [challenges(context)] : []),
  ];
}
