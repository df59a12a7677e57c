import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSound, listBackups } from '#main/database/backup.ts';
import { toHandle } from '#main/database/handles.ts';
import { migrations } from '#main/database/migrations/index.ts';
import { migrate } from '#main/database/migrations/migrate.ts';
import { workspaceIn } from '#main/workspace.ts';
import { aVictim, lives } from '#tests/support/kills.ts';
import { seededRandom } from '#tests/support/seeds.ts';
import { world } from '#tests/support/world.ts';

const victim = aVictim('migrate-until-killed');
afterAll(victim.remove);

const rounds = Number(process.env['SERIKTES_MIGRATION_KILLS'] ?? 28);
const firms = 1_500;
const latest = migrations.at(-1)?.version ?? 0;

const folder = mkdtempSync(join(tmpdir(), 'seriktes-migration-kill-'));
const old = join(folder, 'old');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A college as the first version of the program left it: firms, each with its step of the history, nothing sealed yet. */
beforeAll(() => {
  mkdirSync(old, { recursive: true });
  const connection = new Database(workspaceIn(old).databaseFile);
  const db = toHandle(connection);
  db.pragma('journal_mode = WAL');
  migrate(
    db,
    migrations.filter(({ version }) => version === 1),
    () => undefined,
  );
  db.transaction(() => {
    for (let firm = 0; firm < firms; firm += 1) {
      const [id, at] = [`firm-${firm}`, '2025-09-01T08:00:00.000Z'];
      const after = { id, revision: 0, createdAt: at, updatedAt: at, nameRu: `ТОО «${firm}»`, status: 'active' };
      db.run("INSERT INTO batch (id, at, actor, label, kind) VALUES (?, ?, 'Officer', '{}', 'do')", `b-${firm}`, at);
      db.run(
        "INSERT INTO audit (batch_id, entity, entity_id, title, action, after) VALUES (?, 'firm', ?, ?, 'insert', ?)",
        `b-${firm}`,
        id,
        after.nameRu,
        JSON.stringify(after),
      );
      db.run(
        "INSERT INTO firm (id, revision, created_at, updated_at, name_ru, status, sort_key, sort_key_kk, name_key) VALUES (?, 0, ?, ?, ?, 'active', '', '', '')",
        id,
        at,
        at,
        after.nameRu,
      );
    }
  });
  connection.close();
});

const versionOf = (file: string): number => {
  const db = new Database(file);
  const version = db.pragma('user_version', { simple: true }) as number;
  db.close();
  return version;
};

test('a program killed in the middle of migrations leaves a file of one version, whole, and the next start finishes', async () => {
  const random = seededRandom('migration kill');
  const target = join(folder, 'target');
  const { databaseFile, backupFolder } = workspaceIn(target);
  const reached = new Set<number>();
  const anew = (): void => {
    rmSync(target, { recursive: true, force: true });
    cpSync(old, target, { recursive: true });
  };
  anew();
  const pace = await victim.pace([target]);
  for (const _life of lives('kills of migrations', rounds)) {
    anew();
    // oxlint-disable-next-line no-await-in-loop -- one life after the other
    await victim.killAfter([target], random.between(0, Math.ceil(pace * 1.2)));
    const version = versionOf(databaseFile);
    reached.add(version);
    const backups = listBackups(backupFolder).filter(({ reason }) => reason === 'migration');
    const soundBackups = backups.every(({ file }) => isSound(join(backupFolder, file)));
    // No step is taken before a copy of the old file is safe.
    expect([version, soundBackups, version === 1 || backups.length > 0]).toEqual([version, true, true]);
    const college = world({ folder: target });
    const db = college.app.db();
    // oxlint-disable-next-line no-await-in-loop -- see above
    const { flaw, problemCount } = await college.call('history.verify', {});
    const state = [
      db.pragma('user_version'),
      db.value('SELECT count(*) FROM firm'),
      db.pragma('integrity_check'),
      flaw,
      problemCount,
    ];
    college.app.close();
    expect(state).toEqual([latest, firms, 'ok', null, 0]);
  }
  // Some were killed before the last step, some after it.
  expect([reached.size > 1, [...reached].every(version => version >= 1 && version <= latest)]).toEqual([true, true]);
}, 14_400_000);
