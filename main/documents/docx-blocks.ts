import type { DocumentFont } from './document-fonts.ts';
import { fontOf, fontSize, indents, paragraphStyle, round, runStyle, twips } from './docx-css.ts';
import type { ListCounter } from './docx-lists.ts';
import { type DocxStyles, isOn, mergeProperties, none, type Properties, withProperties } from './docx-properties.ts';
import { renderTable } from './docx-table.ts';
import { type TextBox, textBoxOf } from './docx-text-box.ts';
import { escapeHtml } from './escape-html.ts';
import { child, descendant, elements, textOf, type XmlElement } from './xml.ts';

export type RenderContext = {
  readonly styles: DocxStyles;
  /** Collects the typefaces that are used. */
  readonly fonts: Set<DocumentFont>;
  readonly lists: ListCounter;
  /** A picture of the part by its relationship, as a data address. */
  readonly image: (relationship: string) => string | undefined;
  /** The mark of a note, which is set after the text; nothing in a part that has none. */
  readonly note?: (reference: XmlElement) => string;
};

/** Renders paragraphs and tables in order; the properties are those the surrounding table brings. */
export function renderBlocks(
  blocks: readonly XmlElement[],
  context: RenderContext,
  paragraph: Properties,
  run: Properties,
): string {
  return blocks
    .map(block => {
      switch (block.name) {
        case 'w:p':
          return renderParagraph(block, context, paragraph, run);
        case 'w:tbl':
          return renderTable(block, context);
        case 'w:sdt':
          return renderBlocks(elements(child(block, 'w:sdtContent')), context, paragraph, run);
        case 'w:ins':
        case 'w:customXml':
          return renderBlocks(elements(block), context, paragraph, run);
        default:
          return '';
      }
    })
    .join('');
}

/** A piece of a line: finished HTML, a tab between two pieces, or the end of a page or a column. */
type LinePiece = { readonly html: string; readonly size: number } | 'tab' | 'page' | 'column';
/** Beside the line: a text box that is anchored in it. */
type Piece = LinePiece | { readonly box: TextBox };

type FieldState = { instruction: string; depth: number; showing: boolean };

function renderParagraph(
  element: XmlElement,
  context: RenderContext,
  tableParagraph: Properties,
  tableRun: Properties,
): string {
  const { styles } = context;
  const own = child(element, 'w:pPr');
  const style = child(own, 'w:pStyle')?.attributes['w:val'];
  const base = mergeProperties(mergeProperties(styles.paragraphDefaults, tableParagraph), styles.paragraph(style));
  const direct = withProperties(base, own);
  const label = context.lists.next(direct);
  const paragraph = label === undefined ? direct : withProperties(mergeProperties(base, label.paragraph), own);
  const inherited = mergeProperties(mergeProperties(styles.runDefaults, tableRun), styles.run(style));
  const pieces = renderRuns(elements(element), context, inherited, { instruction: '', depth: 0, showing: true });
  const mark = withProperties(inherited, child(own, 'w:rPr'));
  const inLine = pieces.flatMap((piece): LinePiece[] => (typeof piece === 'object' && 'box' in piece ? [] : [piece]));
  const boxes = pieces.flatMap(piece => (typeof piece === 'object' && 'box' in piece ? [piece.box] : []));
  const sizes = inLine.flatMap(piece => (typeof piece === 'string' ? [] : [piece.size]));
  const size = sizes.length === 0 ? fontSize(mark) : Math.max(...sizes);
  context.fonts.add(fontOf(mark));
  const labelHtml = label === undefined ? '' : renderLabel(label.text, paragraph, mark);
  const css = `${paragraphStyle(paragraph, size)};font-family:${fontOf(mark)}`;
  const line = inLine.filter(piece => piece !== 'page' && piece !== 'column');
  const content = labelHtml + (line.includes('tab') ? renderTabbed(line, paragraph) : line.map(htmlOf).join(''));
  const after = (['page', 'column'] as const)
    .filter(end => inLine.includes(end))
    .map(end => `<div style="break-after:${end}"></div>`);
  return `${boxes.map(box => renderBox(box, context)).join('')}<p style="${css}">${content === '' ? '&nbsp;' : content}</p>${after.join('')}`;
}

