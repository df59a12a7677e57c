import { splitLegalForm } from '../folding.ts';
import { birthDateOf } from '../identifiers.ts';
import { fullName } from '../people.ts';
import { cellShown, cellText, type RawRow } from './cells.ts';
import { isPersonLike } from './content.ts';
import type {
  AgreementDraft,
  ContactDraft,
  ContactValues,
  Draft,
  FirmDetails,
  FirmDraft,
  ParsedRow,
  ParsedSheet,
  RequestDraft,
  StudentDraft,
} from './drafts.ts';
import type { ImportEntity } from './fields.ts';
import { groupOfSection, person, type Surroundings, studentReference } from './parse-common.ts';
import { parsePlacement } from './parse-placement.ts';
import type { SheetRecognition } from './recognise.ts';
import { columnsByField, dateInside, documentNumber, personCell, RowReader } from './row-reader.ts';
import { createRowFilter } from './skip-rows.ts';
import {
  agreementStages,
  agreementTypes,
  contactRoles,
  findValue,
  firmStatuses,
  fundings,
  languages,
  requestKinds,
  requestReasons,
  requestStates,
  sizeClasses,
  studentStatuses,
} from './values.ts';

type Parser = (reader: RowReader, around: Surroundings) => Draft | null;

const parsers: Readonly<Record<ImportEntity, Parser>> = {
  firm: parseFirm,
  contact: parseContact,
  agreement: parseAgreement,
  student: parseStudent,
  placement: parsePlacement,
  request: parseRequest,
};

/** Reads every row of a recognised sheet into a draft, or says why there is none; `step` is called before each and may throw to stop. */
export function parseSheet(recognition: SheetRecognition, step: () => void = () => undefined): ParsedSheet | null {
  const { entity } = recognition;
  if (entity === null) return null;
  const columns = columnsByField(recognition);
  const headings = new Map(recognition.columns.map(({ field, heading }) => [field ?? '', heading.trim()]));
  const skipReason = createRowFilter(recognition);
  let section: string | null = null;
  const rows = recognition.rows.map((row): ParsedRow => {
    step();
    const shown = row.cells.map(cellShown);
    const skip = skipReason(row);
    if (skip !== null) {
      if (skip === 'sectionTitle') section = textOf(row);
      return { row: row.number, draft: null, skip, issues: [], shown };
    }
    const reader = new RowReader(columns, row);
    const draft = parsers[entity](reader, { titles: recognition.titles, section, headings });
    return { row: row.number, draft, skip: null, issues: reader.issues, shown };
  });
  return { sheet: recognition.sheet, entity, rows };
}

/** Whether a row can be imported as it stands. */
export function isSound(row: ParsedRow): boolean {
  return row.draft !== null && row.issues.every(issue => issue.severity !== 'error');
}

function textOf(row: RawRow): string {
  return row.cells
    .map(cellText)
    .filter(text => text !== '')
    .join(' ');
}

function parseFirm(reader: RowReader): FirmDraft | null {
  const name = reader.text('name');
  const nameKk = reader.text('nameKk');
  const any = name ?? nameKk;
  const bin = reader.identifier('bin', true) ?? reader.identifier('iin', false);
  if (any === null) {
    reader.note('name', 'error', 'missingName');
    return null;
  }
  const phone = reader.phone('phone');
  const email = reader.email('email', 'phone');
  const people: ContactValues[] = [];
  const head = reader.text('headName', 200);
  if (head !== null) {
    const cell = personCell(head);
    people.push(person(cell.name, reader.text('headPosition', 200) ?? cell.position, cell.phone, null, ['head']));
  }
  const contact = reader.text('contactName', 200);
  if (contact !== null) {
    const cell = personCell(contact);
    const position = reader.text('contactPosition', 200) ?? cell.position;
    people.push(
      person(
        cell.name,
        position,
        reader.phone('contactPhone') ?? cell.phone,
        reader.email('contactEmail'),
        rolesOf(null, position),
      ),
    );
  }
  return {
    entity: 'firm',
    nameRu: any,
    nameKk: name === null ? null : nameKk,
    shortName: reader.text('shortName', 120),
    legalForm: splitLegalForm(any).form ?? splitLegalForm(`${reader.text('legalForm') ?? ''} «${any}»`).form,
    bin,
    sector: reader.text('sector', 120),
    oked: reader.text('oked', 10),
    city: reader.text('city', 120),
    region: reader.text('region', 120),
    address: reader.text('address'),
    phone,
    email,
    website: reader.text('website', 200),
    sizeClass: reader.known('sizeClass', sizeClasses),
    status: reader.known('status', firmStatuses),
    notes: reader.text('notes', 4000),
    people,
  };
}

/** Roles as they are named, otherwise as the position implies them. */
function rolesOf(roles: string | null, position: string | null): readonly string[] {
  const found = new Set<string>();
  for (const part of (roles ?? '').split(/[,;/]/)) {
    const role = findValue(contactRoles, part);
    if (role !== null) found.add(role);
  }
  if (found.size === 0 && position !== null) {
    const role = findValue(contactRoles, position);
    if (role !== null) found.add(role);
  }
  return [...found];
}

