import { fold } from '../folding.ts';
import { isIin } from '../identifiers.ts';
import { namesAgree, type PersonName, personKey, splitFullName } from '../people.ts';
import type { ContactValues, StudentReference } from './drafts.ts';
import { answerKey, type Found, remark } from './find-firms.ts';
import { type ApplyResult, applyValues, type Ledger, type LedgerRecord, textOf } from './ledger.ts';
import type { ExistingRecords, Namesakes } from './plan-types.ts';

/** The folded surname under which students are looked up. */
export function surnameKey(surname: string): string {
  return fold(surname).trim();
}

/** Finds the student a row means: by IIN first, then by the number in the national database, then by name and group. */
export class StudentFinder {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #byIin = new Map<string, LedgerRecord>();
  readonly #byExternalId = new Map<string, LedgerRecord>();
  /** Students met so far by surname, and those of them who had no IIN when they were met. */
  readonly #bySurname: Readonly<Record<Namesakes, Map<string, Set<LedgerRecord>>>> = {
    all: new Map(),
    unnumbered: new Map(),
  };
  /** Surnames whose stored students have been asked for. */
  readonly #asked: Readonly<Record<Namesakes, Set<string>>> = { all: new Set(), unnumbered: new Set() };
  readonly #aliases: Readonly<Record<string, string>>;

  constructor(ledger: Ledger, existing: ExistingRecords, aliases: Readonly<Record<string, string>> = {}) {
    this.#ledger = ledger;
    this.#existing = existing;
    this.#aliases = aliases;
  }

  remember(record: LedgerRecord): void {
    const { iin, externalId, surname } = record.values;
    if (typeof iin === 'string') this.#byIin.set(iin, record);
    if (typeof externalId === 'string') this.#byExternalId.set(externalId, record);
    const key = surnameKey(typeof surname === 'string' ? surname : '');
    const { all, unnumbered } = this.#bySurname;
    for (const index of typeof iin === 'string' ? [all] : [all, unnumbered]) {
      const held = index.get(key);
      if (held === undefined) index.set(key, new Set([record]));
      else held.add(record);
    }
  }

  /** The student of a row of a student list; someone with the same name and another IIN is another student. */
  findRow(reference: StudentReference, externalId: string | null, groupId: string | null): Found {
    const direct = this.#direct(reference.iin, externalId);
    if (direct !== null) return { kind: 'found', record: direct, remarks: [] };
    // A person with an IIN of her own is another one; leaving them out spares reading and comparing thousands of names.
    const fitting = this.#namesakes(reference, reference.iin === null ? 'all' : 'unnumbered').filter(record => {
      if (reference.iin !== null && typeof record.values['iin'] === 'string') return false;
      const group = record.values['groupId'];
      return groupId === null || group === null || group === undefined || group === groupId || reference.iin === null;
    });
    return chosen(narrow(fitting, reference, groupId));
  }

  /** The student another row refers to. */
  findReference(reference: StudentReference, groupId: string | null): Found {
    const words = [reference.surname, reference.givenName, reference.patronymic]
      .filter(part => part !== null)
      .join(' ');
    const answered = this.#answered(words || (reference.iin ?? ''), reference);
    if (answered !== undefined) return answered;
    const direct = this.#direct(reference.iin, null);
    if (direct !== null) return { kind: 'found', record: direct, remarks: [] };
    if (reference.surname === null) return { kind: 'none', remarks: [] };
    const found = chosen(narrow(this.#namesakes(reference), reference, groupId));
    if (found.kind !== 'found' || reference.iin === null) return found;
    const other = found.record.values['iin'];
    if (typeof other !== 'string' || !isIin(reference.iin)) {
      return { kind: 'found', record: found.record, remarks: [remark('iinDiffers', reference.iin, [found.record])] };
    }
    // Two valid IINs are two people, however alike their names are.
    return { kind: 'none', remarks: [] };
  }

  /** What the officer has said about these words, in this import or an earlier one. */
  #answered(words: string, reference: StudentReference): Found | undefined {
    const answer = this.#aliases[words] ?? this.#aliases[answerKey(words)];
    if (answer === undefined) return undefined;
    const namesakes = this.#namesakes(reference);
    const stored = this.#existing.studentById(answer);
    const record = namesakes.find(({ id }) => id === answer) ?? this.#taken(stored);
    return record === null
      ? undefined
      : { kind: 'found', record, remarks: [remark('studentAnswered', words, namesakes)] };
  }

  #direct(iin: string | null, externalId: string | null): LedgerRecord | null {
    if (iin !== null) {
      const stored = this.#byIin.get(iin) ?? this.#taken(this.#existing.studentByIin(iin));
      if (stored !== null) return stored;
    }
    if (externalId !== null) {
      const stored = this.#byExternalId.get(externalId) ?? this.#taken(this.#existing.studentByExternalId(externalId));
      const other = stored?.values['iin'];
      if (stored !== null && (iin === null || typeof other !== 'string' || other === iin)) return stored;
    }
    return null;
  }

  #taken(stored: Parameters<Ledger['take']>[1] | null): LedgerRecord | null {
    if (stored === null) return null;
    const record = this.#ledger.take('student', stored);
    this.remember(record);
    return record;
  }

  #namesakes(reference: StudentReference, which: Namesakes = 'all'): readonly LedgerRecord[] {
    if (reference.surname === null) return [];
    const key = surnameKey(reference.surname);
    if (!this.#asked[which].has(key) && !this.#asked.all.has(key)) {
      this.#asked[which].add(key);
      for (const stored of this.#existing.studentsBySurname(key, which))
        this.remember(this.#ledger.take('student', stored));
    }
    const wanted = nameOf(reference);
    return [...(this.#bySurname[which].get(key) ?? [])].filter(record => namesAgree(nameOf(record.values), wanted));
  }
}

/** Of several namesakes the one in the same group, or the one whose name agrees to the letter. */
function narrow(
  candidates: readonly LedgerRecord[],
  reference: StudentReference,
  groupId: string | null,
): readonly LedgerRecord[] {
  if (candidates.length < 2) return candidates;
  const inGroup = groupId === null ? [] : candidates.filter(record => record.values['groupId'] === groupId);
  const rest = inGroup.length > 0 ? inGroup : candidates;
  const exact = rest.filter(record => personKey(nameOf(record.values)) === personKey(nameOf(reference)));
  return exact.length > 0 ? exact : rest;
}

function chosen(candidates: readonly LedgerRecord[]): Found {
  const [only] = candidates;
  if (only === undefined) return { kind: 'none', remarks: [] };
  return candidates.length === 1 ? { kind: 'found', record: only, remarks: [] } : { kind: 'ambiguous', candidates };
}

function nameOf(values: Readonly<Record<string, unknown>>): PersonName {
  return {
    surname: textOf(values, 'surname'),
    name: textOf(values, 'givenName'),
    patronymic: textOf(values, 'patronymic'),
  };
}

/** Brings a person into the contacts of a firm: the same person is completed, another one is added. */
export class ContactBook {
  readonly #ledger: Ledger;
  readonly #existing: ExistingRecords;
  readonly #byFirm = new Map<string, LedgerRecord[]>();

  constructor(ledger: Ledger, existing: ExistingRecords) {
    this.#ledger = ledger;
    this.#existing = existing;
  }

  put(
    firm: LedgerRecord,
    person: ContactValues,
    further: Readonly<Record<string, unknown>> = {},
  ): { readonly record: LedgerRecord; readonly created: boolean; readonly result: ApplyResult } {
    const values = { ...further, position: person.position, phone: person.phone, email: person.email };
    const known = this.#find(firm, person);
    if (known !== undefined) {
      known.rows++;
      const better = betterName(known, person.name);
      if (better !== null) known.values['name'] = better;
      const result = applyValues(known, { ...values, roles: person.roles }, { roles: 'union', notes: 'append' });
      return { record: known, created: false, result };
    }
    const record = this.#ledger.create('contact', {
      firmId: firm.id,
      name: person.name,
      roles: [...person.roles],
      ...values,
    });
    record.rows++;
    this.#contactsOf(firm).push(record);
    return { record, created: true, result: { changes: [], conflicts: [] } };
  }

  #find(firm: LedgerRecord, person: ContactValues): LedgerRecord | undefined {
    const wanted = splitFullName(person.name);
    const contacts = this.#contactsOf(firm);
    const same = contacts.find(record => personKey(contactName(record)) === personKey(wanted));
    if (same !== undefined) return same;
    const alike = contacts.filter(record => namesAgree(contactName(record), wanted));
    const [only] = alike;
    if (only === undefined || alike.length > 1) return undefined;
    const differs = (field: 'phone' | 'email') =>
      person[field] !== null && typeof only.values[field] === 'string' && only.values[field] !== person[field];
    return differs('phone') || differs('email') ? undefined : only;
  }

  #contactsOf(firm: LedgerRecord): LedgerRecord[] {
    const known = this.#byFirm.get(firm.id);
    if (known !== undefined) return known;
    const stored = firm.isNew ? [] : this.#existing.contactsOfFirm(firm.id);
    const records = stored.map(contact => this.#ledger.take('contact', contact));
    this.#byFirm.set(firm.id, records);
    return records;
  }
}

function contactName(record: LedgerRecord): PersonName {
  const name = record.values['name'];
  return splitFullName(typeof name === 'string' ? name : '');
}

/** A name in full instead of initials; otherwise the one that is there. */
function betterName(record: LedgerRecord, name: string): string | null {
  const held = contactName(record);
  const given = splitFullName(name);
  const fuller = held.name.replace('.', '').length <= 1 && given.name.replace('.', '').length > 1;
  return fuller ? name : null;
}
