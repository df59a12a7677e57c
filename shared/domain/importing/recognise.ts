import {
  assignColumns,
  averageScore,
  type Candidate,
  type Fixed,
  furtherColumns,
  leavingOut,
} from './assign-columns.ts';
import { type Cell, cellShown, cellText, type RawBook, type RawRow, type RawSheet, tidyText } from './cells.ts';
import { profileColumn } from './content.ts';
import { type ImportEntity, importEntities } from './fields.ts';
import { assumedHeader, findHeader, type Header, headerAtRow, numberedHeader, rowsUnder } from './header-row.ts';
import { createHeadingMatcher, groupMark, type HeadingMatcher, titleHints } from './match-headings.ts';
import { firmInTitle } from './mixed-cells.ts';
import { type RepeatedColumn, repeatedColumns } from './repeated-columns.ts';
import { periodIn } from './text-dates.ts';
import { findValueInside, practiceTypes } from './values.ts';

/** One column of a sheet and the field it was taken for; `field` is null when nothing fits. */
export type ColumnMapping = {
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  /** 0 to 1; what the officer sets herself counts as 1. */
  readonly confidence: number;
  readonly samples: readonly string[];
  /** 0; for a column that repeats another one for a further record of the row, which one. */
  readonly record: number;
};

export type UnrecognisedReason = 'sheetEmpty' | 'sheetHidden' | 'noHeadings' | 'unknownContent';

/** What a sheet was taken for. */
export type SheetRecognition = {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly entity: ImportEntity | null;
  readonly confidence: number;
  /** Row numbers of the headings, as Excel shows them; empty when the columns have none. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnMapping[];
  /** Names the arrangement of the columns: the same key means the same layout, also in next year's file. */
  readonly layout: string;
  readonly reason: UnrecognisedReason | null;
  /** Text above the headings. */
  readonly titles: readonly string[];
  /** What stands above each lot of columns, where a row holds several records. */
  readonly recordTitles: readonly string[];
  /** The rows below the headings, nothing left out yet. */
  readonly rows: readonly RawRow[];
};

/** What the officer corrects: everything else is found again around it. */
export type SheetOverride = {
  readonly entity?: ImportEntity | null;
  readonly headerRow?: number;
  /** Column position → field, or null to leave the column out. */
  readonly fields?: Readonly<Record<number, string | null>>;
};

/** What the titles and the lines between the rows say for all rows. */
type SaidAround = {
  readonly firm: boolean;
  readonly practice: boolean;
  readonly period: boolean;
  readonly agreement: boolean;
};

const profiledRows = 200;
/** A longer text above or between the rows says nothing for all of them. */
const longestTitle = 400;
/** Understands every sheet of a book. */
export function recogniseBook(
  book: RawBook,
  overrides: Readonly<Record<string, SheetOverride>> = {},
): readonly SheetRecognition[] {
  const matcher = createHeadingMatcher();
  const single = book.sheets.length === 1;
  return book.sheets.map(sheet =>
    recogniseSheet(sheet, overrides[sheet.name] ?? {}, matcher, single ? [book.fileName] : []),
  );
}

