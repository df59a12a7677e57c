import type { IsoDate } from '../dates.ts';
import { isPersonLike } from './content.ts';
import type { AgreementDraft, Choice, ContactValues, FirmReference, StudentReference } from './drafts.ts';
import { detailsOfFirm, noDetails } from './firm-details.ts';
import { firmOfRow, person, type Surroundings, studentReference, textsAround } from './parse-common.ts';
import { personCell } from './person-cell.ts';
import type { RowReader } from './row-reader.ts';
import { dateInside, documentNumber, shownPeriod } from './text-dates.ts';
import { agreementStages, agreementTypes, findValue, findValueInside } from './values.ts';

/** Reads a row of a register of agreements. */
export function parseAgreement(reader: RowReader, around: Surroundings): AgreementDraft | null {
  const { cell, ...firm } = firmOfRow(reader, around);
  const own = reader.text('number', 120) ?? reader.text('numberAndDate', 200);
  const { number, date } = numberAndDate(own);
  if (number === null) reader.note('number', 'warning', 'missingNumber');
  const signedOn = reader.date('signedOn') ?? date;
  const starting = reader.has('startsOn') ? reader.end('startsOn', null) : null;
  const explicitStart = starting?.start ?? starting?.end ?? null;
  const term = reader.end(reader.has('term') ? 'term' : 'endsOn', explicitStart ?? signedOn);
  const closing = reader.has('term') && reader.has('endsOn') ? reader.end('endsOn', explicitStart ?? signedOn) : term;
  const startsOn = explicitStart ?? term.start;
  const endsOn = closing.end ?? term.end;
  const from = startsOn ?? signedOn;
  const backwards = endsOn !== null && from !== null && endsOn < from;
  if (backwards) reader.note('endsOn', 'error', 'endBeforeStart', shownPeriod(null, endsOn));
  const type = reader.choice('type', agreementTypes);
  const student = studentReference(reader, 'studentName', 'studentIin');
  const specialties = (reader.text('specialties', 600) ?? '').match(/(?<!\d)\d{7,8}(?!\d)/g) ?? [];
  return {
    entity: 'agreement',
    number,
    type: type.code === null && type.name === null ? typeFromWords(own ?? '', number, textsAround(around)) : type,
    firm,
    firmDetails: detailsOfFirm(reader, cell),
    student: student.iin === null && student.surname === null ? null : student,
    signatory: signatoryOf(reader),
    stage: reader.known('status', agreementStages),
    signedOn,
    startsOn,
    endsOn,
    openEnded: endsOn === null && (closing.open || term.open),
    renewal: isRenewed(reader.shown('endsOn') + reader.shown('term')) ? 'automatic' : null,
    places: reader.count('places', 0, 100_000),
    place: reader.text('place', 200),
    legalBasis: reader.text('basis', 1000),
    specialties,
    notes: reader.text('notes', 4000),
  };
}

const isRenewed = (text: string): boolean => /пролонг|продлева|ұзартылады|automatic|renew/iu.test(text);

/** «№ 12/24-Д от 15.03.2024»; a cell that holds nothing but a date has no number. */
function numberAndDate(text: string | null): { readonly number: string | null; readonly date: IsoDate | null } {
  const split = text === null || /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : dateInside(text);
  return { number: text === null ? null : documentNumber(split?.rest ?? text), date: split?.date ?? null };
}

/** The person who signed for the firm; «Да», «Директор» and «не подписан» name nobody. */
function signatoryOf(reader: RowReader): ContactValues | null {
  const text = reader.text('signatory', 200);
  if (text === null) return null;
  const { name, position, phone } = personCell(text);
  const named = isPersonLike(name) && name.trim().split(/[\s.]+/u).length > 1;
  return named ? person(name, position, phone, null, ['signatory']) : null;
}

/** Registers without a column for the kind name it beside the number, «Меморандум № 5», or above the table. */
function typeFromWords(own: string, number: string | null, titles: readonly string[]): Choice {
  const words = own.replace(number ?? '', ' ');
  const said = findValue(agreementTypes, words) ?? findValueInside(agreementTypes, words);
  if (said !== null) return { code: said, name: null };
  const above = new Set(titles.map(title => findValueInside(agreementTypes, title)).filter(code => code !== null));
  return { code: above.size === 1 ? ([...above][0] ?? null) : null, name: null };
}

type BesideWhat = {
  readonly firm: FirmReference;
  readonly student: StudentReference | null;
  /** The kind of the practice the row is about; null for a list of firms. */
  readonly practiceType: string | null;
};

/** The agreement a row about something else tells of: null unless it names a number or a day of signing. */
export function besideAgreement(reader: RowReader, around: Surroundings, what: BesideWhat): AgreementDraft | null {
  const own = reader.text('agreementNumber', 200);
  const { number, date } = numberAndDate(own);
  const signedOn = reader.date('agreementDate') ?? date;
  const nameless = own !== null && number === null;
  if (number === null && signedOn === null && !nameless) return null;
  const term = reader.end(reader.has('agreementTerm') ? 'agreementTerm' : 'agreementEnd', signedOn);
  const said = reader.choice('agreementType', agreementTypes);
  const heading = around.headings.get('agreementNumber') ?? '';
  const implied = typeFromWords(`${own ?? ''} ${heading}`, number, []).code;
  const practice = what.practiceType === null ? null : what.practiceType === 'dual' ? 'dual' : 'practice';
  const type = said.code === null && said.name === null ? { code: implied ?? practice, name: null } : said;
  const endsOn = term.end;
  const from = term.start ?? signedOn;
  const backwards = endsOn !== null && from !== null && endsOn < from;
  if (backwards) reader.note('agreementTerm', 'warning', 'endBeforeStart', shownPeriod(null, endsOn));
  return {
    entity: 'agreement',
    number,
    type,
    firm: what.firm,
    firmDetails: noDetails,
    // A contract on dual training is made for one student.
    student: type.code === 'dual' ? what.student : null,
    signatory: null,
    stage: null,
    signedOn,
    startsOn: term.start,
    endsOn: backwards ? null : endsOn,
    openEnded: endsOn === null && term.open,
    renewal: isRenewed(reader.shown('agreementTerm')) ? 'automatic' : null,
    places: reader.count('agreementPlaces', 0, 100_000),
    place: null,
    legalBasis: null,
    specialties: [],
    notes: null,
  };
}
