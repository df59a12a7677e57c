import {
  type ScopeData,
  type TemplateContext,
  TemplateExtension,
  type XmlGeneralNode,
  type XmlNode,
} from 'easy-template-x';

/** Stands on a paragraph of conditions between compiling and sweeping; it never reaches a file. */
const MARK = 'seriktes-conditional';

const isGeneral = (node: XmlNode): node is XmlGeneralNode => node.nodeName !== '#text' && node.nodeName !== '#comment';

const parts = (node: XmlNode): readonly XmlGeneralNode[] => (node.childNodes ?? []).filter(isGeneral);

function every(node: XmlNode, name: string): XmlGeneralNode[] {
  return parts(node).flatMap(part => [...every(part, name), ...(part.nodeName === name ? [part] : [])]);
}

const textOf = (node: XmlNode): string =>
  'textContent' in node
    ? node.textContent
    : (node.childNodes ?? [])
        .filter(part => node.nodeName === 'w:t' || isGeneral(part))
        .map(textOf)
        .join('');

/** Whether everything a paragraph says stands between `{#…}` and `{/…}`, so that it may come to say nothing at all. */
export function isConditional(text: string): boolean {
  let depth = 0;
  let outside = text;
  let found = false;
  for (const [tag] of text.matchAll(/\{[^{}]*\}/gu)) {
    const kind = tag.slice(1).trim()[0];
    if (kind === '#') {
      depth += 1;
      found = true;
    } else if (kind === '/') depth -= 1;
    if (depth < 0) return false;
  }
  if (!found || depth !== 0) return false;
  for (let before = ''; before !== outside; ) {
    before = outside;
    outside = outside.replaceAll(/\{\s*#[^{}]*\}(?:[^{}]|\{\s*[^#/{}\s][^{}]*\})*\{\s*\/[^{}]*\}/gu, '');
  }
  return outside.trim() === '';
}

/** Whether a paragraph holds nothing but the beginnings and ends of parts, as they are often set on lines of their own. */
const isTagsAlone = (text: string): boolean => /^(?:\s*\{\s*[#/][^{}]*\}\s*)+$/u.test(text);

const isMarked = (node: XmlGeneralNode): boolean => node.attributes?.[MARK] !== undefined;

function remove(node: XmlGeneralNode): void {
  const siblings = node.parentNode?.childNodes;
  const index = siblings?.indexOf(node) ?? -1;
  if (siblings === undefined || index === -1) return;
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  if (before !== undefined) {
    if (after === undefined) delete before.nextSibling;
    else before.nextSibling = after;
  }
  siblings.splice(index, 1);
}

/** A cell must keep a paragraph, and Word wants one between two tables. */
const mayGo = (paragraph: XmlGeneralNode): boolean => {
  const around = paragraph.parentNode === undefined ? [] : parts(paragraph.parentNode);
  const at = around.indexOf(paragraph);
  const next = around[at + 1]?.nodeName;
  return next === 'w:p' || (next !== undefined && next !== 'w:tbl' && around[at - 1]?.nodeName === 'w:p');
};

class Marks extends TemplateExtension {
  override async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    for (const paragraph of every(await currentPart.xmlRoot(), 'w:p'))
      if (isConditional(textOf(paragraph)) || isTagsAlone(textOf(paragraph)))
        paragraph.attributes = { ...paragraph.attributes, [MARK]: '' };
  }
}

/** Whether every cell of a row has nothing but conditions, and none of them holds; a cell left free for the hand keeps its row. */
const isEmptyRow = (row: XmlGeneralNode): boolean =>
  every(row, 'w:tc').every(cell => every(cell, 'w:p').some(isMarked)) && textOf(row).trim() === '' && !hasPicture(row);

const hasPicture = (node: XmlGeneralNode): boolean =>
  every(node, 'w:drawing').length > 0 || every(node, 'w:pict').length > 0;

class Sweep extends TemplateExtension {
  override async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    const root = await currentPart.xmlRoot();
    const marked = every(root, 'w:p').filter(isMarked);
    if (marked.length === 0) return;
    for (const row of every(root, 'w:tr').filter(isEmptyRow))
      if (row.parentNode !== undefined && parts(row.parentNode).filter(part => part.nodeName === 'w:tr').length > 1)
        remove(row);
    for (const paragraph of marked) {
      if (textOf(paragraph).trim() === '' && !hasPicture(paragraph) && mayGo(paragraph)) remove(paragraph);
      delete paragraph.attributes?.[MARK];
    }
  }
}

/** Takes out of a filled paper the paragraphs, and rows of a table, in which every condition has failed: they leave no empty line. */
export const sweepEmptyParts = () => ({ beforeCompilation: [new Marks()], afterCompilation: [new Sweep()] });
