import { readFileSync } from 'node:fs';
import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ElectronPrinter, openElectronPrinter } from '#main/cli/print-pdf-electron.ts';
import { docxToPrintable, type PrintableDocument } from '#main/documents/docx-to-html.ts';
import { countPdfPages, mergePdf } from '#main/documents/merge-pdf.ts';
import { printDocument, printDocuments } from '#main/documents/print-documents.ts';
import { reportToPdf } from '#main/documents/report-html.ts';
import { fontsOfPdf, textOfPdf } from './office-tools.ts';
import {
  directionLetter,
  fillDirectionLetter,
  fillPlacementLetter,
  KAZAKH_LETTERS,
  placementLetter,
} from './sample-letters.ts';
import { sampleReport } from './sample-report.ts';

const template = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../resources/templates/${name}.docx`, import.meta.url));

async function direction(unit: string): Promise<PrintableDocument> {
  const data = directionLetter('kk');
  if (data.text.language !== 'kk') throw new Error('The sample is in Kazakh');
  const text = { language: 'kk', kk: { ...data.text.kk, unit } } as const;
  return docxToPrintable(await fillDirectionLetter(template('direction-letter.kk'), { text }));
}

async function placement(students: number): Promise<PrintableDocument> {
  return docxToPrintable(await fillPlacementLetter(template('placement-letter.kk'), placementLetter('kk', students)));
}

describe('printing in a real Electron', () => {
  let printer: ElectronPrinter;
  beforeAll(async () => {
    printer = await openElectronPrinter(() => undefined);
  }, 14_400_000);
  afterAll(async () => await printer.close());

  test('every Kazakh letter can be read back, and every font is embedded', async () => {
    const pdf = await printDocument(await direction(KAZAKH_LETTERS), 'Жолдама', printer.print);
    const fonts = fontsOfPdf(pdf);
    expect(textOfPdf(pdf)).toContain(KAZAKH_LETTERS);
    expect(fonts.filter(({ name, embedded }) => !embedded || !/\+Tinos-/.test(name))).toEqual([]);
    expect(fonts.length).toBeGreaterThan(0);
  });

  test('a direction letter with its confirmation fits one sheet', async () => {
    const pdf = await printDocument(await direction('цех'), 'Жолдама', printer.print);
    expect([countPdfPages(pdf), textOfPdf(pdf).includes('КЕЛГЕНІН РАСТАУ')]).toEqual([1, true]);
  });

  test('a direction letter in two languages with its confirmation fits one sheet as well', async () => {
    const filled = await fillDirectionLetter(template('direction-letter.kk-ru'), directionLetter('kk-ru'));
    const pdf = await printDocument(docxToPrintable(filled), 'Жолдама', printer.print);
    expect([countPdfPages(pdf), textOfPdf(pdf).includes('ПОДТВЕРЖДЕНИЕ О ПРИБЫТИИ')]).toEqual([1, true]);
  });

  test('a long list repeats its heading and numbers its pages from the second on', async () => {
    const pages = textOfPdf(await printDocument(await placement(60), 'Хат', printer.print))
      .split('\f')
      .slice(0, -1);
    expect({
      headings: pages.slice(0, 3).map(page => page.includes('Тәлімгер')),
      numbers: pages.map(page => /\d-бет, барлығы \d бет/.exec(page)?.[0]),
      names: pages.join('').match(/24ТМ-2қ/g)?.length,
    }).toEqual({
      headings: [true, true, true],
      numbers: [undefined, '2-бет, барлығы 3 бет', '3-бет, барлығы 3 бет'],
      names: 60,
    });
  });

  test('each page stands under its own header: of the first page, of even pages, and of its section, with letters the text does not have', async () => {
    const head = (text: string): Header => new Header({ children: [new Paragraph(text)] });
    const numbered = new Footer({
      children: [
        new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })] }),
      ],
    });
    const pages = (...texts: readonly string[]): Paragraph[] =>
      texts.map((text, index) => new Paragraph({ text, pageBreakBefore: index > 0 }));
    const file = await Packer.toBuffer(
      new Document({
        evenAndOddHeaderAndFooters: true,
        sections: [
          {
            properties: { titlePage: true },
            headers: { first: head(`бланк ${KAZAKH_LETTERS}`), default: head('нечётная'), even: head('чётная') },
            footers: { first: numbered, default: numbered, even: numbered },
            children: pages('один', 'два', 'три'),
          },
          { headers: { default: head('приложение'), even: head('приложение') }, children: pages('четыре', 'пять') },
        ],
      }),
    );
    const document = docxToPrintable(new Uint8Array(file));
    const text = textOfPdf(await printDocument(document, 'x', printer.print));
    expect(
      text
        .split('\f')
        .slice(0, -1)
        .map(page => page.split(/\s+/u).filter(Boolean).join(' ')),
    ).toEqual([
      `бланк ${KAZAKH_LETTERS} один 1/5`,
      'чётная два 2/5',
      'нечётная три 3/5',
      'приложение четыре 4/5',
      'приложение пять 5/5',
    ]);
  });

  test('a letter may go on on a sheet that lies on its side', async () => {
    const sheet = { width: 11_906, height: 16_838 };
    const turned = { ...sheet, orientation: PageOrientation.LANDSCAPE };
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          { properties: { page: { size: sheet } }, children: [new Paragraph('стоя')] },
          { properties: { page: { size: turned } }, children: [new Paragraph('лёжа')] },
        ],
      }),
    );
    const pdf = await printDocument(docxToPrintable(new Uint8Array(file)), 'Хат', printer.print);
    const sheets = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu),
    ];
    expect(sheets.map(([, width, height]) => Number(width) > Number(height))).toEqual([false, true]);
  });

  test('fifty letters make one file of fifty sheets in a single run', async () => {
    const letters = await Promise.all(Array.from({ length: 50 }, (_, index) => direction(`№ ${index + 1} цех`)));
    let runs = 0;
    const pdf = await printDocuments(letters, 'Жолдамалар', async (html, options) => {
      runs += 1;
      return await printer.print(html, options);
    });
    const pages = textOfPdf(pdf).split('\f').slice(0, -1);
    expect(runs).toBe(1);
    expect(pages.map(page => /№ (\d+) цех/.exec(page)?.[1])).toEqual(letters.map((_, index) => String(index + 1)));
  });

  test('letters of several pages keep page numbers of their own in a batch', async () => {
    const pdf = await printDocuments(
      [await placement(24), await direction('цех'), await placement(24)],
      'Хаттар',
      printer.print,
    );
    const numbers = textOfPdf(pdf)
      .split('\f')
      .slice(0, -1)
      .map(page => /\d-бет, барлығы \d бет/.exec(page)?.[0]);
    expect(numbers).toEqual([undefined, '2-бет, барлығы 2 бет', undefined, undefined, '2-бет, барлығы 2 бет']);
    expect(fontsOfPdf(pdf).filter(({ embedded }) => !embedded)).toEqual([]);
  });

  test('the page is shown without scripts and without anything from outside', async () => {
    const pdf = await printer.print(
      '<!doctype html><body>static<script>document.body.textContent="scripted"</script><img src="http://127.0.0.1:1/x.png" alt="outside"><iframe src="file:///etc/hostname"></iframe></body>',
    );
    expect(textOfPdf(pdf)).toContain('static');
    expect(textOfPdf(pdf)).not.toContain('scripted');
  });

  test('the report has its charts, figures and draft mark, and no number on the cover', async () => {
    const pages = textOfPdf(await reportToPdf(sampleReport('kk'), printer.print))
      .replaceAll('\u00a0', ' ')
      .split('\f')
      .slice(0, -1);
    expect(pages.map(page => /Бет (\d+)/.exec(page)?.[1])).toEqual([undefined, '2', '3', '4', '5', '6']);
    expect(pages.slice(1).every(page => page.includes('Жоба'))).toBe(true);
    const contents = [...(pages[1] ?? '').matchAll(/^\s*(\d+)\.\s+(\S.*?)\s{2,}(\d+)\s*$/gmu)];
    expect(contents.length).toBeGreaterThan(2);
    for (const [, place, title, page] of contents)
      expect(pages[Number(page) - 1]).toContain(`${place}. ${(title ?? '').split(' ')[0]}`);
    expect(pages[2]).toContain('06130100 Бағдарламалық қамтамасыз');
    expect(pages[2]).toContain('1 250 000,50 ₸');
  });

  test('pages of several files are joined and chosen', async () => {
    const one = await printer.print('<body>first<div style="break-before:page">second</div></body>');
    const two = await printer.print('<body>third</body>');
    const merged = mergePdf([{ bytes: one, pages: [1] }, { bytes: two }, { bytes: one, pages: [0] }], 'Ә');
    expect(
      textOfPdf(merged)
        .split('\f')
        .map(page => page.trim()),
    ).toEqual(['second', 'third', 'first', '']);
  });
});

test('what is not a PDF of the printer is refused instead of being joined', () => {
  expect(() => mergePdf([{ bytes: Buffer.from('%PDF-1.7 something else') }])).toThrow('Not a PDF');
});
