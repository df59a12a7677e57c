import { agreementFilter } from './agreements.ts';
import { meetingFilter } from './councils.ts';
import { requestFilter } from './curriculum.ts';
import { challengeFilter, engagementFilter, promiseFilter } from './engagement.ts';
import { firmFilter } from './firms.ts';
import { placementFilter } from './placements.ts';
import { Id, IsoDay, Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { studentFilter } from './students.ts';
import { z } from './zod.ts';

/** The list behind a number: an area and that area's own filter, so that opening it needs no translation. */
export const Drill = z.discriminatedUnion('area', [
  z.strictObject({ area: z.literal('firms'), filter: firmFilter }),
  z.strictObject({ area: z.literal('agreements'), filter: agreementFilter }),
  z.strictObject({ area: z.literal('students'), filter: studentFilter }),
  z.strictObject({ area: z.literal('placements'), filter: placementFilter }),
  z.strictObject({ area: z.literal('requests'), filter: requestFilter }),
  z.strictObject({ area: z.literal('engagements'), filter: engagementFilter }),
  z.strictObject({ area: z.literal('promises'), filter: promiseFilter }),
  z.strictObject({ area: z.literal('challenges'), filter: challengeFilter }),
  z.strictObject({ area: z.literal('meetings'), filter: meetingFilter }),
]);
export type Drill = z.output<typeof Drill>;

const SchoolYear = z.int().min(1990, 'year').max(2200, 'year');

/** The days a report is about. Last year's figures are those of the same span a year before. */
export const ReportSpan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('schoolYear'), year: SchoolYear }),
  z.strictObject({ kind: z.literal('calendarYear'), year: SchoolYear }),
  z.strictObject({ kind: z.literal('halfYear'), year: SchoolYear, half: z.literal([1, 2]) }),
  z
    .strictObject({ kind: z.literal('days'), from: IsoDay, to: IsoDay })
    .refine(({ from, to }) => from <= to, { error: 'endBeforeStart', path: ['to'] }),
]);
export type ReportSpan = z.output<typeof ReportSpan>;

/** The areas whose lists stand behind numbers. */
export const reportAreas = Drill.options.map(option => option.shape.area.value);
export const ReportArea = z.enum(reportAreas);
export type ReportArea = Drill['area'];

/**
 * How a number follows from the rows of its list: `rows` counts them; `hours` adds their hours at the enterprise (those of the
 * programme where the former are not given); `hoursChanged` adds the differences of hours; `days` is the mean time to decision;
 * `present` adds the council members who came, `listed` those who were marked as present or absent;
 * `percent` is 0–100, its list shows the whole that the share is taken of.
 */
export const Measure = z.enum(['rows', 'hours', 'hoursChanged', 'tenge', 'days', 'present', 'listed', 'percent']);
export type Measure = z.output<typeof Measure>;

export const ReportCell = z.strictObject({
  /** Null: not known, such as a share of nothing. */
  value: z.number().nullable(),
  measure: Measure,
  drill: Drill,
  /** What the officer has set for the year of the report. */
  target: z.strictObject({ value: z.number(), direction: z.enum(['atLeast', 'atMost']) }).optional(),
});
export type ReportCell = z.output<typeof ReportCell>;

export const reportGroups = [
  'summary',
  'partners',
  'agreements',
  'students',
  'placements',
  'requests',
  'engagement',
  'hired',
  'own',
] as const;

const reportColumn = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** `mixed` columns hold numbers whose unit stands in the row's label. */
  type: z.enum(['integer', 'percent', 'mixed']),
  /** The cells are last year's, shown for comparison. */
  previous: z.boolean(),
});

const reportRow = z.strictObject({
  key: z.string(),
  label: z.string(),
  cells: z.record(z.string(), ReportCell),
});
export type ReportRow = z.output<typeof reportRow>;