function parseContact(reader: RowReader): ContactDraft | null {
  const firm = reader.firm();
  const name = reader.person('name');
  if (name === null) reader.note('name', 'error', 'missingName');
  if (firm.name === null && firm.bin === null) reader.note('firmName', 'error', 'missingFirm');
  if (name === null) return null;
  const position = reader.text('position', 200);
  return {
    entity: 'contact',
    firm,
    ...person(
      fullName(name),
      position,
      phonesOf(reader),
      reader.email('email'),
      rolesOf(reader.text('roles'), position),
    ),
    language: reader.known('language', languages),
    basis: reader.text('basis', 200),
    notes: reader.text('notes', 2000),
  };
}

/** A contact exported from a phone has its numbers in columns of their own. */
function phonesOf(reader: RowReader): string | null {
  const numbers = [reader.phone('phone'), reader.phone('secondPhone')].filter(number => number !== null);
  return numbers.length === 0 ? null : [...new Set(numbers)].join(', ').slice(0, 60);
}

function parseAgreement(reader: RowReader): AgreementDraft | null {
  const firm = reader.firm();
  if (firm.name === null && firm.bin === null) reader.note('firmName', 'error', 'missingFirm');
  const own = reader.text('number', 120) ?? reader.text('numberAndDate', 200);
  const split = own === null || /^\d{4}-\d{2}-\d{2}$/.test(own) ? null : dateInside(own);
  const number = own === null ? null : documentNumber(split?.rest ?? own);
  if (number === null) reader.note('number', 'warning', 'missingNumber');
  const signedOn = reader.date('signedOn') ?? split?.date ?? null;
  const starting = reader.has('startsOn') ? reader.end('startsOn', null) : null;
  const explicitStart = starting?.start ?? starting?.end ?? null;
  const term = reader.end(reader.has('term') ? 'term' : 'endsOn', explicitStart ?? signedOn);
  const closing = reader.has('term') && reader.has('endsOn') ? reader.end('endsOn', explicitStart ?? signedOn) : term;
  const startsOn = explicitStart ?? term.start;
  const endsOn = closing.end ?? term.end;
  const from = startsOn ?? signedOn;
  const backwards = endsOn !== null && from !== null && endsOn < from;
  if (backwards) reader.note('endsOn', 'error', 'endBeforeStart', endsOn);
  const type = reader.choice('type', agreementTypes);
  const student = studentReference(reader, 'studentName', 'studentIin');
  const specialties = (reader.text('specialties', 600) ?? '').match(/(?<!\d)\d{7,8}(?!\d)/g) ?? [];
  const automatic = /пролонг|продлева|ұзартылады|automatic|renew/iu.test(reader.shown('endsOn') + reader.shown('term'));
  return {
    entity: 'agreement',
    number,
    type: type.code === null && type.name === null ? typeFromTitles(reader, number) : type,
    firm,
    firmDetails: detailsOfFirm(reader),
    student: student.iin === null && student.surname === null ? null : student,
    signatory: signatoryOf(reader),
    stage: reader.known('status', agreementStages),
    signedOn,
    startsOn,
    endsOn,
    openEnded: endsOn === null && (closing.open || term.open),
    renewal: automatic ? 'automatic' : null,
    places: reader.count('places', 0, 100_000),
    place: reader.text('place', 200),
    legalBasis: reader.text('basis', 1000),
    specialties,
    notes: reader.text('notes', 4000),
  };
}

/** The person who signed for the firm; «Да», «Директор» and «не подписан» name nobody. */
function signatoryOf(reader: RowReader): ContactValues | null {
  const text = reader.text('signatory', 200);
  if (text === null) return null;
  const { name, position, phone } = personCell(text);
  const named = isPersonLike(name) && name.trim().split(/[\s.]+/u).length > 1;
  return named ? person(name, position, phone, null, ['signatory']) : null;
}

/** Registers often say beside the agreement who the firm is: what is known better stays, what is missing is filled. */
function detailsOfFirm(reader: RowReader): FirmDetails {
  const people = (['firmHead', 'firmContact'] as const).flatMap(field => {
    const text = reader.text(field, 200);
    const cell = text === null ? null : personCell(text);
    if (cell === null || !isPersonLike(cell.name)) return [];
    const roles = field === 'firmHead' ? ['head'] : rolesOf(null, cell.position);
    return [person(cell.name, cell.position, cell.phone, null, roles)];
  });
  return {
    address: reader.text('firmAddress'),
    phone: reader.phone('firmPhone'),
    email: reader.email('firmEmail'),
    people,
  };
}

