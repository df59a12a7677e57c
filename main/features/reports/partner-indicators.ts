import { SizeClass } from '#shared/contract/firms.ts';
import type { Drill, Indicator } from '#shared/contract/reports.ts';
import { type Draft, describe } from './describe.ts';
import { choiceLabels, type Labels, plainLabels } from './labels.ts';
import { breakdown, chartOf, comparison, overYears, type ReportContext, type YearPeriod } from './tables.ts';

/** Firms that were partners in a period; new or lost against the year before it. */
export const partners = ({ start, end }: YearPeriod, change?: 'new' | 'lost'): Drill => ({
  area: 'firms',
  filter: { partnerFrom: start, partnerTo: end, ...(change === undefined ? {} : { change }) },
});

function movement(context: ReportContext): Indicator {
  const { figures, t } = context;
  const line = (key: 'partners' | 'partnersNew' | 'partnersLost', change?: 'new' | 'lost') => ({
    key,
    label: t(`reports.rows.${key}`),
    ...overYears(context, period => figures.cell(partners(period, change))),
  });
  const table = comparison(context, [line('partners'), line('partnersNew', 'new'), line('partnersLost', 'lost')]);
  return describe(context, { id: 'partners', group: 'partners', unit: 'firms', rowTitle: 'indicator', table });
}

type Attribute = 'sector' | 'city' | 'region' | 'size';

function byAttribute(context: ReportContext, attribute: Attribute): Indicator {
  const ids = {
    sector: 'partnersBySector',
    city: 'partnersByCity',
    region: 'partnersByRegion',
    size: 'partnersBySize',
  } as const;
  const labels: Labels = attribute === 'size' ? choiceLabels(context.t, 'sizeClass', SizeClass.options) : plainLabels;
  const table = breakdown(context, {
    dimension: attribute,
    labels,
    columns: [
      { key: 'now', title: context.nowName, drill: partners(context.now) },
      { key: 'before', title: context.beforeName, drill: partners(context.before), previous: true },
    ],
    ...(attribute === 'size' ? {} : { largestBy: 'now' }),
  });
  const draft: Draft = { id: ids[attribute], group: 'partners', unit: 'firms', rowTitle: attribute, table };
  return describe(context, { ...draft, chart: chartOf(context.t, table, ['now', 'before']) });
}

/** Partner firms: how many, new, lost, and what they are. */
export const partnerIndicators = (context: ReportContext): Indicator[] => [
  movement(context),
  byAttribute(context, 'sector'),
  byAttribute(context, 'city'),
  byAttribute(context, 'region'),
  byAttribute(context, 'size'),
];
