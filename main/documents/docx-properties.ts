import { child, elements, type XmlElement } from './xml.ts';

/**
 * Effective properties of a paragraph, run, table or cell: element name → attributes. Elements inside elements get a path
 * (`w:pBdr/w:top`). Later sources override earlier ones attribute by attribute, as Word does for `w:ind`, `w:spacing`, `w:rFonts`.
 */
export type Properties = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const none: Properties = {};

/** Adds an element's own properties to inherited ones. */
export function withProperties(inherited: Properties, element: XmlElement | undefined): Properties {
  if (element === undefined || element.children.length === 0) return inherited;
  const merged: Record<string, Readonly<Record<string, string>>> = { ...inherited };
  for (const property of elements(element)) {
    const inner = elements(property);
    if (inner.length === 0 || property.name === 'w:rPr') {
      merged[property.name] = { ...merged[property.name], ...property.attributes };
    }
    if (property.name === 'w:rPr') continue;
    for (const part of inner) {
      const position = part.name === 'w:tab' ? `@${part.attributes['w:pos'] ?? ''}` : '';
      const key = `${property.name}/${part.name}${position}`;
      merged[key] = { ...merged[key], ...part.attributes };
    }
  }
  return merged;
}

/** Later properties win over earlier ones. */
export function mergeProperties(first: Properties, second: Properties): Properties {
  const merged: Record<string, Readonly<Record<string, string>>> = { ...first };
  for (const [name, attributes] of Object.entries(second)) merged[name] = { ...merged[name], ...attributes };
  return merged;
}

/** Whether an on/off property such as bold is on. */
export function isOn(properties: Properties, name: string): boolean {
  const attributes = properties[name];
  return attributes !== undefined && !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '');
}

/** A number of an attribute, or undefined when it is missing or not a number. */
export function numberOf(properties: Properties, name: string, attribute = 'w:val'): number | undefined {
  const raw = properties[name]?.[attribute];
  if (raw === undefined) return undefined;
  // Some writers put a unit («12pt»); Word's own unit is half points or twentieths.
  const value = Number.parseFloat(raw);
  if (!Number.isFinite(value)) return undefined;
  const unit = /[a-z]+$/.exec(raw)?.[0];
  return unit === undefined ? value : value * (unitTwips[unit] ?? 20) * (name.startsWith('w:sz') ? 0.1 : 1);
}

const unitTwips: Readonly<Record<string, number>> = { pt: 20, mm: 56.6929, cm: 566.929, in: 1440, pc: 240, pi: 240 };

export type DocxStyles = {
  readonly paragraphDefaults: Properties;
  readonly runDefaults: Properties;
  readonly paragraph: (id: string | undefined) => Properties;
  /** Run properties a paragraph, character or table style brings. */
  readonly run: (id: string | undefined) => Properties;
  readonly table: (id: string | undefined) => Properties;
  readonly cell: (id: string | undefined) => Properties;
};

/** Reads `styles.xml`; a style brings what the styles it is based on bring. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const defaults = child(root, 'w:docDefaults');
  const styles = new Map<string, XmlElement>();
  let normal: string | undefined;
  for (const style of elements(root)) {
    if (style.name !== 'w:style') continue;
    const id = style.attributes['w:styleId'] ?? '';
    styles.set(id, style);
    const isDefault = ['1', 'true'].includes(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') normal = id;
  }
  const collect = (id: string | undefined, part: string): Properties => {
    const chain: XmlElement[] = [];
    let next = id === undefined ? undefined : styles.get(id);
    while (next !== undefined && !chain.includes(next)) {
      chain.unshift(next);
      next = styles.get(child(next, 'w:basedOn')?.attributes['w:val'] ?? '');
    }
    return chain.reduce((sum, style) => withProperties(sum, child(style, part)), none);
  };
  const cached = (part: string, fallback?: () => string | undefined) => {
    const known = new Map<string, Properties>();
    return (id: string | undefined): Properties => {
      const wanted = id ?? fallback?.();
      const key = wanted ?? '';
      const found = known.get(key) ?? collect(wanted, part);
      known.set(key, found);
      return found;
    };
  };
  return {
    paragraphDefaults: withProperties(none, child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    runDefaults: withProperties(none, child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    paragraph: cached('w:pPr', () => normal),
    run: cached('w:rPr', () => undefined),
    table: cached('w:tblPr'),
    cell: cached('w:tcPr'),
  };
}
