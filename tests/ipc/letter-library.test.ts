import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { largestLogo } from '#main/features/letters/logo.ts';
import { storedFile } from '#main/features/letters/queries.ts';
import { aContact, aFirm, anAgreement, aPlacement, aStudent } from '#tests/support/builders.ts';
import { textOfDocx } from '#tests/support/docx-text.ts';
import { type World, world } from '#tests/support/world.ts';
import { wordFile } from '#tests/unit/documents/office-tools.ts';

type Setting = {
  readonly college: World;
  readonly firmId: string;
  readonly studentId: string;
  readonly placementId: string;
};

async function aCollege(): Promise<Setting> {
  const college = world();
  await college.call('settings.update', {
    collegeRu: 'КГКП «Колледж»',
    collegeKk: '«Колледж» КМҚК',
    directorRu: 'Усенов Болат Талгатович',
    directorKk: 'Үсенов Болат Талғатұлы',
    cityRu: 'г. Шахтинск',
    cityKk: 'Шахтинск қаласы',
    language: 'kk',
  });
  const { id: firmId } = await college.call('firms.create', aFirm({ nameRu: 'ТОО «Ертіс»' }));
  const student = await college.call(
    'students.create',
    aStudent({ surname: 'Ким', givenName: 'Саша', patronymic: null, sex: 'female', course: 2 }),
  );
  const placement = await college.call('placements.create', aPlacement(student.id, firmId));
  return { college, firmId, studentId: student.id, placementId: placement.id };
}

let setting: Setting;
beforeEach(async () => {
  setting = await aCollege();
});
afterEach(() => setting.college.close());

const direction = { kind: 'direction', language: 'ru' } as const;

const issued = async (college: World, ids: readonly string[]): Promise<string> => {
  const made = await college.call('letters.issue', { ...direction, ids: [...ids] });
  const { fileHash } = await college.call('letters.get', { id: made.ids[0] ?? '' });
  return textOfDocx(storedFile(college.app.db(), fileHash));
};

describe('the field browser', () => {
  test('names fields in the user’s language, writes their tags in it, and says what they hold for a record', async () => {
    const { college, placementId } = setting;
    const { fields, lists, used } = await college.call('letters.fields', { ...direction, id: placementId });
    const student = fields.find(field => field.name === 'student');
    expect([student?.label, student?.tags, lists, used.includes('student')]).toEqual([
      'Білім алушының тегі, аты, әкесінің аты',
      [{ tag: '{білім_алушы}', value: 'Ким Саша' }],
      [],
      true,
    ]);
  });

  test('offers each field of a paper in two languages in either and in both, with what is the same only once', async () => {
    const { college, placementId } = setting;
    const { fields } = await college.call('letters.fields', { ...direction, language: 'kk-ru', id: placementId });
    const tagsOf = (name: string) => fields.find(field => field.name === name)?.tags;
    expect([tagsOf('firm'), tagsOf('group')]).toEqual([
      [
        { tag: '{кәсіпорын_қаз}', value: '«Ертіс» ЖШС' },
        { tag: '{кәсіпорын_орыс}', value: 'ТОО «Ертіс»' },
        { tag: '{кәсіпорын_екеуі}', value: '«Ертіс» ЖШС\u00a0/ ТОО «Ертіс»' },
      ],
      [
        { tag: '{топ_қаз}', value: '' },
        { tag: '{топ_орыс}', value: '' },
        { tag: '{топ_екеуі}', value: '' },
      ],
    ]);
  });

  test('every tag it offers is understood by the template check, in both languages of a paper in two', async () => {
    const { college } = setting;
    const path = join(college.folder, 'all.docx');
    for (const language of ['kk', 'ru', 'en'] as const) {
      await college.call('settings.update', { language });
      const { fields, lists } = await college.call('letters.fields', { kind: 'placement', language: 'kk-ru' });
      const tags = fields.filter(field => field.list === null).flatMap(field => field.tags.map(({ tag }) => tag));
      const rows = fields.filter(field => field.list !== null).flatMap(field => field.tags.map(({ tag }) => tag));
      const [list] = lists;
      writeFileSync(path, await wordFile([...tags, list?.open ?? '', ...rows, list?.close ?? '']));
      const checked = await college.call('letters.templateReplace', { kind: 'placement', language: 'kk-ru', path });
      expect([language, checked.issues]).toEqual([language, []]);
    }
  });

  test('the check counts the records for which a field of the template stays empty', async () => {
    const { college } = setting;
    const { papers, blanks } = await college.call('letters.templateBlanks', direction);
    expect([papers, blanks.find(({ field }) => field === 'Тәлімгер')]).toEqual([1, { field: 'Тәлімгер', papers: 1 }]);
  });
});

