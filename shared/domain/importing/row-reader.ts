import { addMonths, type IsoDate, parseDate, parseEndDate, parseNumber, parsePeriod, parseYesNo } from '../dates.ts';
import { repairCode, splitLegalForm } from '../folding.ts';
import { checkCodePair, checkIdentifier, parseSpecialtyCell } from '../identifiers.ts';
import { type PersonName, personNameOf } from '../people.ts';
import { parsePhones } from '../phones.ts';
import { type Cell, cellKind, cellShown, cellText, type RawRow } from './cells.ts';
import type { Choice, Coded, FirmReference, Issue, IssueReason, IssueSeverity } from './drafts.ts';
import { emailInside, type FirmCell, firmCell, studentCell } from './mixed-cells.ts';
import type { SheetRecognition } from './recognise.ts';
import { dateInside, durationInMonths, renewedEnd, shownPeriod, yearTerm } from './text-dates.ts';
import { findValue, type ValueDictionary } from './values.ts';

const emptyWords =
  /^(?:[-–—_.?*]+|нет|жоқ|нет данных|отсутствует|не указано?|не имеется|н\/д|нд|n\/?a|none|null|nil|көрсетілмеген|белгісіз|unknown|no data)$/iu;

/** Further words for «without end». */
const withoutEnd =
  /^(?:no end(?: date)?|no expiry|never|perpetual|без ограничени\p{L}*(?: срока)?|шексіз|до (?:полного )?(?:исполнения|выполнения) .*|до расторжения.*|міндеттемелер.* орындалғанға дейін)$/iu;

/** Text in which letters were lost on the way: «Д?некер», «Д\ufffdнекер». */
export function isDamaged(text: string): boolean {
  if (!text.includes('?') && !text.includes('\ufffd')) return false;
  return /\ufffd|\p{L}\?+\p{L}|(?<![\p{L}\d])\?+\p{L}|\?\?/u.test(text);
}

/** «44-55-66», «2-14-15», «5 40 12»: five to seven digits in groups, as a town dials within itself. */
const localNumber = /^(?=(?:\D*\d){5,7}\D*$)\d{1,3}(?:[\s–-]\d{2,4}){1,3}$/u;

/** Reads the fields of one row and collects what it finds wrong. */
export class RowReader {
  readonly issues: Issue[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly #row: RawRow;

  /** `found` is what completing the row has found already. */
  constructor(columns: ReadonlyMap<string, number>, row: RawRow, found: readonly Issue[] = []) {
    this.#columns = columns;
    this.#row = row;
    this.issues = [...found];
  }

  /** Notes a finding. */
  note(field: string, severity: IssueSeverity, reason: IssueReason, value = this.shown(field)): void {
    if (this.issues.some(issue => issue.field === field && issue.reason === reason)) return;
    this.issues.push({ field, severity, reason, value });
  }

  has(field: string): boolean {
    return this.#columns.has(field);
  }

  /** Whether a column stands behind another one. */
  follows(field: string, other: string): boolean {
    const column = this.#columns.get(field);
    const before = this.#columns.get(other);
    return column !== undefined && before !== undefined && column > before;
  }

  cell(field: string): Cell {
    const column = this.#columns.get(field);
    return column === undefined ? null : (this.#row.cells[column] ?? null);
  }

  /** What stood in the cell. */
  shown(field: string): string {
    return cellShown(this.cell(field));
  }

  /** The text of a cell; words for «nothing» are nothing, lost letters are remarked. */
  text(field: string, max = 300): string | null {
    const cell = this.cell(field);
    if (cellKind(cell) === 'error') {
      this.note(field, 'warning', 'cellError');
      return null;
    }
    const text = cellText(cell);
    if (text === '' || emptyWords.test(text)) return null;
    if (isDamaged(text)) this.note(field, 'warning', 'lettersLost');
    return text.slice(0, max);
  }

  /** A code people type by hand: Latin letters among Cyrillic ones become Cyrillic. */
  code(field: string): string | null {
    const text = this.text(field, 40);
    return text === null ? null : repairCode(text);
  }

  date(field: string): IsoDate | null {
    const cell = this.cell(field);
    if (cellKind(cell) === 'date') return cellText(cell);
    if (typeof cell === 'number') {
      // Days since 1900: only what falls into living memory is a date, the rest is a stray number.
      const reading = cell >= 14_000 && cell <= 80_000 ? parseDate(cell) : null;
      if (reading?.kind === 'ok') return reading.value;
      this.note(field, 'warning', 'dateUnreadable');
      return null;
    }
    const text = this.text(field);
    if (text === null) return null;
    const reading = parseDate(text);
    if (reading.kind === 'ok') return reading.value;
    const found = dateInside(text);
    if (found !== null) return found.date;
    this.note(field, 'warning', reading.problem === 'notDate' ? 'dateUnreadable' : 'dateImpossible');
    return null;
  }

  /** A whole number, also with its unit behind it; null when it says nothing or cannot be read. */
  count(field: string, min: number, max: number): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const plain = text
      .replace(/\s*\([^()]*\)/gu, '')
      .replace(/^(\d[\d\s.,]*?)\s*[\p{L}./\s]*$/u, '$1')
      .trim();
    const value = parseNumber(plain);
    if (value === null) {
      this.note(field, 'warning', 'numberUnreadable');
      return null;
    }
    const whole = Math.round(value);
    if (whole < min || whole > max) {
      this.note(field, 'warning', 'numberOutOfRange');
      return null;
    }
    return whole;
  }

  /** A course: «2», «2 курс», «II курс», «3-курс». */
  course(field: string): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const digit = /(?<!\d)([1-6])(?!\d)/.exec(text)?.[1];
    if (digit !== undefined) return Number(digit);
    const roman = /^(IV|I{1,3}|V|ІV|І{1,3})(?![\p{L}])/iu.exec(text)?.[1]?.toUpperCase().replace(/І/g, 'I');
    const value = ['I', 'II', 'III', 'IV', 'V'].indexOf(roman ?? '') + 1;
    if (value > 0) return value;
    this.note(field, 'warning', 'numberUnreadable');
    return null;
  }

