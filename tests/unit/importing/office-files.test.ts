import { expect, test } from 'vitest';
import { readFileBytes } from '#main/features/importing/read-file.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { personCell } from '#shared/domain/importing/person-cell.ts';
import { planImport } from '#shared/domain/importing/plan.ts';
import { nothingStored } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook } from '#shared/domain/importing/recognise.ts';

/** What an empty college would get from a text file: the records of a kind. */
async function records(lines: readonly string[], entity: string, name = 'a.csv') {
  const book = await readFileBytes(new TextEncoder().encode(lines.join('\r\n')), name);
  const parsed = recogniseBook(book).flatMap(sheet => parseSheet(sheet) ?? []);
  const decisions = { createFirms: true, createStudents: true };
  const { operations } = planImport(parsed, nothingStored, { decisions });
  return operations.filter(operation => operation.entity === entity).map(operation => operation.values);
}

test.each([
  [
    'a phone, as vCards',
    'a.vcf',
    [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90=D1=85=D0=BC=D0=B5=D1=82=D0=BE=D0=B2;=D0=94=D0=B0=D1=83=',
      '=D0=BB=D0=B5=D1=82;;;',
      'ORG:АО Темир;Цех',
      'TITLE:мастер',
      'TEL;CELL:87771234567',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Айгуль Нурланова',
      'N:Нурланова;Айгуль;;;',
      'item1.ORG:ТОО «Болат»',
      'item1.TEL;TYPE=WORK:+77012345678',
      'END:VCARD',
    ],
  ],
  [
    'Google',
    'a.csv',
    [
      'First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Organization Title,Phone 1 - Label,Phone 1 - Value',
      'Даулет,,Ахметов,,АО Темир,мастер,Mobile,87771234567',
      'Айгуль,,Нурланова,,ТОО «Болат»,,Work,+77012345678',
    ],
  ],
  [
    'Google, as it was before',
    'a.csv',
    [
      'Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,Phone 1 - Type,Phone 1 - Value',
      'Даулет Ахметов,Даулет,Ахметов,АО Темир,мастер,Mobile,87771234567',
      'Айгуль Нурланова,Айгуль,Нурланова,ТОО «Болат»,,Work,+77012345678',
    ],
  ],
])('an address book of %s gives people with their firms', async (_, name, lines) => {
  expect(await records(lines, 'contact', name)).toMatchObject([
    { name: 'Ахметов Даулет', position: 'мастер', phone: '+77771234567' },
    { name: 'Нурланова Айгуль', phone: '+77012345678' },
  ]);
});

test('two phone columns of an address book are both kept', async () => {
  const lines = [
    'First Name,Last Name,Company,Business Phone,Mobile Phone',
    'Ерлан,Касымов,ИП Касымов,+7 7212 445566,87051112233',
  ];
  expect(await records(lines, 'contact')).toMatchObject([{ phone: '+77051112233, +77212445566' }]);
});

test('a register of agreements also fills what it says about its firms', async () => {
  const lines = [
    'Наименование предприятия;Юридический адрес;ФИО руководителя, телефон;Номер и дата договора;Срок действия',
    'ТОО «Болат»;г. Караганда, Мира 1;Сейтов Арман, 8 701 222 33 44;№ 15 от 12.09.2023;бессрочно',
  ];
  expect(await records(lines, 'firm')).toMatchObject([{ address: 'г. Караганда, Мира 1' }]);
  expect(await records(lines, 'contact')).toMatchObject([
    { name: 'Сейтов Арман', phone: '+77012223344', roles: ['head'] },
  ]);
  expect(await records(lines, 'agreement')).toMatchObject([{ number: '15', signedOn: '2023-09-12' }]);
});

test('the order above a distribution to practice is that of its rows', async () => {
  const lines = [
    'ПРИКАЗ № 45-П от 28.08.2025;;;',
    'ФИО студента;База практики;Сроки прохождения;Часы',
    'Ахметов Ерлан;ТОО «Болат»;01.09.2025-25.12.2025;360',
    'Болатова Айдана;ТОО «Болат»;01.09.2025-25.12.2025;360',
  ];
  expect(await records(lines, 'placement')).toMatchObject([
    { orderNumber: '45-П', orderDate: '2025-08-28', state: 'ordered' },
    { orderNumber: '45-П', orderDate: '2025-08-28', state: 'ordered' },
  ]);
});

test.each([
  ['Иванов И.И., мастер, 8 701 555 66 77', { name: 'Иванов И.И.', position: 'мастер', phone: '+77015556677' }],
  ['директор Ли О. т. 87212 44-55-66', { name: 'Ли О.', position: 'директор', phone: '+77212445566' }],
  ['Сейтов Арман', { name: 'Сейтов Арман', position: null, phone: null }],
])('a person, a position and a phone in one cell: %s', (cell, expected) => {
  expect(personCell(cell)).toEqual(expected);
});
