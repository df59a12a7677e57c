import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSources } from '#main/features/lists/sources.ts';
import { contract } from '#shared/contract/index.ts';
import { createTranslator } from '#shared/text/index.ts';
import { aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

const columns = (...keys: string[]) => keys.map(key => ({ key, title: `[${key}]` }));
const sheetOf = async (path: string): Promise<unknown[][]> =>
  ((await readXlsx(readFileSync(path))).sheets[0]?.rows ?? []).map(row => [...row]);
/** The headings and the rows; what the list is stands above them, apart by an empty row. */
const cells = async (path: string): Promise<unknown[][]> => {
  const rows = await sheetOf(path);
  return rows.slice(rows.findIndex(row => row.every(cell => cell === null)) + 1);
};
const csv = (path: string): string => readFileSync(path, 'utf8');

async function twoFirms() {
  const first = await college.call(
    'firms.create',
    aFirm({
      nameRu: 'ТОО «Болат»',
      bin: '061240003006',
      city: 'Астана',
      phone: '+77051234567',
      accepted: ['identifierCheckDigit'],
    }),
  );
  const second = await college.call('firms.create', aFirm({ nameRu: 'АО «Энергоремонт»', verifiedOn: '2025-03-01' }));
  await college.call('agreements.create', anAgreement(second.id));
  return { first, second };
}

test('a workbook has exactly the columns asked for, in their order, with numbers and days that can be counted with', async () => {
  await twoFirms();
  const saved = await college.call('lists.export', {
    list: 'firms',
    sort: { field: 'nameRu', direction: 'desc' },
    columns: columns('agreementsInForce', 'nameRu', 'verifiedOn', 'bin', 'status', 'phone'),
    format: 'xlsx',
  });
  expect(await cells(saved.path)).toEqual([
    ['[agreementsInForce]', '[nameRu]', '[verifiedOn]', '[bin]', '[status]', '[phone]'],
    [1, 'АО «Энергоремонт»', new Date('2025-03-01T00:00:00Z'), null, 'действующий', null],
    [0, 'ТОО «Болат»', null, '061240003006', 'действующий', '+7 705 123 45 67'],
  ]);
  expect((await sheetOf(saved.path)).slice(0, 2).map(([first]) => first)).toEqual([
    'Организации',
    '20.11.2025 · 2 строки',
  ]);
  expect(saved).toMatchObject({
    rows: 2,
    name: 'Организации 20.11.2025.xlsx',
    folder: join(college.folder, 'exports'),
  });
  expect((await college.attempt('files.open', { path: saved.path })).ok).toBe(true);
});

test('a file holds what the search, the filter and the selection let through, and says it in the language of the screen', async () => {
  const { first, second } = await twoFirms();
  await college.call('settings.update', { language: 'kk' });
  const rowsOf = async (request: object): Promise<unknown[][]> =>
    (
      await cells(
        (
          await college.call('lists.export', {
            list: 'firms',
            columns: columns('nameRu', 'status'),
            format: 'xlsx',
            ...request,
          })
        ).path,
      )
    ).slice(1);
  expect(await rowsOf({ search: 'болат' })).toEqual([['ТОО «Болат»', 'белсенді']]);
  expect(await rowsOf({ filter: { withoutBin: true } })).toEqual([['АО «Энергоремонт»', 'белсенді']]);
  expect(await rowsOf({ ids: [second.id, first.id, 'gone'] })).toHaveLength(2);
  expect(await rowsOf({ ids: [second.id] })).toEqual([['АО «Энергоремонт»', 'белсенді']]);
  expect(await rowsOf({ search: 'ничего такого' })).toEqual([]);
});

test('CSV opens in Excel as it is: mark, semicolons, quotes, days as they are written, formulas disarmed, phones and numbers whole', async () => {
  for (const [place, city] of ['=1+1', '+SUM(A1)', '-5', '-A1', '@cmd', 'Сәтбаев; "север"\nрайон'].entries())
    await college.call(
      'firms.create',
      aFirm({ nameRu: `ТОО «Цех ${place}»`, city, phone: '+77051234567', verifiedOn: '2025-03-01' }),
    );
  const { path } = await college.call('lists.export', {
    list: 'firms',
    sort: { field: 'city', direction: 'asc' },
    columns: columns('city', 'phone', 'verifiedOn', 'placements'),
    format: 'csv',
  });
  const text = csv(path);
  expect(text.startsWith('\uFEFF[city];')).toBe(true);
  const rest = ';+7 705 123 45 67;01.03.2025;0';
  expect(text.slice(1).split('\r\n')).toEqual([
    '[city];[phone];[verifiedOn];[placements]',
    ...["'+SUM(A1)", '-5', "'-A1", "'=1+1", "'@cmd", '"Сәтбаев; ""север""\nрайон"'].map(city => city + rest),
    '',
  ]);
});

test('every list that has a screen can be exported with every column of its rows', async () => {
  await college.call('app.begin', { with: 'sample', language: 'ru' });
  for (const list of Object.keys(listSources)) {
    const procedure = contract[`${list}.list` as 'firms.list'];
    const keys = Object.keys(procedure.output.shape.rows.element.shape);
    const saved = await college.call('lists.export', { list, columns: columns(...keys), format: 'csv' });
    const total = (await college.call(`${list}.list` as 'firms.list', {})).total;
    expect([list, saved.rows]).toEqual([list, total]);
    expect(csv(saved.path)).not.toMatch(/states\.|undefined|\[object/u);
  }
});

test('a second file of the same day takes a name of its own; the first stays', async () => {
  const request = { list: 'firms', columns: columns('nameRu'), format: 'csv' } as const;
  const first = await college.call('lists.export', request);
  const second = await college.call('lists.export', request);
  expect([first.name, second.name]).toEqual(['Организации 20.11.2025.csv', 'Организации 20.11.2025 (2).csv']);
});

test('a list or a filter that does not exist, and a folder that cannot be, are refused and leave nothing', async () => {
  const ask = async (change: object) =>
    await college.attempt('lists.export', { list: 'firms', columns: columns('nameRu'), format: 'csv', ...change });
  expect(await ask({ list: 'audit' })).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(await ask({ list: 'constructor' })).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(await ask({ filter: { colour: 'red' } })).toMatchObject({ ok: false, error: { code: 'validation' } });
  expect(await ask({ folder: 'relative' })).toMatchObject({ ok: false, error: { code: 'noAccess' } });
  const folder = mkdtempSync(join(tmpdir(), 'seriktes-exports-'));
  writeFileSync(join(folder, 'file'), '');
  expect(await ask({ folder: join(folder, 'file') })).toMatchObject({ ok: false, error: { code: 'noAccess' } });
  expect(readdirSync(folder)).toEqual(['file']);
  rmSync(folder, { recursive: true });
});

test('an export that is stopped leaves no file, not even a half', async () => {
  const firm = await college.call('firms.create', aFirm());
  for (let count = 0; count < 600; count += 1) {
    const student = await college.call('students.create', aStudent({ surname: `Студент${count}` }));
    await college.call('placements.create', aPlacement(student.id, firm.id));
  }
  const running = college.attempt('lists.export', {
    list: 'placements',
    columns: columns('studentName', 'firmName'),
    format: 'csv',
  });
  let [job] = await college.call('jobs.state', {});
  for (let wait = 0; job === undefined && wait < 1000; wait += 1) [job] = await college.call('jobs.state', {});
  await college.call('jobs.cancel', { id: job?.id ?? '' });
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(readdirSync(join(college.folder, 'exports'))).toEqual([]);
});

const aView = (fields: object = {}) => ({
  list: 'placements',
  name: 'Мои на заводе',
  search: 'болат',
  filter: { state: ['started'], dual: true },
  sort: { field: 'endsOn', direction: 'asc' as const },
  hidden: ['groupCode'],
  groupBy: 'firmName',
  folds: { all: true, except: ['1gc9awt.1cmv64t'] },
  widths: { firmName: 320 },
  position: 0,
  isDefault: false,
  ...fields,
});

test('a saved view keeps what is looked for, the order, the groups and the columns, and comes back with undo', async () => {
  const { id, revision } = await college.call('savedViews.create', aView());
  const { rows } = await college.call('savedViews.list', { filter: { list: 'placements' } });
  expect(rows).toMatchObject([aView()]);
  expect((await college.call('savedViews.list', { filter: { list: 'firms' } })).rows).toEqual([]);
  await college.call('savedViews.update', { id, revision, patch: { name: 'Завод' } });
  expect((await college.call('audit.list', { entity: 'savedView', entityId: id })).changes).toHaveLength(2);
  await college.call('history.undo', {});
  expect(await college.call('savedViews.get', { id })).toMatchObject({ name: 'Мои на заводе' });
});

test('two views of one list cannot share a name, and only one opens with the list', async () => {
  const first = await college.call('savedViews.create', aView({ isDefault: true }));
  expect(await college.attempt('savedViews.create', aView({ name: 'МОИ на заводе' }))).toMatchObject({
    ok: false,
    error: { code: 'validation', fields: { name: 'nameTaken' } },
  });
  await college.call('savedViews.create', aView({ list: 'firms', filter: {}, isDefault: true }));
  await college.call('savedViews.create', aView({ name: 'Вторая', isDefault: true }));
  expect(await college.call('savedViews.get', { id: first.id })).toMatchObject({ isDefault: false });
  await college.call('history.undo', {});
  expect(await college.call('savedViews.get', { id: first.id })).toMatchObject({ isDefault: true });
  const firms = await college.call('savedViews.list', { filter: { list: 'firms' } });
  expect(firms.rows.map(view => view.isDefault)).toEqual([true]);
});

test('the step of a partnership stands in a file in the words of the screen', async () => {
  await college.call('firms.create', aFirm({ nameRu: 'ТОО «Болат»' }));
  const { rows } = await college.call('firms.list', {});
  const saved = await college.call('lists.export', {
    list: 'firms',
    columns: columns('nameRu', 'depth'),
    format: 'xlsx',
  });
  const t = createTranslator('ru');
  expect((await cells(saved.path))[1]).toEqual(['ТОО «Болат»', t.dynamic(`states.depth.${rows[0]?.depth}`)]);
});
