import {
  ColumnBreak,
  Document,
  FootnoteReferenceRun,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { describe, expect, test } from 'vitest';
import { docxToPrintable, type PrintableDocument, printableToHtml } from '#main/documents/docx-to-html.ts';
import { fillTemplate } from '#main/documents/fill-template.ts';
import { directionLetterCatalogue } from '#main/documents/letter-fields.ts';
import { partOf, withParts, wordFile } from './office-tools.ts';

type Sections = ConstructorParameters<typeof Document>[0]['sections'];

const printable = async (sections: Sections): Promise<PrintableDocument> =>
  docxToPrintable(new Uint8Array(await Packer.toBuffer(new Document({ sections }))));

const landscape = { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 } } };
const portrait = { page: { size: { width: 11_906, height: 16_838 } } };
const says = (text: string): { readonly children: Paragraph[] } => ({ children: [new Paragraph(text)] });

describe('a document of several sections', () => {
  test('turns the sheet where the section does, and turns it back', async () => {
    const document = await printable([
      { properties: portrait, ...says('стоя') },
      { properties: landscape, ...says('лёжа') },
      { properties: portrait, ...says('снова стоя') },
    ]);
    const html = printableToHtml([document], 'x');
    expect([document.page, ...(document.otherPages ?? [])].map(({ width, height }) => [width, height])).toEqual([
      [210, 297],
      [297, 210],
      [210, 297],
    ]);
    expect([...document.body.matchAll(/<div style="page:sheet-(\d+)-(\d+)/gu)].map(([, w, h]) => `${w}×${h}`)).toEqual([
      '210×297',
      '297×210',
      '210×297',
    ]);
    expect([...html.matchAll(/@page sheet-[^{]*\{size:([^;]*);/gu)].map(([, size]) => size)).toEqual([
      '210mm 297mm',
      '297mm 210mm',
    ]);
  });

  test('begins a new page for a section on the same sheet, unless it goes on', async () => {
    const { body } = await printable([
      { properties: portrait, ...says('один') },
      { properties: { ...portrait, type: SectionType.NEXT_PAGE }, ...says('два') },
      { properties: { ...portrait, type: SectionType.CONTINUOUS }, ...says('три') },
    ]);
    const before = [...body.matchAll(/<div style="([^"]*)"><p[^>]*><span[^>]*>([^<]*)/gu)];
    expect(before.map(([, style = '', text]) => [text, style.includes('break-before:page')])).toEqual([
      ['один', false],
      ['два', true],
      ['три', false],
    ]);
  });

  test('sets columns with their gap, and ends a column where the text asks for it', async () => {
    const { body } = await printable([
      {
        properties: { ...portrait, column: { count: 2, space: 400, separate: true } },
        children: [new Paragraph({ children: [new TextRun('слева'), new ColumnBreak()] }), new Paragraph('справа')],
      },
    ]);
    expect(body).toContain('column-count:2;column-gap:20pt;column-rule:0.5pt solid #000');
    expect(body).toContain('<div style="break-after:column"></div>');
  });
});

/** A run that draws a box the way Word writes it: a new form and, for older programs, a copy of it. */
const boxed = (inside: string, place = ''): string =>
  '<mc:AlternateContent xmlns:mc="m" xmlns:wps="s"><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="p">' +
  `${place}<wp:extent cx="1270000" cy="635000"/><a:graphic xmlns:a="a"><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="F2F2F2"/></a:solidFill>` +
  `<a:ln><a:solidFill><a:srgbClr val="0F766E"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><w:txbxContent>${inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;

async function templateWith(run: string): Promise<Uint8Array> {
  const plain = await wordFile(['перед']);
  const xml = await partOf(plain, 'word/document.xml');
  return withParts(plain, {
    'word/document.xml': xml.replace('<w:body>', `<w:body><w:p><w:r>${run}</w:r><w:r><w:t>рядом</w:t></w:r></w:p>`),
  });
}

describe('a text box', () => {
  const inside = '<w:p><w:r><w:t>{student}</w:t></w:r></w:p>';

  test('is filled, and stands once before the paragraph it is anchored in, with its width, line and paper', async () => {
    const text = { language: 'ru', ru: { student: 'Иванов' } } as const;
    const filled = await fillTemplate(await templateWith(boxed(inside)), directionLetterCatalogue, { text });
    const { body } = docxToPrintable(filled);
    expect(body.match(/Иванов/gu)).toHaveLength(1);
    expect(body).toMatch(
      /<div style="[^"]*width:100pt[^"]*border:0.75pt solid #0F766E;background:#F2F2F2"><p[^>]*><span[^>]*>Иванов/u,
    );
    expect(body.indexOf('Иванов')).toBeLessThan(body.indexOf('рядом'));
  });

  test.for([
    ['right', '<wp:positionH><wp:align>right</wp:align></wp:positionH>', 'float:right'],
    ['far to the right', '<wp:positionH><wp:posOffset>3810000</wp:posOffset></wp:positionH>', 'float:right'],
    ['left', '<wp:positionH><wp:align>left</wp:align></wp:positionH>', 'float:left'],
    ['above and below the text', '<wp:wrapTopAndBottom/>', 'margin:6pt 0'],
  ])('that stands %s does so in the print', async ([, place, style]) => {
    const { body } = docxToPrintable(await templateWith(boxed(inside, place)));
    expect(body).toContain(style);
  });

  test('of an older program keeps its width', async () => {
    const shape = '<v:rect xmlns:v="v" style="width:90pt;height:20pt;margin-left:300pt" stroked="f"><v:textbox>';
    const run = `<w:pict>${shape}<w:txbxContent>${inside}</w:txbxContent></v:textbox></v:rect></w:pict>`;
    const { body } = docxToPrintable(await templateWith(run));
    expect(body).toMatch(/<div style="[^"]*width:90pt;float:right;margin:0 0 6pt 9pt">/u);
  });
});

test('footnotes stand below the text in the order of their marks, each once', async () => {
  const footnotes = {
    1: { children: [new Paragraph('о первом')] },
    2: { children: [new Paragraph('о втором')] },
  };
  const file = await Packer.toBuffer(
    new Document({
      footnotes,
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new TextRun('второй'),
                new FootnoteReferenceRun(2),
                new TextRun(' первый'),
                new FootnoteReferenceRun(1),
              ],
            }),
          ],
        },
      ],
    }),
  );
  const { body } = docxToPrintable(new Uint8Array(file));
  const text = body
    .replaceAll(/<\/p>/gu, '|')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/\s+/gu, ' ');
  expect(text).toMatch(/^второй1 первый2\|.*1.*о втором\|.*2.*о первом\|$/u);
});
