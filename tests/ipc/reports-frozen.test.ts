import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, contentHash } from '#main/features/reports/canonical-json.ts';
import { compareReports } from '#main/features/reports/frozen-changes.ts';
import { presentContent } from '#main/features/reports/frozen-content.ts';
import type { FrozenReport } from '#shared/contract/frozen-reports.ts';
import type { Output } from '#shared/contract/index.ts';
import type { AnnualReport, ReportCell } from '#shared/contract/reports.ts';
import { aFirm, anAgreement, aPlacement, aRequest, aStudent } from '#tests/support/builders.ts';
import { numbersOf } from '#tests/support/report-oracle.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

type Changes = Output<'reports.changes'>;
type Made = { readonly id: string; readonly revision: number };

const freeze = (note: string | null = null): Promise<FrozenReport> =>
  college.call('reports.freeze', { schoolYear: 2025, language: 'ru', note });
const changesOf = (id: string): Promise<Changes> => college.call('reports.changes', { id });

/** «indicator/row/column kind record before→after», one line per record that differs. */
const linesOf = ({ indicators }: Changes): string[] =>
  indicators.flatMap(({ id, figures }) =>
    figures.flatMap(figure =>
      figure.records.map(
        record =>
          `${id}/${figure.row}/${figure.column} ${record.kind} ${record.id} ${String(record.before)}→${String(record.after)}`,
      ),
    ),
  );

const cellsOf = (report: AnnualReport): ReportCell[] =>
  report.indicators.flatMap(({ rows, total }) =>
    (total === null ? rows : [...rows, total]).flatMap(row => Object.values(row.cells)),
  );

/** A small college with something behind most numbers. */
async function fill(): Promise<{ firm: Made; student: Made; placement: Made; agreement: Made }> {
  const specialty = await college.call('specialties.create', {
    code: '07150100',
    nameRu: 'Технология машиностроения',
    nameKk: null,
    practiceHours: 200,
    validFrom: null,
    validTo: null,
  });
  const firm = await college.call('firms.create', aFirm({ sector: 'Транспорт', city: 'Шымкент' }));
  const student = await college.call('students.create', aStudent({ specialtyId: specialty.id, course: 2 }));
  const agreement = await college.call('agreements.create', anAgreement(firm.id));
  const placement = await college.call(
    'placements.create',
    aPlacement(student.id, firm.id, { hoursEnterprise: 72, specialtyId: specialty.id }),
  );
  await college.call('requests.create', aRequest(firm.id));
  return { firm, student, placement, agreement };
}

describe('the hash', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, field]) => [key, shuffled(field)]),
    );
  };

  test('does not depend on the order of keys, and survives being written and read', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        const canonical = canonicalJson(value);
        expect(contentHash(canonicalJson(shuffled(value)))).toBe(contentHash(canonical));
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
      }),
    );
  });

  test('differs when anything differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same = JSON.stringify(shuffled(shuffled(left))) === JSON.stringify(shuffled(shuffled(right)));
        fc.pre(!same && canonicalJson(left) !== canonicalJson(right));
        expect(contentHash(canonicalJson(left))).not.toBe(contentHash(canonicalJson(right)));
      }),
    );
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ b: undefined, a: 'Ә' })).toBe('{"a":"Ә"}');
  });
});

