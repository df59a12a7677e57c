import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import type { MergeAction } from '#shared/contract/transfer.ts';
import { entities, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fieldMap, fromRow } from '../../database/mapping.ts';
import { type Fields, leftOut, matchKeys } from './merge-keys.ts';

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** What becomes of one record of the other file. */
export type PlannedRecord = {
  readonly key: string;
  readonly entity: EntityName;
  readonly title: string;
  readonly action: MergeAction;
  /** The record of this college it is or will be; its own id when it is created. */
  readonly targetId: string | null;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldChange[];
  readonly theirs: boolean;
  /** For a new record: its fields with references of this college. */
  readonly record: Fields | null;
};

export type MergeDecisions = { readonly theirs: ReadonlySet<string>; readonly leaveOut: ReadonlySet<string> };

const meta = new Set(['id', 'revision', 'createdAt', 'updatedAt']);
const equal = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Kinds in an order in which every record comes after those it refers to. */
export function inOrderOfReference(): readonly EntityName[] {
  const ordered: EntityName[] = [];
  const visit = (entity: EntityName, path: readonly EntityName[]): void => {
    if (ordered.includes(entity) || path.includes(entity)) return;
    for (const target of Object.values(entities[entity].references)) visit(target, [...path, entity]);
    ordered.push(entity);
  };
  const attached = entityNames.filter(entity => entities[entity].attached === true);
  for (const entity of [...entityNames.filter(name => !attached.includes(name)), ...attached]) visit(entity, []);
  return ordered;
}

