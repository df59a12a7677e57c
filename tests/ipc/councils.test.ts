import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFirm, aRequest } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';

let college: World;
beforeEach(() => {
  college = world();
});
afterEach(() => college.close());

async function aCouncil(): Promise<string> {
  const council = await college.call('councils.create', {
    nameRu: 'Индустриальный совет',
    nameKk: 'Индустриялық кеңес',
    active: true,
    notes: null,
  });
  return council.id;
}

async function aMember(
  councilId: string,
  name: string,
  more: Partial<Parameters<typeof college.call<'councilMembers.create'>>[1]> = {},
): Promise<string> {
  const member = await college.call('councilMembers.create', {
    councilId,
    name,
    position: null,
    firmId: null,
    role: 'member',
    fromOn: null,
    toOn: null,
    notes: null,
    ...more,
  });
  return member.id;
}

async function aMeeting(councilId: string, minuteNumber = '3', heldOn = '2025-11-18'): Promise<string> {
  const meeting = await college.call('meetings.create', {
    councilId,
    heldOn,
    minuteNumber,
    place: 'Актовый зал',
    notes: null,
  });
  return meeting.id;
}

/** A council of three, two of whom came, with a meeting whose agenda holds one request of a firm. */
async function aSitting() {
  const firm = await college.call('firms.create', aFirm({ nameKk: '«Болат» ЖШС' }));
  const request = await college.call('requests.create', aRequest(firm.id, { number: '12', module: 'Станки с ЧПУ' }));
  const councilId = await aCouncil();
  const chair = await aMember(councilId, 'Ахметов Серік Болатұлы', { role: 'chair', firmId: firm.id });
  const secretary = await aMember(councilId, 'Иванова Ольга Петровна', { role: 'secretary' });
  const absent = await aMember(councilId, 'Қасымов Әділ Нұрланұлы');
  const meetingId = await aMeeting(councilId);
  await college.call('meetings.attend', {
    id: meetingId,
    members: [
      { memberId: chair, present: true },
      { memberId: secretary, present: true },
      { memberId: absent, present: false },
    ],
  });
  await college.call('meetings.fillAgenda', { id: meetingId });
  const { agenda } = await college.call('meetings.get', { id: meetingId });
  const [item] = agenda;
  if (item === undefined) throw new Error('the agenda is empty');
  return { firmId: firm.id, requestId: request.id, councilId, meetingId, item };
}

test('the agenda takes every open request once and brings it under review', async () => {
  const { id } = await college.call('requests.create', aRequest(null, { number: '1' }));
  await college.call('requests.create', aRequest(null, { number: '2', priority: 'high' }));
  const done = await college.call('requests.create', aRequest(null, { number: '3' }));
  await college.call('requests.move', { items: [done], to: 'rejected', reason: 'Нет средств' });
  const meetingId = await aMeeting(await aCouncil());
  const first = await college.call('meetings.fillAgenda', { id: meetingId });
  const again = await college.call('meetings.fillAgenda', { id: meetingId });
  const { agenda, waiting } = await college.call('meetings.get', { id: meetingId });
  expect({
    added: [first.added, again.added],
    numbers: agenda.map(item => item.number),
    state: (await college.call('requests.get', { id })).state,
    waiting,
  }).toEqual({ added: [2, 0], numbers: ['2', '1'], state: 'underReview', waiting: 0 });
});

test('a request that arrived after the meeting is not put on its agenda', async () => {
  await college.call('requests.create', aRequest(null, { receivedOn: '2025-11-19' }));
  const meetingId = await aMeeting(await aCouncil());
  expect(await college.call('meetings.fillAgenda', { id: meetingId })).toEqual({ added: 0 });
});

test('a decision moves the request with the date and the minutes of the meeting, and one undo takes both back', async () => {
  const { requestId, meetingId, item } = await aSitting();
  await college.call('meetings.decide', {
    id: item.id,
    revision: item.revision,
    decision: 'approvedWithChanges',
    votesFor: 2,
    decisionText: 'Увеличить до 50 часов',
    effectiveYear: 2026,
  });
  const decided = await college.call('requests.get', { id: requestId });
  await college.call('history.undo', {});
  const undone = await college.call('requests.get', { id: requestId });
  const { agenda } = await college.call('meetings.get', { id: meetingId });
  expect({ decided, undone: undone.state, item: agenda[0]?.decision }).toMatchObject({
    decided: {
      state: 'approvedWithChanges',
      decidedOn: '2025-11-18',
      minuteNumber: '3',
      decisionText: 'Увеличить до 50 часов',
      effectiveYear: 2026,
    },
    undone: 'underReview',
    item: null,
  });
});

