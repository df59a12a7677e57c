import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workspaceIn } from '#main/workspace.ts';
import { aFirm, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let colleague: World;
let outside: string;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'seriktes-transfer-'));
  college = world();
  colleague = world({ actor: 'Colleague' });
});
afterEach(() => {
  college.close();
  colleague.close();
  rmSync(outside, { recursive: true, force: true });
});

const open = (): Promise<unknown> =>
  college.call('archives.open', { path: workspaceIn(colleague.folder).databaseFile });
const firms = async () =>
  (await college.call('firms.list', { limit: 200 })).rows.map(({ nameRu, city }) => [nameRu, city]);

/** The same firm in both files under different ids, one only there, one only here. */
async function twoColleges(): Promise<void> {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»', bin: '971240001315', city: null, phone: null }));
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Здесь»', bin: null }));
  const shared = await colleague.call(
    'firms.create',
    aFirm({ nameRu: 'Товарищество «Болат»', bin: '971240001315', city: 'Коктас', phone: null }),
  );
  await colleague.call('firms.create', aFirm({ nameRu: 'ТОО «Там»', bin: '940140000385' }));
  await colleague.call('contacts.create', {
    firmId: shared.id,
    name: 'Айгерим Сатпаева',
    position: null,
    phone: null,
    email: null,
    language: null,
    roles: [],
    basis: null,
    basisNumber: null,
    basisDate: null,
    basisUntil: null,
    notes: null,
  });
}

test('records of another file are new, completed, the same or differing; ours stay where they differ', async () => {
  await twoColleges();
  await open();
  const { planId } = await college.call('merge.plan', {});
  const { rows } = await college.call('merge.rows', { planId, entity: 'firm' });
  const { counts } = await college.call('merge.commit', { planId });
  expect(rows.map(({ title, action, changes, conflicts }) => ({ title, action, changes, conflicts }))).toEqual([
    {
      title: 'Товарищество «Болат»',
      action: 'conflict',
      changes: [{ field: 'city', from: null, to: 'Коктас' }],
      conflicts: [{ field: 'nameRu', from: 'ТОО «Болат»', to: 'Товарищество «Болат»' }],
    },
    { title: 'ТОО «Там»', action: 'create', changes: [], conflicts: [] },
  ]);
  expect([counts.create, counts.conflict, await firms()]).toEqual([
    2,
    1,
    [
      ['ТОО «Болат»', 'Коктас'],
      ['ТОО «Здесь»', null],
      ['ТОО «Там»', null],
    ],
  ]);
});

test('a new record of the other file hangs on our record of the same firm', async () => {
  await twoColleges();
  await open();
  await college.call('merge.commit', await planned({}));
  const [contact] = (await college.call('contacts.list', {})).rows;
  const [firm] = (await college.call('firms.list', { search: 'Болат' })).rows;
  expect(contact?.firmId).toBe(firm?.id);
});

const planned = async (decisions: { theirs?: string[]; leaveOut?: string[] }): Promise<{ planId: string }> => {
  const { planId } = await college.call('merge.plan', decisions);
  return { planId };
};

test('their values are taken where the officer says so, and one undo takes everything back', async () => {
  await twoColleges();
  await open();
  const before = await firms();
  const first = await planned({});
  const { rows } = await college.call('merge.rows', { ...first, actions: ['conflict'] });
  await college.call('merge.commit', await planned({ theirs: rows.map(({ key }) => key) }));
  const taken = await firms();
  await college.call('history.undo', {});
  expect([
    taken.find(([name]) => name?.startsWith('Тов')),
    await firms(),
    (await college.call('contacts.list', {})).total,
  ]).toEqual([['Товарищество «Болат»', 'Коктас'], before, 0]);
});

test('a record that is left out takes what hangs on it along', async () => {
  await twoColleges();
  await open();
  const first = await planned({});
  const { rows } = await college.call('merge.rows', { ...first, entity: 'firm' });
  const { counts } = await college.call('merge.plan', { leaveOut: rows.map(({ key }) => key) });
  expect([counts.create, counts.skip]).toEqual([0, 3]);
});

test('taking the same file twice changes nothing the second time', async () => {
  await colleague.call('app.begin', { with: 'sample', language: 'ru' });
  await open();
  await college.call('merge.commit', await planned({}));
  const steps = college.app.db().value('SELECT max(seq) FROM batch');
  const { counts } = await college.call('merge.plan', {});
  const { batchId } = await college.call('merge.commit', await planned({}));
  expect([
    { create: counts.create, update: counts.update, conflict: counts.conflict },
    batchId,
    college.app.db().value('SELECT max(seq) FROM batch') === steps,
  ]).toEqual([{ create: 0, update: 0, conflict: 0 }, null, true]);
});