export function readAll(db: ReadDb, entity: EntityName): readonly Fields[] {
  const { table, references } = entities[entity];
  // A record that refers to one of its own kind comes after it: an agreement after the one it renews.
  const own = Object.entries(references).find(([, target]) => target === entity)?.[0];
  const rows = db
    .all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY created_at, id`)
    .map(row => fromRow(records[entity], row) as Fields);
  return own === undefined ? rows : parentsFirst(rows, own);
}

function parentsFirst(rows: readonly Fields[], field: string): readonly Fields[] {
  const byId = new Map(rows.map(row => [row['id'], row]));
  const placed = new Set<Fields>();
  const place = (row: Fields, depth: number): void => {
    if (placed.has(row)) return;
    const parent = byId.get(row[field]);
    if (parent !== undefined && depth < 200) place(parent, depth + 1);
    placed.add(row);
  };
  for (const row of rows) place(row, 0);
  return [...placed];
}

/** Present records of a kind by id and by what they are known by; planned ones join them. */
class Shelf {
  readonly #byId = new Map<string, Fields>();
  readonly #byKey = new Map<string, Fields[]>();
  readonly #entity: EntityName;

  constructor(entity: EntityName, present: readonly Fields[]) {
    this.#entity = entity;
    for (const record of present) this.add(record);
  }

  add(record: Fields): void {
    this.#byId.set(String(record['id']), record);
    for (const key of matchKeys(this.#entity, record)) {
      const held = this.#byKey.get(key);
      if (held === undefined) this.#byKey.set(key, [record]);
      else held.push(record);
    }
  }

  /** The same thing: by id, then by the first key that names exactly one. */
  find(record: Fields): Fields | undefined {
    const sameId = this.#byId.get(String(record['id']));
    if (sameId !== undefined) return sameId;
    for (const key of matchKeys(this.#entity, record)) {
      for (const candidate of [key, ...otherName(key)]) {
        const found = this.#byKey.get(candidate) ?? [];
        if (found.length === 1) return found[0];
      }
    }
    return undefined;
  }
}

/** A firm without a number may be one with a number under the same name, and the other way round. */
const otherName = (key: string): readonly string[] => {
  if (key.startsWith('name [')) return [`named ${key.slice(5)}`];
  return key.startsWith('named [') ? [`name ${key.slice(6)}`] : [];
};

/** Puts ids of this college in place of the other file's, also inside lists and objects. */
function translate(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map(item => translate(item, ids));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, translate(item, ids)]));
  return value;
}

type Planning = { readonly theirs: ReadDb; readonly ours: ReadDb; readonly decisions: MergeDecisions };

/** Plans what taking the records of another file does to this one: nothing is removed, nothing that is written here is lost unasked. */
export function planMerge({ theirs, ours, decisions }: Planning): readonly PlannedRecord[] {
  const ids = new Map<string, string>();
  /** Records that are not taken, with all that hangs on them. */
  const skipped = new Set<string>();
  const planned: PlannedRecord[] = [];
  for (const entity of inOrderOfReference()) {
    const incoming = readAll(theirs, entity);
    if (leftOut.has(entity)) {
      for (const record of incoming) skipped.add(String(record['id']));
      continue;
    }
    if (incoming.length === 0) continue;
    const shelf = new Shelf(entity, readAll(ours, entity));
    const required = requiredReferences(entity);
    const jsonFields = new Set(
      fieldMap(records[entity]).flatMap(({ field, kind }) => (kind === 'json' ? [field] : [])),
    );
    for (const original of incoming) {
      const id = String(original['id']);
      const key = `${entity}:${id}`;
      const title = titleOf(entity, original, theirs);
      const owner = entities[entity].attached === true ? String(original['entityId'] ?? '') : '';
      const lost =
        decisions.leaveOut.has(key) ||
        skipped.has(owner) ||
        required.some(field => skipped.has(String(original[field])));
      if (lost) {
        skipped.add(id);
        planned.push({
          key,
          entity,
          title,
          action: 'skip',
          targetId: null,
          changes: [],
          conflicts: [],
          theirs: false,
          record: null,
        });
        continue;
      }
      const record = adapt({ entity, original, ids, skipped, jsonFields });
      const found = shelf.find(record);
      if (found === undefined) {
        ids.set(id, id);
        shelf.add(record);
        planned.push({
          key,
          entity,
          title,
          action: 'create',
          targetId: id,
          changes: [],
          conflicts: [],
          theirs: false,
          record,
        });
        continue;
      }
      ids.set(id, String(found['id']));
      planned.push(compare({ key, entity, title, record, found, theirs: decisions.theirs.has(key) }));
    }
  }
  return planned;
}

/** References without which a record cannot be. */
function requiredReferences(entity: EntityName): readonly string[] {
  const shape = records[entity].shape as Readonly<
    Record<string, { safeParse: (value: unknown) => { success: boolean } }>
  >;
  return Object.keys(entities[entity].references).filter(field => shape[field]?.safeParse(null).success === false);
}

type Adapting = {
  readonly entity: EntityName;
  readonly original: Fields;
  readonly ids: ReadonlyMap<string, string>;
  readonly skipped: ReadonlySet<string>;
  readonly jsonFields: ReadonlySet<string>;
};

function adapt({ entity, original, ids, skipped, jsonFields }: Adapting): Fields {
  const { references, attached } = entities[entity];
  return Object.fromEntries(
    Object.entries(original).map(([field, value]) => {
      const refers = field in references || (attached === true && field === 'entityId');
      if (refers && typeof value === 'string') return [field, skipped.has(value) ? null : (ids.get(value) ?? value)];
      return [field, jsonFields.has(field) ? translate(value, ids) : value];
    }),
  );
}

type Comparing = Pick<PlannedRecord, 'key' | 'entity' | 'title' | 'theirs'> & {
  readonly record: Fields;
  readonly found: Fields;
};

function compare({ key, entity, title, record, found, theirs }: Comparing): PlannedRecord {
  const changes: FieldChange[] = [];
  const conflicts: FieldChange[] = [];
  for (const [field, to] of Object.entries(record)) {
    const from = found[field];
    if (meta.has(field) || isEmpty(to) || equal(from, to)) continue;
    (isEmpty(from) ? changes : conflicts).push({ field, from: from ?? null, to });
  }
  const action = conflicts.length > 0 ? 'conflict' : changes.length > 0 ? 'update' : 'same';
  const decided = theirs && conflicts.length > 0;
  return {
    key,
    entity,
    title,
    action,
    targetId: String(found['id']),
    changes,
    conflicts,
    theirs: decided,
    record: null,
  };
}

const titleOf = (entity: EntityName, record: Fields, db: ReadDb): string => entities[entity].title(record as never, db);
