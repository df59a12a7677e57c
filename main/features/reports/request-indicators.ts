import { RequestState } from '#shared/contract/curriculum.ts';
import type { Drill, Indicator, Measure } from '#shared/contract/reports.ts';
import { describe } from './describe.ts';
import { breakdown, chartOf, comparison, overYears, type ReportContext, type YearPeriod } from './tables.ts';

/** States of requests that were not approved, or not yet. */
const notApproved = ['submitted', 'underReview', 'rejected', 'deferred'] as const;

export const requestsReceived = ({ start, end }: YearPeriod): Drill => ({
  area: 'requests',
  filter: { receivedFrom: start, receivedTo: end },
});
export const requestsDecided = ({ start, end }: YearPeriod): Drill => ({
  area: 'requests',
  filter: { decidedFrom: start, decidedTo: end },
});
const requestsApproved = (period: YearPeriod): Drill => ({
  area: 'requests',
  filter: { ...requestsDecided(period).filter, state: RequestState.exclude(notApproved).options },
});
export const requestsImplemented = ({ start, end }: YearPeriod): Drill => ({
  area: 'requests',
  filter: { implementedFrom: start, implementedTo: end },
});

function flow(context: ReportContext): Indicator {
  const { figures, t } = context;
  const line = (
    key: 'proposed' | 'decided' | 'approved' | 'implemented' | 'days' | 'hoursChanged',
    drill: (period: YearPeriod) => Drill,
    measure: Measure = 'rows',
  ) => ({
    key,
    label: t(`reports.rows.${key}`),
    ...overYears(context, period => figures.cell(drill(period), measure)),
  });
  /** Belongs to no year, so it stands in a row of its own rather than nowhere. */
  const undated = (key: 'decidedWithoutDay' | 'implementedWithoutDay', filter: Drill['filter']) => {
    const cell = figures.cell({ area: 'requests', filter } as Drill);
    return cell.value === 0 ? [] : [{ key, label: t(`reports.rows.${key}`), now: cell, before: cell, earlier: cell }];
  };
  const table = comparison(
    context,
    [
      line('proposed', requestsReceived),
      line('decided', requestsDecided),
      line('approved', requestsApproved),
      line('days', requestsDecided, 'days'),
      line('implemented', requestsImplemented),
      line('hoursChanged', requestsImplemented, 'hoursChanged'),
      ...undated('decidedWithoutDay', { withoutDecisionDay: true }),
      ...undated('implementedWithoutDay', { withoutImplementationDay: true }),
    ],
    true,
  );
  return describe(context, { id: 'requests', group: 'requests', unit: null, rowTitle: 'indicator', table });
}

function byState(context: ReportContext): Indicator {
  const { t, now, before, nowName, beforeName } = context;
  const table = breakdown(context, {
    dimension: 'state',
    labels: {
      of: state => t.dynamic(`states.request.${state}`),
      order: state => RequestState.options.indexOf(state as RequestState),
    },
    columns: [
      { key: 'now', title: nowName, drill: requestsReceived(now) },
      { key: 'before', title: beforeName, drill: requestsReceived(before), previous: true },
    ],
  });
  return describe(context, {
    id: 'requestsByState',
    group: 'requests',
    unit: 'requests',
    rowTitle: 'state',
    table,
    chart: chartOf(t, table, ['now', 'before']),
  });
}

/** What firms asked to change in the curriculum, and what became of it. */
export const requestIndicators = (context: ReportContext): Indicator[] => [flow(context), byState(context)];
