import { openDocx } from './docx-package.ts';
import { repacked } from './repack-docx.ts';

const TEMPLATE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What Word keeps of the work on a text, and what stands for it in the text that was meant. */
const traces: readonly RegExp[] = [
  // What was deleted, moved away, or looked otherwise before.
  /<w:(del|moveFrom)(?: [^>]*)?(?<!\/)>.*?<\/w:\1>/gsu,
  /<w:(\w+Change)(?: [^>]*)?(?<!\/)>.*?<\/w:\1>/gsu,
  // The marks around what was inserted or moved here, and where it happened.
  /<\/?w:(?:ins|del|moveTo|moveFrom)(?: [^>]*)?\/?>/gu,
  /<w:(?:moveFrom|moveTo)Range(?:Start|End)(?: [^>]*)?\/>/gu,
  // Comments: their marks, and what they say.
  /<w:(?:commentRangeStart|commentRangeEnd|commentReference)(?: [^>]*)?\/>/gu,
  /<w:comment (?:[^>]*)>.*?<\/w:comment>/gsu,
  /<w15:commentEx [^>]*\/>/gu,
];

const traced = /<w:(?:ins|del|moveTo|moveFrom|\w+Change|commentR\w+|comment)[ />]|<w15:commentEx /u;

const withoutTraces = (xml: string): string =>
  traced.test(xml) ? traces.reduce((text, trace) => text.replaceAll(trace, ''), xml) : xml;

const asDocument = (xml: string): string => xml.replace(TEMPLATE, DOCUMENT);

/** The file with some of its parts written anew; the very bytes when nothing changes. Errors: templateBroken. */
async function changed(
  template: Uint8Array,
  parts: RegExp,
  change: (xml: string, name: string) => string,
): Promise<Uint8Array> {
  const docx = openDocx(template);
  const written = new Map<string, Uint8Array>();
  for (const name of docx.names.filter(part => parts.test(part))) {
    const before = new TextDecoder().decode(docx.bytes(name));
    const after = change(before, name);
    if (after !== before) written.set(name, new TextEncoder().encode(after));
  }
  return (await repacked(docx, written)) ?? template;
}

/** A Word template (.dotx) as a document, which Word opens for editing rather than as a model. Errors: templateBroken. */
export const documentOf = (template: Uint8Array): Promise<Uint8Array> =>
  changed(template, /^\[Content_Types\]\.xml$/u, asDocument);

const plain = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/**
 * The template as it prints: tracked changes taken as accepted, comments left out, a Word template as a document. The very bytes
 * when there is nothing of that; the same bytes are examined once. Errors: templateBroken.
 */
export function plainTemplate(template: Uint8Array): Promise<Uint8Array> {
  const known =
    plain.get(template) ??
    changed(template, /^word\/[^/]*\.xml$|^\[Content_Types\]\.xml$/u, (xml, name) =>
      name.startsWith('word/') ? withoutTraces(xml) : asDocument(xml),
    );
  plain.set(template, known);
  return known;
}
