import type { EntityName } from '../../contract/procedure.ts';
import { fold } from '../folding.ts';
import { isDamaged } from './row-reader.ts';

/** A stored record as far as importing needs it: its id and its fields under the names of the contract. */
export type StoredRecord = { readonly id: string; readonly values: Readonly<Record<string, unknown>> };

/** One field that gets another value. */
export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** One field for which the file has two values, or another than what must be kept. */
export type FieldConflict = {
  readonly field: string;
  readonly kept: unknown;
  readonly other: unknown;
  /** What the officer has chosen; without a choice the value that is there stays. */
  readonly choice?: ConflictChoice;
};
export type ConflictChoice = 'kept' | 'other';

/** A record while the import is planned: what is stored, what it will become, which fields the file has already named. */
export class LedgerRecord {
  readonly entity: EntityName;
  readonly id: string;
  /** What is stored; empty for a new record. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly values: Record<string, unknown>;
  readonly isNew: boolean;
  /** Rows that speak of this record, in order. */
  rows = 0;
  #named: Set<string> | undefined;

  constructor(
    entity: EntityName,
    id: string,
    before: Readonly<Record<string, unknown>> | null,
    values: Readonly<Record<string, unknown>>,
  ) {
    this.entity = entity;
    this.id = id;
    this.before = before ?? {};
    this.isNew = before === null;
    this.values = { ...values };
  }

  /** Fields the file has named: most new records are spoken of once, so they are gathered only for a second row. */
  get named(): Set<string> {
    this.#named ??= new Set(
      this.isNew ? Object.keys(this.values).filter(field => (this.values[field] ?? null) !== null) : [],
    );
    return this.#named;
  }
}

/** What writing must do, in an order in which references exist before they are used. */
export type Operation =
  | {
      readonly kind: 'insert';
      readonly entity: EntityName;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'update';
      readonly entity: EntityName;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    };

export type ApplyResult = { readonly changes: readonly FieldChange[]; readonly conflicts: readonly FieldConflict[] };

/** How a value meets the one that is there: `fill` only into an empty field, `append` behind it, `union` of lists. */
export type MeetingRule = 'replace' | 'fill' | 'append' | 'union' | 'keepSpelling';

const writingOrder: readonly EntityName[] = [
  'agreementType',
  'practiceType',
  'specialty',
  'qualification',
  'group',
  'firm',
  'contact',
  'student',
  'agreement',
  'placement',
  'request',
];

/** Begins the ids of records that do not exist yet; writing replaces them. */
export const newIdMark = 'new:';

/** The records an import touches, before anything is written. */
export class Ledger {
  readonly #records = new Map<EntityName, Map<string, LedgerRecord>>();
  #place = '';
  #count = 0;

  /** Says which row is planned: the passing ids of its new records are the same in every plan of the file. */
  begin(place: string): void {
    // Several people in one cell are several records of one row.
    if (place !== this.#place) this.#count = 0;
    this.#place = place;
  }

  /** A new record with its first values. */
  create(entity: EntityName, values: Readonly<Record<string, unknown>>): LedgerRecord {
    this.#count++;
    const id = `${newIdMark}${this.#place}:${entity}:${this.#count}`;
    return this.#keep(new LedgerRecord(entity, id, null, values));
  }

  /** A stored record; the same object each time it is asked for. */
  take(entity: EntityName, stored: StoredRecord): LedgerRecord {
    return (
      this.#records.get(entity)?.get(stored.id) ??
      this.#keep(new LedgerRecord(entity, stored.id, stored.values, stored.values))
    );
  }

  /** Records of a kind that this import has met so far. */
  touched(entity: EntityName): readonly LedgerRecord[] {
    return [...(this.#records.get(entity)?.values() ?? [])];
  }

  #keep(record: LedgerRecord): LedgerRecord {
    const held = this.#records.get(record.entity);
    if (held === undefined) this.#records.set(record.entity, new Map([[record.id, record]]));
    else held.set(record.id, record);
    return record;
  }

  /** Everything that has to be written; records that stay as they are do not appear. */
  operations(): readonly Operation[] {
    const operations: Operation[] = [];
    for (const entity of writingOrder) {
      for (const record of this.touched(entity)) {
        if (record.isNew) {
          operations.push({ kind: 'insert', entity, id: record.id, values: record.values });
          continue;
        }
        const changed = Object.keys(record.values).filter(
          field => !sameStored(record.before[field], record.values[field]),
        );
        if (changed.length === 0) continue;
        const values = Object.fromEntries(changed.map(field => [field, record.values[field]]));
        operations.push({ kind: 'update', entity, id: record.id, values });
      }
    }
    return operations;
  }
}

/** Brings the values of one row into a record; what the row does not say stays, what contradicts an earlier row is reported. */
export function applyValues(
  record: LedgerRecord,
  values: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, MeetingRule>> = {},
): ApplyResult {
  const changes: FieldChange[] = [];
  const conflicts: FieldConflict[] = [];
  for (const [field, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') continue;
    const current = record.values[field] ?? null;
    const rule = rules[field] ?? 'replace';
    const set = (next: unknown) => {
      changes.push({ field, from: current, to: next });
      record.values[field] = next;
    };
    if (rule === 'union' && Array.isArray(value)) {
      const held = Array.isArray(current) ? (current as unknown[]) : [];
      const added = (value as unknown[]).filter(item => !held.includes(item));
      if (added.length > 0) set([...held, ...added]);
      continue;
    }
    if (current === null) {
      set(value);
    } else if (sameMeaning(current, value)) {
      // Nothing new is said.
    } else if (rule === 'append' && typeof current === 'string' && typeof value === 'string') {
      if (!fold(current).includes(fold(value))) set(`${current}\n${value}`.slice(0, 4000));
    } else if (isPoorer(value, current)) {
      // A damaged or abbreviated spelling of what is already known better.
    } else if (rule === 'keepSpelling' || rule === 'fill' || record.named.has(field) || record.isNew) {
      if (rule !== 'fill') conflicts.push({ field, kept: current, other: value });
    } else {
      set(value);
    }
    record.named.add(field);
  }
  return { changes, conflicts };
}

/** Equal for people: case, spaces, quotes and look-alike letters do not count. */
export function sameMeaning(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') {
    return plain(left) === plain(right);
  }
  return sameStored(left, right);
}

/** A field of a record as text; '' when it holds none. */
export function textOf(values: Readonly<Record<string, unknown>>, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

function plain(text: string): string {
  return fold(text)
    .replace(/["'«»“”„`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a text has lost letters, or is the initial of a name that is known in full. */
function isPoorer(value: unknown, current: unknown): boolean {
  if (typeof value !== 'string' || typeof current !== 'string') return false;
  if (isDamaged(value) && !isDamaged(current)) return true;
  return /^\p{Lu}\.$/u.test(value) && current.length > 2 && fold(current).startsWith(fold(value.slice(0, 1)));
}

function sameStored(left: unknown, right: unknown): boolean {
  const a = left ?? null;
  const b = right ?? null;
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