export const Indicator = z.strictObject({
  id: z.string(),
  group: z.enum(reportGroups),
  title: z.string(),
  /** What is counted and how, in the language of the report. */
  definition: z.string(),
  /** The unit of the figures as readers write it; empty where rows have units of their own. */
  unit: z.string(),
  /** What a row is: «Специальность», «Показатель». */
  rowTitle: z.string(),
  columns: z.array(reportColumn),
  rows: z.array(reportRow),
  total: reportRow.nullable(),
  /** What to draw: one bar per label and series; `summary` says the same in words. */
  chart: z
    .strictObject({
      labels: z.array(z.string()),
      series: z.array(
        z.strictObject({ name: z.string(), previous: z.boolean(), values: z.array(z.number().nullable()) }),
      ),
      /** The list behind each label of the first series; null where a label gathers several lists. */
      drills: z.array(Drill.nullable()),
      /** The same for the series after the first, in their order. */
      moreDrills: z.array(z.array(Drill.nullable())).optional(),
      percent: z.boolean(),
      summary: z.string(),
    })
    .nullable(),
});
export type Indicator = z.output<typeof Indicator>;

const period = z.strictObject({ start: IsoDay, end: IsoDay });

export const AnnualReport = z.strictObject({
  /** First calendar year of the school year that the period begins in. */
  schoolYear: z.int(),
  /** The school year, when it is left out. */
  span: ReportSpan.optional(),
  language: Language,
  period,
  previousPeriod: period,
  /** School years that have anything to report, newest first. */
  years: z.array(z.int()),
  title: z.string(),
  /** «2025–2026 учебный год», «I полугодие 2026 года», «01.09.2025–31.12.2025» */
  periodName: z.string(),
  college: z.string(),
  /** The day of the figures. */
  asOf: IsoDay,
  /** The figures can still change: they are not frozen. */
  draft: z.boolean(),
  indicators: z.array(Indicator),
  notes: z.array(z.string()),
});
export type AnnualReport = z.output<typeof AnnualReport>;

export const ReportFormat = z.enum(['xlsx', 'docx', 'pdf']);
export type ReportFormat = z.output<typeof ReportFormat>;

/** Which report: `span`, or the school year; the present school year when neither is given. */
export const reportSubject = {
  span: ReportSpan.optional(),
  schoolYear: SchoolYear.optional(),
  language: Language,
} as const;

export const reports = {
  /** The indicators of a period with last year's beside them. */
  'reports.annual': query(
    [
      'firm',
      'agreement',
      'agreementType',
      'amendment',
      'student',
      'specialty',
      'practiceType',
      'placement',
      'request',
      'engagement',
      'engagementKind',
      'promise',
      'challenge',
      'meeting',
      'ownIndicator',
      'indicatorChoice',
      'indicatorTarget',
      'setting',
    ],
    z.strictObject(reportSubject),
    AnnualReport,
  ),
  /**
   * Writes the documents behind the figures of a period – scans, letters, minutes, attached files – and an index into one ZIP archive.
   * Errors: notFound, refused, noAccess, diskFull, cancelled.
   */
  'reports.evidence': command(
    z.strictObject({ ...reportSubject, frozenId: Id.optional(), folder: z.string().min(1).max(1000).optional() }),
    z.strictObject({
      folder: z.string(),
      path: z.string(),
      name: z.string(),
      bytes: z.int(),
      /** Documents in the archive, and those that the index names as not there. */
      files: z.int(),
      missing: z.int(),
    }),
  ),
  /** Every number of a report in one table, a number a line, for copying into a form. Errors: notFound. */
  'reports.flat': query(
    ['history'],
    z.strictObject({ ...reportSubject, frozenId: Id.optional() }),
    z.strictObject({
      columns: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
  /** Writes the report into a folder (that of the college's reports when none is named). Errors: refused, fileBusy, noAccess, diskFull. */
  'reports.export': command(
    z.strictObject({
      ...reportSubject,
      formats: z.array(ReportFormat).min(1, 'required').max(3),
      folder: z.string().min(1).max(1000).optional(),
      /** A frozen report instead of the present figures; it has its own school year and language. */
      frozenId: Id.optional(),
    }),
    z.strictObject({
      folder: z.string(),
      files: z.array(z.strictObject({ format: ReportFormat, name: z.string(), path: z.string(), bytes: z.int() })),
    }),
  ),
} as const;
