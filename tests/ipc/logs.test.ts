import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureText, statementText } from '#main/log-text.ts';
import type { Channel, Request } from '#shared/contract/index.ts';
import { aContact, aFirm, aPlacement, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

/** Nobody and nothing else is called so; any of these in a log came from a record. */
const planted = ['Ыбырай', 'Жәмшит', '071014524150', '7257251199', '725 11 99', 'Қаншайым', 'jamshit', 'Ybyraikhanov'];
const name = 'Ыбырайханов «Жәмшитбек» Ybyraikhanov';

let college: World;
/** What the program handed to the log, and what the log writes of it. */
const raw: string[] = [];
const written: string[] = [];

beforeEach(() => {
  raw.length = 0;
  written.length = 0;
  college = world({
    log: (reference, error) => {
      raw.push(error instanceof Error ? `${error.stack} ${String(error.cause ?? '')}` : String(error));
      written.push(`[${reference}] ${reference === 'slow' ? statementText(String(error)) : failureText(error)}`);
    },
  });
});
afterEach(() => college.close());

const attempt = async <C extends Channel>(channel: C, request: Request<C>): Promise<string> => {
  const result = await college.attempt(channel, request);
  return result.ok ? 'done' : result.error.code;
};
const leaked = (lines: readonly string[]): readonly string[] =>
  planted.filter(word => lines.some(line => line.includes(word)));

test('whatever goes wrong with the data of people and firms, the log tells of none of them', async () => {
  const firm = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Қаншайым»', phone: '+77257251199' }));
  const person = {
    surname: name,
    givenName: 'Жәмшитбек',
    iin: '071014524150',
    phone: '+7 725 725 11 99',
    email: 'jamshit@mail.kz',
  };
  const student = await college.call('students.create', aStudent(person));
  const contact = await college.call('contacts.create', aContact(firm.id, { name, roles: ['mentor'] }));
  await college.call('placements.create', aPlacement(student.id, firm.id));
  const folder = join(college.folder, `${name} jamshit`);
  mkdirSync(folder);
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, `${name} 071014524150`);

  // What is expected to fail is told to the officer and not to the log.
  const expected = [
    await attempt('students.create', aStudent(person)),
    await attempt('students.create', aStudent({ surname: '', phone: name })),
    await attempt('students.update', { id: student.id, revision: 7, patch: { notes: name } }),
    await attempt('firms.remove', { id: firm.id, revision: firm.revision }),
    await attempt('attachments.add', { entity: 'student', entityId: student.id, paths: [join(folder, `${name}.pdf`)] }),
    await attempt('letters.templateReplace', { kind: 'direction', language: 'ru', path: file }),
    await attempt('files.open', { path: file }),
    await attempt('importing.preview', { source: { path: file } }),
    await attempt('archives.open', { path: file }),
    await attempt('lists.export', {
      list: 'students',
      search: name,
      columns: [{ key: 'iin', title: 'ИИН' }],
      format: 'csv',
      folder: file,
    }),
    await attempt('everything.export', { folder: file }),
    await attempt('search.all', { text: `"${name}" AND (NEAR* 071014524150` }),
  ];
  expect(expected.filter(code => code !== 'unexpected')).toHaveLength(expected.length);

  // What is not: values in the file that no code has written, a table that is gone, a query that takes long.
  const db = college.app.db();
  db.pragma('ignore_check_constraints = ON');
  db.run('UPDATE contact SET roles = ? WHERE id = ?', `${name} 071014524150`, contact.id);
  db.run('UPDATE student SET status = ? WHERE id = ?', name, student.id);
  db.run("INSERT INTO letter_file (hash, name, bytes) VALUES ('x', ?, ?)", name, Buffer.from(`${name} +77257251199`));
  const unexpected = [
    await attempt('contacts.get', { id: contact.id }),
    await attempt('contacts.list', {}),
    await attempt('students.list', {}),
    await attempt('students.get', { id: student.id }),
  ];
  db.exec('DROP TABLE name_form');
  unexpected.push(await attempt('nameForms.get', { name, sex: null }));
  const heavy =
    'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000000) SELECT count(*) FROM c WHERE ? <> ?';
  for (let again = 0; again < 20 && !written.some(line => line.startsWith('[slow]')); again += 1)
    db.value(heavy, name, 'x');
  expect(unexpected).toEqual(unexpected.map(() => 'unexpected'));
  expect([written.length >= unexpected.length + 1, written.some(line => line.startsWith('[slow]'))]).toEqual([
    true,
    true,
  ]);
  // The failures themselves do carry names; the log is where they end.
  expect(leaked(raw).length).toBeGreaterThan(0);
  expect(leaked(written)).toEqual([]);
});
