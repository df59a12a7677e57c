import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WriteDb } from '#main/database/handles.ts';
import { erasure } from '#main/database/migrations/0011-erasure.ts';
import { beginSeal } from '#main/database/migrations/first-seal.ts';
import { lineDigest } from '#main/database/seal.ts';
import { verifyHistory } from '#main/features/history/verify.ts';
import { fileBefore } from '#tests/support/older-file.ts';

let db: WriteDb;
let migrateIt: () => void;

/** A file of the version before, with five sealed steps of two lines each. */
beforeEach(() => {
  ({ db, migrateIt } = fileBefore(erasure));
  let previous: Buffer | null = null;
  for (const step of [1, 2, 3, 4, 5]) {
    const batch = { id: `b${step}`, at: `t${step}`, actor: 'Officer', label: '{}', kind: 'do', targetId: null };
    db.run(`INSERT INTO batch (id, at, actor, label, kind) VALUES (?, ?, 'Officer', '{}', 'do')`, batch.id, batch.at);
    const sealing = beginSeal(previous);
    for (const title of ['one', 'two']) {
      const words = {
        entity: 'firm',
        entityId: `f${step}${title}`,
        title,
        action: 'insert',
        before: null,
        after: '{}',
      };
      const digest = lineDigest({ batchId: batch.id, ...words });
      sealing.add(digest);
      db.run(
        `INSERT INTO audit (batch_id, entity, entity_id, title, action, after, digest) VALUES (?, 'firm', ?, ?, 'insert', '{}', ?)`,
        batch.id,
        words.entityId,
        title,
        digest,
      );
    }
    previous = sealing.close(batch);
    db.run('UPDATE batch SET seal = ? WHERE id = ?', previous, batch.id);
  }
});
afterEach(() => db.close());

const verify = () => verifyHistory(db, { expect: () => undefined, step: () => Promise.resolve() });
const tamper = (sql: string): void => {
  for (const name of db.column<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
};

test('a history sealed before keeps every line and stands under the new seals', async () => {
  const lines = db.all('SELECT * FROM audit');
  migrateIt();
  expect([db.all('SELECT * FROM audit'), (await verify()).flaw]).toEqual([lines, null]);
});

test('a step that was forged before is still the first that does not stand, also when its neighbours are whole', async () => {
  const triggers = db.all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  tamper("UPDATE batch SET actor = 'Somebody' WHERE seq = 3");
  for (const { sql } of triggers) db.exec(sql);
  migrateIt();
  expect((await verify()).flaw).toMatchObject({ step: { at: 't3' } });
});

test('the words of a step can be emptied once, by the one text the schema knows, and the history still stands', async () => {
  migrateIt();
  const attempt = (sql: string): string => {
    try {
      db.exec(sql);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const words = `label = '{"key":"erased","params":{}}'`;
  const outcomes = [
    attempt(`UPDATE batch SET ${words} WHERE seq = 2`),
    attempt('UPDATE batch SET erased_at = \'now\', label = \'{"key":"other","params":{}}\' WHERE seq = 2'),
    attempt(`UPDATE batch SET erased_at = 'now', digest = NULL WHERE seq = 2`),
    attempt("UPDATE batch SET erased_at = 't3' WHERE seq = 2"),
    attempt(`UPDATE batch SET ${words} WHERE seq = 2`),
    attempt('UPDATE batch SET erased_at = NULL WHERE seq = 2'),
  ];
  const refused = 'audit is append-only';
  expect(outcomes).toEqual([refused, refused, refused, 'done', 'done', refused]);
  const sound = await verify();
  tamper("UPDATE batch SET actor = 'Somebody' WHERE seq = 4");
  expect([sound.flaw, (await verify()).flaw?.step?.at]).toEqual([null, 't4']);
});

test('a kept file goes only when no letter and no frozen report refers to it', () => {
  migrateIt();
  db.exec(`INSERT INTO letter_file (hash, name, bytes) VALUES ('used', 'a', x'00'), ('free', 'b', x'01');
    INSERT INTO letter (id, revision, created_at, updated_at, kind, language, number, year, issued_on, placement_ids, subject, template, template_hash, fields, file_hash, void)
      VALUES ('l', 0, '', '', 'direction', 'ru', '', 2026, '2026-01-01', '[]', '', '', '', '{}', 'used', 0)`);
  expect(() => db.exec("DELETE FROM letter_file WHERE hash = 'used'")).toThrow('kept files are not removed');
  db.exec("DELETE FROM letter_file WHERE hash = 'free'");
  expect(db.column('SELECT hash FROM letter_file')).toEqual(['used']);
});
