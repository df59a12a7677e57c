import { Id, IsoDay, Language } from './primitives.ts';
import { command, query } from './procedure.ts';
import { recordMeta } from './records.ts';
import { AnnualReport, Measure, ReportArea, reportSubject } from './reports.ts';
import { z } from './zod.ts';

/** A submitted report. Its figures and lists are kept under `hash` and never change; only `withdrawn` can. */
export const frozenReportRecord = z.strictObject({
  ...recordMeta,
  /** The school year that the period begins in. */
  schoolYear: z.int(),
  language: Language,
  /** «2025–2026 учебный год» */
  periodName: z.string(),
  /** The day of the figures. */
  asOf: IsoDay,
  note: z.string().nullable(),
  frozenBy: z.string(),
  frozenAt: z.string(),
  /** SHA-256 of the canonical JSON of everything that was frozen, 64 hexadecimal digits. */
  hash: z.string(),
  /** Frozen by mistake or replaced: it stays, but no longer counts as submitted. */
  withdrawn: z.boolean(),
});
export type FrozenReport = z.output<typeof frozenReportRecord>;

const FrozenRow = z.strictObject({
  id: Id,
  title: z.string(),
  /** One text per column, as the list showed it on the day. */
  cells: z.array(z.string()),
  /** The record is no longer there. */
  gone: z.boolean(),
});

/** What a record adds to a figure: 1 where rows are counted, hours or days where those are added up. */
const ReportDifference = z.strictObject({
  area: ReportArea,
  id: Id,
  title: z.string(),
  kind: z.enum(['came', 'went', 'changed']),
  before: z.number().nullable(),
  after: z.number().nullable(),
  gone: z.boolean(),
});
export type ReportDifference = z.output<typeof ReportDifference>;

const ChangedFigure = z.strictObject({
  row: z.string(),
  rowLabel: z.string(),
  column: z.string(),
  columnTitle: z.string(),
  measure: Measure,
  before: z.number().nullable(),
  after: z.number().nullable(),
  records: z.array(ReportDifference),
});
export type ChangedFigure = z.output<typeof ChangedFigure>;

export const ReportChanges = z.strictObject({
  language: Language,
  asOf: IsoDay,
  today: IsoDay,
  /** How many numbers of the frozen report were compared. */
  compared: z.int(),
  indicators: z.array(z.strictObject({ id: z.string(), title: z.string(), figures: z.array(ChangedFigure) })),
});
export type ReportChanges = z.output<typeof ReportChanges>;

/** The records that stand behind numbers. */
const behind = [
  'firm',
  'agreement',
  'student',
  'placement',
  'request',
  'engagement',
  'promise',
  'challenge',
  'meeting',
] as const;

export const frozenReports = {
  /** Freezes the report of a period as it stands now, with the lists behind its numbers. */
  'reports.freeze': command(
    z.strictObject({
      ...reportSubject,
      note: z.string().trim().max(500, 'tooLong').nullable().default(null),
    }),
    frozenReportRecord,
  ),
  /** Says that a frozen report does not count, or counts again. It is never erased. Errors: notFound. */
  'reports.withdraw': command(z.strictObject({ id: Id, withdrawn: z.boolean() }), frozenReportRecord),
  /** Every frozen report, newest first. */
  'reports.frozen': query(['frozenReport'], z.strictObject({}), z.array(frozenReportRecord)),
  /** A frozen report as it was; `sound` is false when its content no longer has the hash. Errors: notFound. */
  'reports.frozenReport': query(
    ['frozenReport'],
    z.strictObject({ id: Id }),
    z.strictObject({ frozen: frozenReportRecord, report: AnnualReport, sound: z.boolean() }),
  ),
  /** The list behind a number of a frozen report, as it was. Errors: notFound. */
  'reports.frozenList': query(
    ['frozenReport', ...behind],
    z.strictObject({ id: Id, drill: z.strictObject({ area: ReportArea, filter: z.record(z.string(), z.unknown()) }) }),
    z.strictObject({ area: ReportArea, columns: z.array(z.string()), rows: z.array(FrozenRow) }),
  ),
  /** What the same report would say differently today, number by number and record by record. Errors: notFound. */
  'reports.changes': query(
    [
      'frozenReport',
      ...behind,
      'agreementType',
      'amendment',
      'specialty',
      'practiceType',
      'engagementKind',
      'ownIndicator',
      'setting',
    ],
    z.strictObject({ id: Id }),
    ReportChanges,
  ),
  /** Computes the hash of a frozen report anew and compares. Errors: notFound. */
  'reports.verify': command(
    z.strictObject({ id: Id }),
    z.strictObject({ sound: z.boolean(), hash: z.string(), computed: z.string() }),
  ),
} as const;
