import { type DocumentFont, embedFonts } from './document-fonts.ts';
import { type PageGeometry, type PrintableDocument, printableToHtml } from './docx-to-html.ts';
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

/** Prints one document: header and footer of the first page, then those of the rest. `html` replaces the page made from it. */
export async function printDocument(
  document: PrintableDocument,
  title: string,
  print: PrintToPdf,
  html: string = printableToHtml([document], title),
): Promise<Uint8Array> {
  const plain = await print(html, marginals(document, 'first'));
  const numbered = withPages(html, plain);
  const first = numbered === html ? plain : await print(numbered, marginals(document, 'first'));
  const count = countPdfPages(first);
  const same = document.first.header === document.rest.header && document.first.footer === document.rest.footer;
  if (count === 1 || same) return first;
  const rest = await print(numbered, { ...marginals(document, 'rest'), pages: `2-${count}` });
  return mergePdf([{ bytes: first, pages: [0] }, { bytes: rest }], title);
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

function marginals(document: PrintableDocument, which: 'first' | 'rest'): PrintOptions {
  const { header, footer } = document[which];
  if (isBlank(header) && isBlank(footer)) return {};
  const { page, fonts } = document;
  return {
    header: wrap(header, page, fonts, 'header'),
    footer: wrap(footer, page, fonts, 'footer'),
  };
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
