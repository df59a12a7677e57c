import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Output, Request } from '#shared/contract/index.ts';
import { aFirm, anAgreement, anAmendment, aPlacement, aSite, aStudent } from '#tests/support/builders.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
let specialtyId: string;
let studentId: string;
beforeEach(async () => {
  college = world();
  await college.call('settings.update', { cityRu: 'Павлодар' });
  const fields = { nameKk: null, practiceHours: null, validFrom: null, validTo: null };
  specialtyId = (await college.call('specialties.create', { code: '06130100', nameRu: 'Программист', ...fields })).id;
  studentId = (await college.call('students.create', aStudent({ specialtyId, town: 'г. Павлодар' }))).id;
});
afterEach(() => college.close());

const period = { startsOn: '2026-02-02', endsOn: '2026-05-29' };
type Suggested = Output<'placements.suggest'>;

const suggest = (ids: readonly string[] = [studentId]): Promise<Suggested> =>
  college.call('placements.suggest', { studentIds: [...ids], ...period });

const firmNamed = async (nameRu: string, fields: Parameters<typeof aFirm>[0] = {}): Promise<string> =>
  (await college.call('firms.create', aFirm({ nameRu, ...fields }))).id;

const agreed = async (firmId: string, fields: Partial<Request<'agreements.create'>> = {}): Promise<string> =>
  (await college.call('agreements.create', anAgreement(firmId, { number: `${firmId.slice(3, 11)}-Д`, ...fields }))).id;

const forSpecialty = (agreementId: string, places: number | null): Promise<unknown> =>
  college.call('agreementSpecialties.create', { agreementId, specialtyId, year: null, places });

const reasons = ({ students: [student] }: Suggested): unknown =>
  student?.suggestions.map(({ firmName, agreement, free, history, hired, km }) => [
    firmName,
    agreement,
    free,
    history,
    hired,
    km,
  ]);

test('firms are suggested by agreement, places, history and town, the best first, each with its reasons', async () => {
  const near = await firmNamed('Ближняя', { city: 'Павлодар қаласы' });
  await forSpecialty(await agreed(near), 4);
  const far = await firmNamed('Дальняя', { city: 'Ақсу' });
  await agreed(far, { places: 2 });
  const known = await firmNamed('Знакомая', { city: 'Экибастуз' });
  const old = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId }));
  await college.call('placements.create', aPlacement(old.id, known, { hired: true, hiredOn: '2025-12-27' }));
  await firmNamed('Без ничего', { city: 'Павлодар' });
  await college.call('settings.update', { townDistances: [{ from: 'Аксу', to: 'Павлодар', km: 45 }] });
  const answer = await suggest();
  expect([reasons(answer), answer.students[0]?.offered, answer.unknownDistances]).toEqual([
    [
      ['Ближняя', 'specialty', 4, 0, 0, 0],
      ['Дальняя', 'general', 2, 0, 0, 45],
      ['Знакомая', 'none', null, 1, 1, null],
    ],
    0,
    [{ from: 'г. Павлодар', to: 'Экибастуз' }],
  ]);
});

test('an agreement counts only when it holds over the whole period, by its amendments, and for the specialty it names', async () => {
  const short = await firmNamed('Короткая');
  await agreed(short, { endsOn: '2026-03-31' });
  const longer = await firmNamed('Продлённая');
  const amended = await agreed(longer, { endsOn: '2026-03-31' });
  await college.call('amendments.create', anAmendment(amended, { endsOn: '2026-12-31' }));
  const draft = await firmNamed('Черновик');
  await agreed(draft, { stage: 'draft', signedOn: null });
  const other = await firmNamed('Другая специальность');
  const fields = { nameKk: null, practiceHours: null, validFrom: null, validTo: null };
  const cook = await college.call('specialties.create', { code: '10130300', nameRu: 'Повар', ...fields });
  await college.call('agreementSpecialties.create', {
    agreementId: await agreed(other),
    specialtyId: cook.id,
    year: null,
    places: 5,
  });
  expect(reasons(await suggest())).toEqual([['Продлённая', 'general', 10, 0, 0, null]]);
});

test('places taken on these days are no longer free, and those of a placement that did not take place are', async () => {
  const firmId = await firmNamed('Завод');
  const agreementId = await agreed(firmId, { places: 3 });
  await forSpecialty(agreementId, 2);
  const free = async (): Promise<unknown> => {
    const [suggestion] = (await suggest()).students[0]?.suggestions ?? [];
    return [suggestion?.free, suggestion?.places];
  };
  const before = await free();
  const other = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId }));
  const placement = await college.call(
    'placements.create',
    aPlacement(other.id, firmId, { agreementId, startsOn: '2026-05-01', endsOn: '2026-06-30' }),
  );
  const taken = await free();
  await college.call('placements.move', {
    items: [{ id: placement.id, revision: 0 }],
    to: 'didNotStart',
    reason: 'Отказ',
  });
  expect([before, taken, await free()]).toEqual([
    [2, 2],
    [1, 2],
    [2, 2],
  ]);
});

