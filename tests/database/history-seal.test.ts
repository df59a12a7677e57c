import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toHandle, type WriteDb } from '#main/database/handles.ts';
import { historySeal } from '#main/database/migrations/0009-history-seal.ts';
import { erasure } from '#main/database/migrations/0011-erasure.ts';
import { migrate } from '#main/database/migrations/migrate.ts';
import { verifyHistory } from '#main/features/history/verify.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm } from '#tests/support/builders.ts';
import { quietJob } from '#tests/support/checked.ts';
import { world } from '#tests/support/world.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-seal-'));
  file = workspaceIn(folder).databaseFile;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Some work of an officer: three firms, a change, a removal, an undo. */
async function work(): Promise<void> {
  const college = world({ folder });
  const [first, second] = [
    await college.call('firms.create', aFirm({ nameRu: 'ТОО «Өркен»' })),
    await college.call('firms.create', aFirm({ nameRu: 'АО «Жетісу»' })),
  ];
  await college.call('firms.create', aFirm({ nameRu: 'ИП «Нұр»' }));
  await college.call('firms.update', { id: first.id, revision: first.revision, patch: { city: 'Талдықорған' } });
  await college.call('firms.remove', { id: second.id, revision: second.revision });
  await college.call('history.undo', {});
  college.app.close();
}

/** Opens the file as somebody with a database tool would: with every guard of the schema taken away. */
function tamper(change: (db: WriteDb) => void): void {
  const connection = new Database(file);
  try {
    const db = toHandle(connection);
    for (const name of db.column<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
      db.exec(`DROP TRIGGER ${name}`);
    db.pragma('foreign_keys = OFF');
    change(db);
  } finally {
    connection.close();
  }
}

async function verify(): ReturnType<typeof verifyHistory> {
  const connection = new Database(file, { readonly: true });
  try {
    return await verifyHistory(toHandle(connection), quietJob);
  } finally {
    connection.close();
  }
}

test('a history that nobody touched is intact, through the router too', async () => {
  await work();
  const college = world({ folder });
  const verdict = await college.call('history.verify', {});
  const [batches, lines] = [
    college.app.db().value<number>('SELECT count(*) FROM batch'),
    college.app.db().value<number>('SELECT count(*) FROM audit'),
  ];
  college.app.close();
  expect(verdict).toMatchObject({ steps: batches, lines, erased: 0, flaw: null, problemCount: 0, outdated: 0 });
});

const forgeries: readonly (readonly [string, string])[] = [
  ['the title of a line', "UPDATE audit SET title = 'Other' WHERE seq = 3"],
  ['what a line says was before', "UPDATE audit SET before = '{}' WHERE action = 'update'"],
  ['who did it', "UPDATE batch SET actor = 'Somebody' WHERE seq = 2"],
  ['when it was done', "UPDATE batch SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3"],
  ['what the step is called', "UPDATE batch SET label = '{}' WHERE seq = 3"],
  ['a line in the middle is taken out', 'DELETE FROM audit WHERE seq = 3'],
  ['the newest line is taken out', 'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)'],
  [
    'the newest step is taken out with its lines',
    'DELETE FROM audit WHERE batch_id = (SELECT id FROM batch ORDER BY seq DESC LIMIT 1); DELETE FROM batch WHERE seq = (SELECT max(seq) FROM batch)',
  ],
  [
    'a step in the middle is taken out with its lines',
    'DELETE FROM audit WHERE batch_id = (SELECT id FROM batch WHERE seq = 3); DELETE FROM batch WHERE seq = 3',
  ],
  [
    'the lines of two steps change places',
    'UPDATE audit SET seq = -1 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -1',
  ],
  [
    'a line is put in',
    "INSERT INTO audit (batch_id, entity, entity_id, title, action) SELECT batch_id, entity, entity_id, title, 'delete' FROM audit WHERE seq = 2",
  ],
];

test.each(forgeries)('verifying finds a forgery: %s', async (_name, sql) => {
  await work();
  tamper(db => db.exec(sql));
  expect((await verify()).flaw).not.toBeNull();
});

test('a name with half a character in it is sealed as the file can keep it', async () => {
  const college = world({ folder });
  await college.call('settings.update', { officer: 'А\ud800Б' });
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «\ud83d»' }));
  college.app.close();
  expect((await verify()).flaw).toBeNull();
});

test('the step that was forged is named, and rows missing at the end are told without a step', async () => {
  await work();
  tamper(db => db.exec("UPDATE batch SET actor = 'Somebody' WHERE seq = 2"));
  const forged = await verify();
  tamper(db =>
    db.exec(
      "UPDATE batch SET actor = 'Officer' WHERE seq = 2; DELETE FROM audit WHERE batch_id = (SELECT id FROM batch ORDER BY seq DESC LIMIT 1); DELETE FROM batch WHERE seq = (SELECT max(seq) FROM batch)",
    ),
  );
  expect([forged.flaw?.step?.label.key, (await verify()).flaw]).toEqual(['created', { step: null }]);
});

test('a forged line with a digest made to fit is found by the seal of its step', async () => {
  await work();
  const { lineDigest } = await import('#main/database/seal.ts');
  tamper(db => {
    const line = db.get<Parameters<typeof lineDigest>[0]>(
      'SELECT batch_id AS batchId, entity, entity_id AS entityId, title, action, before, after FROM audit WHERE seq = 2',
    );
    if (line === undefined) throw new Error('no line');
    const forged = { ...line, title: 'Forged' };
    db.run('UPDATE audit SET title = ?, digest = ? WHERE seq = 2', forged.title, lineDigest(forged));
  });
  expect((await verify()).flaw).not.toBeNull();
});

test('any single changed text of any line is found', async () => {
  await work();
  const connection = new Database(file, { readonly: true });
  const count = toHandle(connection).value<number>('SELECT count(*) FROM audit') ?? 0;
  connection.close();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: count }),
      fc.constantFrom('entity', 'entity_id', 'title'),
      fc.string({ minLength: 1, maxLength: 20 }),
      async (seq, column, text) => {
        let before: unknown;
        tamper(db => {
          before = db.value(`SELECT ${column} FROM audit WHERE seq = ?`, seq);
          db.run(`UPDATE audit SET ${column} = ? WHERE seq = ?`, text, seq);
        });
        const { flaw } = await verify();
        tamper(db => db.run(`UPDATE audit SET ${column} = ? WHERE seq = ?`, before, seq));
        return (flaw !== null) === (text !== before);
      },
    ),
    { numRuns: 60 },
  );
});