describe('a frozen report', () => {
  test('keeps its numbers, note, author and day while the data change, and its hash is still right', async () => {
    const { placement } = await fill();
    const before = await college.call('reports.annual', { schoolYear: 2025, language: 'ru' });
    const frozen = await freeze('Управлению образования, № 14');
    await college.call('placements.update', { ...placement, patch: { hoursEnterprise: 40 } });
    const { report, sound, ...shown } = await college.call('reports.frozenReport', { id: frozen.id });
    expect({ sound, numbers: numbersOf(report), draft: report.draft }).toEqual({
      sound: true,
      numbers: numbersOf(before),
      draft: false,
    });
    expect(report.notes.join(' ')).not.toContain('Черновик');
    expect(shown.frozen).toMatchObject({
      note: 'Управлению образования, № 14',
      frozenBy: 'Officer',
      asOf: '2025-11-20',
      withdrawn: false,
      hash: expect.stringMatching(/^[\da-f]{64}$/u),
    });
    expect(await college.call('reports.verify', { id: frozen.id })).toEqual({
      sound: true,
      hash: frozen.hash,
      computed: frozen.hash,
    });
  });

  test('holds behind each counted number exactly as many records as the number says', async () => {
    await college.call('app.begin', { with: 'sample', language: 'ru' });
    const frozen = await freeze();
    const { report } = await college.call('reports.frozenReport', { id: frozen.id });
    const cells = cellsOf(report).filter(({ measure }) => measure === 'rows');
    expect(cells.length).toBeGreaterThan(200);
    const wrong: unknown[] = [];
    for (const cell of new Map(cells.map(one => [JSON.stringify(one.drill), one])).values()) {
      const { rows } = await college.call('reports.frozenList', { id: frozen.id, drill: cell.drill });
      if (rows.length !== cell.value || rows.some(row => row.gone || row.title === '')) wrong.push(cell);
    }
    expect(wrong).toEqual([]);
  }, 14_400_000);

  test('shows a list as it was, and says which of its records has been removed since', async () => {
    const { placement } = await fill();
    const frozen = await freeze();
    const { report } = await college.call('reports.frozenReport', { id: frozen.id });
    const cell = report.indicators.find(({ id }) => id === 'placementsByFirm')?.rows[0]?.cells['placements'];
    if (cell === undefined) throw new Error('no placement in the report');
    await college.call('placements.remove', { id: placement.id, revision: placement.revision });
    const list = await college.call('reports.frozenList', { id: frozen.id, drill: cell.drill });
    expect([list.area, list.rows.map(row => [row.id, row.gone]), list.rows[0]?.cells[5]]).toEqual([
      'placements',
      [[placement.id, true]],
      '72',
    ]);
    expect(list.rows[0]?.cells).toHaveLength(list.columns.length);
  });

  test('lists the number of a sole proprietor masked when lists are, and whole again afterwards', async () => {
    const { firm } = await fill();
    await college.call('firms.update', { id: firm.id, revision: firm.revision, patch: { bin: '800603378319' } });
    const frozen = await freeze();
    const { report } = await college.call('reports.frozenReport', { id: frozen.id });
    const drill = cellsOf(report).find(cell => cell.drill.area === 'firms' && cell.value === 1)?.drill;
    if (drill === undefined) throw new Error('no firm in the report');
    const listed = async (): Promise<string | undefined> =>
      (await college.call('reports.frozenList', { id: frozen.id, drill })).rows[0]?.cells[0];
    await college.call('settings.update', { iinInLists: 'masked' });
    const masked = await listed();
    await college.call('settings.update', { iinInLists: 'full' });
    expect([masked, await listed()]).toEqual(['80••••••••19', '800603378319']);
  });

  test('is not erased by undo, but marked as withdrawn; redo and the officer put it back', async () => {
    await fill();
    const frozen = await freeze();
    const state = async (): Promise<unknown> =>
      (await college.call('reports.frozen', {})).map(({ id, withdrawn }) => [id, withdrawn]);
    await college.call('history.undo', {});
    expect(await state()).toEqual([[frozen.id, true]]);
    await college.call('history.redo', {});
    expect(await state()).toEqual([[frozen.id, false]]);
    await college.call('reports.withdraw', { id: frozen.id, withdrawn: true });
    expect(await state()).toEqual([[frozen.id, true]]);
    await college.call('history.undo', {});
    expect(await state()).toEqual([[frozen.id, false]]);
  });

  test('cannot be changed or removed in the database, nor can its content', async () => {
    await fill();
    await freeze();
    const db = college.app.db();
    const refusals = [
      "UPDATE frozen_report SET note = 'other'",
      "UPDATE frozen_report SET hash = replace(hash, 'a', 'b')",
      'DELETE FROM frozen_report',
      'INSERT OR REPLACE INTO frozen_report SELECT * FROM frozen_report',
      "UPDATE letter_file SET bytes = x'00'",
      'DELETE FROM letter_file',
    ].map(sql => {
      try {
        db.run(sql);
        return 'done';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(refusals).toEqual([
      'a frozen report does not change',
      'a frozen report does not change',
      'a frozen report is not removed',
      'a frozen report is not removed',
      'kept files do not change',
      'kept files are not removed',
    ]);
  });

  test('whose content was altered behind the guards is found out, shown as such and not exported', async () => {
    await fill();
    const frozen = await freeze();
    const db = college.app.db();
    const json = new TextDecoder().decode(db.value<Uint8Array>('SELECT bytes FROM letter_file') ?? new Uint8Array());
    db.exec('DROP TRIGGER letter_file_keeps_bytes');
    db.run('UPDATE letter_file SET bytes = ?', Buffer.from(json.replace('"value":72', '"value":99')));
    const verified = await college.call('reports.verify', { id: frozen.id });
    const { sound } = await college.call('reports.frozenReport', { id: frozen.id });
    const saved = await college.attempt('reports.export', { language: 'ru', formats: ['xlsx'], frozenId: frozen.id });
    expect([verified.sound, verified.computed === frozen.hash, sound, saved]).toEqual([
      false,
      false,
      false,
      { ok: false, error: { code: 'refused', params: { reason: 'unsound' } } },
    ]);
  });

  test('that is frozen twice stands twice, newest first, and an unknown one is not found', async () => {
    await fill();
    const [first, second] = [await freeze('1'), await freeze('2')];
    expect((await college.call('reports.frozen', {})).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await college.attempt('reports.changes', { id: 'nothing' })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });
});

describe('what has changed since', () => {
  test('nothing, as long as no record changes', async () => {
    await fill();
    const { id } = await freeze();
    const changes = await changesOf(id);
    expect([changes.indicators, changes.compared > 100]).toEqual([[], true]);
  });

  test('questions that a later program asks are no change of a report that was frozen without them', async () => {
    await fill();
    const now = presentContent(college.app.db(), { schoolYear: 2025, language: 'ru' }, '2025-11-20');
    const indicators = now.report.indicators.flatMap(one =>
      one.id === 'summary'
        ? []
        : [{ ...one, rows: one.rows.filter(({ key }) => key !== 'inForce' && key !== 'decided') }],
    );
    expect(compareReports({ ...now, report: { ...now.report, indicators } }, now)).toEqual([]);
  });

  test('a change that no number depends on changes nothing', async () => {
    const { firm } = await fill();
    const { id } = await freeze();
    await college.call('firms.update', { ...firm, patch: { phone: '+7 700 000 00 00', notes: 'позвонить' } });
    expect((await changesOf(id)).indicators).toEqual([]);
  });

  test('hours that are corrected show as one changed record in every figure of hours, and nowhere else', async () => {
    const { placement } = await fill();
    const { id } = await freeze();
    await college.call('placements.update', { ...placement, patch: { hoursEnterprise: 80 } });
    const changes = await changesOf(id);
    const lines = linesOf(changes);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter(line => !line.endsWith(` changed ${placement.id} 72→80`))).toEqual([]);
    const figures = changes.indicators.flatMap(one => one.figures);
    expect(figures.filter(one => one.measure === 'hours').map(one => [one.before, one.after])).toEqual(
      lines.map(() => [72, 80]),
    );
    // The share of hours follows, although the list behind it holds the same students.
    expect(figures.filter(one => one.measure !== 'hours').map(one => [one.measure, one.before, one.after])).toEqual([
      ['percent', 36, 40],
      ['percent', 36, 40],
    ]);
  });

  test('a removed record went from every list that held it, and its firm from the row that it alone made', async () => {
    const { placement } = await fill();
    const { id } = await freeze();
    await college.call('placements.remove', { id: placement.id, revision: placement.revision });
    const changes = await changesOf(id);
    const own = changes.indicators
      .flatMap(one => one.figures)
      .flatMap(one => one.records)
      .filter(record => record.area === 'placements');
    expect(new Set(own.map(({ kind, id: record, gone }) => `${kind} ${record} ${String(gone)}`))).toEqual(
      new Set([`went ${placement.id} true`]),
    );
    const byFirm = changes.indicators.find(one => one.id === 'placementsByFirm');
    expect(byFirm?.figures.find(one => one.column === 'placements')).toMatchObject({ before: 1, after: 0 });
  });

  test('for any one record added to one city, exactly that record came there and in the totals', async () => {
    await fcCities();
  }, 14_400_000);

  async function fcCities(): Promise<void> {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('Шымкент', 'Астана', 'Абай'), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('Шымкент', 'Астана', 'Тараз'),
        async (cities, chosen) => {
          college.close();
          college = world();
          const add = async (city: string, number: number): Promise<string> => {
            const firm = await college.call('firms.create', aFirm({ nameRu: `ТОО «${number}»`, city }));
            await college.call('agreements.create', anAgreement(firm.id, { number: String(number) }));
            return firm.id;
          };
          for (const [number, city] of cities.entries()) await add(city, number);
          const { id } = await freeze();
          const firm = await add(chosen, 99);
          const changes = await changesOf(id);
          const lines = linesOf(changes).filter(line => line.startsWith('partnersByCity/'));
          expect(lines.toSorted()).toEqual(
            [chosen, 'total'].map(row => `partnersByCity/${row}/now came ${firm} null→1`).toSorted(),
          );
          const ids = changes.indicators.flatMap(one =>
            one.figures.flatMap(figure => figure.records.flatMap(record => (record.area === 'firms' ? record.id : []))),
          );
          expect(new Set(ids)).toEqual(new Set([firm]));
        },
      ),
      { numRuns: 15 },
    );
  }
});

test('a frozen report is saved under its hash, with the figures it was frozen with, and without the word «draft»', async () => {
  const { placement } = await fill();
  const frozen = await freeze();
  await college.call('placements.update', { ...placement, patch: { hoursEnterprise: 80 } });
  const saved = await college.call('reports.export', {
    language: 'kk',
    formats: ['xlsx', 'docx'],
    frozenId: frozen.id,
  });
  const mark = frozen.hash.slice(0, 12);
  expect(saved.files.map(({ name }) => name)).toEqual([
    `Годовой отчёт 2025-2026 ${mark}.xlsx`,
    `Годовой отчёт 2025-2026 ${mark}.docx`,
  ]);
  const [workbook, letter] = await Promise.all(saved.files.map(({ path }) => textsOf(path)));
  for (const text of [workbook, letter]) {
    expect(text).toContain(mark);
    expect(text).not.toContain('Черновик');
  }
  expect(letter).toContain('>72<');
  expect(letter).not.toContain('>80<');
});

/** All the XML of an Office file. */
async function textsOf(path: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(readFileSync(path));
  const parts = Object.values(zip.files).filter(({ name }) => name.endsWith('.xml'));
  return (await Promise.all(parts.map(part => part.async('string')))).join('\n');
}