  /** A BIN or IIN; `strict` makes a number of the wrong length an error, otherwise it is only not used. */
  identifier(field: string, strict: boolean): string | null {
    const text = this.text(field);
    const check = checkIdentifier(text);
    const severity = strict ? 'error' : 'warning';
    switch (check.kind) {
      case 'empty':
        return null;
      case 'valid':
        return check.value;
      case 'padded':
        this.note(field, 'repaired', 'identifierZeros', check.value);
        return check.value;
      case 'check-digit':
        this.note(field, 'warning', 'identifierCheckDigit');
        return check.value;
      case 'length':
        this.note(field, severity, 'identifierLength');
        return null;
      case 'not-digits':
        this.note(field, severity, 'identifierNotDigits');
        return null;
    }
  }

  /** The first phone number of a cell in E.164; what cannot be read is kept as it was typed. */
  phone(field: string): string | null {
    const text = this.text(field, 200);
    if (text === null) return null;
    const phones = parsePhones(text);
    const numbers = phones.map(phone =>
      phone.extension === '' ? phone.number : `${phone.number} доб. ${phone.extension}`,
    );
    if (numbers.length === 0) {
      // A town's own number: its code is not known here, so it is kept as typed and nothing is wrong with it.
      if (localNumber.test(text)) return text;
      this.note(field, 'warning', 'phoneUnreadable');
      return /\d{3}/.test(text) ? text.slice(0, 60) : null;
    }
    return numbers.reduce((joined, number) =>
      joined.length + number.length + 2 > 60 ? joined : `${joined}, ${number}`,
    );
  }

  /** An e-mail address; `beside` names a column of mixed contacts to look into when there is none of its own. */
  email(field: string, beside?: string): string | null {
    const text = this.text(field, 200);
    if (text === null) return beside === undefined ? null : (emailInside(this.shown(beside)) ?? null);
    const found = emailInside(text);
    if (found === undefined) {
      this.note(field, 'warning', 'emailUnreadable');
      return null;
    }
    return found;
  }

  yesNo(field: string): boolean | null {
    const cell = this.cell(field);
    const text = cellText(cell);
    if (text === '') return null;
    const value = parseYesNo(typeof cell === 'boolean' ? cell : text);
    return value;
  }

  /** A known value, or null with a remark when the words are unknown. */
  known<Code extends string>(field: string, values: ValueDictionary<Code>): Code | null {
    const text = this.text(field);
    if (text === null) return null;
    const code = findValue(values, text);
    if (code === null) this.note(field, 'warning', 'valueUnknown');
    return code;
  }

  /** A value of an editable dictionary: its code, or its words when they are new. */
  choice<Code extends string>(field: string, values: ValueDictionary<Code>): Choice {
    const text = this.text(field, 120);
    if (text === null) return { code: null, name: null };
    const code = findValue(values, text);
    if (code === null) this.note(field, 'warning', 'newDictionaryValue');
    return { code, name: text };
  }

