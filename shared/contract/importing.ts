import { issueReasons } from '../domain/importing/drafts.ts';
import { importEntities } from '../domain/importing/fields.ts';
import { planReasons } from '../domain/importing/plan-types.ts';
import { Id, IsoDay } from './primitives.ts';
import { command, query } from './procedure.ts';
import { z } from './zod.ts';

export const ImportEntity = z.enum(importEntities);
export const RowAction = z.enum(['create', 'update', 'same', 'merge', 'conflict', 'reject', 'skip']);

const actionCounts = z.strictObject({
  create: z.int(),
  update: z.int(),
  same: z.int(),
  merge: z.int(),
  conflict: z.int(),
  reject: z.int(),
  skip: z.int(),
});

const entityCounts = z.strictObject({
  firm: z.int(),
  contact: z.int(),
  agreement: z.int(),
  student: z.int(),
  placement: z.int(),
  request: z.int(),
});

/** A file on disk, the bytes of a dropped one, or a block pasted from the clipboard. */
const source = z.union([
  z.strictObject({ path: z.string().min(1).max(2000) }),
  z.strictObject({ name: z.string().max(300), bytes: z.custom<Uint8Array>(given => given instanceof Uint8Array) }),
  z.strictObject({ name: z.string().max(300), text: z.string().max(20_000_000) }),
]);

const columnKey = z.string().regex(/^\d{1,4}$/);

/** What the officer corrects about a sheet; `fields` maps a column position to a field, or to null to leave it out. */
const sheetOverride = z.strictObject({
  entity: ImportEntity.nullable().optional(),
  headerRow: z.int().min(1).optional(),
  fields: z.record(columnKey, z.string().max(60).nullable()).optional(),
});

/** `sheet!row`. */
const place = z.string().max(300);
const recordKey = z.string().min(1).max(400);

const decisions = z.strictObject({
  /** Rows left out, as `sheet!row`. */
  leaveOut: z.array(place).max(100_000).optional(),
  /** Words in the file → id of the firm or student they mean, stored or of this file; `new` for none of them. */
  firms: z.record(z.string().max(400), recordKey).optional(),
  students: z.record(z.string().max(400), recordKey).optional(),
  createFirms: z.boolean().optional(),
  createStudents: z.boolean().optional(),
  /** What is typed over cells of the file: `sheet!row` → column position → text. */
  edits: z.record(place, z.record(columnKey, z.string().max(8000))).optional(),
  /** Which value holds where two differ: `sheet!row` → field → choice. */
  conflicts: z.record(place, z.record(z.string().max(60), z.enum(['kept', 'other']))).optional(),
  /** Students the national export no longer names who have left, and on which day. */
  leavers: z.strictObject({ ids: z.array(Id).max(100_000), leftOn: IsoDay }).optional(),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const issue = z.strictObject({
  field: z.string(),
  severity: z.enum(['error', 'warning', 'repaired']),
  reason: z.enum(issueReasons),
  value: z.string(),
});

const remark = z.strictObject({
  reason: z.enum(planReasons),
  value: z.string(),
  candidates: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});

const row = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  /** Which record of the row, from 0: a row may hold several. */
  record: z.int(),
  entity: ImportEntity,
  action: RowAction,
  title: z.string(),
  /** Null for records that do not exist yet. */
  recordId: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), from: value, to: value })),
  conflicts: z.array(
    z.strictObject({ field: z.string(), kept: value, other: value, choice: z.enum(['kept', 'other']).nullable() }),
  ),
  issues: z.array(issue),
  remarks: z.array(remark),
  skip: z.enum(['total', 'repeatedHeading', 'sectionTitle', 'note']).nullable(),
  offer: z.enum(['createFirm', 'createStudent']).nullable(),
  /** The cells as they stand in the file. */
  shown: z.array(z.string()),
  /** Columns the officer has typed over. */
  edited: z.array(z.int()),
});
export type ImportRow = z.output<typeof row>;

