import { TagOptionsParseError, TemplateHandler, TemplateSyntaxError } from 'easy-template-x';
import { openDocx } from './docx-package.ts';
import { checkTemplate, MAX_XML_DEPTH, resolverOf, tagOf } from './fill-template.ts';
import type { TemplateCatalogue } from './letter-fields.ts';
import { pdfLimits } from './pdf-limits.ts';
import { type NameResolver, nearestSpelling } from './template-names.ts';
import { elements, textOf, type XmlElement } from './xml.ts';

/**
 * One thing the officer should look at before printing.
 * `unknownField` and `unknownList`: no such name, `suggestion` is the nearest right one · `outsideList`: the field exists only
 * within the list `suggestion` · `unclosedList`, `unopenedList`, `crossedLists`: `{#…}` and `{/…}` do not pair up ·
 * `missingBrace`: `{` without `}` or the reverse, `tag` is the text around it · `emptyTag`: `{}` · `notInPdf`: the PDF leaves
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

type ParsedTag = Awaited<ReturnType<TemplateHandler['parseTags']>>[number];
type Scope = { readonly name: string; readonly tag: string; readonly list: string | undefined };
type Finding = { readonly issue?: TemplateIssue; readonly used?: string };

/** Reads a template's tags and says what would not print as meant; throws `templateBroken` when there is nothing to read. */
export async function lintTemplate(template: Uint8Array, catalogue: TemplateCatalogue): Promise<TemplateReport> {
  checkTemplate(template);
  const loose = looseBraces(template);
  // The library stops at the first brace without its pair, or overlooks it; the rest is examined once the braces are right.
  if (loose.length > 0) return { issues: loose, used: [] };
  const handler = new TemplateHandler({ maxXmlDepth: MAX_XML_DEPTH });
  try {
    const report = examine(await handler.parseTags(Buffer.from(template)), resolverOf(catalogue));
    const limits = pdfLimits(template).map((tag): TemplateIssue => ({ kind: 'notInPdf', tag }));
    return { ...report, issues: [...report.issues, ...limits] };
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof TagOptionsParseError) {
      return { issues: [{ kind: 'missingBrace', tag: tagOf(error).trim().slice(0, LONGEST_QUOTE) }], used: [] };
    }
    throw error;
  }
}

/** Braces without their pair; a tag may not run over the end of its paragraph. */
function looseBraces(template: Uint8Array): TemplateIssue[] {
  const docx = openDocx(template);
  const marginals = [...docx.relationships(docx.documentPath).values()].filter(
    ({ kind, external }) => !external && (kind === 'header' || kind === 'footer'),
  );
  return [docx.documentPath, ...marginals.map(({ target }) => target)]
    .flatMap(part => paragraphTexts(docx.xml(part)))
    .filter(text => !/^(?:[^{}]*\{[^{}]*\})*[^{}]*$/.test(text))
    .map(text => ({ kind: 'missingBrace', tag: text.trim().slice(0, LONGEST_QUOTE) }));
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

function examine(tags: readonly ParsedTag[], names: NameResolver): TemplateReport {
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

function openScope(tag: ParsedTag, open: Scope[], names: NameResolver): Finding {
  const outer = open.at(-1)?.list;
  const found = names.resolve(tag.name, outer);
  open.push({
    name: found?.name ?? tag.name,
    tag: tag.rawText,
    list: found?.kind === 'list' ? found.name : outer,
  });
  if (found === undefined) return { issue: unknown('unknownList', tag, names.spellings(outer)) };
  return { used: found.name };
}

function closeScope(tag: ParsedTag, open: Scope[], names: NameResolver): Finding {
  const scope = open.pop();
  if (scope === undefined) return { issue: { kind: 'unopenedList', tag: tag.rawText } };
  const name = names.resolve(tag.name, open.at(-1)?.list)?.name ?? tag.name;
  if (name === scope.name) return {};
  return { issue: { kind: 'crossedLists', tag: tag.rawText, suggestion: scope.tag.replace('#', '/') } };
}

function checkField(tag: ParsedTag, list: string | undefined, names: NameResolver): Finding {
  const found = names.resolve(tag.name, list);
  if (found?.kind === 'list') return { issue: { kind: 'unclosedList', tag: tag.rawText } };
  if (found !== undefined) return { used: found.name };
  const home = names.lists.find(candidate => names.resolve(tag.name, candidate) !== undefined);
  if (home !== undefined) return { issue: { kind: 'outsideList', tag: tag.rawText, suggestion: home } };
  return { issue: unknown('unknownField', tag, names.spellings(list)) };
}

function unknown(kind: 'unknownField' | 'unknownList', tag: ParsedTag, spellings: readonly string[]): TemplateIssue {
  const suggestion = nearestSpelling(tag.name, spellings);
  return suggestion === undefined ? { kind, tag: tag.rawText } : { kind, tag: tag.rawText, suggestion };
}