  /** A code with its name, from one column or from two; `otherwise` is what stands for a row that says nothing. */
  coded(field: string, nameField: string, otherwise: string | null = null): Coded {
    const text = this.text(field) ?? otherwise;
    const parts = text === null ? { code: '', name: '' } : parseSpecialtyCell(text);
    const name = parts.name !== '' ? parts.name : (this.text(nameField) ?? '');
    return { code: parts.code === '' ? null : parts.code, name: name === '' ? null : name };
  }

  /** Remarks a specialty and a qualification that do not belong together. */
  comparePair(specialty: Coded, qualification: Coded): void {
    if (specialty.code === null || qualification.code === null) return;
    if (checkCodePair(specialty.code, qualification.code).kind === 'disagree') {
      this.note('qualification', 'warning', 'codePairDisagrees', `${specialty.code} / ${qualification.code}`);
    }
  }

  /** A person from one column or from three. */
  person(whole: string): PersonName | null {
    const parts = this.text('surname', 120) !== null && this.text('givenName', 120) !== null;
    // Address books give the name in parts and once more as it is spoken; the parts say which is the surname.
    const cell = parts ? null : this.text(whole, 200);
    const full = cell === null ? null : studentCell(cell).name;
    const name =
      full === null
        ? personNameOf(
            this.text('surname', 120) ?? '',
            this.text('givenName', 120) ?? '',
            this.text('patronymic', 120) ?? '',
          )
        : personNameOf(
            full,
            full.includes(' ') ? '' : (this.text('givenName', 120) ?? ''),
            this.text('patronymic', 120) ?? '',
          );
    return name.surname === '' ? null : name;
  }

  /** A firm by name, by BIN or by both, from one cell or two; a BIN that cannot be right is no reason to lose a row that has a name. */
  firm(): FirmReference & { readonly cell: FirmCell | null } {
    const text = this.text('firmName');
    const cell = text === null ? null : firmCell(text);
    const bin = this.identifier('firmBin', text === null) ?? cell?.bin ?? null;
    return { name: cell === null ? null : this.withLegalForm(cell.name) || null, bin, cell };
  }

  /** The name of a firm with the legal form that stands in a column of its own: «ТОО» beside «Болат». */
  withLegalForm(name: string): string {
    const form = this.text('legalForm', 120);
    const whole = `${form ?? ''} «${name}»`;
    return form === null || splitLegalForm(name).form !== null || splitLegalForm(whole).form === null ? name : whole;
  }

  /** The end of a term: a date, «without end», a whole period or a duration from a start. */
  end(field: string, from: IsoDate | null): { start: IsoDate | null; end: IsoDate | null; open: boolean } {
    const cell = this.cell(field);
    if (cellKind(cell) === 'date' || typeof cell === 'number') {
      return { start: null, end: this.date(field), open: false };
    }
    const raw = cellText(cell);
    const dashes = raw !== '' && parseEndDate(raw).kind === 'open';
    const text = dashes ? raw : this.text(field);
    if (text === null) return { start: null, end: null, open: false };
    if (withoutEnd.test(text)) return { start: null, end: null, open: true };
    const renewed = renewedEnd(text);
    if (renewed !== null) return { start: null, end: renewed, open: false };
    const reading = parseEndDate(text);
    if (reading.kind === 'ok') return { start: null, end: reading.value, open: false };
    if (reading.kind === 'open') return { start: null, end: null, open: true };
    const period = parsePeriod(text);
    if (period.kind === 'ok') return { start: period.value.start, end: period.value.end, open: false };
    if (period.kind === 'problem' && period.problem === 'backwards') {
      this.note(field, 'error', 'periodBackwards');
      return { start: null, end: null, open: false };
    }
    const lasting = durationInMonths(text);
    if (lasting !== null && from !== null) {
      this.note(field, 'repaired', 'endFromDuration');
      return { start: null, end: addMonths(from, lasting), open: false };
    }
    const found = dateInside(text);
    if (found !== null) return { start: null, end: found.date, open: false };
    const years = yearTerm(text);
    if (years !== null) {
      this.note(field, 'repaired', 'periodFromYears', `${text} → ${shownPeriod(years.start, years.end)}`);
      return {
        start: from === null || years.start === null || years.start >= from ? years.start : null,
        end: years.end,
        open: false,
      };
    }
    this.note(field, 'warning', reading.problem === 'impossible' ? 'dateImpossible' : 'dateUnreadable');
    return { start: null, end: null, open: false };
  }
}

/** The columns of a recognised sheet by the fields they hold, the first of each. */
export function columnsByField(recognition: SheetRecognition): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { column, field, record } of recognition.columns)
    if (field !== null && record === 0 && !columns.has(field)) columns.set(field, column);
  return columns;
}