const sheet = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  entity: ImportEntity.nullable(),
  confidence: z.number(),
  /** Why the sheet is left aside; null when it is understood. */
  reason: z.enum(['sheetEmpty', 'sheetHidden', 'noHeadings', 'unknownContent']).nullable(),
  headerRows: z.array(z.int()),
  /** The columns were arranged by a layout remembered from an earlier import. */
  remembered: z.boolean(),
  columns: z.array(
    z.strictObject({
      column: z.int(),
      heading: z.string(),
      field: z.string().nullable(),
      confidence: z.number(),
      samples: z.array(z.string()),
      /** 0; for a column that repeats another one for a further record of the row, which one. */
      record: z.int(),
    }),
  ),
  counts: actionCounts,
  /** Rows refused only because they name a firm or a student not known yet: creating them lets the rows in. */
  waiting: z.strictObject({ firms: z.int(), students: z.int() }),
  /** What was found in the rows, grouped by cause; the most serious and most frequent first. */
  causes: z.array(
    z.strictObject({
      reason: z.string(),
      severity: z.enum(['error', 'warning', 'repaired']),
      rows: z.int(),
    }),
  ),
});

export const importPreview = z.strictObject({
  previewId: Id,
  /** Counts the plans of this preview: rows read for an earlier one are out of date. */
  revision: z.int(),
  fileName: z.string(),
  sheets: z.array(sheet),
  counts: actionCounts,
  /** Records that committing will create. */
  creates: entityCounts,
  /** Active students the national export no longer names: written as having left only when the officer confirms it. */
  absentStudents: z.strictObject({
    students: z.array(z.strictObject({ id: z.string(), title: z.string(), group: z.string() })),
    /** How many of them the officer has confirmed as having left. */
    confirmed: z.int(),
  }),
  /** Words that may mean several records: asked once per value, however many rows have them. */
  questions: z.array(
    z.strictObject({
      kind: z.enum(['firms', 'students']),
      words: z.string(),
      rows: z.int(),
      candidates: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      /** The answer of now or of an earlier import; null while open. */
      answer: z.string().nullable(),
      /** The answer comes from an earlier import. */
      remembered: z.boolean(),
      /** The words stand in a list of such records, so they may also mean a new one. */
      mayBeNew: z.boolean(),
    }),
  ),
});

export const importing = {
  /** Reads a file and plans its import; nothing is written. Errors: those of reading a file. */
  'importing.preview': command(z.strictObject({ source, decisions: decisions.optional() }), importPreview),
  /** Plans again with what the officer has corrected or decided. Errors: notFound when the preview has gone. */
  'importing.adjust': command(
    z.strictObject({
      previewId: Id,
      sheets: z.record(z.string().max(200), sheetOverride).optional(),
      decisions: decisions.optional(),
    }),
    importPreview,
  ),
  /** The planned rows of a preview, in windows. */
  'importing.rows': query(
    [],
    z.strictObject({
      previewId: Id,
      /** The plan whose rows are meant; answers of another are not mistaken for its. */
      revision: z.int().optional(),
      sheet: z.string().max(200).optional(),
      actions: z.array(RowAction).optional(),
      /** Only rows with this finding. */
      reason: z.string().max(60).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.strictObject({ rows: z.array(row), total: z.int() }),
  ),
  /**
   * Writes a preview as one batch: all or nothing, one step of undo. Other commands wait while it is written.
   * Errors: cancelled, importChanged when the data have changed since and the plan with them.
   */
  'importing.commit': command(
    z.strictObject({ previewId: Id }),
    z.strictObject({
      /** Null when nothing had to be written. */
      batchId: z.string().nullable(),
      counts: actionCounts,
      creates: entityCounts,
      rejected: z.int(),
      /** Students written as having left. */
      leavers: z.int(),
    }),
  ),
  /** Writes the refused rows as a workbook with their original columns and the reasons, to be mended and imported again. */
  'importing.saveRejected': command(
    z.strictObject({ previewId: Id }),
    z.strictObject({ path: z.string().nullable(), rows: z.int() }),
  ),
  /** Layouts remembered from earlier imports. */
  'importing.profiles': query(
    ['importProfile'],
    z.strictObject({}),
    z.array(z.strictObject({ id: Id, headings: z.string(), entity: ImportEntity.nullable() })),
  ),
  'importing.forget': command(z.strictObject({ id: Id }), z.strictObject({})),
  /** What was answered about ambiguous words; `title` is null when the record is gone. */
  'importing.answers': query(
    ['importAnswer', 'firm', 'student'],
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: Id,
        kind: z.enum(['firm', 'student']),
        words: z.string(),
        title: z.string().nullable(),
      }),
    ),
  ),
  'importing.forgetAnswer': command(z.strictObject({ id: Id }), z.strictObject({})),
} as const;
