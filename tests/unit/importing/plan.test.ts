import { expect, test } from 'vitest';
import type { Cell, RawBook } from '#shared/domain/importing/cells.ts';
import { parseSheet } from '#shared/domain/importing/parse-rows.ts';
import { countInserts, planImport } from '#shared/domain/importing/plan.ts';
import { nothingStored, type PlanDecisions } from '#shared/domain/importing/plan-types.ts';
import { recogniseBook } from '#shared/domain/importing/recognise.ts';

type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

function planOf(sheets: Sheets, decisions: PlanDecisions = {}) {
  const book: RawBook = {
    fileName: 'x.xlsx',
    format: 'xlsx',
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      hidden: false,
      merges: [],
      rows: lines.map((cells, index) => ({ number: index + 1, cells })),
    })),
  };
  const parsed = recogniseBook(book).flatMap(sheet => parseSheet(sheet) ?? []);
  return planImport(parsed, nothingStored, { decisions });
}

const rowsOf = (plan: ReturnType<typeof planOf>, sheet: string) =>
  plan.sheets.find(planned => planned.sheet === sheet)?.rows ?? [];
const firms = [['Предприятие', 'БИН', 'Город']] as const;
const agreements = [['№ договора', 'Предприятие', 'Дата подписания', 'Вид договора']] as const;
const placements = [['ФИО студента', 'ИИН', 'Группа', 'Предприятие', 'Вид практики', 'Период']] as const;
const students = [['ФИО', 'ИИН', 'Группа', 'Курс']] as const;

test('a firm is found without its BIN by its name in other quotes, and never taken for its longer namesake', () => {
  const plan = planOf({
    Договоры: [
      ...agreements,
      ['1-Д', 'КГП АвтоДор', '01.02.2024', 'Меморандум'],
      ['2-Д', '"АВТОДОР ПЛЮС" АҚ', '02.02.2024', 'Меморандум'],
    ],
    Партнёры: [
      ...firms,
      ['АО «АвтоДор Плюс»', '151140879168', 'Темиртау'],
      ['КГП «АвтоДор»', '030840335739', 'Шымкент'],
    ],
  });
  const names = new Map(rowsOf(plan, 'Партнёры').map(row => [row.recordId, row.title]));
  const partners = plan.operations.flatMap(operation =>
    operation.entity === 'agreement'
      ? [[operation.values['number'], names.get(String(operation.values['firmId']))]]
      : [],
  );
  expect(partners).toEqual([
    ['1-Д', 'КГП «АвтоДор»'],
    ['2-Д', 'АО «АвтоДор Плюс»'],
  ]);
});