/** Registers without a column for the kind name it in the number: «Меморандум № 5». */
function typeFromTitles(reader: RowReader, number: string | null): { code: string | null; name: null } {
  const words = `${reader.shown('number')} ${reader.shown('numberAndDate')}`.replace(number ?? '', ' ');
  return { code: findValue(agreementTypes, words), name: null };
}

function parseStudent(reader: RowReader, around: Surroundings): StudentDraft | null {
  const iin = reader.identifier('iin', true);
  const name = reader.person('fullName');
  if (name === null) {
    reader.note(reader.has('fullName') ? 'fullName' : 'surname', 'error', 'missingName');
    return null;
  }
  const bornInIin = iin === null ? null : birthDateOf(iin);
  const bornOn = reader.date('bornOn');
  if (bornOn !== null && bornInIin !== null && bornOn !== bornInIin)
    reader.note('bornOn', 'warning', 'birthDateDiffers');
  const specialty = reader.coded('specialty', 'specialtyName');
  const qualification = reader.coded('qualification', '');
  reader.comparePair(specialty, qualification);
  if (specialty.code === null && specialty.name !== null) reader.note('specialty', 'warning', 'specialtyWithoutCode');
  const leftOn = reader.date('leftOn');
  const leftReason = reader.text('leftReason', 400);
  const said = reader.known('status', studentStatuses);
  const onLeave = reader.yesNo('onLeave');
  return {
    entity: 'student',
    iin,
    surname: name.surname,
    givenName: name.name || null,
    patronymic: name.patronymic || null,
    bornOn: bornOn ?? bornInIin,
    groupCode: reader.text('groupCode', 40) ?? groupOfSection(around),
    course: reader.course('course'),
    specialty,
    qualification,
    phone: reader.phone('phone'),
    email: reader.email('email'),
    language: reader.known('language', languages),
    funding: reader.has('funding') ? reader.known('funding', fundings) : findValue(fundings, reader.shown('studyForm')),
    studyForm: reader.text('studyForm', 60),
    status: statusOf(leftOn, leftReason, onLeave, said),
    leftOn,
    leftReason,
    externalId: reader.text('externalId', 40) ?? reader.text('secondExternalId', 40),
    representativeName: reader.text('representativeName', 200),
    representativePhone: reader.phone('representativePhone'),
    town: reader.text('town', 120),
    notes: withAddress(reader, around),
  };
}

/** There is no field for where a student lives: it is kept in the notes under the heading it had in the file. */
function withAddress(reader: RowReader, { headings }: Surroundings): string | null {
  const notes = reader.text('notes', 3600);
  const address = reader.text('homeAddress');
  if (address === null) return notes;
  const line = `${headings.get('homeAddress') ?? ''}: ${address}`.replace(/^[:\s]+/u, '');
  return notes === null ? line : `${notes}\n${line}`;
}

function statusOf(
  leftOn: string | null,
  leftReason: string | null,
  onLeave: boolean | null,
  said: StudentDraft['status'],
): StudentDraft['status'] {
  if (leftOn !== null || leftReason !== null) {
    const graduated = leftReason !== null && findValue(studentStatuses, leftReason) === 'graduated';
    return graduated ? 'graduated' : 'left';
  }
  if (onLeave === true) return 'leave';
  return said ?? (onLeave === false ? 'active' : null);
}

function parseRequest(reader: RowReader): RequestDraft | null {
  const proposedText = reader.text('proposal', 8000);
  const receivedOn = reader.date('receivedOn');
  if (proposedText === null) reader.note('proposal', 'error', 'missingProposal');
  if (receivedOn === null) reader.note('receivedOn', 'error', 'missingDate');
  if (proposedText === null || receivedOn === null) return null;
  const both = /^\D*(\d{1,4})\s*\D+\s*(\d{1,4})\D*$/u.exec(reader.shown('hours'));
  const number = reader.text('number', 60);
  const specialty = reader.coded('specialty', 'specialtyName');
  const reasonText = reader.text('reason', 1000);
  const reason = reasonText === null ? null : (findValue(requestReasons, reasonText) ?? 'other');
  const notes = reader.text('notes', 3000);
  return {
    entity: 'request',
    number: number === null ? null : documentNumber(dateInside(number)?.rest ?? number),
    receivedOn,
    firm: reader.firm(),
    specialty,
    qualification: reader.coded('qualification', ''),
    module: reader.text('module'),
    kind: reader.known('kind', requestKinds),
    currentText: reader.text('currentText', 8000),
    proposedText,
    hoursBefore: reader.count('hoursBefore', 0, 5000) ?? (both === null ? null : Number(both[1])),
    hoursAfter: reader.count('hoursAfter', 0, 5000) ?? (both === null ? null : Number(both[2])),
    state: reader.known('state', requestStates),
    reason,
    responsible: reader.text('responsible', 200),
    decidedOn: reader.date('decidedOn'),
    minuteNumber: reader.text('minuteNumber', 60),
    notes: reason === 'other' ? [reasonText, notes].filter(text => text !== null).join('\n') : notes,
  };
}
