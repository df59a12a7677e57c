import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCollege, renderWorkbook } from '#tests/unit/importing/made-workbook.ts';

const script = resolve(import.meta.dirname, '../../main/cli/demo.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seriktes-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user does; the last line of its output is its answer. */
const run = (...given: readonly string[]): Promise<{ code: number; answer: unknown; said: string }> =>
  new Promise(done => {
    execFile(process.execPath, [script, ...given], (error, stdout, said) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      done({
        code: typeof error?.code === 'number' ? error.code : 0,
        answer: last === '' ? null : JSON.parse(last),
        said,
      });
    });
  });

async function workbook(language: 'kk' | 'ru'): Promise<{ file: string; college: ReturnType<typeof makeCollege> }> {
  const college = makeCollege(5);
  const file = join(folder, 'колледж.xlsx');
  writeFileSync(file, await renderWorkbook(college, { seed: 5, tongue: language }));
  return { file, college };
}

test.each(['ru', 'kk'] as const)(
  'a workbook in %s becomes a database, a letter for every placement and every firm, and the report',
  async language => {
    const { file, college } = await workbook(language);
    const out = join(folder, 'out');
    const { code, answer } = await run('--workbook', file, '--out', out, '--language', language, '--no-pdf');
    const letters = { direction: college.placements.length, firm: expect.any(Number) };
    expect([code, answer]).toEqual([
      0,
      {
        firms: college.firms.length,
        agreements: college.agreements.length,
        students: college.students.length,
        placements: college.placements.length,
        requests: college.requests.length,
        rejected: expect.any(Number),
        letters,
        report: [expect.stringMatching(/\.xlsx$/u), expect.stringMatching(/\.docx$/u)],
        database: join(out, 'seriktes.db'),
      },
    ]);
    const { letters: made, report } = answer as { letters: { direction: number; firm: number }; report: string[] };
    expect({
      direction: readdirSync(join(out, 'letters/direction')).filter(name => name.endsWith('.docx')).length,
      firm: readdirSync(join(out, 'letters/firm')).filter(name => name.endsWith('.docx')).length,
      report: report.map(path => existsSync(path)),
    }).toEqual({ ...made, report: [true, true] });
  },
  14_400_000,
);

test('a list of placements alone brings its firms, students and agreements with it', async () => {
  const file = join(folder, 'практика.csv');
  const rows = [
    'ФИО студента;ИИН;Группа;Предприятие;БИН;№ и дата договора о дуальном обучении;Период;Наставник',
    'Ахметов Бекзат;071014524150;ТМ-21;ТОО «Болат»;080140594909;№ 12 от 25.08.2025;2025-2026 уч. год;Оспанов Е.',
    'Ким Томирис;071206604502;ТМ-21;АО «Жылу»;990340986534;№ 13 от 26.08.2025;2025-2026 уч. год;Алиев М.',
  ];
  writeFileSync(file, rows.join('\r\n'));
  const { answer } = await run('--workbook', file, '--out', join(folder, 'out'), '--no-pdf');
  const found = { firms: 2, agreements: 2, students: 2, placements: 2, rejected: 0 };
  expect(answer).toMatchObject({ ...found, letters: { direction: 2, firm: 2 } });
}, 14_400_000);

test('a second run begins anew and sets the first one aside', async () => {
  const { file } = await workbook('ru');
  const out = join(folder, 'out');
  const first = await run('--workbook', file, '--out', out, '--no-pdf');
  writeFileSync(join(out, 'own notes.txt'), 'stays');
  const second = await run('--workbook', file, '--out', out, '--no-pdf');
  const aside = readdirSync(out).filter(name => name.startsWith('before-'));
  expect(second.answer).toEqual(first.answer);
  expect(aside.map(name => readdirSync(join(out, name)).includes('seriktes.db'))).toEqual([true]);
  expect(existsSync(join(out, 'own notes.txt'))).toBe(true);
}, 14_400_000);

test('a file that is no workbook is refused with a reason and exit code 1', async () => {
  const file = join(folder, 'колледж.xlsx');
  writeFileSync(file, 'просто текст');
  const { code, answer } = await run('--workbook', file, '--out', join(folder, 'out'), '--no-pdf');
  expect([code, answer]).toMatchObject([1, { ok: false, error: { code: 'fileNotWorkbook' } }]);
});

test('arguments that are missing or wrong are explained, with the usage', async () => {
  const wrong = await Promise.all([
    run('--out', folder),
    run('--workbook', 'x.xlsx'),
    run('--workbook', 'x.xlsx', '--out', folder, '--language', 'de'),
    run('--workbook', 'x.xlsx', '--out', folder, '--year', 'next'),
  ]);
  expect(wrong.map(({ code, said }) => [code, said.split('\n')[0], said.includes('Usage:')])).toEqual([
    [1, '--workbook FILE is missing.', true],
    [1, '--out DIR is missing.', true],
    [1, '--language is one of kk, ru, en.', true],
    [1, '--year is a calendar year, such as 2025.', true],
  ]);
});
