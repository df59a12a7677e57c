import { afterEach, expect, test } from 'vitest';
import { generateCollege } from '#main/sample/generator.ts';
import { AgreementState } from '#shared/contract/agreements.ts';
import { PlacementState } from '#shared/contract/placements.ts';
import { checkIdentifier, sexOf } from '#shared/domain/identifiers.ts';
import { requestStates } from '#shared/domain/states.ts';
import { testPorts, type World, world } from '#tests/support/world.ts';

let college: World;
afterEach(() => college.close());

async function sampleOn(today: string, language: 'kk' | 'ru' = 'ru'): Promise<World> {
  college = world({ today });
  await college.call('app.begin', { with: 'sample', language });
  return college;
}

const values = <T>(sql: string): T[] => college.app.db().column<T>(sql);

test('the sample college is as large as promised and known as a sample', async () => {
  await sampleOn('2025-11-20');
  const { counts, sample, fresh } = await college.call('app.status', {});
  expect({ sample, fresh, ...counts }).toEqual({
    sample: true,
    fresh: false,
    firms: 40,
    agreements: 74,
    students: 300,
    placements: 749,
    requests: 30,
    letters: 0,
  });
});

test('every decision of the sample comes from a meeting of its council, on its day and in its minutes', async () => {
  await sampleOn('2025-11-20');
  const stray = values(
    `SELECT r.number FROM request r WHERE r.decided_on < '2025-11-19' AND NOT EXISTS (
       SELECT 1 FROM agenda_item i JOIN meeting g ON g.id = i.meeting_id
        WHERE i.request_id = r.id AND i.decision IS NOT NULL AND g.held_on = r.decided_on AND g.minute_number = r.minute_number)`,
  );
  const [late, kinds, waiting] = [
    values<number>("SELECT count(*) FROM promise WHERE delivered_on IS NULL AND due_on < '2025-11-20'"),
    values<number>('SELECT count(DISTINCT kind_id) FROM engagement'),
    values<number>('SELECT count(*) FROM agenda_item WHERE decision IS NULL'),
  ];
  expect({ stray, late, kinds, waiting }).toEqual({ stray: [], late: [1], kinds: [7], waiting: [4] });
});

test('two sample colleges of the same day hold the same records', async () => {
  const facts = (): unknown[] => [
    values('SELECT name_ru || bin || phone FROM firm ORDER BY bin'),
    values('SELECT surname || given_name || iin FROM student ORDER BY iin'),
    values("SELECT starts_on || state || ifnull(notes, '') || hours_planned FROM placement ORDER BY rowid"),
    values('SELECT number || stage FROM agreement ORDER BY number'),
  ];
  await sampleOn('2025-11-20');
  const first = facts();
  college.close();
  await sampleOn('2025-11-20');
  expect(facts()).toEqual(first);
});

/** Words an officer writes about the work; not names of persons, firms and codes, nor addresses. */
const writtenWords = `SELECT sector FROM firm UNION SELECT region FROM firm UNION SELECT city FROM firm UNION SELECT notes FROM firm
  UNION SELECT verified_by FROM firm UNION SELECT verified_source FROM firm UNION SELECT name FROM site UNION SELECT city FROM site
  UNION SELECT position FROM contact UNION SELECT basis FROM contact UNION SELECT summary FROM interaction UNION SELECT next_step FROM interaction
  UNION SELECT study_form FROM student UNION SELECT left_reason FROM student UNION SELECT town FROM student UNION SELECT legal_basis FROM agreement
  UNION SELECT notes FROM agreement UNION SELECT termination_reason FROM agreement UNION SELECT reason FROM amendment
  UNION SELECT workplace FROM placement UNION SELECT state_reason FROM placement UNION SELECT contract_type FROM placement
  UNION SELECT module FROM request UNION SELECT current_text FROM request UNION SELECT proposed_text FROM request UNION SELECT state_reason FROM request
  UNION SELECT decision_text FROM request UNION SELECT implementation_proof FROM request UNION SELECT curriculum_version FROM request
  UNION SELECT position FROM council_member UNION SELECT place FROM meeting UNION SELECT topic FROM engagement UNION SELECT result FROM engagement
  UNION SELECT promise FROM promise UNION SELECT proof FROM promise UNION SELECT description FROM challenge UNION SELECT action FROM challenge
  UNION SELECT findings FROM visit UNION SELECT next_step FROM visit UNION SELECT comment FROM evaluation UNION SELECT note FROM month_attendance`;

test('in a Kazakh sample everything written about the work is Kazakh', async () => {
  await sampleOn('2025-11-20');
  const russian = new Set(
    values<string | null>(writtenWords).filter(text => text !== null && !/[әғқңөұүһі]/iu.test(text)),
  );
  college.close();
  await sampleOn('2025-11-20', 'kk');
  const left = values<string | null>(writtenWords).filter(text => text !== null && russian.has(text));
  expect(left).toEqual([
    ...['Астана', 'Бригадир', 'Директор', 'Есеп тапсыру', 'Инженер', 'Павлодар', 'Реферат', 'Семинар хаттамасы № 4'],
    ...['Сертификаттар алынды', 'Тест', 'Филиал', 'Шахтинск'],
  ]);
});

