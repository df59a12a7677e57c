import { describe, expect, test } from 'vitest';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { placementLetterCatalogue } from '#main/documents/letter-fields.ts';
import { lintTemplate } from '#main/documents/lint-template.ts';
import { documentOf } from '#main/documents/plain-template.ts';
import { paragraphsOf, partOf, withParts, wordFile } from './office-tools.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`;
const by = 'w:id="7" w:author="x" w:date="2025-01-01T00:00:00Z"';
const deleted = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const inserted = (inside: string): string => `<w:ins ${by}>${inside}</w:ins>`;
const table = (...cells: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${cells
    .map(cell => `<w:tr><w:tc>${paragraph(run(cell))}</w:tc></w:tr>`)
    .join('')}</w:tbl>`;

/** A Word file with this body after its first paragraph, and other parts changed. */
async function template(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const plain = await wordFile(['{number}']);
  const xml = await partOf(plain, 'word/document.xml');
  return withParts(plain, { 'word/document.xml': xml.replace('<w:sectPr', `${body}<w:sectPr`), ...parts });
}

const values = {
  text: { language: 'ru', ru: { number: '5', date: '1 сентября 2025 года' } },
  lists: { students: { language: 'ru', ru: [{ student: 'Абаев' }, { student: 'Борисова' }] } },
} as const;

/** What the check says of a body, and what is printed below the number. */
async function outcome(body: string) {
  const made = await template(body);
  const { issues } = await lintTemplate(made, placementLetterCatalogue);
  const [, ...lines] = await paragraphsOf(await fillTemplate(made, placementLetterCatalogue, values));
  return { issues: issues.map(({ kind }) => kind), lines };
}

describe('what Word makes of a tag is understood', () => {
  const date = '1 сентября 2025 года';
  test.for([
    ['in several runs', paragraph(`${run('{да')}${run('та')}${run('}')}`), date],
    ['with spaces that do not break', paragraph(run('{\u00a0дата\u00a0}')), date],
    ['with a soft hyphen', paragraph(run('{да\u00adта}')), date],
    ['with quotes inside', paragraph(run('{«дата»}')), date],
    ['with a Latin letter that looks alike', paragraph(run('{датa}')), date],
    ['in capitals', paragraph(run('{ДАТА}')), date],
    ['inserted while changes are tracked', paragraph(inserted(run('{дата}'))), date],
    ['beside what was deleted', paragraph(`${deleted('{старое}')}${run('{дата}')}`), date],
    ['changed in its middle', paragraph(`${run('{да')}${deleted('ла')}${inserted(run('та}'))}`), date],
    [
      'under a comment',
      paragraph(
        `<w:commentRangeStart w:id="0"/>${run('{да')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run('та}')}`,
      ),
      date,
    ],
  ] as const)('%s', async ([, body, line]) => {
    expect(await outcome(body)).toEqual({ issues: [], lines: [line] });
  });
});

describe('a list', () => {
  test.for([
    ['between paragraphs', ['{#студенты}', '{фио}', '{/студенты}'].map(text => paragraph(run(text))).join('')],
    ['between rows', table('{#студенты}', '{фио}', '{/студенты}')],
  ] as const)('whose marks stand alone %s leaves no empty lines', async ([, body]) => {
    const { issues, lines } = await outcome(body);
    expect({ issues, lines: lines.filter(line => line !== '') }).toEqual({ issues: [], lines: ['Абаев', 'Борисова'] });
    expect(lines.length).toBeLessThanOrEqual(3);
  });

  test('begun in a table and ended outside it is named', async () => {
    const made = await template(`${table('{#студенты}{фио}')}${paragraph(run('{/студенты}'))}`);
    expect((await lintTemplate(made, placementLetterCatalogue)).issues).toEqual([
      { kind: 'splitList', tag: '{#студенты}' },
    ]);
  });
});

test.for([
  ['{{дата}}', 'doubleBrace'],
  ['[дата]', 'otherBrackets'],
  ['&lt;дата&gt;', 'otherBrackets'],
  ['｛дата｝', 'otherBrackets'],
  ['[приложение]', undefined],
] as const)('the check says of %s: %s', async ([text, kind]) => {
  const { issues } = await lintTemplate(await template(paragraph(run(text))), placementLetterCatalogue);
  expect(issues.map(issue => issue.kind)).toEqual(kind === undefined ? [] : [kind]);
});

test('fields of a footnote are checked and filled', async () => {
  const plain = await wordFile(['{number}']);
  const notes = await partOf(plain, 'word/footnotes.xml');
  const made = await withParts(plain, {
    'word/footnotes.xml': notes.replace(
      '</w:footnotes>',
      `<w:footnote w:id="5">${paragraph(run('{дата} {дота}'))}</w:footnote></w:footnotes>`,
    ),
  });
  const filled = await partOf(await fillTemplate(made, placementLetterCatalogue, values), 'word/footnotes.xml');
  expect({
    issues: (await lintTemplate(made, placementLetterCatalogue)).issues,
    filled: /1.сентября.2025.года/u.test(filled) && filled.includes('______'),
  }).toEqual({ issues: [{ kind: 'unknownField', tag: '{дота}', suggestion: 'дата' }], filled: true });
});

test('comments do not go out with a letter', async () => {
  const made = await template(paragraph(run('Текст')), {
    'word/comments.xml':
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="x"><w:p><w:r><w:t>Не показывать</w:t></w:r></w:p></w:comment></w:comments>',
  });
  const filled = await fillTemplate(made, placementLetterCatalogue, values);
  expect(await partOf(filled, 'word/comments.xml')).not.toContain('Не показывать');
});

test('a Word template (.dotx) is taken as a document', async () => {
  const plain = await wordFile(['{number}']);
  const types = await partOf(plain, '[Content_Types].xml');
  const dotx = await withParts(plain, {
    '[Content_Types].xml': types.replace('document.main+xml', 'template.main+xml'),
  });
  expect([
    await partOf(await fillTemplate(dotx, placementLetterCatalogue, values), '[Content_Types].xml'),
    await partOf(await documentOf(dotx), '[Content_Types].xml'),
  ]).toEqual([expect.not.stringContaining('template.main+xml'), expect.not.stringContaining('template.main+xml')]);
});