test('a decision is corrected in its meeting until it is carried out, and can be taken back', async () => {
  const { requestId, meetingId, item } = await aSitting();
  const first = await college.call('meetings.decide', { ...pick(item), decision: 'approved', votesFor: 2 });
  const corrected = await college.call('meetings.decide', {
    ...first,
    decision: 'rejected',
    votesFor: 0,
    votesAgainst: 2,
    decisionText: 'Нет оборудования',
  });
  const rejected = await college.call('requests.get', { id: requestId });
  const back = await college.call('meetings.decide', { ...corrected, decision: null });
  const reopened = await college.call('requests.get', { id: requestId });
  const again = await college.call('meetings.decide', { ...back, decision: 'approved', votesFor: 2, votesAgainst: 0 });
  const approved = await college.call('requests.get', { id: requestId });
  await college.call('requests.move', { items: [pick(approved)], to: 'implemented' });
  const late = await college.attempt('meetings.decide', { ...again, decision: null });
  expect([rejected, reopened, approved, late]).toMatchObject([
    { state: 'rejected', stateReason: 'Нет оборудования' },
    { state: 'underReview', stateReason: null, decidedOn: null, minuteNumber: null },
    { state: 'approved', decidedOn: '2025-11-18' },
    { ok: false, error: { code: 'refused' } },
  ]);
  expect((await college.call('meetings.get', { id: meetingId })).agenda[0]?.open).toBe(false);
});

const pick = ({ id, revision }: { id: string; revision: number }) => ({ id, revision });

test('a decision needs its explanation, no more votes than members present, and a yes to votes against it', async () => {
  const { item } = await aSitting();
  const unexplained = await college.attempt('meetings.decide', { ...pick(item), decision: 'deferred' });
  const crowd = await college.attempt('meetings.decide', { ...pick(item), decision: 'approved', votesFor: 3 });
  const against = { ...pick(item), decision: 'approved', votesFor: 0, votesAgainst: 2 } as const;
  const doubtful = await college.attempt('meetings.decide', against);
  const accepted = await college.attempt('meetings.decide', { ...against, accepted: ['againstVotes'] });
  expect([unexplained, crowd, doubtful, accepted]).toMatchObject([
    { ok: false, error: { code: 'validation', fields: { decisionText: 'reasonRequired' } } },
    { ok: false, error: { code: 'validation', fields: { votesFor: 'tooManyVotes' } } },
    { ok: false, error: { code: 'needsConfirmation', params: { warnings: 'againstVotes' } } },
    { ok: true },
  ]);
});

test('a deferred request waits for the next meeting, and the earlier one can no longer change it', async () => {
  const { requestId, councilId, item } = await aSitting();
  const deferred = await college.call('meetings.decide', {
    ...pick(item),
    decision: 'deferred',
    decisionText: 'Уточнить часы',
  });
  const next = await aMeeting(councilId, '4', '2025-11-20');
  const { added } = await college.call('meetings.fillAgenda', { id: next });
  const late = await college.attempt('meetings.decide', { ...deferred, decision: 'approved' });
  const [second] = (await college.call('meetings.get', { id: next })).agenda;
  await college.call('meetings.decide', {
    id: second?.id ?? '',
    revision: second?.revision ?? 0,
    decision: 'approved',
  });
  const { state, minuteNumber, decidedOn } = await college.call('requests.get', { id: requestId });
  const { meetings } = await college.call('requests.get', { id: requestId });
  expect(meetings.map(meeting => [meeting.minuteNumber, meeting.heldOn, meeting.decision])).toEqual([
    ['4', '2025-11-20', 'approved'],
    ['3', '2025-11-18', 'deferred'],
  ]);
  expect({ added, late: late.ok, state, minuteNumber, decidedOn }).toEqual({
    added: 1,
    late: false,
    state: 'approved',
    minuteNumber: '4',
    decidedOn: '2025-11-20',
  });
});

test('a corrected date of a meeting is corrected on the requests it decided', async () => {
  const { requestId, meetingId, item } = await aSitting();
  await college.call('meetings.decide', { ...pick(item), decision: 'approved' });
  const { revision } = await college.call('meetings.get', { id: meetingId });
  await college.call('meetings.update', {
    id: meetingId,
    revision,
    patch: { heldOn: '2025-11-17', minuteNumber: '3/1' },
  });
  expect(await college.call('requests.get', { id: requestId })).toMatchObject({
    decidedOn: '2025-11-17',
    minuteNumber: '3/1',
  });
});

