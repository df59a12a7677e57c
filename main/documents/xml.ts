/** A small reader of well-formed XML, as office files contain it: no DTD, no entities but the five built in and numbers. */

export type XmlElement = {
  /** With its prefix, as written: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

type OpenElement = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
};

const DEEPEST = 256;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Parses a document and returns its root element; throws `XmlError` on anything a careful writer would not produce. */
export function parseXml(source: string): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const stack: OpenElement[] = [top];
  let at = 0;
  while (at < source.length) {
    const current = stack.at(-1) ?? top;
    const open = source.indexOf('<', at);
    const textEnd = open === -1 ? source.length : open;
    if (textEnd > at) current.children.push(decode(source.slice(at, textEnd)));
    if (open === -1) break;
    at = readMarkup(source, open, stack);
  }
  const root = top.children.find(child => typeof child !== 'string');
  if (stack.length !== 1 || root === undefined || typeof root === 'string') throw new XmlError('unclosed element');
  return root;
}

/** Reads one piece of markup at `open` and returns the position after it. */
function readMarkup(source: string, open: number, stack: OpenElement[]): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open);
  if (source.startsWith('<?', open)) return after(source, '?>', open);
  if (source.startsWith('<![CDATA[', open)) {
    const end = after(source, ']]>', open);
    stack.at(-1)?.children.push(source.slice(open + 9, end - 3));
    return end;
  }
  if (source.startsWith('<!', open)) throw new XmlError('document type declarations are refused');
  const end = tagEnd(source, open);
  const inner = source.slice(open + 1, end - 1);
  if (inner.startsWith('/')) {
    const closed = stack.pop();
    if (closed === undefined || stack.length === 0 || closed.name !== inner.slice(1).trim()) {
      throw new XmlError('crossed elements');
    }
    return end;
  }
  const empty = inner.endsWith('/');
  const element = readElement(empty ? inner.slice(0, -1) : inner);
  stack.at(-1)?.children.push(element);
  if (!empty) stack.push(element);
  if (stack.length > DEEPEST) throw new XmlError('too deep');
  return end;
}

function tagEnd(source: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  throw new XmlError('unclosed tag');
}

function readElement(inner: string): OpenElement {
  const [name = ''] = inner.split(/\s/, 1);
  if (name === '') throw new XmlError('element without a name');
  const attributes: Record<string, string> = {};
  for (const match of inner.slice(name.length).matchAll(ATTRIBUTE)) {
    attributes[match[1] ?? ''] = decode(match[2] ?? match[3] ?? '');
  }
  return { name, attributes, children: [] };
}

function after(source: string, marker: string, from: number): number {
  const found = source.indexOf(marker, from);
  if (found === -1) throw new XmlError('unclosed markup');
  return found + marker.length;
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (_whole, entity: string) => {
    if (entity.startsWith('#')) return decodeNumber(entity);
    const character = NAMED[entity];
    if (character === undefined) throw new XmlError(`unknown entity ${entity}`);
    return character;
  });
}

function decodeNumber(entity: string): string {
  const hexadecimal = entity[1] === 'x' || entity[1] === 'X';
  const code = Number.parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  if (!(code > 0 && code <= 0x10ffff)) throw new XmlError('bad character number');
  return String.fromCodePoint(code);
}

/** The child elements, without the text between them. */
export function elements(parent: XmlElement | undefined): XmlElement[] {
  return parent === undefined ? [] : parent.children.filter(child => typeof child !== 'string');
}

/** The first child element of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(parent).find(element => element.name === name);
}

/** The first element of that name anywhere below. */
export function descendant(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of elements(parent)) {
    const found = element.name === name ? element : descendant(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All text below an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map(part => (typeof part === 'string' ? part : textOf(part))).join('');
}
