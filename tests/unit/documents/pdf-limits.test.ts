import { expect, test } from 'vitest';
import { openDocx } from '#main/documents/docx-package.ts';
import { docxToPrintable, printableToHtml } from '#main/documents/docx-to-html.ts';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { directionLetterCatalogue } from '#main/documents/letter-fields.ts';
import { lintTemplate } from '#main/documents/lint-template.ts';
import { withParts, wordFile } from './office-tools.ts';

/** A template whose body is followed by the given XML. */
async function templateWith(xml: string): Promise<Uint8Array> {
  const plain = await wordFile(['{student}']);
  const document = Buffer.from(openDocx(plain).bytes('word/document.xml') ?? []).toString('utf8');
  return withParts(plain, { 'word/document.xml': document.replace('</w:body>', `${xml}</w:body>`) });
}

test.each([
  ['textBox', '<w:p><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p>'],
  ['footnote', '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'],
  ['object', '<w:p><w:r><w:object/></w:r></w:p>'],
] as const)('the check says that a PDF leaves out or sets otherwise: %s', async (limit, xml) => {
  const { issues } = await lintTemplate(await templateWith(xml), directionLetterCatalogue);
  expect(issues).toContainEqual({ kind: 'notInPdf', tag: limit });
});

test('columns and sheets of another size are no limit', async () => {
  const turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:cols w:num="2"/></w:sectPr>';
  const { issues } = await lintTemplate(
    await templateWith(`<w:p><w:pPr>${turned}</w:pPr></w:p>`),
    directionLetterCatalogue,
  );
  expect(issues).toEqual([]);
});

test('a plain template has nothing that a PDF cannot carry', async () => {
  const { issues } = await lintTemplate(await wordFile(['{student}']), directionLetterCatalogue);
  expect(issues).toEqual([]);
});

test('a script in a value stands in the letter as text and runs nowhere', async () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const text = { language: 'ru', ru: { student: script } } as const;
  const filled = await fillTemplate(await wordFile(['{student}']), directionLetterCatalogue, { text });
  const html = printableToHtml([docxToPrintable(filled)], 'x');
  expect([html.includes('<script'), html.includes('<img'), html.includes('&lt;script&gt;')]).toEqual([
    false,
    false,
    true,
  ]);
});
