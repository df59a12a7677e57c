import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toHandle, type WriteDb } from '#main/database/handles.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { type Migration, migrate } from '#main/database/migrations/migrate.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { world } from '#tests/support/world.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-migration-'));
  file = workspaceIn(folder).databaseFile;
  const college = world({ folder });
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Өркен»' }));
  college.app.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const latest = migrations.at(-1)?.version ?? 0;

function withFile<T>(use: (db: WriteDb, connection: Database.Database) => T): T {
  const connection = new Database(file);
  try {
    return use(toHandle(connection), connection);
  } finally {
    connection.close();
  }
}

const tryTo = (run: () => void): unknown => {
  try {
    run();
    return 'done';
  } catch (error) {
    return error;
  }
};

/** The newest schema and one step more. */
const plus = (up: Migration['up']): readonly Migration[] => [...migrations, { version: latest + 1, up }];

test('a file written by a later program is refused and stays as it is, byte for byte', () => {
  withFile((_db, connection) => connection.pragma('user_version = 900'));
  const before = readFileSync(file);
  const refused = tryTo(() => world({ folder }));
  expect([refused, readFileSync(file).equals(before), readdirSync(folder).filter(name => name !== 'backups')]).toEqual([
    expect.objectContaining({ code: 'databaseNewer', params: { file, found: 900, known: latest } }),
    true,
    ['seriktes.db'],
  ]);
});

test('a step that fails in its middle leaves the schema, the rows and the version of before', () => {
  const state = withFile((db, connection) => {
    const failed = tryTo(() =>
      migrate(
        db,
        plus(handle => {
          handle.exec('CREATE TABLE half (id TEXT) STRICT');
          handle.exec("UPDATE firm SET city = 'nowhere'");
          throw new Error('power cut');
        }),
        () => undefined,
      ),
    );
    return {
      failed: (failed as Error).message,
      table: db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"),
      city: db.value('SELECT city FROM firm'),
      version: db.pragma('user_version'),
      foreignKeys: connection.pragma('foreign_keys', { simple: true }),
    };
  });
  expect(state).toEqual({ failed: 'power cut', table: 0, city: null, version: latest, foreignKeys: 1 });
});

test('steps before the failing one stay done, so the next start goes on from there', () => {
  const versions = withFile(db => {
    const steps: readonly Migration[] = [
      ...plus(handle => handle.exec('ALTER TABLE firm ADD COLUMN mood TEXT')),
      {
        version: latest + 2,
        up: () => {
          throw new Error('not yet');
        },
      },
    ];
    tryTo(() => migrate(db, steps, () => undefined));
    return [db.pragma('user_version'), db.value('SELECT mood FROM firm')];
  });
  expect(versions).toEqual([latest + 1, null]);
});

test('a step that leaves a reference to nothing is refused', () => {
  const outcome = withFile(db => {
    const failed = tryTo(() =>
      migrate(
        db,
        plus(handle => {
          handle.exec(
            "INSERT INTO site (id, revision, created_at, updated_at, firm_id, name, sort_key) VALUES ('s', 0, '', '', 'nobody', 'x', 'x')",
          );
        }),
        () => undefined,
      ),
    );
    return [(failed as Error).message, db.value('SELECT count(*) FROM site'), db.pragma('user_version')];
  });
  expect(outcome).toEqual([`Migration ${latest + 1} leaves a dangling reference`, 0, latest]);
});

test('a table can be rebuilt while others refer to it', () => {
  const kept = withFile(db => {
    migrate(
      db,
      plus(handle => {
        const sql = handle.value<string>("SELECT sql FROM sqlite_schema WHERE name = 'firm'") ?? '';
        handle.exec(sql.replace('CREATE TABLE firm', 'CREATE TABLE firm_new'));
        handle.exec('INSERT INTO firm_new SELECT * FROM firm');
        handle.exec('DROP TABLE firm');
        handle.exec('ALTER TABLE firm_new RENAME TO firm');
      }),
      () => undefined,
    );
    return db.column('SELECT name_ru FROM firm');
  });
  expect(kept).toEqual(['ТОО «Өркен»']);
});

test('a file with records is backed up before its first step, a new file and a current one are not', () => {
  const backups: string[] = [];
  withFile(db => migrate(db, migrations, () => backups.push('current')));
  withFile(db => {
    migrate(
      db,
      plus(handle => handle.exec('DELETE FROM search_document')),
      () =>
        backups.push(`before step ${latest + 1}: ${db.value<number>('SELECT count(*) FROM search_document')} found`),
    );
  });
  const fresh = toHandle(new Database(':memory:'));
  migrate(fresh, migrations, () => backups.push('new'));
  fresh.close();
  expect(backups).toEqual([`before step ${latest + 1}: 1 found`]);
});

test('a backup that cannot be made stops the migration before anything has changed', () => {
  const outcome = withFile(db => {
    const failed = tryTo(() =>
      migrate(
        db,
        plus(handle => handle.exec('DELETE FROM search_document')),
        () => {
          throw new Error('disk full');
        },
      ),
    );
    return [(failed as Error).message, db.value('SELECT count(*) FROM search_document'), db.pragma('user_version')];
  });
  expect(outcome).toEqual(['disk full', 1, latest]);
});

test('the first schema comes with its dictionaries and a second opening adds nothing', async () => {
  const college = world({ folder });
  const codes = async (): Promise<string[]> => [
    ...(await college.call('agreementTypes.list', {})).rows.map(row => row.code),
    ...(await college.call('practiceTypes.list', {})).rows.map(row => row.code),
  ];
  const first = await codes();
  const again = college.reopen();
  const second =
    (await again.call('agreementTypes.list', {})).total + (await again.call('practiceTypes.list', {})).total;
  again.app.close();
  expect([first.length, second, new Set(first).has('dual')]).toEqual([16, 16, true]);
});
