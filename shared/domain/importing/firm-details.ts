import { isPersonLike } from './content.ts';
import type { FirmDetails } from './drafts.ts';
import { contactsInside, type FirmCell } from './mixed-cells.ts';
import { person } from './parse-common.ts';
import { personCell } from './person-cell.ts';
import type { RowReader } from './row-reader.ts';
import { contactRoles, findValue } from './values.ts';

/** Roles as they are named, otherwise as the position implies them. */
export function rolesOf(roles: string | null, position: string | null): readonly string[] {
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

/** A row that says nothing about its firm. */
export const noDetails: FirmDetails = { city: null, sector: null, address: null, phone: null, email: null, people: [] };

/** Registers often say beside the agreement or the student who the firm is: what is known better stays, what is missing is filled. */
export function detailsOfFirm(reader: RowReader, cell: FirmCell | null): FirmDetails {
  const people = (['firmHead', 'firmContact'] as const).flatMap(field => {
    const text = reader.text(field, 200);
    const found = text === null ? null : personCell(text);
    if (found === null || !isPersonLike(found.name)) return [];
    if (field === 'firmHead') return [person(found.name, found.position, found.phone, null, ['head'])];
    const position = reader.text('contactPosition', 200) ?? found.position;
    // What stands behind the contact in the list is that person's.
    const phone = found.phone ?? (reader.follows('firmPhone', field) ? reader.phone('firmPhone') : null);
    const email = reader.follows('firmEmail', field) ? reader.email('firmEmail') : null;
    return [person(found.name, position, phone, email, rolesOf(null, position))];
  });
  const address = contactsInside(reader.text('firmAddress') ?? '');
  return {
    city: reader.text('firmCity', 120),
    sector: reader.text('firmSector', 120),
    address: address.rest || cell?.address || null,
    phone: reader.phone('firmPhone') ?? address.phone ?? cell?.phone ?? null,
    email: reader.email('firmEmail') ?? address.email ?? cell?.email ?? null,
    people,
  };
}
