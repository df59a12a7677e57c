import { describe, expect, test } from 'vitest';
import type { Cell, MergedRange, RawSheet } from '#shared/domain/importing/cells.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { recogniseSheet } from '#shared/domain/importing/recognise.ts';

type Line = readonly (Cell | undefined)[];

function sheetOf(lines: readonly Line[], name = 'Лист1', merges: readonly MergedRange[] = []): RawSheet {
  const rows = lines
    .map((cells, index) => ({
      number: index + 1,
      cells: cells.map(cell => (cell === undefined || cell === '' ? null : cell)),
    }))
    .filter(row => row.cells.some(cell => cell !== null));
  return { name, hidden: false, rows, merges };
}

function fieldsOf(sheet: RawSheet): Record<string, string | null> {
  return Object.fromEntries(recogniseSheet(sheet).columns.map(({ heading, field }) => [heading, field]));
}

function draftsOf(sheet: RawSheet) {
  return (parseSheet(recogniseSheet(sheet))?.rows ?? []).flatMap(row => row.draft ?? []);
}

function skipsOf(sheet: RawSheet) {
  return (parseSheet(recogniseSheet(sheet))?.rows ?? []).flatMap(row =>
    row.skip === null ? [] : [[row.row, row.skip]],
  );
}

describe('headings', () => {
  test('the codes of the national export decide, whatever the words beside them', () => {
    const sheet = sheetOf([
      [
        'ИИН',
        'Фамилия',
        'Поле А [6159]',
        'Поле Б [5802]',
        'Поле В [426]',
        'Поле Г [209]',
        'Поле Д [6662]',
        'Поле Е [269]',
      ],
      ['071014524150', 'Ахметов', '24ТМ-21р', '2 курс', '07150100 - Технология', 'русский', 'бюджет', '15.10.2025'],
    ]);
    expect(fieldsOf(sheet)).toMatchObject({
      'Поле А [6159]': 'groupCode',
      'Поле Б [5802]': 'course',
      'Поле В [426]': 'specialty',
      'Поле Г [209]': 'language',
      'Поле Д [6662]': 'funding',
      'Поле Е [269]': 'leftOn',
    });
  });

  test('two lines with merged groups are joined', () => {
    const sheet = sheetOf(
      [
        ['Реестр договоров колледжа'],
        ['№ п/п', 'Предприятие', '', 'Договор', '', 'Срок действия', '', 'Примечание'],
        ['', 'наименование', 'БИН', 'номер', 'дата', 'с', 'по', ''],
        [1, 'ТОО «Болат»', '080140594909', '12-Д', '15.03.2024', '16.03.2024', '15.03.2027', 'скан'],
      ],
      'Реестр',
      [
        { top: 2, left: 1, bottom: 2, right: 2 },
        { top: 2, left: 3, bottom: 2, right: 4 },
        { top: 2, left: 5, bottom: 2, right: 6 },
      ],
    );
    expect(recogniseSheet(sheet)).toMatchObject({ entity: 'agreement', headerRows: [2, 3] });
    expect(draftsOf(sheet)).toMatchObject([
      { number: '12-Д', signedOn: '2024-03-15', startsOn: '2024-03-16', endsOn: '2027-03-15', notes: 'скан' },
    ]);
  });

  test('a letterhead above, the numbers of the columns below and the signature at the end are no records', () => {
    const sheet = sheetOf([
      ['КГКП «Политехнический колледж»', '', '', 'УТВЕРЖДАЮ'],
      ['', '', '', 'Директор ________ А. Серіков'],
      ['СПИСОК предприятий-партнёров'],
      [],
      ['№', 'Полное наименование организации', 'БИН', 'Ф.И.О. руководителя, должность', 'Контакты'],
      [1, 2, 3, 4, 5],
      [1, 'ТОО «Болат»', '080140594909', 'Иванов И.И., директор', '87011112233, bolat@mail.kz'],
      [2, 'ИП «Аружан»', '800603378319', 'директор Аружан Б.', '+7 701 222 33 44'],
      ['Итого', 2],
      [],
      ['Исполнитель:', 'Сейтова А.'],
    ]);
    expect(skipsOf(sheet)).toEqual([
      [9, 'total'],
      [11, 'note'],
    ]);
    expect(draftsOf(sheet)).toMatchObject([
      {
        nameRu: 'ТОО «Болат»',
        phone: '+77011112233',
        email: 'bolat@mail.kz',
        people: [{ name: 'Иванов И.И.', position: 'директор' }],
      },
      { nameRu: 'ИП «Аружан»', people: [{ name: 'Аружан Б.', position: 'директор' }] },
    ]);
  });

  test('Kazakh and Russian in one heading are both understood', () => {
    const sheet = sheetOf([
      [
        'Шарт № / № договора',
        'Кәсіпорын атауы\n(Наименование предприятия)',
        'БСН / БИН',
        'Шарт түрі / Вид договора',
        'Жасалған күні / Дата заключения',
        'Аяқталу күні / Дата окончания',
      ],
      ['5-Ш', '«Болат» ЖШС', '080140594909', 'Дуальды оқыту туралы шарт', '2024 ж. 1 қыркүйек', 'мерзімсіз'],
    ]);
    expect(draftsOf(sheet)).toMatchObject([
      {
        entity: 'agreement',
        number: '5-Ш',
        type: { code: 'dual' },
        signedOn: '2024-09-01',
        endsOn: null,
        openEnded: true,
      },
    ]);
  });

  test('columns with unknown headings are taken by their values', () => {
    const sheet = sheetOf([
      ['Контрагент', 'Колонка 1', 'Колонка 2', 'Колонка 3'],
      ['ТОО «Болат»', '080140594909', 'a@bolat.kz', '87011112233'],
      ['АО «Темір»', '121240083006', 'b@temir.kz', '87011112234'],
      ['ИП «Үміт»', '800603378319', 'c@umit.kz', '87011112235'],
    ]);
    expect(fieldsOf(sheet)).toEqual({
      Контрагент: 'name',
      'Колонка 1': 'bin',
      'Колонка 2': 'email',
      'Колонка 3': 'phone',
    });
  });

  test('values that contradict a heading make it doubtful', () => {
    const lines = (value: string) => [
      ['Предприятие', 'Адрес', 'Телефон'],
      ...[1, 2, 3].map(turn => [`ТОО «Болат ${turn}»`, 'Темиртау', value]),
    ];
    const confidence = (value: string) =>
      recogniseSheet(sheetOf(lines(value))).columns.find(column => column.field === 'phone')?.confidence ?? 0;
    expect(confidence('87011112233')).toBe(1);
    expect(confidence('2025-09-01')).toBeLessThan(0.6);
  });

  test('summaries, lists of holidays and settings are left aside with the reason', () => {
    const summary = sheetOf(
      [
        ['Специальность', 'Количество студентов', 'Процент'],
        ['07150100', 24, '50%'],
      ],
      'Свод',
    );
    const holidays = sheetOf(
      [
        ['Дата', 'Название'],
        ['01.01.2026', 'Новый год'],
      ],
      'Праздники',
    );
    const hidden = {
      ...sheetOf([
        ['Предприятие', 'БИН'],
        ['ТОО «Болат»', '080140594909'],
      ]),
      hidden: true,
    };
    expect([summary, holidays, hidden].map(sheet => recogniseSheet(sheet).reason)).toEqual([
      'unknownContent',
      'unknownContent',
      'sheetHidden',
    ]);
  });

  test('the officer may name the entity, the row of the headings and each column', () => {
    const sheet = sheetOf([
      ['Контора', 'Код', 'Где'],
      ['Болат', '080140594909', 'Темиртау'],
    ]);
    const corrected = recogniseSheet(sheet, { entity: 'firm', headerRow: 1, fields: { 0: 'name', 1: 'bin', 2: null } });
    expect(corrected.columns.map(column => column.field)).toEqual(['name', 'bin', null]);
  });
});

