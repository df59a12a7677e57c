import { type DocumentFont, embedFonts } from './document-fonts.ts';
import { type PageGeometry, type PageMarginals, type PrintableDocument, printableToHtml } from './docx-to-html.ts';
import { countPdfPages, mergePdf, pdfPlaces } from './merge-pdf.ts';

/** Header and footer of one run of the printer: HTML in which `pageNumber` and `totalPages` spans are filled in. */
export type PrintOptions = {
  readonly header?: string;
  readonly footer?: string;
  /** Pages to print, counted from 1, as in «2-5»; all when left out. Numbers in the footer stay those of the whole. */
  readonly pages?: string;
};

/** Turns a self-contained HTML page into a PDF; the page brings its own sheet size and margins. */
export type PrintToPdf = (html: string, options?: PrintOptions) => Promise<Uint8Array>;

/** A document with everything the printer needs, as it can be made in another thread. */
export type Printable = { readonly document: PrintableDocument; readonly title: string; readonly html: string };

/** Prints what was made elsewhere. */
export const printPage = ({ document, title, html }: Printable, print: PrintToPdf): Promise<Uint8Array> =>
  printDocument(document, title, print, html);

/**
 * Prints one document, each page under its own header and footer: those of the first page, of pages with an even number, of the
 * rest, and of every part that has others. The printer knows one header a run, so it runs once for each that differs. `html`
 * replaces the page made from the document.
 */
export async function printDocument(
  document: PrintableDocument,
  title: string,
  print: PrintToPdf,
  html: string = printableToHtml([document], title),
): Promise<Uint8Array> {
  const begin = optionsFor(document, document.first);
  const plain = await print(html, begin);
  const numbered = withPages(html, plain);
  const first = numbered === html ? plain : await print(numbered, begin);
  const pages = await marginalsOfPages(document, countPdfPages(first), async run =>
    countPdfPages(await print(printableToHtml([run], title))),
  );
  const [start] = pages;
  const others = pages.filter((page, index) => pages.findIndex(before => before.key === page.key) === index).slice(1);
  if (start === undefined || others.length === 0) return first;
  const printed = new Map([[start.key, { bytes: first, numbers: pages.map((_, index) => index + 1) }]]);
  for (const { key, options } of others) {
    const numbers = pages.flatMap((page, index) => (page.key === key ? [index + 1] : []));
    printed.set(key, { bytes: await print(numbered, { ...options, pages: numbers.join(',') }), numbers });
  }
  return mergePdf(
    spansOf(pages).flatMap(({ key, numbers }) => {
      const run = printed.get(key);
      return run === undefined ? [] : [{ bytes: run.bytes, pages: numbers.map(page => run.numbers.indexOf(page)) }];
    }),
    title,
  );
}

/** What one page has above and below; pages with the same key are printed in one run. */
type PageOptions = { readonly key: string; readonly options: PrintOptions };

async function marginalsOfPages(
  document: PrintableDocument,
  count: number,
  countPages: (run: PrintableDocument) => Promise<number>,
): Promise<readonly PageOptions[]> {
  const runs = document.runs ?? [document];
  const pages: PageOptions[] = [];
  for (const run of runs) {
    const length = runs.length === 1 ? count : await countPages(run);
    for (let index = 0; index < length; index += 1) {
      const even = run.even !== undefined && pages.length % 2 === 1 ? run.even : run.rest;
      const marginals = index === 0 && run.first !== run.rest ? run.first : even;
      const options = optionsFor(run, marginals);
      pages.push({ key: JSON.stringify([marginals, run.page]), options });
    }
  }
  return pages.slice(0, count);
}

/** Pages that follow one another in the same run of the printer. */
function spansOf(pages: readonly PageOptions[]): readonly { readonly key: string; readonly numbers: number[] }[] {
  const spans: { readonly key: string; readonly numbers: number[] }[] = [];
  for (const [index, { key }] of pages.entries()) {
    const last = spans.at(-1);
    if (last?.key === key) last.numbers.push(index + 1);
    else spans.push({ key, numbers: [index + 1] });
  }
  return spans;
}

/** Marks the place for the number of a page on which a part of the document begins. */
export const pageMark = (place: string): string => `<b data-page="${place}"></b>`;

/** Fills in the numbers of pages as they were printed; the marks must have room for them, so that nothing moves. */
function withPages(html: string, pdf: Uint8Array): string {
  if (!html.includes('<b data-page="')) return html;
  const places = pdfPlaces(pdf);
  return html.replaceAll(
    /<b data-page="([^"]*)"><\/b>/g,
    (_mark, place: string) => `<b>${places.get(place) ?? ''}</b>`,
  );
}

/**
 * Prints many documents into one PDF, each on its own sheets with its own page numbers. Documents of one page each – the usual
 * batch of letters – take a single run of the printer.
 */
export async function printDocuments(
  documents: readonly PrintableDocument[],
  title: string,
  print: PrintToPdf,
): Promise<Uint8Array> {
  const [only] = documents;
  if (only !== undefined && documents.length === 1) return await printDocument(only, title, print);
  const plain = documents.every(({ first }) => first.header === '' && isBlank(first.footer) && isBlank(first.header));
  if (plain) {
    const together = await print(printableToHtml(documents, title));
    if (countPdfPages(together) === documents.length) return together;
  }
  const parts: Uint8Array[] = [];
  for (const document of documents) parts.push(await printDocument(document, title, print));
  return mergePdf(
    parts.map(bytes => ({ bytes })),
    title,
  );
}

function isBlank(html: string): boolean {
  return (
    !html.includes('<img') && !html.includes('<span class=') && html.replaceAll(/<[^>]*>|&nbsp;/g, '').trim() === ''
  );
}

function optionsFor({ page, fonts }: PrintableDocument, { header, footer }: PageMarginals): PrintOptions {
  if (isBlank(header) && isBlank(footer)) return {};
  return { header: wrap(header, page, fonts, 'header'), footer: wrap(footer, page, fonts, 'footer') };
}

/** Chromium lays headers and footers out in a document of their own, over the full width of the sheet. */
function wrap(html: string, page: PageGeometry, fonts: readonly DocumentFont[], place: 'header' | 'footer'): string {
  if (isBlank(html)) return '<span></span>';
  const distance = place === 'header' ? `padding-top:${page.header}mm` : `padding-bottom:${page.footer}mm`;
  const style = `${embedFonts(`${html.replaceAll(/<[^>]*>/g, '')}0123456789`, fonts, { bold: html.includes('font-weight:700'), italic: html.includes('font-style:italic') })}
#header,#footer{padding:0}p{margin:0;white-space:pre-wrap}table{border-collapse:collapse;table-layout:fixed}td{padding:0;vertical-align:top}`;
  const box = `width:100%;box-sizing:border-box;${distance};padding-left:${page.margins.left}mm;padding-right:${page.margins.right}mm;color:#000`;
  return `<style>${style}</style><div style="${box}">${html}</div>`;
}
