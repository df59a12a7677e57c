import { read as readSheetJs } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { makeBirthday, makeIin, makePerson, makePhone, type Taken } from '#main/sample/people.ts';
import { randomFrom } from '#main/sample/random.ts';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

/** A workbook of students that the college does not have yet. */
async function studentWorkbook(seed: number, rows: number, taken: Taken): Promise<Uint8Array> {
  const random = randomFrom(seed);
  const columns = ['Фамилия', 'Имя', 'Отчество', 'ИИН', 'Группа', 'Курс', 'Телефон'];
  const data = Array.from({ length: rows }, (_, row) => {
    const person = makePerson(random);
    const iin = makeIin(random, taken, makeBirthday(random, random.between(2004, 2010)), person.sex);
    return [
      person.surname,
      person.givenName,
      person.patronymic,
      iin,
      `25ПО-${(row % 400) + 1}`,
      String((row % 4) + 1),
      makePhone(random),
    ];
  });
  return await writeXlsx({ sheets: [{ name: 'Студенты', rows: [columns, ...data] }] });
}

/** A workbook read, planned row by row and written as one batch. */
export async function importLines(college: BenchCollege, rows: number): Promise<readonly Line[]> {
  const rounds = 5;
  const taken: Taken = new Set(college.app.db().column<string>('SELECT iin FROM student WHERE iin IS NOT NULL'));
  const books: Uint8Array[] = [];
  for (let round = 0; round < rounds; round++) books.push(await studentWorkbook(round + 1, rows, taken));
  const [first = new Uint8Array()] = books;
  let created = 0;
  return [
    {
      name: `import: a workbook of ${rows} new students, read, planned and written as one batch`,
      unit: 'ms',
      budget: 8000 * (rows / 50_000),
      rounds,
      warmUp: false,
      ours: async () => {
        const bytes = books.shift();
        if (bytes === undefined) throw new Error('no workbook left');
        const { previewId } = await college.call('importing.preview', { source: { name: 'students.xlsx', bytes } });
        created = (await college.call('importing.commit', { previewId })).creates.student;
      },
      reset: () => college.call('history.undo', {}),
      peer: {
        what: 'SheetJS reading the same workbook, nothing else',
        run: () => readSheetJs(first, { type: 'array', dense: true }),
      },
      notes: () => ({ created }),
    },
  ];
}
