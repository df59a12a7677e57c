import { Id, IsoDay, Language } from './primitives.ts';
import { command } from './procedure.ts';
import { Measure, ReportArea } from './reports.ts';
import { z } from './zod.ts';

const sentRow = z.strictObject({
  key: z.string().max(200),
  label: z.string().max(1000),
  /** By the key of the column. */
  cells: z.record(
    z.string().max(100),
    z.strictObject({ value: z.number().nullable(), measure: Measure, area: ReportArea }),
  ),
});

/** A table of figures without the lists behind them. */
const sentIndicator = z.strictObject({
  id: z.string().max(200),
  title: z.string().max(1000),
  rowTitle: z.string().max(1000),
  columns: z.array(z.strictObject({ key: z.string().max(100), title: z.string().max(1000) })).max(50),
  rows: z.array(sentRow).max(20_000),
  total: sentRow.nullable(),
});

/** The figures of one frozen report, as a college hands them to whoever adds up several colleges. No names of persons. */
export const SentFigures = z.strictObject({
  college: z.string().max(1000),
  language: Language,
  periodName: z.string().max(200),
  period: z.strictObject({ start: IsoDay, end: IsoDay }),
  asOf: IsoDay,
  frozenAt: z.string().max(40),
  /** The hash that the college keeps the whole report under, lists included. */
  reportHash: z.string().regex(/^[0-9a-f]{64}$/u),
  indicators: z.array(sentIndicator).max(200),
});
export type SentFigures = z.output<typeof SentFigures>;

/** The file: `hash` is the SHA-256 of the canonical JSON of `figures`. */
export const SentReport = z.strictObject({
  kind: z.literal('seriktes-report'),
  format: z.literal(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  figures: SentFigures,
});
export type SentReport = z.output<typeof SentReport>;

/**
 * What became of a file: `fits`; `replaced` by a later report of the same college and period; `changed` after it was written;
 * `unreadable`, or of a newer form.
 */
export const ReceivedState = z.enum(['fits', 'replaced', 'changed', 'unreadable']);

const received = z.strictObject({
  file: z.string(),
  state: ReceivedState,
  /** Null when the file cannot be read. */
  about: SentFigures.pick({
    college: true,
    periodName: true,
    period: true,
    asOf: true,
    frozenAt: true,
    reportHash: true,
  })
    .strict()
    .nullable(),
});
export type Received = z.output<typeof received>;

const Folder = z.string().min(1, 'required').max(1000);

/** Figures of several colleges in one workbook, for a region or a ministry. */
export const reportRollUp = {
  /** Writes the figures of a frozen report into a file of their own. Errors: notFound, refused (its content is not what was frozen), fileBusy, noAccess, diskFull. */
  'reports.send': command(
    z.strictObject({ id: Id, folder: Folder.optional() }),
    z.strictObject({ folder: z.string(), name: z.string(), path: z.string(), bytes: z.int() }),
  ),
  /** Looks at the files of colleges in a folder, by name; nothing is changed. Errors: noAccess. */
  'reports.received': command(z.strictObject({ folder: Folder }), z.strictObject({ files: z.array(received) })),
  /**
   * Writes the figures of the colleges for one period side by side into a workbook in that folder.
   * Errors: rollUpEmpty, noAccess, fileBusy, diskFull.
   */
  'reports.rollUp': command(
    z.strictObject({ folder: Folder, period: z.strictObject({ start: IsoDay, end: IsoDay }), language: Language }),
    z.strictObject({
      folder: z.string(),
      name: z.string(),
      path: z.string(),
      bytes: z.int(),
      colleges: z.int(),
      /** Files that are not in it. */
      left: z.int(),
    }),
  ),
} as const;