function htmlOf(piece: LinePiece): string {
  return typeof piece === 'string' ? '' : piece.html;
}

/** A paragraph cannot hold others in HTML, so a box stands before the paragraph it is anchored in. */
const renderBox = ({ content, style }: TextBox, context: RenderContext): string =>
  `<div style="${style}">${renderBlocks(elements(content), context, none, none)}</div>`;

function renderLabel(text: string, paragraph: Properties, mark: Properties): string {
  const { first } = indents(paragraph);
  const width = first < 0 ? twips(-first) : '2em';
  return `<span style="${runStyle(mark)};display:inline-block;min-width:${width};text-indent:0">${escapeHtml(text)}</span>`;
}

/** Pieces between tab stops: left stops give a piece its width, a last right stop pushes the rest to the margin. */
function renderTabbed(line: readonly LinePiece[], paragraph: Properties): string {
  const stops = Object.entries(paragraph)
    .filter(([name]) => name.startsWith('w:tabs/w:tab@'))
    .map(([, attributes]) => ({ at: Number(attributes['w:pos'] ?? '0'), kind: attributes['w:val'] ?? 'left' }))
    .filter(({ kind }) => kind !== 'clear')
    .toSorted((one, other) => one.at - other.at);
  const groups: LinePiece[][] = [[]];
  for (const piece of line) {
    if (piece === 'tab') groups.push([]);
    else groups.at(-1)?.push(piece);
  }
  let from = 0;
  const parts = groups.map((group, index) => {
    const html = group.map(htmlOf).join('');
    const own = stops[index - 1];
    const next = stops[index];
    if (own !== undefined && own.kind !== 'left' && own.kind !== 'start' && own.kind !== 'num') {
      return `<span style="flex:1;text-align:${own.kind === 'center' ? 'center' : 'right'}">${html}</span>`;
    }
    const width = next === undefined ? 720 : next.at - from;
    from = next?.at ?? from + 720;
    if (next !== undefined && next.kind !== 'left') return `<span>${html}</span>`;
    return `<span style="min-width:${index === groups.length - 1 ? '0' : twips(width)};white-space:pre">${html}</span>`;
  });
  return `<span style="display:flex;text-indent:0;align-items:baseline">${parts.join('')}</span>`;
}

function renderRuns(
  children: readonly XmlElement[],
  context: RenderContext,
  inherited: Properties,
  field: FieldState,
): Piece[] {
  return children.flatMap(element => {
    switch (element.name) {
      case 'w:r':
        return renderRun(element, context, inherited, field);
      case 'w:hyperlink':
      case 'w:ins':
      case 'w:smartTag':
        return renderRuns(elements(element), context, inherited, field);
      case 'w:sdt':
        return renderRuns(elements(child(element, 'w:sdtContent')), context, inherited, field);
      case 'w:fldSimple': {
        const counter = pageCounter(element.attributes['w:instr'] ?? '');
        if (counter === undefined) return renderRuns(elements(element), context, inherited, field);
        const run = withProperties(inherited, child(descendant(element, 'w:r'), 'w:rPr'));
        return [styled(counter, run, context)];
      }
      default:
        return [];
    }
  });
}

