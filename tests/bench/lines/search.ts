import { fold } from '#shared/domain/folding.ts';
import type { Line } from '../support/measure.ts';
import type { BenchCollege } from '../support/open-bench.ts';

type Known = { readonly id: string; readonly text: string };

/** Five ways in which officers look for a student; the peers read every name. */
export function searchLines(college: BenchCollege): readonly Line[] {
  const db = college.app.db();
  const students = db.all<{
    id: string;
    surname: string;
    given: string;
    patronymic: string | null;
    iin: string;
    phone: string;
  }>('SELECT id, surname, given_name AS given, patronymic, iin, phone FROM student ORDER BY id');
  const known: readonly Known[] = students.map(row => ({
    id: row.id,
    text: ` ${fold(`${row.surname} ${row.given} ${row.patronymic ?? ''} ${row.iin} ${row.phone.slice(1)}`)}`,
  }));
  db.exec('CREATE TEMP TABLE folded (id TEXT, text TEXT)');
  db.transaction(() => {
    for (const row of known) db.run('INSERT INTO temp.folded VALUES (?, ?)', row.id, row.text);
  });
  const some = students[Math.floor(students.length / 2)];
  if (some === undefined) throw new Error('no students to look for');
  const plain = fold(some.surname).slice(0, 4);
  const queries: readonly (readonly [string, string])[] = [
    ['the beginning of a surname', some.surname.slice(0, 4)],
    ['a surname typed on a Russian keyboard', plain],
    ['surname and given name', `${some.surname} ${some.given}`],
    ['the beginning of an IIN', some.iin.slice(0, 7)],
    ['the first two letters of a name', some.surname.slice(0, 2)],
  ];
  const words = (query: string): readonly string[] => fold(query).split(/\s+/u).filter(Boolean);
  const scan = (query: string): string[] => {
    const wanted = words(query).map(word => ` ${word}`);
    return known.filter(({ text }) => wanted.every(word => text.includes(word))).map(({ id }) => id);
  };
  const like = (query: string): string[] => {
    const wanted = words(query);
    return db.column<string>(
      `SELECT id FROM temp.folded WHERE ${wanted.map(() => 'text LIKE ?').join(' AND ')}`,
      ...wanted.map(word => `% ${word}%`),
    );
  };
  const page = `SELECT s.*, g.code, sp.code, (SELECT count(*) FROM placement p WHERE p.student_id = s.id) FROM student s
    LEFT JOIN student_group g ON g.id = s.group_id LEFT JOIN specialty sp ON sp.id = s.specialty_id WHERE s.id = ?`;
  const rowsOf = (ids: readonly string[]): unknown => ids.slice(0, 100).map(id => db.get(page, id));
  return queries.map(([kind, query]) => {
    const right = scan(query).toSorted();
    let found: readonly string[] = [];
    return {
      name: `search: ${kind}`,
      unit: 'ms',
      budget: 50,
      ours: async () => {
        await college.call('students.list', { search: query, limit: 100 });
      },
      peer: {
        what: 'LIKE over the folded text of every student, a hundred of them read',
        run: () => rowsOf(like(query)),
      },
      limit: { what: 'every folded name looked at in memory, a hundred rows read', run: () => rowsOf(scan(query)) },
      notes: () => {
        found = db.column<string>(
          `SELECT d.entity_id FROM search_index s JOIN search_document d ON d.row = s.rowid WHERE s.search_index MATCH ? AND d.entity = 'student'`,
          `text : (${words(query)
            .map(word => `"${word}"*`)
            .join(' AND ')})`,
        );
        const hits = right.filter(id => found.includes(id)).length;
        return { hits: right.length, recall: right.length === 0 ? 1 : hits / right.length };
      },
    } satisfies Line;
  });
}