test('students are the same by their number even when their names are written differently', async () => {
  const iin = '071014524150';
  await college.call('students.create', aStudent({ iin, surname: 'Сатпаев' }));
  await colleague.call('students.create', aStudent({ iin, surname: 'Сәтбаев' }));
  await open();
  const { planId } = await college.call('merge.plan', {});
  const { rows } = await college.call('merge.rows', { planId, entity: 'student' });
  expect(rows.map(({ action, conflicts }) => [action, conflicts.map(({ field }) => field)])).toEqual([
    ['conflict', ['surname']],
  ]);
});

test('a plan that has gone is not committed', async () => {
  expect(await college.attempt('merge.commit', { planId: 'none' })).toMatchObject({ error: { code: 'notFound' } });
});

/** Every row of every table of records, and of what is computed from them; the history and the search index are their own. */
function everyRow(of: World): Record<string, unknown[]> {
  const db = of.app.db();
  const tables = db.column<string>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*'
       AND name NOT IN ('audit', 'batch') ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(table => {
      const key = db.column<string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`);
      return [table, db.all(`SELECT * FROM ${table} ORDER BY ${key.join(', ') || 'rowid'}`)];
    }),
  );
}

test('everything exported and loaded into empty data differs in no table', async () => {
  await college.call('app.begin', { with: 'sample', language: 'kk' });
  const odd = 'Текст с\tтабуляцией\r\nпереносом, _x000D_ и \u0001 знаком, ='.padEnd(40_000, 'ұ');
  const firm = await college.call('firms.create', aFirm({ nameRu: '  =ТОО «Жол» '.trim() }));
  const bytes = new TextEncoder().encode('подпись');
  await college.call('attachments.paste', { entity: 'firm', entityId: firm.id, name: 'скан.pdf', bytes });
  const [request] = (await college.call('requests.list', { limit: 1 })).rows;
  college.app.db().run('UPDATE request SET current_text = ? WHERE id = ?', odd, request?.id);
  await college.call('reports.freeze', { schoolYear: 2025, language: 'kk', note: null });
  const { workbook, missing, records } = await college.call('everything.export', { folder: outside });
  const loaded = await colleague.call('everything.import', { path: workbook });
  const [ours, theirs] = [everyRow(college), everyRow(colleague)];
  expect(Object.keys(theirs)).toEqual(Object.keys(ours));
  for (const [table, rows] of Object.entries(ours)) expect({ table, rows: theirs[table] }).toEqual({ table, rows });
  expect([missing, loaded.records, loaded.files]).toEqual([0, records, 1]);
  expect((await colleague.call('attachments.check', {})).problems).toEqual([]);
}, 14_400_000);

test('loading everything can be stopped, leaves nothing behind, and questions are answered meanwhile', async () => {
  await college.call('app.begin', { with: 'sample', language: 'kk' });
  const { workbook, records } = await college.call('everything.export', { folder: outside });
  const before = everyRow(colleague);
  const loading = colleague.attempt('everything.import', { path: workbook });
  const seen = { stopped: false, over: false };
  void loading.finally(() => {
    seen.over = true;
  });
  while (!seen.stopped && !seen.over) {
    const [job] = await colleague.call('jobs.state', {});
    if (job === undefined || job.total !== records) continue; // the writing has begun
    seen.stopped = (await colleague.call('jobs.cancel', { id: job.id })).stopping;
  }
  expect(await loading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(everyRow(colleague)).toEqual(before);
  expect((await colleague.call('everything.import', { path: workbook })).records).toBe(records);
}, 14_400_000);

test('everything is not loaded over records, and the refusal changes nothing', async () => {
  await colleague.call('firms.create', aFirm());
  await college.call('firms.create', aFirm());
  const { workbook } = await college.call('everything.export', { folder: outside });
  const answer = await colleague.attempt('everything.import', { path: workbook });
  expect([answer, (await colleague.call('firms.list', {})).total]).toMatchObject([
    { ok: false, error: { code: 'collegeNotEmpty' } },
    1,
  ]);
});

test('a workbook that is no full export, or whose files are missing, is refused whole', async () => {
  await college.call('app.begin', { with: 'sample', language: 'ru' });
  const { path = '' } = await college
    .call('lists.export', {
      list: 'firms',
      format: 'xlsx',
      columns: [{ key: 'nameRu', title: 'Наименование' }],
      folder: outside,
    } as never)
    .then(written => written as { path?: string });
  const answer = await colleague.attempt('everything.import', { path });
  expect([answer, (await colleague.call('firms.list', {})).total]).toMatchObject([
    { ok: false, error: { code: 'archiveForeign' } },
    0,
  ]);
});
