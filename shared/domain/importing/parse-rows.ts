import { parsePeriod } from '../dates.ts';
import { birthDateOf } from '../identifiers.ts';
import { fullName } from '../people.ts';
import { cellShown, cellText, type RawRow } from './cells.ts';
import type {
  AgreementDraft,
  ContactDraft,
  ContactValues,
  Draft,
  FirmDraft,
  ParsedRow,
  ParsedSheet,
  PlacementDraft,
  RequestDraft,
  StudentDraft,
  StudentReference,
} from './drafts.ts';
import type { ImportEntity } from './fields.ts';
import { firmForm } from './firm-key.ts';
import type { SheetRecognition } from './recognise.ts';
import { columnsByField, dateInside, documentNumber, monthPeriod, personCell, RowReader } from './row-reader.ts';
import { createRowFilter } from './skip-rows.ts';
import {
  agreementStages,
  agreementTypes,
  contactRoles,
  findValue,
  findValueInside,
  firmStatuses,
  fundings,
  languages,
  placementStates,
  practiceTypes,
  requestKinds,
  requestReasons,
  requestStates,
  sizeClasses,
  studentStatuses,
} from './values.ts';

/** What a sheet says once for all its rows: in its title, or in a line between the rows. */
type Surroundings = {
  readonly titles: readonly string[];
  readonly section: string | null;
};

type Parser = (reader: RowReader, around: Surroundings) => Draft | null;

const parsers: Readonly<Record<ImportEntity, Parser>> = {
  firm: parseFirm,
  contact: parseContact,
  agreement: parseAgreement,
  student: parseStudent,
  placement: parsePlacement,
  request: parseRequest,
};

