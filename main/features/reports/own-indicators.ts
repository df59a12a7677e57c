import type { ownIndicatorRecord } from '#shared/contract/indicators.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { Drill, type Indicator, type Measure, type ReportArea } from '#shared/contract/reports.ts';
import type { z } from '#shared/contract/zod.ts';
import { readRecord } from '../../database/records.ts';
import { areaSpec, type Dimension } from './figures.ts';
import { labelsOf } from './labels.ts';
import {
  breakdown,
  chartOf,
  comparison,
  overYears,
  type ReportContext,
  shareCell,
  type Table,
  type TableColumn,
  type YearPeriod,
} from './tables.ts';

type OwnIndicator = z.output<typeof ownIndicatorRecord>;
type Definition = Pick<OwnIndicator, 'area' | 'filter' | 'timing' | 'measure' | 'dimension' | 'wholeFilter'>;
type Filter = Readonly<Record<string, unknown>>;
type Bounds = (period: YearPeriod) => Filter;

/** Counts rows with a mean rather than a sum, which cannot be split into parts. */
const means: ReadonlySet<string> = new Set(['days']);

const between =
  (from: string, to: string, more: Filter = {}): Bounds =>
  ({ start, end }) => ({ [from]: start, [to]: end, ...more });

/** Which day of a record has to lie in the period; `none` takes the list as it is. */
const timings: Readonly<Record<ReportArea, Readonly<Record<string, Bounds>>>> = {
  firms: { partner: between('partnerFrom', 'partnerTo') },
  agreements: {
    inForce: between('inForceFrom', 'inForceTo'),
    lastDay: ({ end }) => ({ inForceFrom: end, inForceTo: end }),
    signed: between('signedFrom', 'signedTo'),
    ended: between('endedFrom', 'endedTo'),
  },
  students: {
    contingent: between('contingentFrom', 'contingentTo'),
    placed: between('placedFrom', 'placedTo'),
    hired: between('hiredFrom', 'hiredTo', { hired: true }),
    left: between('leftFrom', 'leftTo'),
  },
  placements: { active: between('activeFrom', 'activeTo') },
  requests: {
    received: between('receivedFrom', 'receivedTo'),
    decided: between('decidedFrom', 'decidedTo'),
    implemented: between('implementedFrom', 'implementedTo'),
  },
  engagements: { active: between('activeFrom', 'activeTo') },
  promises: { promised: between('promisedFrom', 'promisedTo') },
  challenges: { raised: between('raisedFrom', 'raisedTo') },
  meetings: { held: between('heldFrom', 'heldTo') },
};

/** The ways to count that a list allows. */
export const choicesOf = (area: ReportArea) => ({
  area,
  timings: [...Object.keys(timings[area]), 'none'],
  measures: ['rows', ...Object.keys(areaSpec(area).sums), 'share'],
  dimensions: Object.keys(areaSpec(area).dimensions),
});

/** Whether values are added up over records, so that a breakdown makes sense. */
export const canBeSplit = (measure: string): boolean => !means.has(measure);

/** The list behind an indicator of one's own in a period; null when the list has no such conditions any more. */
export function ownDrill({ area, timing }: Definition, filter: Filter, period: YearPeriod): Drill | null {
  const known = timings[area];
  const bounds = Object.hasOwn(known, timing) ? known[timing]?.(period) : {};
  const drill = Drill.safeParse({ area, filter: { ...filter, ...bounds } });
  return drill.success ? drill.data : null;
}

/** The name in a language; English falls back to Russian. */
export const ownName = ({ nameRu, nameKk, nameEn }: OwnIndicator, language: Language): string =>
  ({ kk: nameKk, ru: nameRu, en: nameEn ?? nameRu })[language];

function definitionOf({ t }: ReportContext, own: OwnIndicator): string {
  const { note, area, viewName, wholeViewName, timing, measure, wholeFilter } = own;
  const named = (view: string | null, filter: Filter): string => {
    if (view !== null) return t('indicators.definition.view', { name: view });
    return t(Object.keys(filter).length === 0 ? 'indicators.definition.all' : 'indicators.definition.conditions');
  };
  const parts = [
    t('indicators.definition.list', { list: t.dynamic(`shell.screens.${area}`), filter: named(viewName, own.filter) }),
    t('indicators.definition.timing', { timing: t.dynamic(`indicators.timings.${timing}`) }),
    measure === 'share'
      ? t('indicators.definition.share', { filter: named(wholeViewName, wholeFilter ?? {}) })
      : t('indicators.definition.measure', { measure: t.dynamic(`indicators.measures.${measure}`) }),
  ];
  return [...(note === null ? [] : [note]), ...parts].join(' ');
}

