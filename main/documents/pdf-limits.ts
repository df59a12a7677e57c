import { openDocx } from './docx-package.ts';
import { elements, type XmlElement } from './xml.ts';

/** What Word can set and the PDF made here leaves out or sets otherwise. The Word file itself keeps all of it. */
export type PdfLimit = 'textBox' | 'chart' | 'formula' | 'footnote' | 'object';

const byElement: Readonly<Record<string, PdfLimit>> = {
  'w:txbxContent': 'textBox',
  'c:chart': 'chart',
  'dgm:relIds': 'chart',
  'm:oMath': 'formula',
  'm:oMathPara': 'formula',
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'footnote',
  'w:object': 'object',
  'v:imagedata': 'object',
};

/** Everything in a template that its PDF cannot carry, each once. Errors: templateBroken. */
export function pdfLimits(template: Uint8Array): readonly PdfLimit[] {
  const docx = openDocx(template);
  const found = new Set<PdfLimit>();
  const look = (element: XmlElement): void => {
    const limit = byElement[element.name];
    if (limit !== undefined) found.add(limit);
    for (const part of elements(element)) look(part);
  };
  const marginals = [...docx.relationships(docx.documentPath).values()].filter(
    ({ kind, external }) => !external && (kind === 'header' || kind === 'footer'),
  );
  for (const path of [docx.documentPath, ...marginals.map(({ target }) => target)]) {
    const part = docx.xml(path);
    if (part !== undefined) look(part);
  }
  return [...found];
}