describe('versions of a template', () => {
  test('are listed newest first and put back, and the one they replace is kept as well', async () => {
    const { college } = setting;
    const path = join(college.folder, 'mine.docx');
    for (const text of ['Первый {студент}', 'Второй {студент}', 'Третий {студент}']) {
      writeFileSync(path, await wordFile([text]));
      await college.call('letters.templateReplace', { ...direction, path });
    }
    const before = await college.call('letters.templateVersions', direction);
    await college.call('letters.templateRestore', { ...direction, file: before.at(-1)?.file ?? '' });
    const text = await issued(college, [setting.placementId]);
    const after = await college.call('letters.templateVersions', direction);
    expect([text.trim(), before.length, after.length]).toEqual(['Первый Ким Саша', 2, 3]);
  });

  test('a file that is no version of this template is not put back', async () => {
    const outside = await setting.college.attempt('letters.templateRestore', {
      ...direction,
      file: '../originals.json',
    });
    expect(outside).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

describe('the emblem of the letterhead', () => {
  const png = (width: number, height: number): Buffer => {
    const header = Buffer.alloc(33);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
    header.writeUInt32BE(13, 8);
    header.write('IHDR', 12, 'latin1');
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    return header;
  };

  test('is judged by its bytes and size, and stands in the letters printed from then on', async () => {
    const { college } = setting;
    const place = (name: string, bytes: Uint8Array): string => {
      const path = join(college.folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const tries = [
      place('logo.png', Buffer.from('<svg onload="alert(1)"/>')),
      place('huge.png', Buffer.concat([png(40, 40), Buffer.alloc(largestLogo)])),
      place('wide.png', png(5000, 10)),
    ];
    const refused: unknown[] = [];
    for (const path of tries) {
      const result = await college.attempt('letters.setLogo', { path });
      refused.push(result.ok ? 'taken' : result.error.code);
    }
    const { logo } = await college.call('letters.setLogo', { path: place('emblem.dat', png(80, 40)) });
    const { ids } = await college.call('letters.issue', { ...direction, ids: [setting.placementId] });
    const { fileHash } = await college.call('letters.get', { id: ids[0] ?? '' });
    const file = Buffer.from(storedFile(college.app.db(), fileHash)).toString('latin1');
    expect([refused, logo?.width, logo?.height, file.includes('word/media/')]).toEqual([
      ['refused', 'fileTooLarge', 'fileTooLarge'],
      80,
      40,
      true,
    ]);
  });
});

describe('the cases of a name', () => {
  test('set by the officer stand in every letter to or about that person, and go back to the rules when emptied', async () => {
    const { college, placementId } = setting;
    const path = join(college.folder, 'cases.docx');
    writeFileSync(path, await wordFile(['{студенту}, {студента}']));
    await college.call('letters.templateReplace', { ...direction, path });
    const byRules = await issued(college, [placementId]);
    const { made } = await college.call('nameForms.get', { name: 'Ким Саша', sex: 'female' });
    await college.call('nameForms.set', { name: 'Ким Саша', sex: 'male', forms: { dativeRu: 'Киму Александру' } });
    const own = await issued(college, [placementId]);
    await college.call('nameForms.set', { name: 'Ким  саша', sex: null, forms: { dativeRu: '' } });
    const again = await issued(college, [placementId]);
    expect([byRules.trim(), made.dativeRu, own.trim(), again.trim()]).toEqual([
      'Ким Саше, Ким Саши',
      'Ким Саше',
      'Киму Александру, Кима Саши',
      'Ким Саше, Ким Саши',
    ]);
  });
});

describe('contracts', () => {
  test('bear the agreement’s number, the parties in their cases and sums in words, and use no number of the series', async () => {
    const { college, firmId, studentId } = setting;
    const { id: signatoryId } = await college.call(
      'contacts.create',
      aContact(firmId, { name: 'Хамитов Серик Ахметович', position: 'Директор', roles: ['signatory'], basis: 'Устав' }),
    );
    const { rows } = await college.call('agreementTypes.list', {});
    const dual = rows.find(({ code }) => code === 'dual');
    const agreement = await college.call(
      'agreements.create',
      anAgreement(firmId, {
        number: '7/25-Д',
        typeId: dual?.id ?? '',
        studentId,
        signatoryId,
        signedOn: '2025-09-01',
        places: 1,
      }),
    );
    const made = await college.call('letters.issue', { kind: 'dualContract', language: 'ru', ids: [agreement.id] });
    const letter = await college.call('letters.get', { id: made.ids[0] ?? '' });
    const text = textOfDocx(storedFile(college.app.db(), letter.fileHash));
    const next = await college.call('letters.preview', { ...direction, ids: [setting.placementId] });
    expect([
      letter.number,
      letter.sequence,
      letter.agreementNumber,
      /в лице (директора Хамитова Серика Ахметовича), действующего на основании (\S+), и (Ким Саша)/u
        .exec(text)
        ?.slice(1),
      next.first,
    ]).toEqual(['7/25-Д', null, '7/25-Д', ['директора Хамитова Серика Ахметовича', 'Устава', 'Ким Саша'], '1/25-07']);
  });
});