/** Finds the headings of a sheet, what it is about, and which column holds which field. */
export function recogniseSheet(
  sheet: RawSheet,
  override: SheetOverride = {},
  matcher: HeadingMatcher = createHeadingMatcher(),
  furtherTitles: readonly string[] = [],
): SheetRecognition {
  const nothing = (reason: UnrecognisedReason, header: Header | null = null): SheetRecognition => ({
    sheet: sheet.name,
    hidden: sheet.hidden,
    entity: null,
    confidence: 0,
    headerRows: [],
    columns: (header?.headings ?? []).map((heading, column) => ({
      column,
      heading,
      field: null,
      confidence: 0,
      samples: [],
      record: 0,
    })),
    layout: '',
    reason,
    titles: [],
    recordTitles: [],
    rows: [],
  });
  if (sheet.rows.length === 0) return nothing('sheetEmpty');
  if (sheet.hidden && override.entity === undefined) return nothing('sheetHidden');
  if (override.entity === null) return nothing('unknownContent');
  const header =
    override.headerRow === undefined
      ? (findHeader(sheet, matcher) ?? assumedHeader(sheet) ?? numberedHeader(sheet))
      : headerAtRow(sheet, override.headerRow, matcher);
  const rows = header === null ? rowsWithoutHeader(sheet) : rowsUnder(sheet, header);
  const width = Math.max(header?.headings.length ?? 0, ...rows.slice(0, profiledRows).map(row => row.cells.length));
  const headings = Array.from({ length: width }, (_, column) => header?.headings[column] ?? '');
  const looked = rows.slice(0, profiledRows);
  // Groups, firms and totals in lines of their own are no values of the column they happen to stand in.
  const full = looked.filter(row => filledOf(row.cells) > 1);
  const profiles = headings.map((_, column) =>
    profileColumn((full.length > 0 ? full : looked).map(row => row.cells[column] ?? null)),
  );
  const titles = [...titlesAbove(sheet, header, rows[0]), sheet.name, ...furtherTitles];
  const hints = titleHints(titles);
  const repeated = repeatedColumns(headings, profiles);
  const said = saidAround([...titles, ...repeated.titles, ...linesBetween(rows)], headings);
  if (override.entity === undefined && listsStaff(titles, headings)) return nothing('unknownContent', header);
  const entities = override.entity === undefined ? importEntities : [override.entity];
  const rank = (fixed: Fixed): readonly Candidate[] => {
    const ranked = entities
      .map(entity => assignColumns(entity, headings, profiles, matcher, hints.get(entity) ?? 0, fixed))
      .filter(candidate => override.entity !== undefined || speaksForItself(candidate, said))
      .toSorted((left, right) => right.score - left.score);
    return withoutColumns(ranked, said);
  };
  const fixed = override.fields ?? {};
  const inRecords = repeated.columns.size === 0 ? [] : rank(leavingOut(fixed, repeated));
  const severalRecords = inRecords[0]?.entity === 'placement';
  const [best, second] = severalRecords ? inRecords : rank(fixed);
  if (best === undefined) return nothing(header === null ? 'noHeadings' : 'unknownContent', header);
  const joined = furtherColumns(best, headings);
  /** What the officer has set for a column holds, unless it is what the repetition says too. */
  const repeats = (column: number): RepeatedColumn | undefined => {
    const repeat = severalRecords ? repeated.columns.get(column) : undefined;
    const set = fixed[column];
    return repeat === undefined || set === undefined || set === best.assigned.get(repeat.like)?.field
      ? repeat
      : undefined;
  };
  const columns = headings.map((heading, column): ColumnMapping => {
    const repeat = repeats(column);
    const like = repeat?.like ?? (fixed[column] === null ? undefined : joined.get(column));
    const found = best.assigned.get(like ?? column);
    return {
      column,
      heading: tidyText(heading.replaceAll(groupMark, ': ')),
      field: found?.field ?? null,
      confidence: found === undefined ? 0 : Math.round(Math.min(1, found.score) * 100) / 100,
      samples: samplesOf(rows, column),
      record: found === undefined ? 0 : (repeat?.record ?? 0),
    };
  });
  const margin = second === undefined ? 1 : Math.min(1, (best.score - second.score) / Math.max(1, best.score) + 0.6);
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    entity: best.entity,
    confidence: override.entity === undefined ? Math.round(averageScore(best) * margin * 100) / 100 : 1,
    headerRows: header === null ? [] : sheet.rows.slice(header.first, header.last + 1).map(row => row.number),
    columns,
    layout: layoutOf(headings),
    reason: null,
    titles,
    recordTitles: severalRecords ? repeated.titles : [],
    rows,
  };
}

/** Names an arrangement of headings; columns without a heading at the end do not count. */
export function layoutOf(headings: readonly string[]): string {
  return headings
    .map(heading => tidyText(heading).toLowerCase())
    .join('|')
    .replace(/\|+$/, '');
}

/** The row of a sheet whose cells are the headings of a layout; null when there is none. */
export function rowOfLayout(sheet: RawSheet, layout: string): number | null {
  const row = sheet.rows.slice(0, 30).find(candidate => layoutOf(candidate.cells.map(cellText)) === layout);
  return row?.number ?? null;
}

/** The least a sheet must have to be taken for an entity unasked. */
function speaksForItself({ entity, assigned, hinted }: Candidate, said: SaidAround): boolean {
  const fields = new Map([...assigned.values()].map(({ field, score }) => [field, score]));
  const has = (...names: readonly string[]) => names.some(name => (fields.get(name) ?? 0) >= 0.45);
  const count = (...names: readonly string[]) => names.filter(name => has(name)).length;
  switch (entity) {
    case 'firm':
      return (
        has('name') && count('bin', 'sector', 'city', 'address', 'phone', 'email', 'headName', 'region', 'website') >= 1
      );
    case 'contact':
      return has('name', 'surname') && has('firmName', 'firmBin') && has('phone', 'email', 'position', 'roles');
    case 'agreement':
      return (
        has('firmName', 'firmBin') &&
        // A list of students with firms and days is one of placements, unless it speaks of agreements.
        (said.agreement || !has('studentName', 'studentIin')) &&
        (has('numberAndDate') || count('number', 'type', 'signedOn', 'startsOn', 'endsOn', 'term') >= (hinted ? 1 : 2))
      );
    case 'student':
      return has('fullName', 'surname') && has('iin', 'groupCode', 'course', 'specialty', 'bornOn', 'externalId');
    case 'placement':
      return (
        has('fullName', 'surname', 'iin') &&
        (has('firmName', 'firmBin') || said.firm) &&
        (has('practiceType', 'period', 'startsOn', 'endsOn', 'hours', 'mentorName') || said.practice)
      );
    case 'request':
      return has('proposal') && has('receivedOn', 'module', 'specialty', 'state', 'hoursAfter');
  }
}