test('a meeting with decisions, and a request on an agenda, are not removed', async () => {
  const { requestId, meetingId, item } = await aSitting();
  const held = await college.attempt('requests.remove', {
    id: requestId,
    revision: (await college.call('requests.get', { id: requestId })).revision,
  });
  await college.call('meetings.decide', { ...pick(item), decision: 'approved' });
  const { revision } = await college.call('meetings.get', { id: meetingId });
  const decided = await college.attempt('meetings.remove', { id: meetingId, revision });
  expect([held, decided]).toMatchObject([
    { ok: false, error: { code: 'inUse' } },
    { ok: false, error: { code: 'refused' } },
  ]);
});

test('a meeting lists the members whose mandate holds on its day', async () => {
  const councilId = await aCouncil();
  await aMember(councilId, 'До', { toOn: '2025-11-17' });
  await aMember(councilId, 'Во время', { fromOn: '2025-11-18', toOn: '2025-11-18' });
  await aMember(councilId, 'После', { fromOn: '2025-11-19' });
  const meetingId = await aMeeting(councilId);
  const { attendance } = await college.call('meetings.get', { id: meetingId });
  expect(attendance.map(member => member.name)).toEqual(['Во время']);
});

test('two meetings of one year cannot share the number of their minutes', async () => {
  const councilId = await aCouncil();
  await aMeeting(councilId, '3', '2025-01-15');
  const same = await college.attempt('meetings.create', {
    councilId,
    heldOn: '2025-11-18',
    minuteNumber: '3',
    place: null,
    notes: null,
  });
  expect(same).toMatchObject({ ok: false, error: { fields: { minuteNumber: 'numberTaken' } } });
});

test('the minutes name who was present and absent and every decision with its votes, in Kazakh and in Russian', async () => {
  const { meetingId, item } = await aSitting();
  await college.call('meetings.decide', {
    ...pick(item),
    decision: 'approved',
    votesFor: 2,
    decisionText: 'Ввести с 1 сентября.',
  });
  const print = async (language: 'kk' | 'ru' | 'kk-ru'): Promise<string> => {
    const { path } = await college.call('meetings.printMinutes', { id: meetingId, language, format: 'docx' });
    return textOfDocx(readFileSync(path));
  };
  const [kk, ru] = [await print('kk'), await print('ru')];
  for (const words of [
    '№ 3 ХАТТАМА',
    'Индустриялық кеңес',
    '2025 жылғы 18 қараша',
    'Ахметов Серік Болатұлы',
    '«Болат» ЖШС',
    'төраға',
    'Қатысқандар\n2 (кеңестің 3 мүшесінен)',
    'Қатыспағандар: Қасымов Ә. Н.',
    '№ 12 ұсыныс, 2025 жылғы 1 қазан, «Болат» ЖШС. Станки с ЧПУ.',
    'Ұсыныс мақұлданды. Ввести с 1 сентября.',
    'жақтағаны – 2, қарсы – 0, қалыс қалғаны – 0',
  ])
    expect(kk).toContain(words);
  for (const words of [
    'ПРОТОКОЛ № 3',
    'Индустриальный совет',
    '18 ноября 2025 года',
    'ТОО «Болат»',
    'председатель',
    '2 из 3 членов совета',
    'Отсутствуют: Қасымов Ә. Н.',
    'Предложение № 12 от 1 октября 2025 года, ТОО «Болат».',
    'Предложение одобрено. Ввести с 1 сентября.',
    'за — 2, против — 0, воздержались — 0',
  ])
    expect(ru).toContain(words);
  const both = await print('kk-ru');
  for (const words of [
    '№ 3 ХАТТАМА / ПРОТОКОЛ № 3',
    'Индустриялық кеңес',
    'Индустриальный совет',
    '2 (кеңестің 3 мүшесінен)',
    '2 из 3 членов совета',
    'Қатыспағандар / Отсутствуют: Қасымов Ә. Н.',
    'Ұсыныс мақұлданды. Ввести с 1 сентября.',
    'Предложение одобрено. Ввести с 1 сентября.',
  ])
    expect(both).toContain(words);
  expect([kk, ru, both].map(text => /[{}]/u.test(text))).toEqual([false, false, false]);
});