test('of two firms of one name the legal form decides, and without it the officer is asked', () => {
  const two = [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау'], ['АО «Болат»', '940240061509', 'Караганда']];
  const plan = planOf({
    Партнёры: two,
    Договоры: [
      ...agreements,
      ['1-Д', 'АО Болат', '01.02.2024', 'Меморандум'],
      ['2-Д', 'Болат', '02.02.2024', 'Меморандум'],
    ],
  });
  expect(countInserts(plan)).toMatchObject({ firm: 2, agreement: 1 });
  expect(rowsOf(plan, 'Договоры')).toMatchObject([
    { action: 'create' },
    {
      action: 'reject',
      remarks: [
        {
          reason: 'firmAmbiguous',
          value: 'Болат',
          candidates: [
            { title: 'ТОО «Болат» · 080140594909 · Темиртау' },
            { title: 'АО «Болат» · 940240061509 · Караганда' },
          ],
        },
      ],
    },
  ]);
  const chosen = rowsOf(plan, 'Партнёры')[0]?.recordId ?? '';
  const decided = planOf(
    { Партнёры: two, Договоры: [...agreements, ['2-Д', 'Болат', '02.02.2024', 'Меморандум']] },
    { firms: { Болат: chosen } },
  );
  expect(rowsOf(decided, 'Договоры')).toMatchObject([{ action: 'create' }]);
});

test('a damaged name finds the one firm it can mean', () => {
  const plan = planOf({
    Партнёры: [
      ...firms,
      ['ТОО «Дәнекер»', '051140229729', 'Шымкент'],
      ['ТОО «Дәнекер Плюс»', '070440880223', 'Караганда'],
    ],
    Контакты: [
      ['Предприятие', 'Контактное лицо', 'Должность', 'Телефон'],
      ['ТОО «Д?некер»', 'Иванов Б.', 'инженер', '87011112233'],
    ],
  });
  const firm = rowsOf(plan, 'Партнёры')[0]?.recordId;
  expect(plan.operations.find(operation => operation.entity === 'contact')?.values).toMatchObject({
    firmId: firm,
    name: 'Иванов Б.',
  });
});

test('namesakes among students are told apart by the group, and two IINs are two people', () => {
  const plan = planOf({
    Студенты: [
      ...students,
      ['Ахметов Бекзат', '071014524150', '24ТМ-21р', 2],
      ['Ахметов Бекзат', '080414558703', '24ПО-11р', 1],
    ],
    Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']],
    Практика: [
      ...placements,
      ['Ахметов Б.', null, '24ПО-11р', 'Болат', 'Учебная практика', '01.09.2025-26.12.2025'],
      ['Ахметов Бекзат', null, null, 'Болат', 'Учебная практика', '01.09.2025-26.12.2025'],
    ],
  });
  expect(countInserts(plan).student).toBe(2);
  const second = rowsOf(plan, 'Студенты')[1]?.recordId;
  expect(plan.operations.find(operation => operation.entity === 'placement')?.values).toMatchObject({
    studentId: second,
  });
  expect(rowsOf(plan, 'Практика')[1]).toMatchObject({ action: 'reject', remarks: [{ reason: 'studentAmbiguous' }] });
});

test('the same row twice is one record, also for agreements and placements', () => {
  const agreement = ['1-Д', 'ТОО «Болат»', '01.02.2024', 'Меморандум'];
  const placement = [
    'Ахметов Бекзат',
    '071014524150',
    '24ТМ-21р',
    'Болат',
    'Учебная практика',
    '01.09.2025-26.12.2025',
  ];
  const plan = planOf({
    Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']],
    Студенты: [...students, ['Ахметов Бекзат', '071014524150', '24ТМ-21р', 2]],
    Договоры: [...agreements, agreement, agreement],
    Практика: [...placements, placement, placement],
  });
  expect(countInserts(plan)).toMatchObject({ agreement: 1, placement: 1 });
  expect(plan.counts).toMatchObject({ create: 4, merge: 2 });
});

test('a new kind of agreement becomes a value of the dictionary, once', () => {
  const plan = planOf({
    Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']],
    Договоры: [
      ...agreements,
      ['1', 'Болат', '01.02.2024', 'Подготовка поваров'],
      ['2', 'Болат', '02.02.2024', 'подготовка поваров'],
    ],
  });
  const types = plan.operations.filter(operation => operation.entity === 'agreementType');
  expect(types.map(operation => operation.values['nameRu'])).toEqual(['Подготовка поваров']);
});

test('rows the officer leaves out are not planned', () => {
  const plan = planOf(
    { Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']] },
    { leaveOut: ['Партнёры!2'] },
  );
  expect(plan.counts).toMatchObject({ create: 0, skip: 1 });
  expect(plan.operations).toEqual([]);
});

test('a term that runs backwards is refused and never read as its first date', () => {
  const plan = planOf({
    Партнёры: [...firms, ['ИП «Айдын»', '', 'Караганда']],
    Договоры: [
      ['№ договора', 'Предприятие', 'Дата подписания', 'Срок действия'],
      ['16', 'ИП «Айдын»', '01.03.2025', '01.01.2027-31.12.2025'],
    ],
  });
  expect(rowsOf(plan, 'Договоры')).toMatchObject([
    { action: 'reject', issues: [{ severity: 'error', reason: 'periodBackwards', value: '01.01.2027-31.12.2025' }] },
  ]);
  expect(countInserts(plan)).toMatchObject({ agreement: 0 });
});

test('zeros put back into a number are shown in the number as it will be written', () => {
  const plan = planOf({ Партнёры: [...firms, ['КГП «АвтоДор»', 30840335739, 'Шымкент']] });
  expect(rowsOf(plan, 'Партнёры')).toMatchObject([{ issues: [{ reason: 'identifierZeros', value: '030840335739' }] }]);
});

test.each([
  'Подписант',
  'Подписал от предприятия',
  'Қол қоюшы',
  'Кәсіпорын атынан қол қойған',
  'Signatory',
  'Signed by',
])('the person under «%s» signs for the firm and is one contact, however often named', heading => {
  const plan = planOf({
    Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']],
    Договоры: [
      ['№ договора', 'Предприятие', heading, 'Вид договора'],
      ['1-Д', 'ТОО «Болат»', 'Директор Ахметов Бекзат Ерланович', 'Меморандум'],
      ['2-Д', 'ТОО «Болат»', 'Ахметов Б.Е.', 'Меморандум'],
      ['3-Д', 'ТОО «Болат»', 'Сейтова Айгүл', 'Меморандум'],
      ['4-Д', 'ТОО «Болат»', 'Да', 'Меморандум'],
    ],
  });
  const people = plan.operations.filter(operation => operation.entity === 'contact');
  expect(people.map(person => person.values)).toMatchObject([
    { name: 'Ахметов Бекзат Ерланович', position: 'Директор', roles: ['signatory'] },
    { name: 'Сейтова Айгүл', roles: ['signatory'] },
  ]);
  const [first, second] = people.map(person => person.id);
  const signed = plan.operations.filter(operation => operation.entity === 'agreement');
  expect(signed.map(agreement => agreement.values['signatoryId'])).toEqual([first, first, second, null]);
  expect(signed.map(agreement => agreement.values['signedOn'])).toEqual([null, null, null, null]);
});

test('days are never people and people never days, whatever the heading says', () => {
  const plan = planOf({
    Партнёры: [...firms, ['ТОО «Болат»', '080140594909', 'Темиртау']],
    Договоры: [
      ['№ договора', 'Предприятие', 'Дата подписания', 'Подписан', 'Подписант от колледжа'],
      ['1-Д', 'ТОО «Болат»', 'Ахметов Бекзат', '01.02.2024', 'Ким Анна'],
      ['2-Д', 'ТОО «Болат»', 'Сейтова Айгүл', '02.02.2024', 'Ким Анна'],
    ],
  });
  const people = plan.operations.filter(operation => operation.entity === 'contact');
  expect(people.map(person => person.values['name'])).toEqual(['Ахметов Бекзат', 'Сейтова Айгүл']);
  const signed = plan.operations.filter(operation => operation.entity === 'agreement');
  expect(signed.map(agreement => agreement.values['signedOn'])).toEqual(['2024-02-01', '2024-02-02']);
});

test('a number that a town dials within itself is kept as typed, without a remark; fewer digits are still doubted', () => {
  const plan = planOf({
    Партнёры: [
      ['Предприятие', 'Город', 'Телефон'],
      ['ТОО «Арман»', 'Абай', '44-55-66'],
      ['ТОО «Болат»', 'Абай', '2-14-15'],
      ['ТОО «Самал»', 'Абай', '12-34'],
    ],
  });
  expect(rowsOf(plan, 'Партнёры').map(row => row.issues.map(issue => issue.reason))).toEqual([
    [],
    [],
    ['phoneUnreadable'],
  ]);
  const phones = plan.operations.map(operation => operation.values['phone']);
  expect(phones.slice(0, 2)).toEqual(['44-55-66', '2-14-15']);
});

test('where a student lives is kept in the notes under its heading, the town in its field', () => {
  const plan = planOf({
    Студенты: [
      ['ФИО', 'ИИН', 'Группа', 'Населённый пункт', 'Домашний адрес', 'Примечание'],
      ['Омаров Ерлан', '', '25ПО-1', 'Абай', 'ул. Победы, 5', 'староста'],
      ['Сериков Нұрлан', '', '25ПО-1', 'Топар', 'Мира, 7', ''],
    ],
  });
  const students = plan.operations.filter(operation => operation.entity === 'student');
  expect(students.map(({ values }) => [values['town'], values['notes']])).toEqual([
    ['Абай', 'староста\nДомашний адрес: ул. Победы, 5'],
    ['Топар', 'Домашний адрес: Мира, 7'],
  ]);
});

test('a firm whose name differs by an addition is asked about, not made or merged; two additions are two firms', () => {
  const list = {
    Партнёры: [
      ...firms,
      ['АО «Темір»', '', 'Караганда'],
      ['АО «Темір» (головной офис)', '', 'Алматы'],
      ['ТОО «Болат» (филиал Абай)', '', 'Абай'],
      ['ТОО «Болат» (филиал Шахтинск)', '', 'Шахтинск'],
      ['ТОО «Болат»', '', 'Темиртау'],
    ],
    Договоры: [...agreements, ['1-Д', 'АО «Темір» (басшылық, бас кеңсе)', '01.02.2024', 'Меморандум']],
  };
  const plan = planOf(list);
  const actions = (found: ReturnType<typeof planOf>) => rowsOf(found, 'Партнёры').map(row => row.action);
  expect(actions(plan)).toEqual(['create', 'reject', 'create', 'create', 'reject']);
  expect(
    rowsOf(plan, 'Партнёры').map(row => row.remarks.map(({ reason, candidates }) => [reason, candidates.length])),
  ).toEqual([[], [['firmAmbiguous', 1]], [], [], [['firmAmbiguous', 2]]]);
  expect(rowsOf(plan, 'Договоры')[0]?.remarks).toMatchObject([{ reason: 'firmAmbiguous' }]);
  const first = String(rowsOf(plan, 'Партнёры')[0]?.recordId);
  const answered = planOf(list, { firms: { 'АО «Темір» (головной офис)': first, 'ТОО «Болат»': 'new' } });
  expect(actions(answered)).toEqual(['create', 'conflict', 'create', 'create', 'create']);
});

test('branches that have BINs of their own are firms of their own', () => {
  const plan = planOf({
    Партнёры: [
      ...firms,
      ['АО «Темір»', '151140879168', 'Темиртау'],
      ['АО «Темір» (филиал)', '030840335739', 'Шымкент'],
    ],
  });
  expect(rowsOf(plan, 'Партнёры').map(row => row.action)).toEqual(['create', 'create']);
});

test('records of one row are told apart, also when the first of them is blank', () => {
  const plan = planOf(
    {
      'Базы практики': [
        ['Закрепление за базами практики, 2025-2026 учебный год'],
        ['ФИО студента', '1 семестр', '2 семестр'],
        ['Ахметов Бекзат', 'ТОО «Болат»', 'АО «Жылу»'],
        ['Ким Томирис', null, 'АО «Жылу»'],
      ],
    },
    { createFirms: true, createStudents: true },
  );
  expect(rowsOf(plan, 'Базы практики').map(({ row, record }) => [row, record])).toEqual([
    [3, 0],
    [3, 1],
    [4, 1],
  ]);
});
