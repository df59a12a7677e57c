import { type Tag, TagOptionsParseError, TemplateHandler, TemplateSyntaxError, type XmlNode } from 'easy-template-x';
import { openDocx } from './docx-package.ts';
import { checkTemplate, MAX_XML_DEPTH, resolverOf, tagOf } from './fill-template.ts';
import type { TemplateCatalogue } from './letter-fields.ts';
import { pdfLimits } from './pdf-limits.ts';
import { plainTemplate } from './plain-template.ts';
import { type NameResolver, nearestSpelling } from './template-names.ts';
import { elements, textOf, type XmlElement } from './xml.ts';

/**
 * One thing the officer should look at before printing.
 * `unknownField` and `unknownList`: no such name, `suggestion` is the nearest right one · `outsideList`: the field exists only
 * within the list `suggestion` · `unclosedList`, `unopenedList`, `crossedLists`: `{#…}` and `{/…}` do not pair up ·
 * `splitList`: begun in a table and ended outside it, or the reverse · `missingBrace`: `{` without `}` or the reverse, `tag` is the
 * text around it · `doubleBrace`: `{{…}}` · `otherBrackets`: a field in `[…]`, `<…>` or wide braces · `emptyTag`: `{}` · `notInPdf`: the PDF leaves
 * out or sets otherwise what `tag` names (`PdfLimit`).
 */
export type TemplateIssue = {
  readonly kind:
    | 'unknownField'
    | 'unknownList'
    | 'outsideList'
    | 'unclosedList'
    | 'unopenedList'
    | 'crossedLists'
    | 'missingBrace'
    | 'doubleBrace'
    | 'otherBrackets'
    | 'splitList'
    | 'emptyTag'
    | 'notInPdf';
  readonly tag: string;
  readonly suggestion?: string;
};

export type TemplateReport = {
  readonly issues: readonly TemplateIssue[];
  /** Fields the template uses, by their English names, each once. */
  readonly used: readonly string[];
};

const LONGEST_QUOTE = 120;

/** A tag as the library parses it; one of a note has no node of its own. */
type ExaminedTag = Pick<Tag, 'name' | 'rawText'> & {
  readonly disposition: string;
  readonly xmlTextNode?: XmlNode;
};
type Scope = {
  readonly name: string;
  readonly tag: string;
  readonly list: string | undefined;
  readonly table: object | undefined;
};
type Finding = { readonly issue?: TemplateIssue; readonly used?: string };

/** Reads a template's tags and says what would not print as meant; throws `templateBroken` when there is nothing to read. */
export async function lintTemplate(bytes: Uint8Array, catalogue: TemplateCatalogue): Promise<TemplateReport> {
  checkTemplate(bytes);
  const template = await plainTemplate(bytes);
  const loose = looseBraces(template);
  // The library stops at the first brace without its pair, or overlooks it; the rest is examined once the braces are right.
  if (loose.length > 0) return { issues: loose, used: [] };
  const handler = new TemplateHandler({ maxXmlDepth: MAX_XML_DEPTH });
  try {
    const names = resolverOf(catalogue);
    const tags = [...(await handler.parseTags(Buffer.from(template))), ...tagsOfNotes(template)];
    const report = examine(tags, names);
    const bare = textParagraphs(template).flatMap(text => otherBrackets(text, names));
    const limits = pdfLimits(template).map((tag): TemplateIssue => ({ kind: 'notInPdf', tag }));
    return { ...report, issues: [...report.issues, ...bare, ...limits] };
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TagOptionsParseError) {
      return { issues: [{ kind: 'missingBrace', tag: tagOf(error).trim().slice(0, LONGEST_QUOTE) }], used: [] };
    }
    throw error;
  }
}

/** The paragraphs of the text, of headers and footers, and of notes. */
const textParagraphs = (template: Uint8Array): string[] => {
  const { documentPath, xml } = openDocx(template);
  return [...paragraphTexts(xml(documentPath)), ...partTexts(template, ['header', 'footer', 'footnotes', 'endnotes'])];
};

function partTexts(template: Uint8Array, kinds: readonly string[]): string[] {
  const docx = openDocx(template);
  return [...docx.relationships(docx.documentPath).values()]
    .filter(({ kind, external }) => !external && kinds.includes(kind))
    .flatMap(({ target }) => paragraphTexts(docx.xml(target)));
}

/** Braces without their pair; a tag may not run over the end of its paragraph. */
function looseBraces(template: Uint8Array): TemplateIssue[] {
  return textParagraphs(template)
    .filter(text => !/^(?:[^{}]*\{[^{}]*\})*[^{}]*$/.test(text))
    .map(text => ({
      kind: /\{\s*\{|\}\s*\}/u.test(text) ? 'doubleBrace' : 'missingBrace',
      tag: text.trim().slice(0, LONGEST_QUOTE),
    }));
}

