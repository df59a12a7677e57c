import { openDocx } from '#main/documents/docx-package.ts';

/** As people read it: where a line may not end is no matter of the words. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

/** The paragraphs of a Word file, in reading order. */
export function textOfDocx(bytes: Uint8Array): string {
  const docx = openDocx(bytes);
  const collect = (node: unknown): string => {
    const element = node as { name?: string; children?: readonly unknown[]; text?: string };
    if (typeof node === 'string') return node;
    if (element.text !== undefined) return element.text;
    if (element.name === 'w:br') return '\n';
    const inner = (element.children ?? []).map(collect).join('');
    return element.name === 'w:p' ? `${inner}\n` : inner;
  };
  return plainSpaces(collect(docx.xml(docx.documentPath)));
}
