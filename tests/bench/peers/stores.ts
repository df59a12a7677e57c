import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Datastore from '@seald-io/nedb';
import Database from 'better-sqlite3';
import Loki from 'lokijs';
import { JSONFilePreset } from 'lowdb/node';

export type Placement = {
  readonly id: string;
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly studentName: string;
  readonly firmName: string;
};
export type Student = { readonly id: string; readonly name: string; readonly iin: string; notes: string };
export type Firm = { readonly id: string; readonly nameRu: string };
/** The records of a college as a store without a schema keeps them. */
export type Records = {
  readonly placements: readonly Placement[];
  readonly students: readonly Student[];
  readonly firms: readonly Firm[];
};

/** What a store is asked: each call is timed, `prepare` is not. */
export type Store = {
  readonly prepare: (records: Records, folder: string) => Promise<void>;
  /** A year's completed placements in Kazakh order: how many, and the first hundred. */
  readonly list: () => Promise<readonly [number, readonly unknown[]]>;
  /** Ids of the students whose name holds what was typed. */
  readonly search: (typed: string) => Promise<readonly string[]>;
  /** One field of one student, on the disk when it returns. */
  readonly edit: (turn: number) => Promise<unknown>;
  /** From the closed file to the first hundred firms. */
  readonly open: () => Promise<unknown>;
};

const [from, to] = ['2024-09-01', '2025-08-31'] as const;
const collator = new Intl.Collator('kk');
const inOrder = (left: Placement, right: Placement): number => collator.compare(left.studentName, right.studentName);
const firmsInOrder = (left: Firm, right: Firm): number => collator.compare(left.nameRu, right.nameRu);
const ofTheYear = ({ state, startsOn, endsOn }: Placement): boolean =>
  state === 'completed' && startsOn <= to && endsOn >= from;
/** What people write first: the typed text anywhere, whatever its case. */
const typedPattern = (typed: string): RegExp => new RegExp(typed.replaceAll(/[^\p{L}\p{N} ]/gu, ''), 'iu');

function nedb(): Store {
  let places: Record<'placements' | 'students' | 'firms', string>;
  let placements: Datastore<Placement>;
  let students: Datastore<Student>;
  let first = '';
  return {
    prepare: async (records, folder) => {
      places = { placements: join(folder, 'p.db'), students: join(folder, 's.db'), firms: join(folder, 'f.db') };
      placements = new Datastore<Placement>({ filename: places.placements });
      students = new Datastore<Student>({ filename: places.students });
      const firms = new Datastore<Firm>({ filename: places.firms });
      for (const store of [placements, students, firms]) await store.loadDatabaseAsync();
      await placements.ensureIndexAsync({ fieldName: 'state' });
      await students.ensureIndexAsync({ fieldName: 'id', unique: true });
      await placements.insertAsync([...records.placements]);
      await students.insertAsync([...records.students]);
      await firms.insertAsync([...records.firms]);
      first = records.students[0]?.id ?? '';
    },
    list: async () => {
      const rows = await placements.findAsync({ state: 'completed', startsOn: { $lte: to }, endsOn: { $gte: from } });
      return [rows.length, rows.toSorted(inOrder).slice(0, 100)];
    },
    search: async typed => (await students.findAsync({ name: typedPattern(typed) })).map(({ id }) => id),
    edit: turn => students.updateAsync({ id: first }, { $set: { notes: `peer ${turn}` } }, {}),
    open: async () => {
      const stores = Object.values(places).map(filename => new Datastore<Firm>({ filename }));
      for (const store of stores) await store.loadDatabaseAsync();
      return (await stores[2]?.findAsync({}))?.toSorted(firmsInOrder).slice(0, 100);
    },
  };
}