/** The tags of footnotes and endnotes, which the library does not read. */
function tagsOfNotes(template: Uint8Array): ExaminedTag[] {
  return partTexts(template, ['footnotes', 'endnotes']).flatMap(text =>
    [...text.matchAll(/\{\s*([#/]?)([^{}]*)\}/gu)].map(
      ([rawText, mark, name = '']): ExaminedTag => ({
        rawText,
        name: name.trim(),
        disposition: mark === '#' ? 'Open' : mark === '/' ? 'Close' : 'SelfClosed',
      }),
    ),
  );
}

/** Fields that stand in brackets of another kind, which print as they stand. */
const otherBrackets = (text: string, names: NameResolver): TemplateIssue[] =>
  [...text.matchAll(/[[<｛]([\p{L}_ ]{3,40})[\]>｝]/gu)].flatMap(([tag, name = '']) =>
    [undefined, ...names.lists.keys()].some(list => names.resolve(name, list) !== undefined)
      ? [{ kind: 'otherBrackets', tag } as const]
      : [],
  );

/** The table a tag stands in; undefined outside tables, and in a note. */
function tableOf(tag: ExaminedTag): object | undefined {
  let node: XmlNode | undefined = tag.xmlTextNode;
  while (node !== undefined && node.nodeName !== 'w:tbl') node = node.parentNode;
  return node;
}

function paragraphTexts(element: XmlElement | undefined): string[] {
  return elements(element).flatMap(part =>
    part.name === 'w:p' ? [ownText(part), ...elements(part).flatMap(paragraphTexts)] : paragraphTexts(part),
  );
}

/** Text of a paragraph without that of paragraphs inside it (text boxes). */
function ownText(element: XmlElement): string {
  return elements(element)
    .filter(part => part.name !== 'w:p')
    .map(part => (part.name === 'w:t' ? textOf(part) : ownText(part)))
    .join('');
}

function examine(tags: readonly ExaminedTag[], names: NameResolver): TemplateReport {
  const open: Scope[] = [];
  const findings: Finding[] = [];
  for (const tag of tags) {
    if (tag.name === undefined || tag.name === '') findings.push({ issue: { kind: 'emptyTag', tag: tag.rawText } });
    else if (tag.disposition === 'Open') findings.push(openScope(tag, open, names));
    else if (tag.disposition === 'Close') findings.push(closeScope(tag, open, names));
    else findings.push(checkField(tag, open.at(-1)?.list, names));
  }
  findings.push(...open.map(({ tag }): Finding => ({ issue: { kind: 'unclosedList', tag } })));
  return {
    issues: findings.flatMap(({ issue }) => (issue === undefined ? [] : [issue])),
    used: [...new Set(findings.flatMap(({ used }) => (used === undefined ? [] : [used])))],
  };
}

function openScope(tag: ExaminedTag, open: Scope[], names: NameResolver): Finding {
  const outer = open.at(-1)?.list;
  const found = names.resolve(tag.name, outer);
  open.push({
    name: found?.name ?? tag.name,
    tag: tag.rawText,
    list: found?.kind === 'list' ? found.name : outer,
    table: tableOf(tag),
  });
  if (found === undefined) return { issue: unknown('unknownList', tag, names.spellings(outer)) };
  return { used: found.name };
}

function closeScope(tag: ExaminedTag, open: Scope[], names: NameResolver): Finding {
  const scope = open.pop();
  if (scope === undefined) return { issue: { kind: 'unopenedList', tag: tag.rawText } };
  const name = names.resolve(tag.name, open.at(-1)?.list)?.name ?? tag.name;
  if (name === scope.name && tableOf(tag) === scope.table) return {};
  if (name === scope.name) return { issue: { kind: 'splitList', tag: scope.tag } };
  return { issue: { kind: 'crossedLists', tag: tag.rawText, suggestion: scope.tag.replace('#', '/') } };
}

function checkField(tag: ExaminedTag, list: string | undefined, names: NameResolver): Finding {
  const found = names.resolve(tag.name, list);
  if (found?.kind === 'list') return { issue: { kind: 'unclosedList', tag: tag.rawText } };
  if (found !== undefined) return { used: found.name };
  const home = [...names.lists].find(([candidate]) => names.resolve(tag.name, candidate) !== undefined);
  if (home !== undefined) return { issue: { kind: 'outsideList', tag: tag.rawText, suggestion: home[1] } };
  return { issue: unknown('unknownField', tag, names.spellings(list)) };
}

function unknown(kind: 'unknownField' | 'unknownList', tag: ExaminedTag, spellings: readonly string[]): TemplateIssue {
  const suggestion = nearestSpelling(tag.name, spellings);
  return suggestion === undefined ? { kind, tag: tag.rawText } : { kind, tag: tag.rawText, suggestion };
}