test('every number in the sample passes its check digit and agrees with the sex of its person', async () => {
  await sampleOn('2025-11-20');
  const bins = values<string>('SELECT bin FROM firm').concat(values<string>('SELECT iin FROM student'));
  const people = college.app.db().all<{ iin: string; sex: string }>('SELECT iin, sex FROM student');
  expect([
    bins.filter(number => checkIdentifier(number).kind !== 'valid'),
    people.filter(person => sexOf(person.iin) !== person.sex),
  ]).toEqual([[], []]);
});

test('names agree in sex with their patronymics', async () => {
  await sampleOn('2025-11-20');
  expect(
    values(`SELECT surname || ' ' || patronymic FROM student WHERE patronymic IS NOT NULL AND (surname LIKE '%а') <>
      (patronymic LIKE '%қызы' OR patronymic LIKE '%вна') OR (sex = 'female') <> (surname LIKE '%а')`),
  ).toEqual([]);
});

test('the sample shows every letter of both alphabets', async () => {
  await sampleOn('2025-11-20');
  const text = [
    ...values<string>('SELECT name_ru || name_kk FROM firm'),
    ...values<string>('SELECT name FROM contact'),
    ...values<string>("SELECT surname || given_name || ifnull(patronymic, '') FROM student"),
    ...values<string>('SELECT proposed_text FROM request'),
  ]
    .join('')
    .toLowerCase();
  expect([...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'].filter(letter => !text.includes(letter))).toEqual(['ъ']);
});

test.each(['2025-09-01', '2025-11-20', '2026-02-28', '2026-07-15'])(
  'on %s students are out, others are about to leave, and every state can be seen',
  async today => {
    await sampleOn(today);
    const total = async (filter: object): Promise<number> => (await college.call('placements.list', { filter })).total;
    const missing: string[] = [];
    for (const state of PlacementState.options) if ((await total({ state: [state] })) === 0) missing.push(state);
    for (const state of AgreementState.options) {
      const { total: found } = await college.call('agreements.list', { filter: { state: [state] } });
      if (found === 0) missing.push(`agreement ${state}`);
    }
    for (const state of requestStates) {
      const { total: found } = await college.call('requests.list', { filter: { state: [state] } });
      if (found === 0) missing.push(`request ${state}`);
    }
    const now = await total({ state: ['started'], activeFrom: today, activeTo: today });
    expect({ missing, someOutToday: now > 15 }).toEqual({ missing: [], someOutToday: true });
  },
);

test('one undo takes the whole sample away', async () => {
  await sampleOn('2025-11-20');
  await college.call('history.undo', {});
  const { counts, fresh } = await college.call('app.status', {});
  expect({ ...counts, fresh }).toEqual({
    firms: 0,
    agreements: 0,
    students: 0,
    placements: 0,
    requests: 0,
    letters: 0,
    fresh: true,
  });
});

test('the generator writes as many records and audit lines as it is asked for', () => {
  college = world();
  generateCollege(college.app.db(), testPorts('2025-11-20', 'Generator'), {
    firms: 60,
    students: 250,
    placements: 500,
    requests: 20,
    auditRows: 3_000,
  });
  expect(
    ['firm', 'student', 'placement', 'request', 'audit'].map(
      table => values<number>(`SELECT count(*) FROM "${table}"`)[0],
    ),
  ).toEqual([60, 250, 500, 20, 3_000]);
});

test('students come from towns, and some have a contract of their own below a framework, signed by all and now and then amended', async () => {
  await sampleOn('2025-11-20');
  const contracts = college.app.db().get<Record<string, number>>(
    `SELECT count(*) AS contracts, sum(EXISTS (SELECT 1 FROM agreement f WHERE f.id = a.parent_id AND f.type_id = 'agreement-type-framework' AND f.firm_id = a.firm_id)) AS below,
        sum(EXISTS (SELECT 1 FROM placement p WHERE p.agreement_id = a.id AND p.student_id = a.student_id AND p.firm_id = a.firm_id)) AS placed,
        sum((SELECT count(*) FROM signing g WHERE g.agreement_id = a.id AND g.signed_on IS NOT NULL) >= 3) AS signed,
        sum(EXISTS (SELECT 1 FROM amendment m WHERE m.agreement_id = a.id)) AS amended
      FROM agreement a WHERE a.student_id IS NOT NULL`,
  );
  const [towns, without] = [
    values<number>('SELECT count(DISTINCT town) FROM student'),
    values<number>('SELECT count(*) FROM student WHERE town IS NULL'),
  ];
  expect({ contracts, towns, without }).toEqual({
    contracts: { contracts: 12, below: 12, placed: 12, signed: 12, amended: 3 },
    towns: [6],
    without: [0],
  });
});