test('the reply tells the firm the decision, gets an outgoing number and stands in the register', async () => {
  const { requestId, firmId, item, meetingId } = await aSitting();
  const early = await college.attempt('letters.issue', { kind: 'reply', language: 'ru', ids: [requestId] });
  await college.call('meetings.decide', {
    ...pick(item),
    decision: 'approvedWithChanges',
    votesFor: 2,
    decisionText: 'Увеличить до 50 часов.',
    effectiveYear: 2026,
  });
  const issue = { kind: 'reply' as const, ids: [requestId], issuedOn: '2025-11-20' };
  const ru = await college.call('letters.issue', { ...issue, language: 'ru' });
  const kk = await college.call('letters.issue', { ...issue, language: 'kk' });
  const both = await college.call('letters.issue', { ...issue, language: 'kk-ru' });
  const { folder, files } = await college.call('letters.export', {
    ids: [...ru.ids, ...kk.ids, ...both.ids],
    format: 'docx',
  });
  const texts = files.map(file => textOfDocx(readFileSync(file)));
  expect(folder).toContain('letters');
  for (const words of [
    'Ваше предложение от 1 октября 2025 года № 12 рассмотрено.',
    'Модуль или результат обучения: Станки с ЧПУ.',
    'Решение: Предложение одобрено с изменениями. Основание: протокол от 18 ноября 2025 года № 3.',
    'Содержание решения: Увеличить до 50 часов.',
    'Часы по программе: было 40, станет 60.',
    'Изменение действует с 2026–2027 учебного года.',
  ])
    expect(texts[0]).toContain(words);
  for (const words of [
    'Сіздің 2025 жылғы 1 қазандағы № 12 ұсынысыңыздың қаралғанын хабарлайды.',
    'Шешім: Ұсыныс өзгерістермен мақұлданды. Негіздеме: 2025 жылғы 18 қарашадағы № 3 хаттама.',
    'Өзгеріс 2026–2027 оқу жылынан бастап қолданылады.',
  ])
    expect(texts[1]).toContain(words);
  expect(texts[2]).toContain('Ұсыныс өзгерістермен мақұлданды.');
  expect(texts[2]).toContain('Предложение одобрено с изменениями.');
  expect(texts.map(text => /[{}]|Причина|Себебі/u.test(text))).toEqual([false, false, false]);
  const register = await college.call('letters.list', { filter: { requestId } });
  const { agenda } = await college.call('meetings.get', { id: meetingId });
  expect({
    early: early.ok,
    rows: register.rows.map(({ kind, number, requestNumber, subject }) => ({ kind, number, requestNumber, subject })),
    firm: register.rows.every(row => row.firmId === firmId),
    replies: agenda[0]?.replies,
  }).toEqual({
    early: false,
    rows: [
      {
        kind: 'reply',
        number: '3/25-07',
        requestNumber: '12',
        subject: '№ 12 ұсынысты қарау нәтижесі туралы / О рассмотрении предложения № 12',
      },
      { kind: 'reply', number: '2/25-07', requestNumber: '12', subject: '№ 12 ұсынысты қарау нәтижесі туралы' },
      { kind: 'reply', number: '1/25-07', requestNumber: '12', subject: 'О рассмотрении предложения № 12' },
    ],
    firm: true,
    replies: 3,
  });
});

test('the reply to a rejection gives its reason and promises nothing', async () => {
  const { requestId, item } = await aSitting();
  await college.call('meetings.decide', {
    ...pick(item),
    decision: 'rejected',
    votesAgainst: 2,
    decisionText: 'В мастерской нет станков.',
    effectiveYear: 2026,
  });
  const { ids } = await college.call('letters.issue', { kind: 'reply', language: 'ru', ids: [requestId] });
  const { files } = await college.call('letters.export', { ids, format: 'docx' });
  const text = textOfDocx(readFileSync(files[0] ?? ''));
  expect(text).toContain('Решение: Предложение отклонено.');
  expect(text).toContain('Причина: В мастерской нет станков.');
  expect(text).not.toMatch(/Изменение действует|Часы по программе|Содержание решения/u);
});

test('a request of the council itself has nobody to answer', async () => {
  const request = await college.call('requests.create', aRequest(null));
  await college.call('requests.move', { items: [request], to: 'rejected', reason: 'Повтор' });
  const refused = await college.attempt('letters.issue', { kind: 'reply', language: 'ru', ids: [request.id] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'refused', params: { reason: 'noFirm' } } });
});

test('a decision brings the task to tell the firm, and the reply settles it', async () => {
  const { requestId, item } = await aSitting();
  await college.call('meetings.decide', { ...pick(item), decision: 'approved', votesFor: 2 });
  await college.call('tasks.refresh', {});
  await college.call('tasks.refresh', {});
  const waiting = await college.call('tasks.list', { filter: { kind: ['replyUnsent'] } });
  await college.call('letters.issue', { kind: 'reply', language: 'kk', ids: [requestId] });
  const answered = await college.call('tasks.list', { filter: { kind: ['replyUnsent'] } });
  const task = { entity: 'request', entityId: requestId, subject: '12', matterOn: '2025-11-18' };
  expect([waiting.rows, answered.rows]).toMatchObject([[{ ...task, settled: false }], [{ ...task, settled: true }]]);
});