function renderRun(element: XmlElement, context: RenderContext, inherited: Properties, field: FieldState): Piece[] {
  const own = child(element, 'w:rPr');
  const style = child(own, 'w:rStyle')?.attributes['w:val'];
  const withStyle = style === undefined ? inherited : mergeProperties(inherited, context.styles.run(style));
  const run = withProperties(withStyle, own);
  const pieces: Piece[] = [];
  let html = '';
  const flush = (): void => {
    if (html !== '') pieces.push(styled(html, run, context));
    html = '';
  };
  for (const part of elements(element)) {
    if (part.name === 'w:fldChar') {
      html += advanceField(field, part.attributes['w:fldCharType'] ?? '');
    } else if (part.name === 'w:instrText') {
      field.instruction += textOf(part);
    } else if (field.showing && !isOn(run, 'w:vanish')) {
      const box = textBoxOf(part);
      const rendered = box === undefined ? renderRunPart(part, context) : '';
      if (box !== undefined || rendered === 'tab' || rendered === 'page' || rendered === 'column') flush();
      if (box !== undefined) pieces.push({ box });
      else if (rendered === 'tab' || rendered === 'page' || rendered === 'column') pieces.push(rendered);
      else html += rendered;
    }
  }
  flush();
  return pieces;
}

const breakOf = (type: string | undefined): string => (type === 'page' || type === 'column' ? type : '<br>');

function renderRunPart(part: XmlElement, context: RenderContext): string {
  switch (part.name) {
    case 'w:t':
      return escapeHtml(textOf(part));
    case 'w:tab':
    case 'w:ptab':
      return 'tab';
    case 'w:br':
      return breakOf(part.attributes['w:type']);
    case 'w:cr':
      return '<br>';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00ad';
    case 'w:sym':
      return '•';
    case 'w:footnoteReference':
    case 'w:endnoteReference':
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      return context.note?.(part) ?? '';
    case 'w:drawing':
      return renderDrawing(part, context);
    case 'mc:AlternateContent':
      return elements(child(part, 'mc:Fallback'))
        .map(fallback => renderRunPart(fallback, context))
        .join('');
    default:
      return '';
  }
}

/** Word writes a field as begin – instruction – separate – last result – end; page numbers are filled in by the printer. */
function advanceField(field: FieldState, type: string): string {
  if (type === 'begin') {
    field.depth += 1;
    field.instruction = '';
    field.showing = false;
    return '';
  }
  const counter = pageCounter(field.instruction);
  if (type === 'separate') {
    field.showing = counter === undefined;
    return '';
  }
  field.depth = Math.max(0, field.depth - 1);
  field.showing = field.depth === 0;
  field.instruction = '';
  return counter ?? '';
}

function pageCounter(instruction: string): string | undefined {
  const [name] = instruction.trim().split(/\s/, 1);
  if (name === 'PAGE') return '<span class="pageNumber"></span>';
  if (name === 'NUMPAGES' || name === 'SECTIONPAGES') return '<span class="totalPages"></span>';
  return undefined;
}

function styled(html: string, run: Properties, context: RenderContext): LinePiece {
  context.fonts.add(fontOf(run));
  return { html: `<span style="${runStyle(run)}">${html}</span>`, size: fontSize(run) };
}

const EMU_PER_POINT = 12_700;

function renderDrawing(drawing: XmlElement, context: RenderContext): string {
  const frame = child(drawing, 'wp:inline') ?? child(drawing, 'wp:anchor');
  const source = context.image(descendant(frame, 'a:blip')?.attributes['r:embed'] ?? '');
  if (frame === undefined || source === undefined) return '';
  const extent = child(frame, 'wp:extent')?.attributes ?? {};
  const points = (name: string): number => round((Number(extent[name]) || 0) / EMU_PER_POINT);
  const side = textOf(
    descendant(child(frame, 'wp:positionH'), 'wp:align') ?? { name: '', attributes: {}, children: [] },
  );
  const float = frame.name === 'wp:anchor' && (side === 'left' || side === 'right') ? `;float:${side}` : '';
  const description = escapeHtml(child(frame, 'wp:docPr')?.attributes['descr'] ?? '');
  return `<img src="${source}" alt="${description}" style="width:${points('cx')}pt;height:${points('cy')}pt${float}">`;
}
