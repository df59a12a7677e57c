import type { ShownPage } from '#shared/contract/letters.ts';
import type { Application } from '../../application.ts';
import { type PrintableDocument, printableToHtml } from '../../documents/docx-to-html.ts';

/** On the screen the sheet has its margins and lies on a grey desk; printing does not know these rules. */
function screenStyle({ page }: PrintableDocument): string {
  const { top, right, bottom, left } = page.margins;
  return `@media screen{html{background:#e4e8eb}body{background:none}section{box-sizing:border-box;width:${page.width}mm;min-height:${page.height}mm;padding:${top}mm ${right}mm ${bottom}mm ${left}mm;margin:4mm auto;background:#fff;box-shadow:0 1px 4px #0003}}`;
}

/** A document to look at: its address where there is a screen, its HTML where there is none. */
export function showPage({ ports }: Application, document: PrintableDocument, title: string): ShownPage {
  const html = printableToHtml([document], title).replace('</style></head>', `${screenStyle(document)}</style></head>`);
  const width = Math.max(...[document.page, ...(document.otherPages ?? [])].map(sheet => sheet.width));
  return ports.previews === undefined
    ? { address: null, html, width }
    : { address: ports.previews(html), html: null, width };
}