test('the file refuses to empty a line in any other way than as an erasure that keeps its digest', async () => {
  await work();
  const connection = new Database(file);
  const db = toHandle(connection);
  const attempt = (sql: string): string => {
    try {
      db.exec(sql);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const erase =
    "UPDATE audit SET title = '', before = NULL, after = NULL, erased_at = (SELECT at FROM batch WHERE seq = 3)";
  const outcomes = [
    attempt("UPDATE audit SET erased_at = '2026-01-01' WHERE seq = 2"),
    attempt(`${erase}, digest = NULL WHERE seq = 2`),
    attempt(`${erase} WHERE seq = 2`),
    attempt(
      'UPDATE batch SET erased_at = (SELECT at FROM batch WHERE seq = 3) WHERE id = (SELECT batch_id FROM audit WHERE seq = 2)',
    ),
    attempt("UPDATE audit SET title = 'back', erased_at = NULL WHERE seq = 2"),
    attempt("UPDATE batch SET actor = 'Somebody' WHERE seq = 2"),
    attempt('DELETE FROM batch WHERE seq = 2'),
  ];
  connection.close();
  const refused = 'audit is append-only';
  expect(outcomes).toEqual([refused, refused, 'done', 'done', refused, refused, refused]);
  expect(await verify()).toMatchObject({ erased: 1, flaw: null });
  tamper(forged => forged.exec("UPDATE audit SET erased_at = '2020-01-01' WHERE seq = 2"));
  expect((await verify()).flaw).not.toBeNull();
});

test('a file from before the seals is sealed as it stands, and what is forged afterwards is found', async () => {
  await work();
  tamper(db => {
    db.exec(
      `ALTER TABLE audit DROP COLUMN digest; ALTER TABLE audit DROP COLUMN erased_at; ALTER TABLE batch DROP COLUMN seal;
       ALTER TABLE batch DROP COLUMN digest; ALTER TABLE batch DROP COLUMN erased_at; DROP TABLE erasure; DROP INDEX letter_file_used`,
    );
    db.exec(
      "CREATE TRIGGER letter_file_keeps_rows BEFORE DELETE ON letter_file BEGIN SELECT RAISE(ABORT, 'kept files are not removed'); END",
    );
    db.exec(
      "CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    );
    db.pragma(`user_version = ${historySeal.version - 1}`);
    migrate(db, [historySeal, erasure], () => undefined);
  });
  const sound = await verify();
  tamper(db => db.run("UPDATE audit SET title = 'Forged' WHERE seq = 2"));
  expect([sound.flaw, sound.lines > 5, (await verify()).flaw !== null]).toEqual([null, true, true]);
});
