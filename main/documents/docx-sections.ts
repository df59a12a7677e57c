import { twips } from './docx-css.ts';
import { none, numberOf, type Properties, withProperties } from './docx-properties.ts';
import { child, descendant, elements, type XmlElement } from './xml.ts';

/** Millimetres. */
export type PageGeometry = {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** From the edge of the sheet to the header and the footer. */
  readonly header: number;
  readonly footer: number;
};

/** A part of a document with a sheet and columns of its own. */
export type DocxSection = {
  readonly blocks: readonly XmlElement[];
  /** Its `w:sectPr`. */
  readonly element: XmlElement | undefined;
  readonly properties: Properties;
};

const section = (blocks: readonly XmlElement[], element: XmlElement | undefined): DocxSection => ({
  blocks,
  element,
  properties: withProperties(none, element),
});

/** The sections of a body: each ends with the paragraph that carries its properties, the last one with those of the body. */
export function readSections(body: XmlElement | undefined): readonly [DocxSection, ...DocxSection[]] {
  const sections: DocxSection[] = [];
  let blocks: XmlElement[] = [];
  for (const block of elements(body)) {
    if (block.name === 'w:sectPr') continue;
    blocks.push(block);
    const ends = block.name === 'w:p' ? child(child(block, 'w:pPr'), 'w:sectPr') : undefined;
    if (ends === undefined) continue;
    sections.push(section(blocks, ends));
    blocks = [];
  }
  const [first, ...others] = sections;
  const last = child(body, 'w:sectPr') ?? (first === undefined ? descendant(body, 'w:sectPr') : undefined);
  const end = blocks.length === 0 ? [] : [section(blocks, last)];
  return first === undefined ? [section(blocks, last)] : [first, ...others, ...end];
}

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

/** The sheet of a section and its margins; A4 where it says nothing. */
export function geometryOf({ properties }: DocxSection): PageGeometry {
  const value = (name: string, attribute: string, fallback: number): number =>
    // Twips do not divide into millimetres; without rounding an A4 sheet becomes 209.99 mm wide.
    Math.round(
      ((numberOf(properties, name, attribute) ?? fallback * TWIPS_PER_MILLIMETRE) / TWIPS_PER_MILLIMETRE) * 10,
    ) / 10;
  return {
    width: value('w:pgSz', 'w:w', 210),
    height: value('w:pgSz', 'w:h', 297),
    margins: {
      top: Math.abs(value('w:pgMar', 'w:top', 20)),
      right: value('w:pgMar', 'w:right', 15),
      bottom: Math.abs(value('w:pgMar', 'w:bottom', 20)),
      left: value('w:pgMar', 'w:left', 25),
    },
    header: value('w:pgMar', 'w:header', 10),
    footer: value('w:pgMar', 'w:footer', 10),
  };
}

/** Page rules are told apart by their geometry, so that letters of one template share one. */
export function pageName({ width, height, margins }: PageGeometry): string {
  const parts = [width, height, margins.top, margins.right, margins.bottom, margins.left];
  return `sheet-${parts.map(part => String(part).replace('.', '_')).join('-')}`;
}

/** Columns beyond which a sheet has no room for words. */
const MOST_COLUMNS = 6;

function columnStyle({ element }: DocxSection): string {
  const { attributes = {} } = child(element, 'w:cols') ?? {};
  const count = Math.min(MOST_COLUMNS, Math.trunc(Number(attributes['w:num'] ?? '1')) || 1);
  if (count < 2) return '';
  const gap = Math.max(0, Number(attributes['w:space'] ?? '720') || 0);
  const line = ['1', 'true', 'on'].includes(attributes['w:sep'] ?? '') ? ';column-rule:0.5pt solid #000' : '';
  return `column-count:${count};column-gap:${twips(gap)}${line}`;
}

/** Whether a section begins a page; one that goes on stands below the one before it. */
export const beginsPage = ({ element }: DocxSection): boolean =>
  child(element, 'w:type')?.attributes['w:val'] !== 'continuous';

/** Every section on its sheet and in its columns; a document of one plain section needs nothing around it. */
export function wrapSections(sections: readonly DocxSection[], render: (section: DocxSection) => string): string {
  const [only] = sections;
  if (sections.length === 1 && only !== undefined && columnStyle(only) === '') return render(only);
  return sections
    .map((part, index) => {
      const previous = sections[index - 1];
      const name = pageName(geometryOf(part));
      // Another sheet begins a page by itself.
      const breaks = previous !== undefined && beginsPage(part) && pageName(geometryOf(previous)) === name;
      const rules = [`page:${name}`, breaks ? 'break-before:page' : '', columnStyle(part)];
      return `<div style="${rules.filter(rule => rule !== '').join(';')}">${render(part)}</div>`;
    })
    .join('');
}
