import { Id, Language, optionalText, requiredText } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { ReportArea, reportGroups } from './reports.ts';
import { z } from './zod.ts';

const Filter = z.record(z.string().max(60), z.unknown());
/** The key of an indicator, of one of its rows or columns. */
const Key = z.string().min(1).max(120);

/** An indicator that the officer has put together from a list, a filter and a way to count. */
export const ownIndicatorFields = z.strictObject({
  nameRu: requiredText(200),
  nameKk: requiredText(200),
  nameEn: optionalText(200),
  /** Stands before the definition that follows from the other fields. */
  note: optionalText(1000),
  area: ReportArea,
  /** Conditions of the list; those of the period come on top of them. */
  filter: Filter,
  /** The saved view that the conditions were taken from. */
  viewName: optionalText(80),
  /** Which day of a record lies in the period: a key of `timings`, or `none`. */
  timing: z.string().max(40),
  /** `rows`, `share`, or the name of a sum of the list. */
  measure: z.string().max(40),
  /** One row per value of it; a single row when there is none. */
  dimension: z.string().max(40).nullable(),
  /** Of a share: the conditions of the whole; the part has those of `filter` besides. */
  wholeFilter: Filter.nullable(),
  wholeViewName: optionalText(80),
});
export const ownIndicatorRecord = z.strictObject({ ...recordMeta, ...ownIndicatorFields.shape });

/** Whether an indicator stands in the report, and where; its id is the indicator's. Without a record it shows in its own place. */
export const indicatorChoiceRecord = z.strictObject({ ...recordMeta, shown: z.boolean(), position: z.int().min(0) });

/** Years that targets are set for. */
export const TargetSpan = z.enum(['schoolYear', 'calendarYear']);
export type TargetSpan = z.output<typeof TargetSpan>;
/** `atLeast`: the figure has to reach the target; `atMost`: it must not exceed it. */
export const TargetDirection = z.enum(['atLeast', 'atMost']);
export type TargetDirection = z.output<typeof TargetDirection>;

/** What a figure is meant to be in a year. */
export const indicatorTargetRecord = z.strictObject({
  ...recordMeta,
  indicator: Key,
  rowKey: Key,
  columnKey: Key,
  span: TargetSpan,
  /** The calendar year, or the first one of the school year. */
  year: z.int().min(1990, 'year').max(2200, 'year'),
  value: z.number('number'),
  direction: TargetDirection,
});

/** What the report can be made of. */
const reads = ['ownIndicator', 'indicatorChoice'] as const;

export const indicators = {
  ...recordProcedures({
    name: 'ownIndicators',
    entity: 'ownIndicator',
    fields: ownIndicatorFields,
    row: ownIndicatorRecord,
    detail: ownIndicatorRecord,
    filter: z.strictObject({ area: ReportArea.optional(), ids: z.array(z.string()).optional() }),
    reads: [],
  }),
  /** The ways to count that each list allows. */
  'indicators.choices': query(
    [],
    z.strictObject({}),
    z.array(
      z.strictObject({
        area: ReportArea,
        timings: z.array(z.string()),
        measures: z.array(z.string()),
        dimensions: z.array(z.string()),
      }),
    ),
  ),
  /** Every indicator in the order of the report, those that are switched off too. */
  'indicators.layout': query(
    reads,
    z.strictObject({ language: Language }),
    z.array(
      z.strictObject({
        id: Key,
        group: z.enum(reportGroups),
        title: z.string(),
        definition: z.string(),
        unit: z.string(),
        shown: z.boolean(),
        /** The record behind an indicator of the officer's own. */
        ownId: Id.nullable(),
      }),
    ),
  ),
  /** Says which indicators the report has, in which order. Indicators that are not named keep their places after them. */
  'indicators.arrange': command(
    z.strictObject({ order: z.array(z.strictObject({ id: Key, shown: z.boolean() })).max(500) }),
    z.strictObject({ changed: z.int() }),
  ),
  /** Takes every choice back, so that the report is as the program brings it. */
  'indicators.resetLayout': command(z.strictObject({}), z.strictObject({ changed: z.int() })),
  /** Sets targets of figures for a year; a target without a value is removed. */
  'indicators.setTargets': command(
    z.strictObject({
      targets: z
        .array(
          indicatorTargetRecord
            .pick({ indicator: true, rowKey: true, columnKey: true, span: true, year: true, direction: true })
            .extend({ value: z.number('number').nullable() }),
        )
        .min(1)
        .max(500),
    }),
    z.strictObject({ changed: z.int() }),
  ),
} as const;
