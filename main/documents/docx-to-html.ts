import { type DocumentFont, embedFonts } from './document-fonts.ts';
import { type RenderContext, renderBlocks } from './docx-blocks.ts';
import { createListCounter } from './docx-lists.ts';
import { type DocxPackage, openDocx } from './docx-package.ts';
import { none, numberOf, type Properties, readStyles, withProperties } from './docx-properties.ts';
import { child, descendant, elements, type XmlElement } from './xml.ts';

/** Millimetres. */
export type PageGeometry = {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** From the edge of the sheet to the header and the footer. */
  readonly header: number;
  readonly footer: number;
};

/** What is repeated on the pages of one document, as HTML with `pageNumber` and `totalPages` spans as Chromium fills them. */
export type PageMarginals = { readonly header: string; readonly footer: string };

/** A filled Word document, ready to be joined with others into one page of HTML. */
export type PrintableDocument = {
  readonly page: PageGeometry;
  readonly body: string;
  /** On the first page, and from the second page on; the same where the document does not tell them apart. */
  readonly first: PageMarginals;
  readonly rest: PageMarginals;
  readonly fonts: readonly DocumentFont[];
};

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

/** Converts a filled Word file to HTML for printing: same text, same styles, same page; nothing in it can run or load. */
export function docxToPrintable(bytes: Uint8Array): PrintableDocument {
  const docx = openDocx(bytes);
  const relationships = docx.relationships(docx.documentPath);
  const partOf = (kind: string): XmlElement | undefined => {
    const found = [...relationships.values()].find(
      relationship => relationship.kind === kind && !relationship.external,
    );
    return found === undefined ? undefined : docx.xml(found.target);
  };
  const body = child(docx.xml(docx.documentPath), 'w:body');
  const section = elements(body).findLast(element => element.name === 'w:sectPr') ?? descendant(body, 'w:sectPr');
  const fonts = new Set<DocumentFont>();
  const styles = readStyles(partOf('styles'));
  const numbering = partOf('numbering');
  const contextOf = (path: string): RenderContext => ({
    styles,
    fonts,
    lists: createListCounter(numbering),
    image: id => imageData(docx, path, id),
  });
  const marginal = (element: 'w:headerReference' | 'w:footerReference', type: string): string => {
    const reference = elements(section).find(
      candidate => candidate.name === element && (candidate.attributes['w:type'] ?? 'default') === type,
    );
    const path = relationships.get(reference?.attributes['r:id'] ?? '')?.target;
    const root = path === undefined ? undefined : docx.xml(path);
    return path === undefined || root === undefined ? '' : renderBlocks(elements(root), contextOf(path), none, none);
  };
  const rest = { header: marginal('w:headerReference', 'default'), footer: marginal('w:footerReference', 'default') };
  const properties = withProperties(none, section);
  const firstDiffers = properties['w:titlePg'] !== undefined && properties['w:titlePg']['w:val'] !== '0';
  return {
    page: geometryOf(properties),
    body: renderBlocks(elements(body), contextOf(docx.documentPath), none, none),
    first: firstDiffers
      ? { header: marginal('w:headerReference', 'first'), footer: marginal('w:footerReference', 'first') }
      : rest,
    rest,
    fonts: [...fonts],
  };
}

/** One self-contained HTML page for printing: fonts and pictures inside, no scripts, each document on a new sheet. */
export function printableToHtml(documents: readonly PrintableDocument[], title: string): string {
  const content = documents
    .map(({ page, body }) => `<section style="page:${pageName(page)}">${body}</section>`)
    .join('\n');
  const fonts = new Set(documents.flatMap(document => document.fonts));
  const geometries = new Map(documents.map(({ page }) => [pageName(page), page]));
  const pages = [...geometries].map(
    ([name, { width, height, margins }]) =>
      `@page ${name}{size:${width}mm ${height}mm;margin:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm}`,
  );
  // Chromium takes the sheet of the whole run from the unnamed rule.
  const [first] = documents;
  if (first !== undefined) pages.unshift((pages[0] ?? '').replace(`@page ${pageName(first.page)}{`, '@page{'));
  return [
    '<!doctype html><html lang="kk"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`,
    `<title>${escapeTitle(title)}</title><style>`,
    embedFonts(visibleText(content), fonts, {
      bold: content.includes('font-weight:700'),
      italic: content.includes('font-style:italic'),
    }),
    ...pages,
    BASE_STYLE,
    `</style></head><body>${content}</body></html>`,
  ].join('\n');
}

const BASE_STYLE = `html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:Tinos;font-size:12pt;color:#000;background:#fff;font-kerning:normal;hyphens:manual}
section{break-after:page}section:last-child{break-after:auto}
p{margin:0;overflow-wrap:break-word;white-space:pre-wrap;orphans:2;widows:2}
table{border-collapse:collapse;table-layout:fixed;border-spacing:0}
td,th{padding:0;vertical-align:top;text-align:left;font-weight:inherit}
thead{display:table-header-group}img{display:inline-block}`;

/** Page rules are told apart by their geometry, so that letters of one template share one. */
function pageName({ width, height, margins }: PageGeometry): string {
  const parts = [width, height, margins.top, margins.right, margins.bottom, margins.left];
  return `sheet-${parts.map(part => String(part).replace('.', '_')).join('-')}`;
}

function geometryOf(section: Properties): PageGeometry {
  const value = (name: string, attribute: string, fallback: number): number =>
    // Twips do not divide into millimetres; without rounding an A4 sheet becomes 209.99 mm wide.
    Math.round(((numberOf(section, name, attribute) ?? fallback * TWIPS_PER_MILLIMETRE) / TWIPS_PER_MILLIMETRE) * 10) /
    10;
  return {
    width: value('w:pgSz', 'w:w', 210),
    height: value('w:pgSz', 'w:h', 297),
    margins: {
      top: Math.abs(value('w:pgMar', 'w:top', 20)),
      right: value('w:pgMar', 'w:right', 15),
      bottom: Math.abs(value('w:pgMar', 'w:bottom', 20)),
      left: value('w:pgMar', 'w:left', 25),
    },
    header: value('w:pgMar', 'w:header', 10),
    footer: value('w:pgMar', 'w:footer', 10),
  };
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** A picture of a part as a data address; pictures outside the file are never fetched. */
function imageData(docx: DocxPackage, part: string, id: string): string | undefined {
  const relationship = docx.relationships(part).get(id);
  if (relationship === undefined || relationship.external) return undefined;
  const type = IMAGE_TYPES[relationship.target.split('.').at(-1)?.toLowerCase() ?? ''];
  const bytes = type === undefined ? undefined : docx.bytes(relationship.target);
  return bytes === undefined ? undefined : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function visibleText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}

function escapeTitle(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
