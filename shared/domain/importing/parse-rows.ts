import { type Cell, cellShown, cellText, type RawRow } from './cells.ts';
import { createRowCompleter } from './complete-rows.ts';
import type { Draft, ParsedRow, ParsedSheet } from './drafts.ts';
import type { ImportEntity } from './fields.ts';
import { parseAgreement } from './parse-agreement.ts';
import { rememberedSections, type Surroundings } from './parse-common.ts';
import { parseContact, parseFirm, parseFurtherContact } from './parse-firm.ts';
import { parsePlacement } from './parse-placement.ts';
import { parseRequest } from './parse-request.ts';
import { parseStudent } from './parse-student.ts';
import type { SheetRecognition } from './recognise.ts';
import { columnsByField, RowReader } from './row-reader.ts';
import { createRowFilter } from './skip-rows.ts';

type Parser = (reader: RowReader, around: Surroundings) => Draft | null;

const parsers: Readonly<Record<ImportEntity, Parser>> = {
  firm: parseFirm,
  contact: parseContact,
  agreement: parseAgreement,
  student: parseStudent,
  placement: parsePlacement,
  request: parseRequest,
};

/** Reads every row of a recognised sheet into drafts, or says why there is none; `step` is called before each and may throw to stop. */
export function parseSheet(recognition: SheetRecognition, step: () => void = () => undefined): ParsedSheet | null {
  const { entity, titles } = recognition;
  if (entity === null) return null;
  const columns = columnsByField(recognition);
  const headings = new Map(recognition.columns.map(({ field, heading }) => [field ?? '', heading.trim()]));
  const skipReason = createRowFilter(recognition);
  const complete = createRowCompleter(recognition);
  let sections: readonly string[] = [];
  const rows = recognition.rows.flatMap((row): ParsedRow[] => {
    step();
    const skip = skipReason(row);
    if (skip !== null) {
      if (skip === 'sectionTitle' || skip === 'note')
        sections = [textOf(row.cells), ...sections].slice(0, rememberedSections);
      return [{ row: row.number, record: 0, draft: null, skip, issues: [], shown: row.cells.map(cellShown) }];
    }
    return complete(row).map(({ cells, shown, issues, continues, title, record }, index) => {
      const completed: RawRow = cells === row.cells ? row : { number: row.number, cells };
      const reader = new RowReader(columns, completed, issues);
      const parse = continues && entity === 'firm' ? parseFurtherContact : parsers[entity];
      const near = title === undefined ? sections : [title, ...sections];
      const draft = parse(reader, { titles, sections: near, headings });
      return {
        row: row.number,
        record: record ?? index,
        draft,
        skip: null,
        issues: reader.issues,
        shown: shown.map(cellShown),
      };
    });
  });
  return { sheet: recognition.sheet, entity, rows };
}

/** Whether a row can be imported as it stands. */
export function isSound(row: ParsedRow): boolean {
  return row.draft !== null && row.issues.every(issue => issue.severity !== 'error');
}

function textOf(cells: readonly Cell[]): string {
  return cells
    .map(cellText)
    .filter(text => text !== '')
    .join(' ')
    .slice(0, 400);
}