/** Reads every row of a recognised sheet into a draft, or says why there is none. */
export function parseSheet(recognition: SheetRecognition): ParsedSheet | null {
  const { entity } = recognition;
  if (entity === null) return null;
  const columns = columnsByField(recognition);
  const skipReason = createRowFilter(recognition);
  let section: string | null = null;
  const rows = recognition.rows.map((row): ParsedRow => {
    const shown = row.cells.map(cellShown);
    const skip = skipReason(row);
    if (skip !== null) {
      if (skip === 'sectionTitle') section = textOf(row);
      return { row: row.number, draft: null, skip, issues: [], shown };
    }
    const reader = new RowReader(columns, row);
    const draft = parsers[entity](reader, { titles: recognition.titles, section });
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
    people.push(person(cell.name, reader.text('headPosition', 200) ?? cell.position, null, null, ['head']));
  }
  const contact = reader.text('contactName', 200);
  if (contact !== null) {
    const cell = personCell(contact);
    const position = reader.text('contactPosition', 200) ?? cell.position;
    people.push(
      person(cell.name, position, reader.phone('contactPhone'), reader.email('contactEmail'), rolesOf(null, position)),
    );
  }
  return {
    entity: 'firm',
    nameRu: any,
    nameKk: name === null ? null : nameKk,
    shortName: reader.text('shortName', 120),
    legalForm: firmForm(any) ?? firmForm(`${reader.text('legalForm') ?? ''} «${any}»`),
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

function person(
  name: string,
  position: string | null,
  phone: string | null,
  email: string | null,
  roles: readonly string[],
): ContactValues {
  return { name, position, phone, email, roles };
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
      reader.phone('phone'),
      reader.email('email'),
      rolesOf(reader.text('roles'), position),
    ),
    language: reader.known('language', languages),
    basis: reader.text('basis', 200),
    notes: reader.text('notes', 2000),
  };
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
    student: student.iin === null && student.surname === null ? null : student,
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
    funding: reader.known('funding', fundings),
    studyForm: reader.text('studyForm', 60),
    status: statusOf(leftOn, leftReason, onLeave, said),
    leftOn,
    leftReason,
    externalId: reader.text('externalId', 40) ?? reader.text('secondExternalId', 40),
    representativeName: reader.text('representativeName', 200),
    representativePhone: reader.phone('representativePhone'),
    notes: reader.text('notes', 4000),
  };
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

/** «Группа 24ТМ-21р» in a line of its own stands for the rows below it. */
function groupOfSection({ section, titles }: Surroundings): string | null {
  for (const text of [section, ...titles]) {
    if (text === null) continue;
    const before = /(?:групп[аы]|топ|тобы|group)\s*[:№]?\s*[«"]?([\p{L}\d]{0,6}\d[\p{L}\d]*(?:-[\p{L}\d]+)*)/iu.exec(
      text,
    );
    const after = /([\p{L}\d]*\d[\p{L}\d]*(?:-[\p{L}\d]+)*)[»"]?\s+(?:тобы|топ|group)(?![\p{L}])/iu.exec(text);
    const code = before?.[1] ?? after?.[1];
    if (code !== undefined) return code;
    // A line or the name of a sheet that is nothing but a code: «24ТМ-21р».
    if (text.length <= 16 && /^(?=[^\d]*\d)(?=.*\p{L})[\p{L}\d]{2,6}-[\p{L}\d]+(?:-[\p{L}\d]+)*$/u.test(text))
      return text;
  }
  return null;
}

function studentReference(reader: RowReader, nameField: string, iinField: string): StudentReference {
  const name = reader.has(nameField) || nameField === 'fullName' ? reader.person(nameField) : null;
  return {
    iin: reader.identifier(iinField, name === null),
    surname: name?.surname ?? null,
    givenName: name?.name || null,
    patronymic: name?.patronymic || null,
    groupCode: reader.text('groupCode', 40),
  };
}

function parsePlacement(reader: RowReader, around: Surroundings): PlacementDraft | null {
  const firm = reader.firm();
  if (firm.name === null && firm.bin === null) reader.note('firmName', 'error', 'missingFirm');
  const found = studentReference(reader, 'fullName', 'iin');
  const student = { ...found, groupCode: found.groupCode ?? groupOfSection(around) };
  if (student.iin === null && student.surname === null) reader.note('fullName', 'error', 'missingStudent');
  const period = periodOf(reader, around);
  if (period === null) return null;
  const order = reader.text('order', 120);
  const dated = order === null ? null : dateInside(order);
  const specialty = reader.coded('specialty', 'specialtyName');
  const qualification = reader.coded('qualification', '');
  reader.comparePair(specialty, qualification);
  const mentorText = reader.text('mentorName', 200);
  const mentor = mentorText === null ? null : personCell(mentorText);
  const orderNumber = reader.text('orderNumber', 60) ?? (order === null ? null : (dated?.rest ?? order));
  const agreement = reader.text('agreementNumber', 120);
  return {
    entity: 'placement',
    student,
    firm,
    practiceType: practiceTypeOf(reader, around),
    startsOn: period.start,
    endsOn: period.end,
    hoursPlanned: reader.count('hours', 0, 5000),
    hoursEnterprise: reader.count('hoursEnterprise', 0, 5000),
    course: reader.course('course'),
    specialty,
    qualification,
    mentor:
      mentor === null
        ? null
        : person(
            mentor.name,
            reader.text('mentorPosition', 200) ?? mentor.position,
            reader.phone('mentorPhone'),
            null,
            ['mentor'],
          ),
    supervisor: reader.text('supervisor', 200),
    orderNumber: orderNumber === null ? null : documentNumber(orderNumber),
    orderDate: reader.date('orderDate') ?? dated?.date ?? null,
    agreementNumber: agreement === null ? null : documentNumber(dateInside(agreement)?.rest ?? agreement),
    state: reader.known('state', placementStates),
    hired: reader.yesNo('hired'),
    workplace: reader.text('workplace', 200),
    notes: reader.text('notes', 4000),
  };
}

/** The dates of a placement: two columns, one column, or the title of the sheet; a placement cannot be without. */
function periodOf(reader: RowReader, around: Surroundings): { start: string; end: string } | null {
  for (const field of ['period', 'startsOn', 'endsOn']) {
    const text = reader.shown(field);
    const reading = text === '' ? null : parsePeriod(text);
    if (reading?.kind === 'ok') return reading.value;
    const months = monthPeriod(text);
    if (months !== null) return months;
    if (reading?.kind === 'problem' && reading.problem === 'backwards') {
      reader.note(field, 'error', 'periodBackwards');
      return null;
    }
  }
  const starting = reader.date('startsOn') ?? (reader.has('startsOn') ? null : reader.date('period'));
  const ending = reader.date('endsOn');
  if (starting !== null && ending !== null) {
    if (starting <= ending) return { start: starting, end: ending };
    reader.note('endsOn', 'error', 'endBeforeStart');
    return null;
  }
  const said = ['period', 'startsOn', 'endsOn'].find(field => reader.shown(field) !== '');
  if (said === undefined) {
    for (const title of around.section === null ? around.titles : [around.section, ...around.titles]) {
      const reading = parsePeriod(datesIn(title));
      if (reading.kind === 'ok') {
        reader.note('period', 'repaired', 'periodFromTitle', title);
        return reading.value;
      }
    }
  }
  reader.note(said ?? 'period', 'error', said === undefined ? 'missingPeriod' : 'periodUnreadable');
  return null;
}

/** The part of a title between its first and its last date. */
function datesIn(title: string): string {
  const match = /\d{1,2}[./]\d{1,2}[./]\d{2,4}.*\d{1,2}[./]\d{1,2}[./]\d{2,4}/u.exec(title);
  return match === null ? '' : match[0];
}

function practiceTypeOf(reader: RowReader, around: Surroundings): { code: string | null; name: string | null } {
  const said = reader.choice('practiceType', practiceTypes);
  if (said.code !== null || said.name !== null) return said;
  for (const title of around.section === null ? around.titles : [around.section, ...around.titles]) {
    const code = findValueInside(practiceTypes, title);
    if (code !== null) return { code, name: null };
  }
  reader.note('practiceType', 'warning', 'assumedPracticeType', '');
  return { code: 'industrial', name: null };
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
