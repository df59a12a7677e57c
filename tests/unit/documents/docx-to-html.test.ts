import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docxToPrintable, printableToHtml } from '#main/documents/docx-to-html.ts';
import { parseXml, textOf, XmlError } from '#main/documents/xml.ts';
import { partOf, withParts, wordFile } from './office-tools.ts';
import { fillPlacementLetter, placementLetter } from './sample-letters.ts';

type Children = ConstructorParameters<typeof Document>[0]['sections'][number]['children'];

async function render(
  children: Children,
  options: Partial<ConstructorParameters<typeof Document>[0]> = {},
): Promise<string> {
  const document = new Document({ ...options, sections: [{ children: [...children] }] });
  return docxToPrintable(new Uint8Array(await Packer.toBuffer(document))).body;
}

describe('a Word document as HTML', () => {
  test('keeps the style of text and paragraph', async () => {
    const html = await render([
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 240 },
        children: [
          new TextRun({ text: 'Жолдама', bold: true, italics: true, size: 28, color: '0F766E', font: 'Arial' }),
        ],
      }),
    ]);
    expect(html).toContain('margin:6pt 0pt 12pt 0pt');
    expect(html).toContain('text-align:center');
    expect(html).toContain('font-family:Arimo;font-size:14pt;font-weight:700;font-style:italic;color:#0F766E');
  });

  test('keeps widths, borders, joined cells and the repeated heading of a table', async () => {
    const cell = (text: string, options: object = {}): TableCell =>
      new TableCell({ children: [new Paragraph(text)], ...options });
    const html = await render([
      new Table({
        columnWidths: [2000, 3000],
        rows: [
          new TableRow({ tableHeader: true, cantSplit: true, children: [cell('Басы', { columnSpan: 2 })] }),
          new TableRow({ children: [cell('a', { rowSpan: 2 }), cell('b')] }),
          new TableRow({ children: [cell('c')] }),
        ],
      }),
    ]);
    const table = parseXml(html.replaceAll('&nbsp;', ' ').replaceAll(/<(col|br)( [^>]*)?>/g, '<$1$2/>'));
    expect(html).toContain('<col style="width:40%"><col style="width:60%">');
    expect(html).toMatch(/<thead><tr style="break-inside:avoid"><td colspan="2"[^>]*border-bottom:0.5pt solid/);
    expect(html).toContain('<td rowspan="2"');
    expect(textOf(table)).toBe('Басыabc');
  });

  test('numbers lists in order and starts over below a higher level', async () => {
    const level = (depth: number, text: string) => ({ level: depth, format: LevelFormat.DECIMAL, text });
    const item = (text: string, depth: number): Paragraph =>
      new Paragraph({ text, numbering: { reference: 'list', level: depth } });
    const html = await render([item('a', 0), item('b', 1), item('c', 1), item('d', 0), item('e', 1)], {
      numbering: { config: [{ reference: 'list', levels: [level(0, '%1.'), level(1, '%1.%2')] }] },
    });
    expect([...html.matchAll(/min-width[^>]*>([^<]*)</g)].map(([, label]) => label)).toEqual([
      '1.',
      '1.1',
      '1.2',
      '2.',
      '2.1',
    ]);
  });

  test('leaves page numbers to the printer, per page kind', async () => {
    const footer = new Footer({
      children: [
        new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] }),
      ],
    });
    const document = new Document({
      sections: [{ properties: { titlePage: true }, footers: { default: footer }, children: [new Paragraph('x')] }],
    });
    const { first, rest } = docxToPrintable(new Uint8Array(await Packer.toBuffer(document)));
    expect(first.footer).toBe('');
    expect(rest.footer.match(/<span class="\w+"><\/span>/g)).toEqual([
      '<span class="pageNumber"></span>',
      '<span class="totalPages"></span>',
    ]);
  });

  test('carries the edits an officer made to a template into the print', async () => {
    const template = readFileSync(new URL('../../../resources/templates/placement-letter.ru.docx', import.meta.url));
    const xml = await partOf(template, 'word/document.xml');
    const edited = await withParts(template, {
      'word/document.xml': xml.replace('О направлении обучающихся', 'О приёме наших обучающихся'),
    });
    const filled = await fillPlacementLetter(edited, placementLetter('ru', 1));
    expect(docxToPrintable(filled).body).toContain('О приёме наших обучающихся');
  });

  test('is one page that needs nothing from outside and runs nothing', async () => {
    const template = readFileSync(new URL('../../../resources/templates/placement-letter.kk.docx', import.meta.url));
    const html = printableToHtml(
      [docxToPrintable(await fillPlacementLetter(template, placementLetter('kk', 3)))],
      'Хат',
    );
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:|file:|url\((?!data:)/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/@page\{size:210mm 297mm;margin:20mm 15mm 20mm 25mm\}/);
  });

  test('shows markup in a text as text, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '/', '=', ' ', 'ә'), maxLength: 30 }),
        async text => {
          const html = await render([new Paragraph({ children: [new TextRun(`x${text}`)] })]);
          expect(textOf(parseXml(html.replaceAll('&nbsp;', ' ')))).toBe(`x${text}`);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('does not let a style value out of its attribute', async () => {
    const plain = await wordFile(['x']);
    const body = `<w:document xmlns:w="x"><w:body><w:p><w:pPr><w:jc w:val="center;}"/><w:shd w:fill="red;background:url(http://x)"/></w:pPr><w:r><w:rPr><w:color w:val="&quot;&gt;&lt;script&gt;"/><w:rFonts w:ascii="&quot;;evil"/></w:rPr><w:t>x</w:t></w:r></w:p></w:body></w:document>`;
    const html = docxToPrintable(await withParts(plain, { 'word/document.xml': body })).body;
    expect(html).not.toMatch(/script|evil|http|center;\}/);
  });
});

describe('the XML reader', () => {
  test.for(['<a>', '<a></b>', '<a b="1"', '<!DOCTYPE a><a/>', '<a>&nope;</a>', 'text', '<a>'.repeat(300)])(
    'refuses %s',
    source => {
      expect(() => parseXml(source)).toThrow(XmlError);
    },
  );

  test('reads attributes in both quotes, entities, comments and character data', () => {
    expect(parseXml(`<?xml version="1.0"?><a b='"' c="&#x4d9;&gt;"><!-- <x> -->1<![CDATA[<2>]]>&amp;</a>`)).toEqual({
      name: 'a',
      attributes: { b: '"', c: 'ә>' },
      children: ['1', '<2>', '&'],
    });
  });
});