function unitOf({ t }: ReportContext, { area, measure, dimension }: OwnIndicator): string {
  if (measure === 'share' && dimension === null) return '';
  const key = measure === 'rows' || measure === 'share' ? `reports.units.${area}` : `indicators.units.${measure}`;
  return t.has(key) ? t.dynamic(key) : '';
}

const emptyTable: Table = { columns: [], rows: [], total: null };

type Drills = { readonly part: (period: YearPeriod) => Drill; readonly whole: (period: YearPeriod) => Drill };

function drillsOf(context: ReportContext, own: OwnIndicator): Drills | null {
  const whole = own.wholeFilter ?? {};
  const drill = (filter: Filter) => (period: YearPeriod) => ownDrill(own, filter, period);
  const drills = { part: drill({ ...whole, ...own.filter }), whole: drill(whole) };
  const ready = [drills.part(context.now), drills.whole(context.now)].every(one => one !== null);
  return ready ? (drills as Drills) : null;
}

function singleRow(context: ReportContext, own: OwnIndicator, { part, whole }: Drills): Table {
  const { figures, t } = context;
  const counted = (drill: (period: YearPeriod) => Drill, measure: Measure) =>
    overYears(context, period => figures.cell(drill(period), measure));
  if (own.measure !== 'share')
    return comparison(
      context,
      [{ key: 'value', label: ownName(own, t.language), ...counted(part, own.measure as Measure) }],
      true,
    );
  const [parts, wholes] = [counted(part, 'rows'), counted(whole, 'rows')];
  return comparison(
    context,
    [
      { key: 'part', label: t('indicators.rows.part'), ...parts },
      { key: 'whole', label: t('indicators.rows.whole'), ...wholes },
      {
        key: 'share',
        label: t('indicators.rows.share'),
        now: shareCell(parts.now, wholes.now),
        before: shareCell(parts.before, wholes.before),
        earlier: shareCell(parts.earlier, wholes.earlier),
      },
    ],
    true,
  );
}

function byDimension(context: ReportContext, own: OwnIndicator, { part, whole }: Drills, dimension: Dimension): Table {
  const { figures, t, now, before, nowName, beforeName } = context;
  const measure = own.measure === 'share' ? 'rows' : (own.measure as Measure);
  const columns: readonly TableColumn[] =
    own.measure === 'share'
      ? [
          { key: 'whole', title: t('indicators.rows.whole'), drill: whole(now) },
          { key: 'part', title: t('indicators.rows.part'), drill: part(now) },
          { key: 'share', title: t('indicators.columns.share'), part: 'part', whole: 'whole' },
        ]
      : [
          { key: 'now', title: nowName, drill: part(now), measure },
          { key: 'before', title: beforeName, drill: part(before), measure, previous: true },
        ];
  return breakdown(context, { dimension, labels: labelsOf(figures.db, t, own.area, dimension), columns });
}

/** The indicator that a record describes. */
export function ownIndicator(context: ReportContext, own: OwnIndicator): Indicator {
  const { t } = context;
  const { area, measure, dimension } = own;
  const drills = drillsOf(context, own);
  const known =
    (measure === 'share' || measure === 'rows' || measure in areaSpec(area).sums) &&
    (dimension === null || dimension in areaSpec(area).dimensions);
  const usable = drills !== null && known;
  const table = !usable
    ? emptyTable
    : dimension === null
      ? singleRow(context, own, drills)
      : byDimension(context, own, drills, dimension as Dimension);
  const chart = dimension === null || table.rows.length === 0 ? null : chartOf(t, table, chartColumns(measure));
  return {
    id: `own:${own.id}`,
    group: 'own',
    title: ownName(own, t.language),
    definition: usable ? definitionOf(context, own) : t('indicators.definition.unusable'),
    unit: unitOf(context, own),
    rowTitle: t.dynamic(`reports.columns.${dimension ?? 'indicator'}`),
    ...table,
    chart,
  };
}

const chartColumns = (measure: string): readonly string[] => (measure === 'share' ? ['share'] : ['now', 'before']);

/** The officer's own indicators in the order in which they were made. */
export const ownIndicators = (context: ReportContext): Indicator[] =>
  context.figures.db
    .column<string>('SELECT id FROM own_indicator ORDER BY created_at, id')
    .flatMap(id => readRecord(context.figures.db, 'ownIndicator', id) ?? [])
    .map(own => ownIndicator(context, own));
