import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { RawBook } from '#shared/domain/importing/cells.ts';
import { countInserts } from '#shared/domain/importing/plan.ts';
import type { PlanDecisions } from '#shared/domain/importing/plan-types.ts';
import type { SheetOverride } from '#shared/domain/importing/recognise.ts';
import { splitTables } from '#shared/domain/importing/split-tables.ts';
import { AppError } from '#shared/result.ts';
import { openBeside } from '../../database/connection.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb, WriteDb } from '../../database/handles.ts';
import { readRecord, runBatch, type Transaction } from '../../database/records.ts';
import { readWorkbook, readWorkbookBytes } from '../../jobs/read-workbook.ts';
import { type DeskCall, type DeskPlace, portsOf } from '../../jobs/serve-desk.ts';
import type { Steps } from '../../jobs/work-signal.ts';
import { readSettings } from '../settings/queries.ts';
import { rememberAnswers, rememberedAnswers } from './answers.ts';
import { rememberedLayouts, rememberedOverrides, rememberLayouts } from './layouts.ts';
import { describePreview, listRows, type Preview, Previews, planPreview, replan } from './previews.ts';
import { readTextTable } from './read-text-table.ts';
import { rejectedWorkbook } from './rejected-workbook.ts';
import { storedRecords } from './stored-records.ts';
import { writePlan } from './write-plan.ts';

export type Committed = {
  readonly value: Output<'importing.commit'>;
  readonly changed: readonly EntityName[];
  /** Nothing is remembered that anybody could still ask for. */
  readonly done: boolean;
};

/** The import away from the main thread: files are read, planned and written here; previews live between the calls. */
export type ImportDesk = {
  readonly preview: (
    input: Input<'importing.preview'>,
    call: DeskCall,
    steps: Steps,
  ) => Promise<Output<'importing.preview'>>;
  readonly adjust: (input: Input<'importing.adjust'>, call: DeskCall, steps: Steps) => Output<'importing.adjust'>;
  readonly rows: (input: Input<'importing.rows'>) => Output<'importing.rows'>;
  readonly commit: (input: Input<'importing.commit'>, call: DeskCall, steps: Steps) => Committed;
  /** Brings what a commit has left in the log into the file itself; the commit is safe without. */
  readonly settle: () => void;
  readonly saveRejected: (input: Input<'importing.saveRejected'>) => Promise<Output<'importing.saveRejected'>>;
};

export function createImportDesk({ databaseFile, reportFolder }: DeskPlace): ImportDesk {
  const previews = new Previews();
  /** The file is opened for each call: between two calls it may be exchanged for a restored one. */
  const opened = <T>(use: (db: WriteDb) => T): T => {
    const db = openBeside(databaseFile);
    try {
      return use(db);
    } finally {
      db.close();
    }
  };
  return {
    preview: async ({ source, decisions }, { id }, steps) => {
      const book = splitTables(await readSource(source, steps));
      return opened(db => {
        const profiles = rememberedLayouts(db);
        const overrides = profiles.size === 0 ? {} : rememberedOverrides(book, profiles);
        const understood = {
          id,
          revision: 0,
          book,
          overrides,
          remembered: Object.keys(overrides),
          decisions: toDecisions(decisions),
        };
        return describePreview(previews.keep(planPreview(understood, surroundings(db, steps))));
      });
    },
    adjust: (input, _call, steps) => {
      const preview = previews.take(input.previewId);
      const overrides = { ...preview.overrides };
      for (const [name, given] of Object.entries(input.sheets ?? {})) {
        overrides[name] = { ...overrides[name], ...toOverride(given) };
      }
      const decisions = { ...preview.decisions, ...toDecisions(input.decisions) };
      const readAgain = input.sheets !== undefined || !sameEdits(preview.decisions, decisions);
      return opened(db => {
        const around = surroundings(db, steps);
        const next = readAgain
          ? planPreview({ ...preview, overrides, decisions }, around)
          : replan({ ...preview, decisions }, around);
        return describePreview(previews.keep(next));
      });
    },
    rows: input => {
      const preview = previews.take(input.previewId);
      return opened(db => listRows(preview, input, id => titleOfRecord(db, id)));
    },
    commit: ({ previewId }, call, steps) => {
      const preview = previews.take(previewId);
      const written = opened(db => {
        db.pragma('wal_autocheckpoint = 0'); // left to `settle`, so that the officer does not wait for it
        return runBatch(db, portsOf(call), tx => commitPreview(tx, preview, previews, steps));
      });
      const { counts } = preview.plan;
      if (counts.reject === 0) previews.drop(previewId);
      else previews.keep(afterWriting(preview));
      return {
        value: {
          batchId: written.batchId,
          counts,
          creates: countInserts(preview.plan),
          rejected: counts.reject,
          leavers: preview.plan.leavers,
        },
        changed: written.changed,
        done: previews.isEmpty(),
      };
    },
    settle: () => {
      opened(db => db.pragma('wal_checkpoint(PASSIVE)'));
    },
    saveRejected: async ({ previewId }) => {
      const preview = previews.take(previewId);
      const workbook = await rejectedWorkbook(
        preview,
        opened(db => readSettings(db).language),
      );
      if (workbook === null) return { path: null, rows: 0 };
      const path = join(reportFolder, workbook.name);
      mkdirSync(reportFolder, { recursive: true });
      writeFileSync(path, workbook.bytes);
      return { path, rows: workbook.rows };
    },
  };
}

