import { splitLegalForm } from '../folding.ts';
import { fullName, personNameOf } from '../people.ts';
import type { ContactDraft, ContactValues, FirmDraft } from './drafts.ts';
import { rolesOf } from './firm-details.ts';
import { contactsInside, firmCell } from './mixed-cells.ts';
import { besideAgreement } from './parse-agreement.ts';
import { firmOfRow, person, type Surroundings } from './parse-common.ts';
import { personCell } from './person-cell.ts';
import type { RowReader } from './row-reader.ts';
import { firmStatuses, languages, sizeClasses } from './values.ts';

/** Reads a row of a list of firms, with its people and its agreement. */
export function parseFirm(reader: RowReader, around: Surroundings): FirmDraft | null {
  const first = reader.text('name');
  const nameKk = reader.text('nameKk');
  const cell = first === null ? null : firmCell(first);
  const name = cell?.name || first;
  const any = name ?? nameKk;
  const bin = reader.identifier('bin', true) ?? reader.identifier('iin', false) ?? cell?.bin ?? null;
  if (any === null) {
    reader.note('name', 'error', 'missingName');
    return null;
  }
  const address = contactsInside(reader.text('address') ?? '');
  const headPhone = reader.phone('headPhone');
  const phone = reader.phone('phone') ?? address.phone ?? cell?.phone ?? (reader.has('phone') ? null : headPhone);
  const email = reader.email('email', 'phone') ?? address.email ?? cell?.email ?? null;
  const people: ContactValues[] = [];
  const head = reader.text('headName', 200);
  if (head !== null) {
    const { name: called, position, phone: own } = personCell(head);
    people.push(person(called, reader.text('headPosition', 200) ?? position, headPhone ?? own, null, ['head']));
  }
  const contact = contactOf(reader);
  if (contact !== null) people.push(contact);
  const details = {
    city: reader.text('city', 120),
    sector: reader.text('sector', 120),
    address: address.rest || cell?.address || null,
    phone,
    email,
    people,
  };
  return {
    entity: 'firm',
    nameRu: any,
    nameKk: name === null ? null : nameKk,
    shortName: reader.text('shortName', 120),
    legalForm: splitLegalForm(any).form ?? splitLegalForm(`${reader.text('legalForm') ?? ''} «${any}»`).form,
    bin,
    oked: reader.text('oked', 10),
    region: reader.text('region', 120),
    website: reader.text('website', 200),
    sizeClass: reader.known('sizeClass', sizeClasses),
    status: reader.known('status', firmStatuses),
    notes: reader.text('notes', 4000),
    ...details,
    agreement: besideAgreement(reader, around, { firm: { name: any, bin }, student: null, practiceType: null }),
  };
}

/** The contact person of a firm: a number that stands behind the name in the list is that person's. */
function contactOf(reader: RowReader): ContactValues | null {
  const text = reader.text('contactName', 200);
  if (text === null) return null;
  const cell = personCell(text);
  const position = reader.text('contactPosition', 200) ?? cell.position;
  const phone =
    reader.phone('contactPhone') ??
    cell.phone ??
    (reader.follows('phone', 'contactName') ? reader.phone('phone') : null);
  const email = reader.email('contactEmail') ?? (reader.follows('email', 'contactName') ? reader.email('email') : null);
  return person(cell.name, position, phone, email, rolesOf(null, position));
}

/** A line below a firm that names nobody but a further contact of it. */
export function parseFurtherContact(reader: RowReader): ContactDraft | null {
  const contact = contactOf(reader);
  if (contact === null) {
    reader.note('contactName', 'error', 'missingName');
    return null;
  }
  const name = reader.text('name');
  const firm = { name: name === null ? null : firmCell(name).name, bin: reader.identifier('bin', false) };
  return { entity: 'contact', firm, ...contact, language: null, basis: null, notes: reader.text('notes', 2000) };
}

/** Reads a row of a list of contacts. */
export function parseContact(reader: RowReader, around: Surroundings): ContactDraft | null {
  const firm = firmOfRow(reader, around);
  const whole = reader.text('name', 200);
  const cell = whole === null ? null : personCell(whole);
  const name = cell?.phone != null || cell?.position != null ? personNameOf(cell.name) : reader.person('name');
  if (name === null || name.surname === '') {
    reader.note('name', 'error', 'missingName');
    return null;
  }
  const position = reader.text('position', 200) ?? cell?.position ?? null;
  return {
    entity: 'contact',
    firm: { name: firm.name, bin: firm.bin },
    ...person(
      fullName(name),
      position,
      phonesOf(reader) ?? cell?.phone ?? null,
      reader.email('email', 'phone'),
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
