import { type CellStyle, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { rememberedSections } from '#shared/domain/importing/parse-common.ts';
import type { PlannedRow } from '#shared/domain/importing/plan-types.ts';
import type { SheetRecognition } from '#shared/domain/importing/recognise.ts';
import type { Language } from '#shared/locale/language.ts';
import { createTranslator, type Translator } from '#shared/text/index.ts';
import type { Preview } from './previews.ts';

/** The refused rows of a preview as a workbook: their original columns, and one more that says what to mend. */
export async function rejectedWorkbook(
  preview: Preview,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly rows: number } | null> {
  const t = createTranslator(language);
  let count = 0;
  const sheets = preview.plan.sheets.flatMap(planned => {
    const refused = planned.rows.filter(row => row.action === 'reject').filter(isFirstOfRow);
    if (refused.length === 0) return [];
    count += refused.length;
    const sheet = preview.sheets.find(({ sheet: name }) => name === planned.sheet);
    const headings = sheet?.columns.map(column => column.heading) ?? [];
    const width = Math.max(headings.length, ...refused.map(row => row.shown.length));
    const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? '');
    const further = [t.dynamic('importReasons.rowInFile'), t.dynamic('importReasons.whatToMend')];
    const titles = titlesOf(sheet, preview.book.fileName).map(title => [title]);
    const named = headings.some(heading => heading !== '');
    const body = withLinesAbove(planned.rows, refused).map(row =>
      row.action === 'reject' ? [...padded(row.shown), row.row, reasonsOf(row, t)] : padded(row.shown),
    );
    const table = named ? [[...padded(headings), ...further], ...body] : body;
    return [laidOut(planned.sheet.slice(0, 31), titles, table, named)];
  });
  if (sheets.length === 0) return null;
  const base = preview.book.fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 80);
  return {
    name: `${base} — ${t.dynamic('importReasons.rejectedFile')}.xlsx`,
    bytes: await writeXlsx({ sheets }),
    rows: count,
  };
}

const font = { name: 'Arial', size: 10 } as const;
const narrowest = 6;
const widest = 36;
const widthOfReasons = 60;

/** A sheet in which everything can be read without drawing columns wider: what to mend stands in red, in as many lines as it takes. */
function laidOut(
  name: string,
  titles: readonly (readonly string[])[],
  table: readonly (readonly (string | number)[])[],
  named: boolean,
): WriteSheet {
  const last = Math.max(0, ...table.map(row => row.length - 1));
  const columns = Array.from({ length: last + 1 }, (_, column): ColumnDef => {
    const longest = Math.max(0, ...table.map(row => String(row[column] ?? '').length));
    const width = column === last ? widthOfReasons : Math.min(widest, Math.max(narrowest, longest + 1));
    const alignment = { vertical: 'top', wrapText: width >= widest } as const;
    return { width, style: { font: column === last ? { ...font, color: { rgb: 'B42318' } } : font, alignment } };
  });
  const head = { font: { ...font, bold: true }, alignment: { vertical: 'top', wrapText: true } } as const;
  const cells = new Map<string, { readonly style: CellStyle }>();
  for (const [row] of titles.entries()) cells.set(`${row},0`, { style: { font } });
  if (named) for (const column of columns.keys()) cells.set(`${titles.length},${column}`, { style: head });
  return {
    name,
    rows: [...titles, ...table].map(row => [...row]),
    columns,
    cells,
    ...(named ? { freezePane: { rows: titles.length + 1, columns: 0 } } : {}),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Several people in one cell are refused one by one, and handed back in their one row. */
const isFirstOfRow = (row: PlannedRow, index: number, all: readonly PlannedRow[]): boolean =>
  all[index - 1]?.row !== row.row;

/** What stood above the table: the kind of practice, its days, the group; without it the rows would not be understood again. */
function titlesOf(sheet: SheetRecognition | undefined, fileName: string): readonly string[] {
  return (sheet?.titles ?? []).filter(title => title !== sheet?.sheet && title !== fileName);
}

/** The refused rows with the lines between the rows that speak of them: a group, a firm. */
function withLinesAbove(rows: readonly PlannedRow[], refused: readonly PlannedRow[]): readonly PlannedRow[] {
  const wanted = new Set(refused);
  let lines: PlannedRow[] = [];
  return rows.flatMap(row => {
    if (row.skip === 'sectionTitle' || row.skip === 'note') lines = [...lines, row].slice(-rememberedSections);
    if (!wanted.has(row)) return [];
    const above = lines;
    lines = [];
    return [...above, row];
  });
}

function reasonsOf(row: PlannedRow, t: Translator): string {
  const issues = row.issues.filter(issue => issue.severity === 'error');
  const texts = [...issues, ...row.remarks].map(({ reason, value }) => {
    const text = t.dynamic(`importReasons.${reason}`);
    return value === '' ? text : `${text}: ${value}`;
  });
  return texts.join('; ');
}
