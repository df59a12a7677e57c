import { type DocumentFont, substituteFont } from './document-fonts.ts';
import { isOn, numberOf, type Properties } from './docx-properties.ts';

/** Single line spacing of the embedded fonts, as a multiple of the size; Word's «1.0» means this. */
const SINGLE_LINE = 1.149;
const TWIPS_PER_POINT = 20;

/** Twentieths of a point as CSS points. */
export function twips(value: number): string {
  return `${round(value / TWIPS_PER_POINT)}pt`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Size in points of a run. */
export function fontSize(run: Properties): number {
  return (numberOf(run, 'w:sz') ?? 20) / 2;
}

export function fontOf(run: Properties): DocumentFont {
  const fonts = run['w:rFonts'];
  return substituteFont(fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? fonts?.['w:cs'] ?? '');
}

/** Only six hexadecimal digits become a colour: nothing of a document's text ever reaches a style unchecked. */
export function colour(value: string | undefined): string | undefined {
  return value !== undefined && /^[\da-f]{6}$/i.test(value) ? `#${value}` : undefined;
}

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  green: '#00ff00',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  lightGray: '#d3d3d3',
  darkGray: '#a9a9a9',
};

/** Style of a run inside a paragraph whose own size and font are known. */
export function runStyle(run: Properties): string {
  const rules = [`font-family:${fontOf(run)}`, `font-size:${round(fontSize(run))}pt`];
  if (isOn(run, 'w:b')) rules.push('font-weight:700');
  if (isOn(run, 'w:i')) rules.push('font-style:italic');
  const lines = [
    isOn(run, 'w:u') ? 'underline' : '',
    isOn(run, 'w:strike') || isOn(run, 'w:dstrike') ? 'line-through' : '',
  ];
  const decoration = lines.filter(line => line !== '').join(' ');
  if (decoration !== '') rules.push(`text-decoration:${decoration}`);
  const ink = colour(run['w:color']?.['w:val']);
  if (ink !== undefined) rules.push(`color:${ink}`);
  const paper = HIGHLIGHTS[run['w:highlight']?.['w:val'] ?? ''] ?? colour(run['w:shd']?.['w:fill']);
  if (paper !== undefined) rules.push(`background:${paper}`);
  if (isOn(run, 'w:caps')) rules.push('text-transform:uppercase');
  if (isOn(run, 'w:smallCaps')) rules.push('font-variant:small-caps');
  const spacing = numberOf(run, 'w:spacing');
  if (spacing !== undefined && spacing !== 0) rules.push(`letter-spacing:${twips(spacing)}`);
  const raised = run['w:vertAlign']?.['w:val'];
  if (raised === 'superscript') rules.push('vertical-align:super;font-size:65%');
  if (raised === 'subscript') rules.push('vertical-align:sub;font-size:65%');
  return rules.join(';');
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** Style of a paragraph block; `size` is the largest size of its runs, which sets the height of its lines. */
export function paragraphStyle(paragraph: Properties, size: number): string {
  const before = numberOf(paragraph, 'w:spacing', 'w:before') ?? 0;
  const after = numberOf(paragraph, 'w:spacing', 'w:after') ?? 0;
  const indent = indents(paragraph);
  const rules = [
    `margin:${twips(before)} ${twips(indent.right)} ${twips(after)} ${twips(indent.left)}`,
    `font-size:${round(size)}pt`,
    `line-height:${lineHeight(paragraph)}`,
  ];
  if (indent.first !== 0) rules.push(`text-indent:${twips(indent.first)}`);
  const alignment = ALIGNMENTS[paragraph['w:jc']?.['w:val'] ?? ''];
  if (alignment !== undefined) rules.push(`text-align:${alignment}`);
  if (isOn(paragraph, 'w:keepNext')) rules.push('break-after:avoid');
  if (isOn(paragraph, 'w:keepLines')) rules.push('break-inside:avoid');
  if (isOn(paragraph, 'w:pageBreakBefore')) rules.push('break-before:page');
  const paper = colour(paragraph['w:shd']?.['w:fill']);
  if (paper !== undefined) rules.push(`background:${paper}`);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const border = paragraph[`w:pBdr/w:${side}`];
    const line = borderLine(border);
    if (line === undefined) continue;
    rules.push(`border-${side}:${line}`, `padding-${side}:${Number.parseFloat(border?.['w:space'] ?? '0') || 0}pt`);
  }
  return rules.join(';');
}

export function indents(paragraph: Properties): {
  readonly left: number;
  readonly right: number;
  readonly first: number;
} {
  const value = (name: string): number | undefined => numberOf(paragraph, 'w:ind', name);
  return {
    left: value('w:left') ?? value('w:start') ?? 0,
    right: value('w:right') ?? value('w:end') ?? 0,
    first: value('w:firstLine') ?? -(value('w:hanging') ?? 0),
  };
}

function lineHeight(paragraph: Properties): string {
  const line = numberOf(paragraph, 'w:spacing', 'w:line') ?? 240;
  const rule = paragraph['w:spacing']?.['w:lineRule'] ?? 'auto';
  if (rule === 'exact') return twips(line);
  if (rule === 'atLeast') return `max(${SINGLE_LINE}em,${twips(line)})`;
  return String(round((SINGLE_LINE * line) / 240));
}

const LINES: Readonly<Record<string, string>> = {
  double: 'double',
  dashed: 'dashed',
  dashSmallGap: 'dashed',
  dotted: 'dotted',
  dotDash: 'dashed',
};

/** A border as CSS, or undefined where there is none; Word gives widths in eighths of a point. */
export function borderLine(border: Readonly<Record<string, string>> | undefined): string | undefined {
  const value = border?.['w:val'];
  if (border === undefined || value === undefined || value === 'nil' || value === 'none') return undefined;
  const width = Math.min(96, Math.max(2, Number.parseFloat(border['w:sz'] ?? '4') || 4)) / 8;
  const line = LINES[value] ?? 'solid';
  const ink = colour(border['w:color']) ?? '#000';
  return `${round(line === 'double' ? width * 3 : width)}pt ${line} ${ink}`;
}