test('the nearest site of a firm is suggested, and the college’s town stands for a student whose town is not known', async () => {
  const firmId = await firmNamed('Сеть', { city: 'Астана' });
  await agreed(firmId);
  await college.call('sites.create', aSite(firmId, { name: 'Филиал', city: 'Павлодар' }));
  const stranger = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId }));
  const { students } = await suggest([studentId, stranger.id]);
  expect(students.map(({ townFrom, suggestions: [first] }) => [townFrom, first?.siteName, first?.km])).toEqual([
    ['student', 'Филиал', 0],
    ['college', 'Филиал', 0],
  ]);
});

test('one free place is offered to one student only, and a student placed on these days is offered none', async () => {
  const firmId = await firmNamed('Мастерская', { city: 'Павлодар' });
  await agreed(firmId, { places: 1 });
  const second = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId }));
  const placed = await college.call('students.create', aStudent({ surname: 'Исаев', specialtyId }));
  const elsewhere = await firmNamed('Другая');
  await college.call('placements.create', aPlacement(placed.id, elsewhere, period));
  const { students } = await suggest([studentId, second.id, placed.id]);
  expect(students.map(student => [student.placed, student.offered])).toEqual([
    [false, 0],
    [false, null],
    [true, null],
  ]);
});

test('an agreement made for one student is suggested to that student alone', async () => {
  const firmId = await firmNamed('Личная');
  await agreed(firmId, { studentId, places: 1 });
  const other = await college.call('students.create', aStudent({ surname: 'Ли', specialtyId }));
  const { students } = await suggest([studentId, other.id]);
  expect(students.map(({ suggestions }) => suggestions.map(({ agreement }) => agreement))).toEqual([['specialty'], []]);
});

test('what the officer sets in the settings decides the order, and days that end before they begin are refused', async () => {
  const near = await firmNamed('Ближняя', { city: 'Павлодар' });
  await agreed(near, { places: 1 });
  const roomy = await firmNamed('Просторная', { city: 'Ақсу' });
  await agreed(roomy, { places: 40 });
  await college.call('settings.update', { townDistances: [{ from: 'Ақсу', to: 'Павлодар', km: 200 }] });
  const first = async (): Promise<unknown> => (await suggest()).students[0]?.suggestions[0]?.firmName;
  const usual = await first();
  await college.call('settings.update', { fitDistance: 0 });
  const refused = await college.attempt('placements.suggest', {
    studentIds: [studentId],
    startsOn: period.endsOn,
    endsOn: period.startsOn,
  });
  expect([usual, await first(), refused.ok ? null : refused.error.fields]).toEqual([
    'Ближняя',
    'Просторная',
    { endsOn: 'endBeforeStart' },
  ]);
});

test('distances that cannot be are refused beside their place', async () => {
  const refused = await college.attempt('settings.update', {
    townDistances: [
      { from: 'Аксу', to: 'Павлодар', km: 0 },
      { from: ' ', to: 'Павлодар', km: 3 },
    ],
  });
  expect(refused.ok ? null : refused.error.fields).toEqual({
    'townDistances.0.km': 'tooSmall',
    'townDistances.1.from': 'required',
  });
});

test('a line of the grid is told about a missing, an unchosen and a short agreement, and about a student under 18', async () => {
  const bare = await firmNamed('Без договора');
  const partner = await firmNamed('Партнёр');
  const whole = await agreed(partner);
  const short = await agreed(partner, { number: '7/26', endsOn: '2026-03-31' });
  const minor = await college.call('students.create', aStudent({ surname: 'Ли', bornOn: '2009-03-01' }));
  const rows = [
    aPlacement(studentId, bare, period),
    aPlacement(studentId, partner, period),
    aPlacement(studentId, partner, { ...period, agreementId: short }),
    aPlacement(minor.id, partner, { ...period, agreementId: whole }),
    aPlacement(minor.id, partner, { ...period, agreementId: whole, consentOn: '2026-01-15' }),
  ];
  const checked = await college.call('placements.check', { rows });
  expect(checked.map(({ remarks }) => remarks)).toEqual([
    ['agreementMissing'],
    ['agreementNotChosen'],
    ['agreementNotInForce'],
    ['minorConsent'],
    [],
  ]);
});

test('an agreement of the firm is known by its number however the dash, the letters or the spaces were typed', async () => {
  const firmId = await firmNamed('Партнёр');
  const agreementId = await agreed(firmId, { number: '12-К/26' });
  await agreed(firmId, { number: '14-К/26' });
  const other = await firmNamed('Другая');
  await agreed(other, { number: '13/26' });
  const typed = ['12 – k/26', '12', '13/26', '-К/26'];
  const found = await college.call('placements.resolve', {
    rows: typed.map(agreement => ({ firm: 'партнер', site: '', mentor: '', agreement })),
  });
  expect(found.map(({ agreement }) => agreement.id ?? agreement.kind)).toEqual([
    agreementId,
    agreementId,
    'unknown',
    'several',
  ]);
});
