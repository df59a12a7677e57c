import { type EntityName, entityNames } from '#shared/contract/procedure.ts';
import { versionsStand } from '../../database/agreement-versions.ts';
import { type EntityDefinition, entities, type RecordOf, records } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { fieldMap, fromRow, toColumn } from '../../database/mapping.ts';
import { seededRows } from '../../database/own-schema.ts';
import type { SearchTwin } from '../../database/search-twin.ts';

/** A record that is not what its history says: which, and the field that differs. */
export type RecordProblem = {
  readonly kind: 'record' | 'extra' | 'lost';
  readonly entity: EntityName;
  readonly title: string;
  readonly field: string | null;
};

type Line = {
  readonly seq: number;
  readonly entityId: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly after: string | null;
  readonly erasedAt: string | null;
  readonly at: string;
};

type Values = Readonly<Record<string, unknown>>;

/** What the history says of a record. `whole`: every field is known; after an erased line only the later ones are. */
type Told = { readonly exists: boolean; readonly whole: boolean; readonly values: Values };

const nothing: Told = { exists: false, whole: true, values: {} };

/** What a line says; undefined for one that is no longer JSON, which the seals name. */
function readValues(after: string): Values | undefined {
  try {
    return JSON.parse(after) as Values;
  } catch {
    return undefined;
  }
}

function follow(told: Told, { action, after, erasedAt, at }: Line): Told {
  if (action === 'delete') return nothing;
  const written = erasedAt === null && after !== null ? readValues(after) : undefined;
  if (written === undefined) return { exists: true, whole: false, values: {} };
  if (action === 'insert') return { exists: true, whole: true, values: written };
  const { revision } = told.values;
  const counted = typeof revision === 'number' ? { revision: revision + 1 } : {};
  return { ...told, exists: true, values: { ...told.values, ...written, ...counted, updatedAt: at } };
}

/** As SQLite keeps a text: half a surrogate pair becomes the replacement character. */
const stored = (value: unknown): string =>
  JSON.stringify(typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : (value ?? null));

const linesAtOnce = 2_000;
const linesSql = `SELECT a.seq, a.entity_id AS entityId, a.action, a.after, a.erased_at AS erasedAt, b.at
  FROM audit a CROSS JOIN batch b ON b.id = a.batch_id
  WHERE a.entity = ? AND (a.entity_id, a.seq) > (?, ?) ORDER BY a.entity_id, a.seq LIMIT ${linesAtOnce}`;

type Work = {
  readonly db: ReadDb;
  readonly twin: SearchTwin;
  readonly step: (count: number) => Promise<void>;
  readonly found: (problem: RecordProblem) => void;
};

/** How many records were compared, and how many of the values computed from them are not what they would be now. */
export type Compared = { readonly records: number; readonly outdated: number };

const readRow = (db: ReadDb, table: string, id: string): Values | undefined =>
  db.get<Values>(`SELECT * FROM ${table} WHERE id = ?`, id);

/** Compares every record with the end of its history, and what is computed from it with what would be computed now. */
export async function compareRecords(work: Work): Promise<Compared> {
  let [compared, outdated] = [0, 0];
  for (const entity of entityNames) {
    const checked = createCheck(entity, work);
    let group: { readonly id: string; told: Told } | undefined;
    const close = (): void => {
      if (group === undefined) return;
      compared += 1;
      outdated += checked.compare(group.id, group.told);
    };
    for (let last = { entityId: '', seq: 0 }; ; ) {
      const lines = work.db.all<Line>(linesSql, entity, last.entityId, last.seq);
      for (const line of lines) {
        if (group?.id !== line.entityId) {
          close();
          group = { id: line.entityId, told: checked.begin(line.entityId) };
        }
        group.told = follow(group.told, line);
      }
      const end = lines.at(-1);
      if (end === undefined) break;
      last = end;
      // oxlint-disable-next-line no-await-in-loop -- other work gets its turn between two pages
      await work.step(lines.length);
    }
    close();
    for (const id of checked.withoutHistory()) {
      compared += 1;
      outdated += checked.compare(id, checked.begin(id));
    }
  }
  return { records: compared, outdated };
}

