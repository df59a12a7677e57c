import type { Input, Output } from '#shared/contract/index.ts';
import type { RawBook } from '#shared/domain/importing/cells.ts';
import type { ParsedSheet } from '#shared/domain/importing/drafts.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { countActions, countInserts, planImport } from '#shared/domain/importing/plan.ts';
import {
  type ExistingRecords,
  type ImportPlan,
  type PlanDecisions,
  placeOf,
} from '#shared/domain/importing/plan-types.ts';
import { recogniseBook, type SheetOverride, type SheetRecognition } from '#shared/domain/importing/recognise.ts';
import { bracketCodes } from '#shared/domain/importing/words.ts';
import { AppError } from '#shared/result.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import type { Answers } from './answers.ts';
import { causesOf, questionsOf } from './plan-summary.ts';

/** A file that has been read and is being decided about; it lives in memory only. */
export type Preview = {
  readonly id: string;
  /** Counts its plans. */
  readonly revision: number;
  readonly book: RawBook;
  readonly overrides: Readonly<Record<string, SheetOverride>>;
  /** Sheets arranged by a remembered layout. */
  readonly remembered: readonly string[];
  readonly decisions: PlanDecisions;
  readonly sheets: readonly SheetRecognition[];
  readonly parsed: readonly ParsedSheet[];
  readonly plan: ImportPlan;
  /** The state of the data the plan was made for. */
  readonly version: number;
  /** Words answered in an earlier import. */
  readonly answers: Answers;
};

/** How many previews are kept: the officer looks at one, a second window or a retry may need another. */
const kept = 2;

/** The previews of one application. */
export class Previews {
  readonly #previews = new Map<string, Preview>();

