import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import type { RawBook } from '#shared/domain/importing/cells.ts';
import type { ImportEntity } from '#shared/domain/importing/fields.ts';
import { countInserts } from '#shared/domain/importing/plan.ts';
import type { PlanDecisions } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook, rowOfLayout, type SheetOverride } from '#shared/domain/importing/recognise.ts';
import { AppError } from '#shared/result.ts';
import type { Application } from '../../application.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fromRow } from '../../database/mapping.ts';
import { readRecord, runBatch, type Transaction } from '../../database/records.ts';
import { readWorkbook, readWorkbookBytes } from '../../jobs/read-workbook.ts';
import { readSettings } from '../settings/queries.ts';
import { describePreview, listRows, type Preview, Previews, planPreview, replan } from './previews.ts';
import { readTextTable } from './read-text-table.ts';
import { rejectedWorkbook } from './rejected-workbook.ts';
import { storedRecords } from './stored-records.ts';
import { writePlan } from './write-plan.ts';

type Written<T> = { readonly value: T; readonly changed: readonly EntityName[] };
type Mapping = { readonly entity?: ImportEntity | null; readonly fields?: Readonly<Record<number, string | null>> };

/** The import of one application: previews live here between the calls of the screen. */
export type Importing = {
  readonly preview: (input: Input<'importing.preview'>) => Promise<Written<Output<'importing.preview'>>>;
  readonly adjust: (input: Input<'importing.adjust'>) => Written<Output<'importing.adjust'>>;
  readonly rows: (input: Input<'importing.rows'>) => Output<'importing.rows'>;
  readonly commit: (input: Input<'importing.commit'>) => Written<Output<'importing.commit'>>;
  readonly saveRejected: (input: Input<'importing.saveRejected'>) => Promise<Written<Output<'importing.saveRejected'>>>;
  readonly profiles: () => Output<'importing.profiles'>;
  readonly forget: (input: Input<'importing.forget'>) => Written<Output<'importing.forget'>>;
};

export function createImporting(application: Application): Importing {
  const { db, ports } = application;
  const previews = new Previews();
  const answer = (preview: Preview): Written<Output<'importing.preview'>> => ({
    value: describePreview(previews.keep(preview)),
    changed: [],
  });
  return {
    preview: async ({ source, decisions }) => {
      const book = await readSource(source);
      const profiles = rememberedLayouts(db());
      const overrides = profiles.size === 0 ? {} : rememberedOverrides(book, profiles);
      const understood = {
        id: ports.ids.next(),
        book,
        overrides,
        remembered: Object.keys(overrides),
        decisions: toDecisions(decisions),
      };
      return answer(planPreview(understood, storedRecords(db())));
    },
    adjust: input => {
      const preview = previews.take(input.previewId);
      const overrides = { ...preview.overrides };
      for (const [name, given] of Object.entries(input.sheets ?? {})) {
        overrides[name] = { ...overrides[name], ...toOverride(given) };
      }
      const decisions = { ...preview.decisions, ...toDecisions(input.decisions) };
      const existing = storedRecords(db());
      if (input.sheets === undefined) return answer(replan({ ...preview, decisions }, existing));
      return answer(planPreview({ ...preview, overrides, decisions }, existing));
    },
    rows: input => listRows(previews.take(input.previewId), input, id => titleOfRecord(db(), id)),
    commit: ({ previewId }) => {
      const preview = previews.take(previewId);
      const { value, changed, batchId } = runBatch(db(), ports, tx => commitPreview(tx, preview));
      previews.drop(previewId);
      previews.keep({ ...value, id: previewId });
      return {
        value: {
          batchId,
          counts: value.plan.counts,
          creates: countInserts(value.plan),
          rejected: value.plan.counts.reject,
        },
        changed,
      };
    },
    saveRejected: async ({ previewId }) => {
      const preview = previews.take(previewId);
      const language = readSettings(db()).language;
      const workbook = await rejectedWorkbook(preview, language);
      if (workbook === null) return { value: { path: null, rows: 0 }, changed: [] };
      const path = join(application.workspace.reportFolder, workbook.name);
      mkdirSync(application.workspace.reportFolder, { recursive: true });
      writeFileSync(path, workbook.bytes);
      return { value: { path, rows: workbook.rows }, changed: [] };
    },
    profiles: () =>
      allProfiles(db()).map(({ id, layout, mapping }) => ({ id, headings: layout, entity: mapping.entity ?? null })),
    forget: ({ id }) => {
      const { changed } = runBatch(db(), ports, tx => tx.remove('importProfile', id));
      return { value: {}, changed };
    },
  };
}

/** Plans against the data as they are inside the transaction, so that a preview that has grown old cannot do harm. */
function commitPreview(tx: Transaction, preview: Preview): Preview {
  const current = replan(preview, storedRecords(tx.db));
  writePlan(tx, current.plan.operations);
  rememberLayouts(tx, current);
  tx.label('imported', { file: preview.book.fileName });
  return current;
}

/** What the officer has corrected about a layout is used the next time a file comes in it. */
function rememberLayouts(tx: Transaction, preview: Preview): void {
  for (const sheet of preview.sheets) {
    const override = preview.overrides[sheet.sheet];
    if (override === undefined || sheet.layout === '') continue;
    const fields = Object.fromEntries(sheet.columns.map(({ column, field }) => [column, field]));
    const mapping: Mapping = { entity: sheet.entity, fields };
    const known = tx.db.value<string>('SELECT id FROM import_profile WHERE layout = ?', sheet.layout);
    if (known === undefined) tx.insert('importProfile', { layout: sheet.layout, mapping });
    else tx.update('importProfile', known, { mapping });
  }
}

function allProfiles(db: ReadDb): { id: string; layout: string; mapping: Mapping }[] {
  return db.all<Record<string, unknown>>('SELECT * FROM import_profile ORDER BY id').map(row => {
    const profile = fromRow(records.importProfile, row);
    return { id: profile.id, layout: profile.layout, mapping: (profile.mapping as Mapping | null) ?? {} };
  });
}

function rememberedLayouts(db: ReadDb): ReadonlyMap<string, Mapping> {
  return new Map(allProfiles(db).map(({ layout, mapping }) => [layout, mapping]));
}

/** The sheets that come in a remembered layout, also where the headings mean nothing to the program. */
function rememberedOverrides(book: RawBook, profiles: ReadonlyMap<string, Mapping>): Record<string, SheetOverride> {
  const overrides: Record<string, SheetOverride> = {};
  const recognised = recogniseBook(book);
  book.sheets.forEach((sheet, index) => {
    const direct = profiles.get(recognised[index]?.layout ?? '');
    if (direct !== undefined) {
      overrides[sheet.name] = direct;
      return;
    }
    for (const [layout, mapping] of profiles) {
      const headerRow = rowOfLayout(sheet, layout);
      if (headerRow !== null) overrides[sheet.name] = { ...mapping, headerRow };
    }
  });
  return overrides;
}

function readSource(source: Input<'importing.preview'>['source']): Promise<RawBook> | RawBook {
  if ('path' in source) return readWorkbook(source.path);
  if ('bytes' in source) return readWorkbookBytes(source.bytes, source.name);
  const sheet = readTextTable(source.text, source.name);
  if (sheet.rows.length === 0) throw new AppError('fileEmpty', { name: source.name });
  return { fileName: source.name, format: 'text', sheets: [sheet] };
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
