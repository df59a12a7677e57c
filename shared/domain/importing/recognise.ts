import { type Cell, cellShown, cellText, type RawBook, type RawRow, type RawSheet, tidyText } from './cells.ts';
import { type ColumnProfile, contentFit, contentProof, profileColumn } from './content.ts';
import { fieldsOf, type ImportEntity, importEntities } from './fields.ts';
import { assumedHeader, findHeader, type Header, headerAtRow, rowsUnder } from './header-row.ts';
import { createHeadingMatcher, type HeadingMatcher, titleHints } from './match-headings.ts';
import { firmInTitle } from './mixed-cells.ts';
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

type Assignment = { readonly field: string; readonly score: number };
type Candidate = {
  readonly entity: ImportEntity;
  readonly assigned: ReadonlyMap<number, Assignment>;
  readonly score: number;
  /** The name of the sheet or its title speaks for the entity. */
  readonly hinted: boolean;
};

const profiledRows = 200;
const penaltyOfUnknownColumn = 0.35;
const worthOfTitle = 1.2;
/** A longer text above or between the rows says nothing for all of them. */
const longestTitle = 400;
/** A running number taken for the number of a register says nothing about what the register is of. */
const scoreOfRunningNumber = 0.44;

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
    })),
    layout: '',
    reason,
    titles: [],
    rows: [],
  });
  if (sheet.rows.length === 0) return nothing('sheetEmpty');
  if (sheet.hidden && override.entity === undefined) return nothing('sheetHidden');
  if (override.entity === null) return nothing('unknownContent');
  const header =
    override.headerRow === undefined
      ? (findHeader(sheet, matcher) ?? assumedHeader(sheet))
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
  const titles = [...titlesAbove(sheet, header), sheet.name, ...furtherTitles];
  const hints = titleHints(titles);
  const said = saidAround([...titles, ...linesBetween(rows)], headings);
  if (override.entity === undefined && listsStaff(titles, headings)) return nothing('unknownContent', header);
  const entities = override.entity === undefined ? importEntities : [override.entity];
  const ranked = entities
    .map(entity => assign(entity, headings, profiles, matcher, hints.get(entity) ?? 0, override.fields ?? {}))
    .filter(candidate => override.entity !== undefined || speaksForItself(candidate, said))
    .toSorted((left, right) => right.score - left.score);
  const [best, second] = withoutColumns(ranked, said);
  if (best === undefined) return nothing(header === null ? 'noHeadings' : 'unknownContent', header);
  const columns = headings.map((heading, column): ColumnMapping => {
    const found = best.assigned.get(column);
    return {
      column,
      heading: tidyText(heading),
      field: found?.field ?? null,
      confidence: found === undefined ? 0 : Math.round(Math.min(1, found.score) * 100) / 100,
      samples: samplesOf(rows, column),
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

function assign(
  entity: ImportEntity,
  headings: readonly string[],
  profiles: readonly ColumnProfile[],
  matcher: HeadingMatcher,
  hint: number,
  fixed: Readonly<Record<number, string | null>>,
): Candidate {
  const fields = fieldsOf(entity);
  const options: { column: number; field: string; score: number }[] = [];
  const assigned = new Map<number, Assignment>();
  const taken = new Set<string>();
  headings.forEach((heading, column) => {
    const wanted = fixed[column];
    if (wanted !== undefined) {
      if (wanted !== null && fields[wanted] !== undefined && !taken.has(wanted)) {
        assigned.set(column, { field: wanted, score: 1 });
        taken.add(wanted);
      }
      return;
    }
    const profile = profiles[column];
    if (profile === undefined) return;
    const scores = heading === '' ? undefined : matcher(entity, heading);
    for (const [field, spec] of Object.entries(fields)) {
      const named = scores?.get(field) ?? 0;
      const fit = contentFit(spec.kind, profile);
      const score = named > 0 ? named + fit * (fit > 0 ? 0.12 : 0.45) : provenScore(field, spec.kind, profile, entity);
      if (score >= 0.35) options.push({ column, field, score });
    }
  });
  options.sort(
    (left, right) =>
      right.score - left.score ||
      (fields[right.field]?.weight ?? 0) - (fields[left.field]?.weight ?? 0) ||
      left.column - right.column,
  );
  for (const option of options) {
    if (assigned.has(option.column) || taken.has(option.field)) continue;
    assigned.set(option.column, { field: option.field, score: option.score });
    taken.add(option.field);
  }
  promoteRunningNumber(entity, assigned, taken);
  preferGivenName(entity, headings, assigned, taken, matcher);
  let score = hint * worthOfTitle;
  for (const { field, score: found } of assigned.values()) score += (fields[field]?.weight ?? 0) * Math.min(1, found);
  headings.forEach((heading, column) => {
    const filled = profiles[column]?.filled ?? 0;
    if (!assigned.has(column) && heading !== '' && filled > 0) score -= penaltyOfUnknownColumn;
  });
  return { entity, assigned, score, hinted: hint > 0 };
}

/** Values alone may name a column; whose BIN or IIN it is, the kind of number decides. */
function provenScore(
  field: string,
  kind: Parameters<typeof contentFit>[0],
  profile: ColumnProfile,
  entity: ImportEntity,
): number {
  const proof = contentProof(kind, profile);
  if (proof === 0 || kind !== 'identifier') return proof;
  const isFirms = field === 'bin' || field === 'firmBin';
  const mostlyBin = profile.shares.bin > 0.3;
  if (field === 'studentIin' && entity === 'agreement') return 0;
  return isFirms === mostlyBin ? proof : 0;
}

/** Beside a column of surnames «Имя» is the given name, not the whole one. */
function preferGivenName(
  entity: ImportEntity,
  headings: readonly string[],
  assigned: Map<number, Assignment>,
  taken: ReadonlySet<string>,
  matcher: HeadingMatcher,
): void {
  if (!taken.has('surname') || taken.has('givenName')) return;
  for (const [column, { field, score }] of assigned) {
    if (field !== 'name' && field !== 'fullName') continue;
    const given = matcher(entity, headings[column] ?? '').get('givenName') ?? 0;
    if (given >= 0.9) assigned.set(column, { field: 'givenName', score });
  }
}

/** A register whose only number is «№» is numbered by it. */
function promoteRunningNumber(
  entity: ImportEntity,
  assigned: Map<number, Assignment>,
  taken: ReadonlySet<string>,
): void {
  if (entity !== 'request' && entity !== 'agreement') return;
  if (taken.has('number') || taken.has('numberAndDate')) return;
  for (const [column, { field, score }] of assigned) {
    if (field === 'rowNumber') assigned.set(column, { field: 'number', score: Math.min(score, scoreOfRunningNumber) });
  }
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

function averageScore({ assigned }: Candidate): number {
  const scores = [...assigned.values()]
    .filter(({ field }) => field !== 'rowNumber')
    .map(({ score }) => Math.min(1, score));
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Text above the headings: titles, dates of the list, the name of the college. */
function titlesAbove(sheet: RawSheet, header: Header | null): readonly string[] {
  const before = sheet.rows.slice(0, header?.first ?? 0);
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
