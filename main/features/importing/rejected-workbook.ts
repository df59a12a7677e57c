import { writeXlsx } from 'hucre/xlsx';
import type { PlannedRow } from '#shared/domain/importing/plan-types.ts';
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
    const refused = planned.rows.filter(row => row.action === 'reject');
    if (refused.length === 0) return [];
    count += refused.length;
    const headings =
      preview.sheets.find(sheet => sheet.sheet === planned.sheet)?.columns.map(column => column.heading) ?? [];
    const width = Math.max(headings.length, ...refused.map(row => row.shown.length));
    const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? '');
    return [
      {
        name: planned.sheet.slice(0, 31),
        rows: [
          [...padded(headings), t.dynamic('importReasons.rowInFile'), t.dynamic('importReasons.whatToMend')],
          ...refused.map(row => [...padded(row.shown), row.row, reasonsOf(row, t)]),
        ],
      },
    ];
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

function reasonsOf(row: PlannedRow, t: Translator): string {
  const issues = row.issues.filter(issue => issue.severity === 'error');
  const texts = [...issues, ...row.remarks].map(({ reason, value }) => {
    const text = t.dynamic(`importReasons.${reason}`);
    return value === '' ? text : `${text}: ${value}`;
  });
  return texts.join('; ');
}