test('a repeated lot of columns keeps its place when the mapping comes back, and the officer may leave it out', () => {
  const sheet = sheetOf([
    ['ФИО студента', 'Учебная практика: предприятие', 'Производственная практика: предприятие'],
    ['Ахметов Бекзат', 'ТОО «Болат»', 'АО «Жылу»'],
    ['Ким Томирис', 'ТОО «Болат»', 'АО «Жылу»'],
  ]);
  const found = recogniseSheet(sheet);
  const mapping = (of: typeof found) => of.columns.map(({ field, record }) => [field, record]);
  const remembered = Object.fromEntries(found.columns.map(({ column, field }) => [column, field]));
  expect(mapping(found)).toEqual([
    ['fullName', 0],
    ['firmName', 0],
    ['firmName', 1],
  ]);
  expect(mapping(recogniseSheet(sheet, { fields: remembered }))).toEqual(mapping(found));
  expect(mapping(recogniseSheet(sheet, { fields: { 2: null } }))[2]).toEqual([null, 0]);
});

describe('what the columns leave out', () => {
  test('a group in a line of its own or in the name of the sheet stands for its students', () => {
    const sections = sheetOf([
      ['№', 'Ф.И.О.', 'ИИН', 'Специальность'],
      ['Группа 24ТМ-21р'],
      [1, 'Ахметов Бекзат', '071014524150', '07150100 Технология'],
      ['24ПО-11р тобы'],
      [1, 'Ким Томирис', '071206604502', '06130100 Программное обеспечение'],
    ]);
    const named = sheetOf(
      [
        ['№', 'Ф.И.О.', 'ИИН'],
        [1, 'Ахметов Бекзат', '071014524150'],
      ],
      '24ТМ-21р',
    );
    expect([...draftsOf(sections), ...draftsOf(named)]).toMatchObject([
      { groupCode: '24ТМ-21р' },
      { groupCode: '24ПО-11р' },
      { groupCode: '24ТМ-21р' },
    ]);
  });

  test('the kind and the period of a practice may stand in the title', () => {
    const sheet = sheetOf([
      ['Распределение студентов на учебную практику с 01.09.2025 по 26.12.2025 г.'],
      ['№', 'База практики', 'Ф.И.О. студента', 'Кол-во часов'],
      [1, 'ТОО "Болат"', 'Ахметов Бекзат', '216 ч.'],
    ]);
    expect(draftsOf(sheet)).toMatchObject([
      { practiceType: { code: 'educational' }, startsOn: '2025-09-01', endsOn: '2025-12-26', hoursPlanned: 216 },
    ]);
  });

  test('number and date in one cell, terms in years, agreements without a number', () => {
    const sheet = sheetOf([
      ['Наименование организации', '№ и дата договора', 'Вид договора', 'Срок действия', 'Количество мест'],
      ['с ТОО «Болат»', '№ 12/24-Д от 15.03.2024 г.', 'О дуальном обучении', '3 года', '10 чел.'],
      ['АО «Темір»', 'б/н от 05.05.2022', 'Подготовка поваров', '01.09.2022-31.08.2025', '—'],
    ]);
    expect(draftsOf(sheet)).toMatchObject([
      {
        number: '12/24-Д',
        signedOn: '2024-03-15',
        endsOn: '2027-03-15',
        type: { code: 'dual' },
        places: 10,
        firm: { name: 'ТОО «Болат»' },
      },
      {
        number: null,
        signedOn: '2022-05-05',
        startsOn: '2022-09-01',
        endsOn: '2025-08-31',
        type: { code: null, name: 'Подготовка поваров' },
        places: null,
      },
    ]);
  });

  test('hours before and after may share a cell, a partial decision is not a full one', () => {
    const sheet = sheetOf([
      [
        'Дата внесения',
        'Предприятие-инициатор',
        'ОП',
        'ПМ/дисциплина',
        'Суть изменений',
        'Часы (было/стало)',
        'Решение совета',
      ],
      ['04.03.2025', 'ТОО «Болат»', '07150100', 'ПМ 01', 'Добавить станки', '40/60', 'Принято с изменениями'],
      ['05.03.2025', 'ТОО «Болат»', '07150100', 'ПМ 02', 'Убрать тему', '40 → 20', 'не принято'],
    ]);
    expect(draftsOf(sheet)).toMatchObject([
      { hoursBefore: 40, hoursAfter: 60, state: 'approvedWithChanges', specialty: { code: '07150100' } },
      { hoursBefore: 40, hoursAfter: 20, state: 'rejected' },
    ]);
  });
});
