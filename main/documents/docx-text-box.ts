import { colour, round } from './docx-css.ts';
import { child, descendant, elements, textOf, type XmlElement } from './xml.ts';

/** A text box of Word: what stands in it, and how its block is set where it is anchored. */
export type TextBox = { readonly content: XmlElement; readonly style: string };

const EMU_PER_POINT = 12_700;
/** Word's own room between the edge of a box and its text. */
const PADDING = '3.6pt 7.2pt';
/** A box whose left edge lies beyond this many points stands at the right of the text. */
const RIGHT_HALF = 200;

const points = (value: string | undefined): number => round((Number(value) || 0) / EMU_PER_POINT);

const empty: XmlElement = { name: '', attributes: {}, children: [] };

/** Left or right of the text, or a block of its own between the paragraphs. */
function sideOf(frame: XmlElement): 'left' | 'right' | 'none' {
  if (frame.name === 'wp:inline' || child(frame, 'wp:wrapTopAndBottom') !== undefined) return 'none';
  const place = child(frame, 'wp:positionH');
  const named = textOf(descendant(place, 'wp:align') ?? empty);
  if (named === 'left' || named === 'right') return named;
  if (named !== '') return 'none';
  return points(textOf(descendant(place, 'wp:posOffset') ?? empty)) > RIGHT_HALF ? 'right' : 'left';
}

function drawnBox(drawing: XmlElement, content: XmlElement): TextBox {
  const frame = child(drawing, 'wp:inline') ?? child(drawing, 'wp:anchor') ?? empty;
  const shape = descendant(frame, 'wps:spPr');
  const outline = child(shape, 'a:ln');
  const drawn = outline !== undefined && child(outline, 'a:noFill') === undefined;
  const ink = (part: XmlElement | undefined): string | undefined =>
    colour(descendant(child(part, 'a:solidFill'), 'a:srgbClr')?.attributes['val']);
  const width = points(child(frame, 'wp:extent')?.attributes['cx']);
  return {
    content,
    style: boxStyle(width, sideOf(frame), drawn ? (ink(outline) ?? '#000000') : undefined, ink(shape)),
  };
}

/** The older way of writing a box, in which its style is a text of its own. */
function pictureBox(picture: XmlElement, content: XmlElement): TextBox {
  const shape = elements(picture).find(part => part.name.startsWith('v:'))?.attributes ?? {};
  const width = Number(/(?:^|;)width:([\d.]+)pt/u.exec(shape['style'] ?? '')?.[1] ?? '0');
  const left = Number(/(?:^|;)margin-left:([\d.]+)pt/u.exec(shape['style'] ?? '')?.[1] ?? '0');
  const line = ['f', 'false'].includes(shape['stroked'] ?? '') ? undefined : '#000000';
  return { content, style: boxStyle(round(width), left > RIGHT_HALF ? 'right' : 'left', line, undefined) };
}

function boxStyle(width: number, side: 'left' | 'right' | 'none', line?: string, paper?: string): string {
  return [
    `box-sizing:border-box;padding:${PADDING};max-width:100%`,
    width > 0 ? `width:${width}pt` : '',
    side === 'none' ? 'margin:6pt 0' : `float:${side};margin:${side === 'left' ? '0 9pt 6pt 0' : '0 0 6pt 9pt'}`,
    line === undefined ? '' : `border:0.75pt solid ${line}`,
    paper === undefined ? '' : `background:${paper}`,
  ]
    .filter(rule => rule !== '')
    .join(';');
}

/** The text box that a part of a run draws, if it draws one. A box written in both ways counts once. */
export function textBoxOf(part: XmlElement): TextBox | undefined {
  if (part.name === 'mc:AlternateContent')
    return [...elements(child(part, 'mc:Choice')), ...elements(child(part, 'mc:Fallback'))]
      .map(textBoxOf)
      .find(box => box !== undefined);
  if (part.name !== 'w:drawing' && part.name !== 'w:pict') return undefined;
  const content = descendant(part, 'w:txbxContent');
  if (content === undefined) return undefined;
  return part.name === 'w:drawing' ? drawnBox(part, content) : pictureBox(part, content);
}
