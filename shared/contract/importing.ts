import { issueReasons } from '../domain/importing/drafts.ts';
import { importEntities } from '../domain/importing/fields.ts';
import { planReasons } from '../domain/importing/plan-types.ts';
import { Id } from './primitives.ts';
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

/** What the officer corrects about a sheet; `fields` maps a column position to a field, or to null to leave it out. */
const sheetOverride = z.strictObject({
  entity: ImportEntity.nullable().optional(),
  headerRow: z.int().min(1).optional(),
  fields: z.record(z.string().regex(/^\d{1,4}$/), z.string().max(60).nullable()).optional(),
});

const decisions = z.strictObject({
  /** Rows left out, as `sheet!row`. */
  leaveOut: z.array(z.string().max(200)).max(100_000).optional(),
  /** Words in the file → id of the firm or student they mean. */
  firms: z.record(z.string().max(300), Id).optional(),
  students: z.record(z.string().max(300), Id).optional(),
  createFirms: z.boolean().optional(),
  createStudents: z.boolean().optional(),
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
  entity: ImportEntity,
  action: RowAction,
  title: z.string(),
  /** Null for records that do not exist yet. */
  recordId: z.string().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), from: value, to: value })),
  conflicts: z.array(z.strictObject({ field: z.string(), kept: value, other: value })),
  issues: z.array(issue),
  remarks: z.array(remark),
  skip: z.enum(['total', 'repeatedHeading', 'sectionTitle', 'note']).nullable(),
  offer: z.enum(['createFirm', 'createStudent']).nullable(),
  /** The cells as they stand in the file. */
  shown: z.array(z.string()),
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
    }),
  ),
  counts: actionCounts,
  /** Rows refused only because they name a firm or a student not known yet: creating them lets the rows in. */
  waiting: z.strictObject({ firms: z.int(), students: z.int() }),
});

export const importPreview = z.strictObject({
  previewId: Id,
  fileName: z.string(),
  sheets: z.array(sheet),
  counts: actionCounts,
  /** Records that committing will create. */
  creates: entityCounts,
  /** Active students the national export no longer names: for the officer to confirm, never changed by the import. */
  absentStudents: z.strictObject({
    total: z.int(),
    first: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  }),
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
      sheet: z.string().max(200).optional(),
      actions: z.array(RowAction).optional(),
      /** Only rows with this finding. */
      reason: z.string().max(60).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.strictObject({ rows: z.array(row), total: z.int() }),
  ),
  /** Writes a preview as one batch: all or nothing, one step of undo. */
  'importing.commit': command(
    z.strictObject({ previewId: Id }),
    z.strictObject({
      /** Null when nothing had to be written. */
      batchId: z.string().nullable(),
      counts: actionCounts,
      creates: entityCounts,
      rejected: z.int(),
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
} as const;
