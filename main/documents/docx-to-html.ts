import { type DocumentFont, embedFonts } from './document-fonts.ts';
import { type RenderContext, renderBlocks } from './docx-blocks.ts';
import { createListCounter } from './docx-lists.ts';
import { noMarginals, type PageMarginals, readRuns } from './docx-marginals.ts';
import { readNotes } from './docx-notes.ts';
import { type DocxPackage, openDocx } from './docx-package.ts';
import { none, readStyles } from './docx-properties.ts';
import { geometryOf, type PageGeometry, pageName, readSections, wrapSections } from './docx-sections.ts';
import { child, elements, type XmlElement } from './xml.ts';

export type { PageMarginals } from './docx-marginals.ts';
export type { PageGeometry } from './docx-sections.ts';

/** A filled Word document, ready to be joined with others into one page of HTML. */
export type PrintableDocument = {
  /** The sheet it begins on, which its headers and footers are set by. */
  readonly page: PageGeometry;
  /** The other sheets its sections stand on. */
  readonly otherPages?: readonly PageGeometry[];
  readonly body: string;
  /** On the first page, and from the second page on; the same where the document does not tell them apart. */
  readonly first: PageMarginals;
  readonly rest: PageMarginals;
  /** On pages with an even number, where the document tells them apart. */
  readonly even?: PageMarginals;
  /** Its parts that begin a page with headers and footers of their own, each as if it stood alone; none where there is one. */
  readonly runs?: readonly PrintableDocument[];
  readonly fonts: readonly DocumentFont[];
};

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
  const sections = readSections(body);
  const fonts = new Set<DocumentFont>();
  const styles = readStyles(partOf('styles'));
  const numbering = partOf('numbering');
  const contextOf = (path: string): RenderContext => ({
    styles,
    fonts,
    lists: createListCounter(numbering),
    image: id => imageData(docx, path, id),
  });
  const marginal = (id: string): string => {
    const path = relationships.get(id)?.target;
    const root = path === undefined ? undefined : docx.xml(path);
    return path === undefined || root === undefined ? '' : renderBlocks(elements(root), contextOf(path), none, none);
  };
  const notesOf = (kind: 'footnotes' | 'endnotes') => {
    const path = [...relationships.values()].find(part => part.kind === kind && !part.external)?.target ?? '';
    return { root: () => partOf(kind), context: contextOf(path) };
  };
  const notes = readNotes(notesOf('footnotes'), notesOf('endnotes'));
  const context = { ...contextOf(docx.documentPath), note: notes.mark };
  const bodies = new Map(sections.map(part => [part, renderBlocks(part.blocks, context, none, none)]));
  const last = sections.at(-1);
  if (last !== undefined) bodies.set(last, (bodies.get(last) ?? '') + notes.below());
  const runs = readRuns(sections, partOf('settings'), marginal).map((run): PrintableDocument => {
    const [begin, ...others] = run.sections;
    const { first, rest, even } = run;
    return {
      page: geometryOf(begin),
      otherPages: others.map(geometryOf),
      body: wrapSections(run.sections, part => bodies.get(part) ?? ''),
      first,
      rest,
      ...(even === undefined ? {} : { even }),
      fonts: [...fonts],
    };
  });
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return only;
  const [begin, ...others] = sections;
  return {
    page: geometryOf(begin),
    otherPages: others.map(geometryOf),
    body: wrapSections(sections, part => bodies.get(part) ?? ''),
    first: only?.first ?? noMarginals,
    rest: only?.rest ?? noMarginals,
    runs,
    fonts: [...fonts],
  };
}

/** One self-contained HTML page for printing: fonts and pictures inside, no scripts, each document on a new sheet. */
export function printableToHtml(documents: readonly PrintableDocument[], title: string): string {
  const content =
    repeatedWords(documents) +
    documents.map(({ page, body }) => `<section style="page:${pageName(page)}">${body}</section>`).join('\n');
  const fonts = new Set(documents.flatMap(document => document.fonts));
  const sheets = documents.flatMap(({ page, otherPages = [] }) => [page, ...otherPages]);
  const geometries = new Map(sheets.map(sheet => [pageName(sheet), sheet]));
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

/**
 * What headers and footers say, unseen. The printer does not wait for the fonts of a header: letters that the page itself does not
 * have – Kazakh ones above a Russian letter – would be missing there.
 */
function repeatedWords(documents: readonly PrintableDocument[]): string {
  const said = documents
    .flatMap(document => [document, ...(document.runs ?? [])])
    .flatMap(({ first, rest, even = noMarginals }) => [first, rest, even])
    .flatMap(({ header, footer }) => [header, footer])
    .filter(html => html !== '')
    .map(html => html.replaceAll(/<img[^>]*>/g, '').replaceAll(/(?<=<span class="\w+">)/g, '0123456789'));
  if (said.length === 0) return '';
  return `<div aria-hidden="true" style="position:absolute;width:0;height:0;overflow:hidden;visibility:hidden">${[...new Set(said)].join('')}</div>`;
}

const BASE_STYLE = `html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:Tinos;font-size:12pt;color:#000;background:#fff;font-kerning:normal;hyphens:manual}
section{break-after:page}section:last-child{break-after:auto}
p{margin:0;overflow-wrap:break-word;white-space:pre-wrap;orphans:2;widows:2}
table{border-collapse:collapse;table-layout:fixed;border-spacing:0}
td,th{padding:0;vertical-align:top;text-align:left;font-weight:inherit}
thead{display:table-header-group}img{display:inline-block}`;

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
