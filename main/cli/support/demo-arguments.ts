import { parseArgs } from 'node:util';
import { Language } from '#shared/contract/primitives.ts';

export type DemoArguments = {
  readonly workbook: string;
  readonly out: string;
  readonly language: Language;
  /** First calendar year of the school year to report; null means the one with the most placements. */
  readonly year: number | null;
  readonly pdf: boolean;
};

export const demoUsage = `Usage: npm run demo -- --workbook FILE --out DIR [--language kk|ru|en] [--year 2025] [--no-pdf]
  FILE   the officer's workbook (.xlsx, .xls, .csv, or the national student export)
  DIR    where the new database, the letters and the report go; what an earlier run left there is set aside
  --language   of the letters and the report; ru when left out
  --year       first calendar year of the school year to report; the one with the most placements when left out
  --no-pdf     Word files only`;

/** Reads the terminal's arguments; a text says what is wrong with them. */
export function readDemoArguments(given: readonly string[]): DemoArguments | string {
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({
      args: [...given],
      options: {
        workbook: { type: 'string' },
        out: { type: 'string' },
        language: { type: 'string', default: 'ru' },
        year: { type: 'string' },
        'no-pdf': { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { workbook, out, year } = values;
  if (typeof workbook !== 'string' || workbook === '') return '--workbook FILE is missing.';
  if (typeof out !== 'string' || out === '') return '--out DIR is missing.';
  const language = Language.safeParse(values['language']);
  if (!language.success) return '--language is one of kk, ru, en.';
  if (typeof year === 'string' && !/^(?:19|20|21)\d\d$/u.test(year)) return '--year is a calendar year, such as 2025.';
  return {
    workbook,
    out,
    language: language.data,
    year: typeof year === 'string' ? Number(year) : null,
    pdf: values['no-pdf'] !== true,
  };
}