  keep(given: Preview): Preview {
    const preview = { ...given, revision: given.revision + 1 };
    this.#previews.delete(preview.id);
    this.#previews.set(preview.id, preview);
    for (const id of [...this.#previews.keys()].slice(0, -kept)) this.#previews.delete(id);
    return preview;
  }

  /** Errors: notFound. */
  take(id: string): Preview {
    const preview = this.#previews.get(id);
    if (preview === undefined) throw new AppError('notFound');
    return preview;
  }

  drop(id: string): void {
    this.#previews.delete(id);
  }

  isEmpty(): boolean {
    return this.#previews.size === 0;
  }
}

type Understood = Pick<Preview, 'id' | 'revision' | 'book' | 'overrides' | 'remembered' | 'decisions'>;

/** What a plan is made against. */
export type Surroundings = {
  readonly existing: ExistingRecords;
  readonly answers: Answers;
  readonly version: number;
  readonly steps: Steps;
};

/** Understands the book and plans it against what is stored now. Errors: cancelled. */
export function planPreview(understood: Understood, around: Surroundings): Preview {
  const sheets = recogniseBook(understood.book, understood.overrides).map(sheet =>
    withEdits(sheet, understood.decisions.edits ?? {}),
  );
  around.steps.expect(2 * sheets.reduce((sum, sheet) => sum + (sheet.entity === null ? 0 : sheet.rows.length), 0));
  const parsed = sheets.flatMap(sheet => parseSheet(sheet, around.steps.step) ?? []);
  return planned({ ...understood, sheets, parsed }, around);
}

/** Plans what has been understood before against what is stored now. Errors: cancelled. */
export function replan(preview: Omit<Preview, 'plan' | 'version' | 'answers'>, around: Surroundings): Preview {
  around.steps.expect(preview.parsed.reduce((sum, sheet) => sum + sheet.rows.length, 0));
  return planned(preview, around);
}

function planned(
  preview: Omit<Preview, 'plan' | 'version' | 'answers'>,
  { existing, answers, version, steps }: Surroundings,
): Preview {
  const wholeContingent = preview.sheets.some(isNationalExport);
  const { firms, students, ...rest } = preview.decisions;
  const decisions = {
    ...rest,
    firms: { ...answers.firms, ...firms },
    students: { ...answers.students, ...students },
  };
  const plan = planImport(preview.parsed, existing, { decisions, wholeContingent, step: steps.step });
  return { ...preview, plan, version, answers };
}

/** The rows with what the officer has typed over their cells. */
function withEdits(sheet: SheetRecognition, edits: NonNullable<PlanDecisions['edits']>): SheetRecognition {
  if (Object.keys(edits).length === 0) return sheet;
  const rows = sheet.rows.map(row => {
    const typed = edits[placeOf(sheet.sheet, row.number)];
    if (typed === undefined) return row;
    const cells = [...row.cells];
    for (const [column, text] of Object.entries(typed)) {
      while (cells.length <= Number(column)) cells.push(null);
      cells[Number(column)] = text === '' ? null : text;
    }
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

/** The export of the national database lists the whole contingent; its headings carry codes in brackets. */
function isNationalExport(sheet: SheetRecognition): boolean {
  if (sheet.entity !== 'student') return false;
  return sheet.columns.filter(column => bracketCodes(column.heading).length > 0).length >= 3;
}

const noActions = countActions([]);

/** A preview as the screen gets it. */
export function describePreview(preview: Preview): Output<'importing.preview'> {
  const { plan } = preview;
  return {
    previewId: preview.id,
    revision: preview.revision,
    fileName: preview.book.fileName,
    sheets: preview.sheets.map(sheet => ({
      name: sheet.sheet,
      hidden: sheet.hidden,
      entity: sheet.entity,
      confidence: sheet.confidence,
      reason: sheet.reason,
      headerRows: [...sheet.headerRows],
      remembered: preview.remembered.includes(sheet.sheet),
      columns: sheet.columns.map(column => ({ ...column, samples: [...column.samples] })),
      counts: plan.sheets.find(planned => planned.sheet === sheet.sheet)?.counts ?? noActions,
      waiting: waitingRows(plan, sheet.sheet),
      causes: causesOf(plan, sheet.sheet),
    })),
    counts: plan.counts,
    creates: countInserts(plan),
    absentStudents: {
      students: plan.absentStudents.map(entry => ({ ...entry })),
      confirmed: plan.leavers,
    },
    questions: questionsOf(preview),
  };
}

function waitingRows(plan: ImportPlan, name: string): { firms: number; students: number } {
  const rows = plan.sheets.find(planned => planned.sheet === name)?.rows ?? [];
  const offering = (offer: 'createFirm' | 'createStudent') => rows.filter(row => row.offer === offer).length;
  return { firms: offering('createFirm'), students: offering('createStudent') };
}

/** A window of the planned rows; references are given by their titles. */
export function listRows(
  preview: Preview,
  input: Input<'importing.rows'>,
  titleOfId: (id: string) => string | null,
): Output<'importing.rows'> {
  const rows = preview.plan.sheets
    .filter(sheet => input.sheet === undefined || sheet.sheet === input.sheet)
    .flatMap(sheet => sheet.rows)
    .filter(row => input.actions === undefined || input.actions.includes(row.action))
    .filter(
      row =>
        input.reason === undefined ||
        row.skip === input.reason ||
        row.issues.some(issue => issue.reason === input.reason) ||
        row.remarks.some(remark => remark.reason === input.reason),
    );
  const newNames = new Map<string, string>();
  for (const { kind, id, values } of preview.plan.operations) {
    const name = values['name'] ?? values['nameRu'];
    if (kind === 'insert' && typeof name === 'string') newNames.set(id, name);
  }
  const plain = (field: string, value: unknown): string | number | boolean | null => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string')
      return field.endsWith('Id') ? (newNames.get(value) ?? titleOfId(value) ?? value) : value;
    return typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
  };
  return {
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit).map(row => ({
      ...row,
      recordId: row.recordId?.startsWith('new:') === true ? null : row.recordId,
      changes: row.changes.map(({ field, from, to }) => ({ field, from: plain(field, from), to: plain(field, to) })),
      conflicts: row.conflicts.map(({ field, kept: held, other, choice }) => ({
        field,
        kept: plain(field, held),
        other: plain(field, other),
        choice: choice ?? null,
      })),
      issues: row.issues.map(issue => ({ ...issue })),
      remarks: row.remarks.map(remark => ({ ...remark, candidates: remark.candidates.map(entry => ({ ...entry })) })),
      shown: [...row.shown],
      edited: [...row.edited],
    })),
  };
}