function saidAround(texts: readonly string[], headings: readonly string[]): SaidAround {
  const agreementWords = /договор|соглашени|меморандум|контракт|шарт|келісім|agreement|contract|memorand/iu;
  return {
    agreement: [...texts, ...headings].some(text => agreementWords.test(text)),
    firm: texts.some(text => firmInTitle(text) !== null),
    practice: texts.some(text => findValueInside(practiceTypes, text) !== null),
    period: texts.some(text => periodIn(text).kind === 'ok'),
  };
}

/** A list of names under a firm, a practice and its days is one of placements, though none of its columns says so. */
function withoutColumns(ranked: readonly Candidate[], said: SaidAround): readonly Candidate[] {
  const [best] = ranked;
  const placement = ranked.find(({ entity }) => entity === 'placement');
  if (best?.entity !== 'student' || placement === undefined || !(said.firm && said.practice && said.period))
    return ranked;
  // What only a list of students has would be lost.
  if (best.assigned.size > placement.assigned.size) return ranked;
  return [placement, ...ranked.filter(candidate => candidate !== placement)];
}

/** Lines of a single cell among the rows: the group or the firm of the rows below. */
function linesBetween(rows: readonly RawRow[]): readonly string[] {
  return rows.slice(0, profiledRows).flatMap(({ cells }) => {
    const filled = cells.map(cellText).filter(text => text !== '');
    return filled.length === 1 ? filled.filter(text => text.length <= longestTitle) : [];
  });
}

/** Teachers and other staff of the college have names and IINs too; they are no students. */
function listsStaff(titles: readonly string[], headings: readonly string[]): boolean {
  const column = headings.some(heading =>
    /^(?:\p{L}+\s+)?(?:стаж|категория|ставка|разряд|еңбек өтілі|өтілі|санаты|ставкасы|seniority)(?![\p{L}])/iu.test(
      heading.trim(),
    ),
  );
  const titled = titles.some(title =>
    /(?<!\p{L})(?:преподавател|педагог|инженерно-педагогич|сотрудник|работник|персонал|штат|оқытушы|мұғалім|қызметкер|staff|teachers)/iu.test(
      title,
    ),
  );
  const others = headings.some(heading =>
    /предприят|организац|партн|работодател|компани|кәсіпорын|мекеме|серіктес|ұйым|company|employer|partner/iu.test(
      heading,
    ),
  );
  const students = headings.some(heading => /групп|топ|курс|студент|обучающ|білім алушы|student|group/iu.test(heading));
  return (
    !students &&
    !others &&
    (column || titled) &&
    headings.some(heading => /иин|жсн|iin|фио|ф\.?\s?и\.?\s?о|аты[\s-]жөні|т\.?а\.?ә/iu.test(heading))
  );
}

/** Text above the headings, or above the first row of a table without: titles, dates of the list, the name of the college. */
function titlesAbove(sheet: RawSheet, header: Header | null, first: RawRow | undefined): readonly string[] {
  const before = sheet.rows.slice(0, header?.first ?? (first === undefined ? 0 : sheet.rows.indexOf(first)));
  return before.flatMap(row => row.cells.map(cellShown)).filter(text => text !== '' && text.length <= longestTitle);
}

/** A table without headings begins at its first row as wide as most others. */
function rowsWithoutHeader(sheet: RawSheet): readonly RawRow[] {
  const widths = sheet.rows.slice(0, profiledRows).map(row => filledOf(row.cells));
  const usual = widths.toSorted((left, right) => left - right)[Math.floor(widths.length / 2)] ?? 0;
  const start = widths.findIndex(width => width >= usual);
  return sheet.rows.slice(Math.max(0, start));
}

function filledOf(cells: readonly Cell[]): number {
  return cells.filter(cell => cellShown(cell) !== '').length;
}

function samplesOf(rows: readonly RawRow[], column: number): readonly string[] {
  const samples: string[] = [];
  for (const row of rows.slice(0, profiledRows)) {
    const text = cellShown(row.cells[column]);
    if (text !== '' && !samples.includes(text)) samples.push(text.slice(0, 80));
    if (samples.length === 3) break;
  }
  return samples;
}
