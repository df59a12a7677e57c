import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { EntityName } from '#shared/contract/procedure.ts';
import { type Cell, cellText, type RawBook } from '#shared/domain/importing/cells.ts';
import { AppError } from '#shared/result.ts';
import type { Translator } from '#shared/text/index.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fieldMap } from '../../database/mapping.ts';
import { sheetNames } from '../../documents/write-xlsx.ts';
import type { Fields } from './merge-keys.ts';

/** Marks the first sheet of such a workbook; docs/archive-format.md describes the rest. */
const mark = 'seriktes-everything';
const version = 1;
/** Above each table: a row of headings for people, then a row of field names for the program. */
const headingRows = 2;
/** What does not fit into a cell, or would be changed in one, stands in a sheet of its own in parts. */
const longestCell = 32_000;
const partLength = 30_000;
/** A column beside each reference, for people only; not read back. */
const titleSuffix = ' →';

type Kind = ReturnType<typeof fieldMap>[number]['kind'];
type CellValue = string | number | boolean | null;
type LongValue = { readonly entity: EntityName; readonly id: string; readonly field: string; readonly text: string };

export type Table = { readonly entity: EntityName; readonly rows: readonly Fields[] };
export type PrintedFile = { readonly hash: string; readonly name: string };

const font = { name: 'Arial', size: 10 } as const;

/** Whether a spreadsheet gives a text back exactly: no control characters, no lone surrogates, no escapes of its own, no outer blanks. */
const survives = (text: string): boolean =>
  text.length <= longestCell &&
  text === text.trim() &&
  text === text.normalize('NFC') &&
  !/[^\P{Cc}\n]|[\uFFFE\uFFFF]|\p{Cs}|_x[0-9a-f]{4}_/iu.test(text);

function toCell(kind: Kind, value: unknown): { readonly cell: CellValue; readonly long: string | null } {
  if (value === null || value === undefined) return { cell: null, long: null };
  if (kind === 'plain' && (typeof value === 'number' || typeof value === 'boolean')) return { cell: value, long: null };
  if (kind === 'boolean') return { cell: value === true, long: null };
  const text = kind === 'json' ? JSON.stringify(value) : String(value);
  if (text !== '' && survives(text)) return { cell: text, long: null };
  return {
    cell:
      text
        .replaceAll(/[^\P{Cc}\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, ' ')
        .slice(0, 200)
        .trim() || null,
    long: text,
  };
}

function sheetOf(table: Table, name: string, t: Translator, db: ReadDb, long: LongValue[]): WriteSheet {
  const { entity, rows } = table;
  const { references } = entities[entity];
  const columns = fieldMap(records[entity]).flatMap(({ field, kind }) => {
    const key = `fields.${entity}.${field}`;
    const label = t.has(key) ? t.dynamic(key) : field;
    const own = { field, kind, label, target: null };
    const target = references[field];
    return target === undefined
      ? [own]
      : [own, { field: field + titleSuffix, kind, label: label + titleSuffix, target }];
  });
  const titles = new Map<string, string>();
  const titleOf = (target: EntityName, id: unknown): string | null => {
    if (typeof id !== 'string') return null;
    const known = titles.get(id);
    if (known !== undefined) return known;
    const { table: name_ } = entities[target];
    const row = db.get<Record<string, unknown>>(`SELECT * FROM ${name_} WHERE id = ?`, id);
    const title = row === undefined ? '' : recordTitle(target, row, db);
    titles.set(id, title);
    return title;
  };
  const body = rows.map(row =>
    columns.map(({ field, kind, target }) => {
      if (target !== null) return titleOf(target, row[field.slice(0, -titleSuffix.length)]);
      const { cell, long: text } = toCell(kind, row[field]);
      if (text !== null) long.push({ entity, id: String(row['id']), field, text });
      return cell;
    }),
  );
  return {
    name,
    rows: [columns.map(({ label }) => label), columns.map(({ field }) => field), ...body],
    columns: columns.map(({ label }) => ({ width: Math.min(40, Math.max(12, label.length + 2)), style: { font } })),
    freezePane: { rows: headingRows, columns: 1 },
  };
}

function recordTitle(entity: EntityName, row: Readonly<Record<string, unknown>>, db: ReadDb): string {
  const record = Object.fromEntries(fieldMap(records[entity]).map(({ field, column }) => [field, row[column] ?? null]));
  return entities[entity].title(record as never, db);
}

type Everything = {
  readonly tables: readonly Table[];
  readonly printed: readonly PrintedFile[];
  readonly createdAt: string;
  readonly program: string;
  readonly t: Translator;
  readonly db: ReadDb;
};

/** Writes every record as a workbook: what it is, a sheet per kind, the printed files, and the texts too long for a cell. */
export async function writeEverything({ tables, printed, createdAt, program, t, db }: Everything): Promise<Uint8Array> {
  const long: LongValue[] = [];
  const [about = '', longName = '', printedName = '', ...names] = sheetNames([
    t('transfer.sheetAbout'),
    t('transfer.sheetLong'),
    t('transfer.sheetPrinted'),
    ...tables.map(({ entity }) => t.locale.capitalize(t(`entities.${entity}`))),
  ]);
  const sheets = tables.map((table, index) => sheetOf(table, names[index] ?? '', t, db, long));
  const parts = long.flatMap(({ entity, id, field, text }) => {
    const json = JSON.stringify(text).slice(1, -1).replaceAll('_x', '\\u005fx').replaceAll(' ', '\\u0020');
    return Array.from({ length: Math.max(1, Math.ceil(json.length / partLength)) }, (_, part) => [
      entity,
      id,
      field,
      part,
      json.slice(part * partLength, (part + 1) * partLength),
    ]);
  });
  return await writeXlsx({
    properties: { title: t('transfer.everything'), creator: 'Seriktes' },
    defaultFont: font,
    sheets: [
      {
        name: about,
        rows: [
          [mark, version, createdAt, program, longName, printedName],
          [t('transfer.aboutText')],
          [t('transfer.aboutKind'), t('transfer.aboutSheet'), t('transfer.aboutCount')],
          ...tables.map(({ entity, rows }, index) => [entity, names[index] ?? '', rows.length]),
        ],
        columns: [{ width: 26 }, { width: 34 }, { width: 26 }],
      },
      ...sheets,
      { name: printedName, rows: [['hash', 'name'], ...printed.map(({ hash, name }) => [hash, name])] },
      { name: longName, rows: [['kind', 'id', 'field', 'part', 'text'], ...parts] },
    ],
  });
}

const foreign = (book: RawBook): AppError => new AppError('archiveForeign', { name: book.fileName });
const broken = (book: RawBook): AppError => new AppError('archiveBroken', { name: book.fileName });
const rawText = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : cellText(cell));