function loki(): Store {
  let file = '';
  let db: Loki;
  const save = (): Promise<void> =>
    new Promise((done, failed) =>
      db.saveDatabase(error => (error === undefined || error === null ? done() : failed(error))),
    );
  const fresh = (): Loki => new Loki(file, { adapter: new Loki.LokiFsAdapter(), env: 'NODEJS' });
  return {
    prepare: async (records, folder) => {
      file = join(folder, 'loki.json');
      db = fresh();
      db.addCollection<Placement>('placements', { indices: ['state', 'startsOn'] }).insert(records.placements);
      db.addCollection<Student>('students', { indices: ['id'] }).insert(records.students);
      db.addCollection<Firm>('firms', { indices: [] }).insert(records.firms);
      await save();
    },
    list: async () => {
      const rows = db
        .getCollection<Placement>('placements')
        .chain()
        .find({ $and: [{ state: 'completed' }, { startsOn: { $lte: to } }, { endsOn: { $gte: from } }] });
      // oxlint-disable-next-line unicorn/no-array-sort -- LokiJS's own
      return [rows.count(), rows.sort(inOrder).limit(100).data()];
    },
    search: async typed =>
      db
        .getCollection<Student>('students')
        .chain()
        .find({ name: { $regex: typedPattern(typed) } })
        .data()
        .map(({ id }) => id),
    edit: async turn => {
      const students = db.getCollection<Student>('students');
      const [student] = students.chain().find({}).limit(1).data();
      if (student === undefined) return;
      student.notes = `peer ${turn}`;
      students.update(student);
      await save();
    },
    open: async () => {
      const opened = fresh();
      await new Promise<void>(done => opened.loadDatabase({}, () => done()));
      // oxlint-disable-next-line unicorn/no-array-sort -- LokiJS's own
      return opened.getCollection<Firm>('firms').chain().sort(firmsInOrder).limit(100).data();
    },
  };
}

function lowdb(): Store {
  let file = '';
  let db: Awaited<ReturnType<typeof JSONFilePreset<Records>>>;
  const nothing: Records = { placements: [], students: [], firms: [] };
  return {
    prepare: async (records, folder) => {
      file = join(folder, 'lowdb.json');
      db = await JSONFilePreset<Records>(file, nothing);
      db.data = records;
      await db.write();
    },
    list: async () => {
      const rows = db.data.placements.filter(ofTheYear).toSorted(inOrder);
      return [rows.length, rows.slice(0, 100)];
    },
    search: async typed => {
      const pattern = typedPattern(typed);
      return db.data.students.filter(({ name }) => pattern.test(name)).map(({ id }) => id);
    },
    edit: async turn => {
      const [student] = db.data.students;
      if (student !== undefined) student.notes = `peer ${turn}`;
      await db.write();
    },
    open: async () => (await JSONFilePreset<Records>(file, nothing)).data.firms.toSorted(firmsInOrder).slice(0, 100),
  };
}

/** SQLite as most people use it: NOCASE for order, LIKE for search; durable like ours. */
function plainSqlite(): Store {
  let file = '';
  let db: Database.Database;
  return {
    prepare: async (records, folder) => {
      file = join(folder, 'plain.db');
      db = new Database(file);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.exec(`CREATE TABLE placement (id TEXT PRIMARY KEY, state TEXT, startsOn TEXT, endsOn TEXT, studentName TEXT COLLATE NOCASE, firmName TEXT);
        CREATE TABLE student (id TEXT PRIMARY KEY, name TEXT, iin TEXT, notes TEXT);
        CREATE TABLE firm (id TEXT PRIMARY KEY, nameRu TEXT COLLATE NOCASE);
        CREATE INDEX state ON placement(state, startsOn, endsOn); CREATE INDEX name ON firm(nameRu)`);
      const insert = (table: string, rows: readonly object[]): void => {
        const keys = Object.keys(rows[0] ?? {});
        const statement = db.prepare(`INSERT INTO ${table} VALUES (${keys.map(key => `@${key}`).join(', ')})`);
        db.transaction(() => {
          for (const row of rows) statement.run(row);
        })();
      };
      insert('placement', records.placements);
      insert('student', records.students);
      insert('firm', records.firms);
    },
    list: async () => {
      const where = `FROM placement WHERE state = 'completed' AND startsOn <= '${to}' AND endsOn >= '${from}'`;
      const count = Number(db.prepare(`SELECT count(*) ${where}`).pluck().get());
      return [count, db.prepare(`SELECT * ${where} ORDER BY studentName LIMIT 100`).all()];
    },
    search: async typed =>
      db.prepare('SELECT id FROM student WHERE name LIKE ?').pluck().all(`%${typed}%`) as readonly string[],
    edit: async turn => db.prepare('UPDATE student SET notes = ? WHERE rowid = 1').run(`peer ${turn}`),
    open: async () => {
      const opened = new Database(file);
      const rows = opened.prepare('SELECT * FROM firm ORDER BY nameRu LIMIT 100').all();
      opened.close();
      return rows;
    },
  };
}

export const stores = { nedb, lokijs: loki, lowdb, 'sqlite NOCASE/LIKE': plainSqlite } as const;
export type StoreName = keyof typeof stores;

export const readRecords = (file: string): Records => JSON.parse(readFileSync(file, 'utf8')) as Records;