/** What planning looks at besides the file. */
function surroundings(db: ReadDb, steps: Steps) {
  return { existing: storedRecords(db), answers: rememberedAnswers(db), version: dataVersion(db), steps };
}

/** The newest line of the audit: every change of any record has one, so the same line means the same data. */
const dataVersion = (db: ReadDb): number => db.value<number | null>('SELECT max(seq) FROM audit') ?? 0;

/**
 * Writes the plan the officer has seen. When the data have changed since, it is made again inside the transaction; only if it
 * comes out the same is it written. Errors: importChanged, cancelled.
 */
function commitPreview(tx: Transaction, preview: Preview, previews: Previews, steps: Steps): void {
  if (dataVersion(tx.db) !== preview.version) {
    const current = replan(preview, surroundings(tx.db, steps));
    if (JSON.stringify(current.plan.operations) !== JSON.stringify(preview.plan.operations)) {
      previews.keep(current);
      throw new AppError('importChanged');
    }
  }
  steps.expect(preview.plan.operations.length);
  const ids = writePlan(tx, preview.plan.operations, steps.step);
  rememberLayouts(tx, preview);
  rememberAnswers(tx, preview.decisions, ids);
  tx.label('imported', { file: preview.book.fileName });
}

/** After writing only the refused rows are asked for, with the lines they stand under. */
function afterWriting(preview: Preview): Preview {
  const sheets = preview.plan.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.filter(row => row.action === 'reject' || row.skip !== null),
  }));
  return {
    ...preview,
    book: { ...preview.book, sheets: [] },
    parsed: [],
    sheets: preview.sheets.map(sheet => ({ ...sheet, rows: [] })),
    plan: { ...preview.plan, sheets, operations: [] },
  };
}

async function readSource(source: Input<'importing.preview'>['source'], steps: Steps): Promise<RawBook> {
  if ('text' in source) {
    const sheet = readTextTable(source.text, source.name);
    if (sheet.rows.length === 0) throw new AppError('fileEmpty', { name: source.name });
    return { fileName: source.name, format: 'text', sheets: [sheet] };
  }
  const reading = new AbortController();
  const watch = setInterval(() => steps.stopped() && reading.abort(), 100);
  try {
    const { signal } = reading;
    return 'path' in source
      ? await readWorkbook(source.path, { signal })
      : await readWorkbookBytes(source.bytes, source.name, { signal });
  } finally {
    clearInterval(watch);
  }
}

type GivenOverride = NonNullable<Input<'importing.adjust'>['sheets']>[string];

function toOverride({ entity, headerRow, fields }: GivenOverride): SheetOverride {
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(fields === undefined
      ? {}
      : { fields: Object.fromEntries(Object.entries(fields).map(([column, field]) => [Number(column), field])) }),
  };
}

function toDecisions(given: Input<'importing.adjust'>['decisions']): PlanDecisions {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
}

const sameEdits = (left: PlanDecisions, right: PlanDecisions): boolean =>
  JSON.stringify(left.edits ?? {}) === JSON.stringify(right.edits ?? {});

const titled = [
  'firm',
  'student',
  'group',
  'specialty',
  'qualification',
  'agreementType',
  'practiceType',
  'contact',
  'agreement',
] as const;

/** The name of a stored record of any kind, for showing a reference. */
function titleOfRecord(db: ReadDb, id: string): string | null {
  for (const entity of titled) {
    const record = readRecord(db, entity, id);
    if (record !== undefined) return (entities[entity].title as (record: unknown, db: ReadDb) => string)(record, db);
  }
  return null;
}