function fromCell(kind: Kind, cell: Cell | undefined): unknown {
  if (cell === null || cell === undefined) return null;
  if (kind === 'boolean') return cell === true || cell === 1;
  if (kind === 'json') return JSON.parse(rawText(cell)) as unknown;
  return typeof cell === 'object' ? rawText(cell) : cell;
}

/** Reads such a workbook back. Errors: archiveForeign, archiveBroken, archiveNewer. */
export function readEverything(book: RawBook): {
  readonly tables: readonly Table[];
  readonly printed: readonly PrintedFile[];
} {
  const sheets = new Map(book.sheets.map(sheet => [sheet.name, sheet]));
  const [head, , , ...kinds] = book.sheets[0]?.rows ?? [];
  if (rawText(head?.cells[0]) !== mark) throw foreign(book);
  if (Number(head?.cells[1]) > version) throw new AppError('archiveNewer', { name: book.fileName });
  const long = readLong(sheets.get(rawText(head?.cells[4]))?.rows ?? []);
  const tables = kinds.map(({ cells }): Table => {
    const entity = rawText(cells[0]) as EntityName;
    const sheet = sheets.get(rawText(cells[1]));
    if (!Object.hasOwn(entities, entity) || sheet === undefined) throw broken(book);
    const rows = readRows(entity, sheet.rows.slice(1), long);
    if (rows.length !== Number(cells[2])) throw broken(book);
    return { entity, rows };
  });
  const printed = (sheets.get(rawText(head?.cells[5]))?.rows ?? [])
    .slice(1)
    .map(({ cells }) => ({ hash: rawText(cells[0]), name: rawText(cells[1]) }));
  return { tables, printed };
}

type Rows = RawBook['sheets'][number]['rows'];

function readLong(rows: Rows): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { cells } of rows.slice(1)) {
    const key = `${rawText(cells[0])} ${rawText(cells[1])} ${rawText(cells[2])}`;
    texts.set(key, (texts.get(key) ?? '') + rawText(cells[4]));
  }
  return new Map([...texts].map(([key, json]) => [key, JSON.parse(`"${json}"`) as string]));
}

function readRows(entity: EntityName, rows: Rows, long: ReadonlyMap<string, string>): readonly Fields[] {
  const [names, ...body] = rows;
  const places = new Map((names?.cells ?? []).map((cell, index) => [rawText(cell), index]));
  const fields = fieldMap(records[entity]);
  return body.map(({ cells }) => {
    const id = rawText(cells[places.get('id') ?? -1]);
    const read = fields.map(({ field, kind }) => {
      const text = long.get(`${entity} ${id} ${field}`);
      if (text !== undefined) return [field, kind === 'json' ? (JSON.parse(text) as unknown) : text];
      return [field, fromCell(kind, cells[places.get(field) ?? -1])];
    });
    return Object.fromEntries(read) as Fields;
  });
}
