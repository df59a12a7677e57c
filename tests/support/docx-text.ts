import { openDocx } from '#main/documents/docx-package.ts';

/** The paragraphs of a Word file, in reading order. */
export function textOfDocx(bytes: Uint8Array): string {
  const docx = openDocx(bytes);
  const collect = (node: unknown): string => {
    const element = node as { name?: string; children?: readonly unknown[]; text?: string };
    if (typeof node === 'string') return node;
    if (element.text !== undefined) return element.text;
    const inner = (element.children ?? []).map(collect).join('');
    return element.name === 'w:p' ? `${inner}\n` : inner;
  };
  return collect(docx.xml(docx.documentPath));
}