type Check = {
  readonly begin: (id: string) => Told;
  /** Answers how many computed values are out of date. */
  readonly compare: (id: string, told: Told) => number;
  readonly withoutHistory: () => readonly string[];
};

function createCheck(entity: EntityName, { db, twin, found }: Work): Check {
  const definition = entities[entity] as EntityDefinition<EntityName>;
  const { table } = definition;
  const fields = fieldMap(records[entity]);
  const fallbacks = new Map(
    db
      .all<{ name: string; preset: string | null }>(
        'SELECT name, dflt_value AS preset FROM pragma_table_info(?)',
        table,
      )
      .flatMap(({ name, preset }) => (preset === null ? [] : [[name, db.value(`SELECT ${preset}`)] as const])),
  );
  const seeded = new Map(seededRows(table).map(row => [row['id'] as string, fromRow(records[entity], row) as Values]));
  const titleOf = (record: unknown, id: string): string => {
    try {
      return definition.title(record as never, db);
    } catch {
      return id; // what it refers to is damaged too
    }
  };
  const differing = (record: Values, told: Told, row: Values): string | undefined =>
    fields.find(({ field, column }) => {
      if (field in told.values) return stored(record[field]) !== stored(told.values[field]);
      if (!told.whole || record[field] === null) return false;
      // A column that came with a later version of the file began with its preset.
      return !fallbacks.has(column) || row[column] !== fallbacks.get(column);
    })?.field;

  return {
    begin: id => {
      const values = seeded.get(id);
      return values === undefined ? nothing : { exists: true, whole: true, values };
    },
    withoutHistory: () => [
      ...new Set([
        ...db.column<string>(
          `SELECT id FROM ${table} WHERE id NOT IN (SELECT entity_id FROM audit WHERE entity = ?)`,
          entity,
        ),
        ...[...seeded.keys()].filter(
          id => db.value('SELECT 1 FROM audit WHERE entity = ? AND entity_id = ?', entity, id) === undefined,
        ),
      ]),
    ],
    compare: (id, told) => {
      const row = readRow(db, table, id);
      if (row === undefined) {
        if (told.exists) found({ kind: 'lost', entity, title: titleOf({ ...told.values, id }, id), field: null });
        return 0;
      }
      let record: Values;
      try {
        record = fromRow(records[entity], row) as Values;
      } catch {
        found({ kind: 'record', entity, title: id, field: null }); // a value that is no longer JSON
        return 0;
      }
      if (!told.exists) found({ kind: 'extra', entity, title: titleOf(record, id), field: null });
      const field = told.exists ? differing(record, told, row) : undefined;
      if (field !== undefined) found({ kind: 'record', entity, title: titleOf(record, id), field });
      try {
        return outdatedOf(record as RecordOf<EntityName>, row);
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
        // A day that is none, terms of another shape: nothing can be computed from them.
        if (field === undefined) found({ kind: 'record', entity, title: titleOf(record, id), field: null });
        return 0;
      }
    },
  };

  /** Sort keys, versions of an agreement, and what the search knows of the record. */
  function outdatedOf(record: RecordOf<EntityName>, row: Values): number {
    const { id } = record;
    let count = 0;
    const derived = definition.derive?.(record) ?? {};
    if (Object.entries(derived).some(([key, value]) => row[toColumn(key)] !== value)) count += 1;
    if (entity === 'agreement' && !versionsStand(db, record as RecordOf<'agreement'>)) count += 1;
    const entry = definition.search?.(record, db);
    if (entry === undefined) return count;
    type Document = { readonly row: number; readonly title: string; readonly detail: string };
    const document = db.get<Document>(
      'SELECT row, title, detail FROM search_document WHERE entity = ? AND entity_id = ?',
      entity,
      id,
    );
    if (document === undefined) return count + 1;
    twin.add(document.row, entity, entry.text);
    return document.title === entry.title && document.detail === entry.detail ? count : count + 1;
  }
}
