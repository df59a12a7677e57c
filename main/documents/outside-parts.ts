import { broken, type DocxPackage } from './docx-package.ts';
import { escapeHtml } from './escape-html.ts';
import { repacked } from './repack-docx.ts';
import { elements, textOf, type XmlElement } from './xml.ts';

/**
 * A Word file can make Word fetch or run something as soon as it is opened: a template, a picture or an object at an address, a
 * page drawn in whole, a field that asks another program. A letter made of such a template would do so at the firm it is sent to.
 */
const relationshipPart = /(?:^|\/)_rels\/[^/]*\.rels$/u;

/** Parts that become text of the document, or run, when it is opened. */
const refusedKinds = new Set(['aFChunk', 'control']);

/** Fields that start another program, or read what lies at an address. */
const refusedField = /\bDDE(?:AUTO)?\b|\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b.*?(?::\/\/|\\\\)/isu;

const kindOf = ({ attributes }: XmlElement): string => (attributes['Type'] ?? '').split('/').at(-1) ?? '';
const isExternal = ({ attributes }: XmlElement): boolean =>
  attributes['TargetMode']?.trim().toLowerCase() === 'external';
/** An address the reader is shown and clicks is no danger. */
const isFetched = (relationship: XmlElement): boolean =>
  isExternal(relationship) && kindOf(relationship) !== 'hyperlink';

function* fieldTexts(element: XmlElement): Generator<string> {
  if (element.name.endsWith(':instrText')) yield textOf(element);
  for (const [name, value] of Object.entries(element.attributes)) if (name.endsWith(':instr')) yield ` ${value} `;
  for (const inner of elements(element)) yield* fieldTexts(inner);
}

/** Errors: templateBroken with the reason `outside` for what would be drawn in or run, and cannot be taken out. */
export function requireSelfContained(docx: DocxPackage): void {
  for (const name of docx.names) {
    const root = /\.(?:xml|rels)$/iu.test(name) ? docx.xml(name) : undefined;
    if (root === undefined) continue;
    if (relationshipPart.test(name) && elements(root).some(one => refusedKinds.has(kindOf(one))))
      throw broken('outside');
    // A field may be written in pieces.
    if (refusedField.test([...fieldTexts(root)].join(''))) throw broken('outside');
  }
}

/** What stands in the place of an address: Word's own template, or a page that is nowhere. */
const harmless = (relationship: XmlElement): string =>
  kindOf(relationship) === 'attachedTemplate' ? 'Normal.dotm' : 'about:blank';

function rewritten(root: XmlElement): Uint8Array {
  const lines = elements(root).map(relationship => {
    const attributes = isFetched(relationship)
      ? { ...relationship.attributes, Target: harmless(relationship) }
      : relationship.attributes;
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    return `<Relationship${written.join('')}/>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${namespace}">${lines.join('')}</Relationships>`,
  );
}

/** The same file without addresses from which Word would fetch something by itself; undefined when it has none. */
export async function withoutAddresses(docx: DocxPackage): Promise<Uint8Array | undefined> {
  const changed = new Map<string, Uint8Array>();
  for (const name of docx.names.filter(one => relationshipPart.test(one))) {
    const root = docx.xml(name);
    if (root !== undefined && elements(root).some(isFetched)) changed.set(name, rewritten(root));
  }
  return await repacked(docx, changed);
}
