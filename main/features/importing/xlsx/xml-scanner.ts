/** What is told about a document while it is read; names come without their prefix. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: string) => void;
  /** Text as it stands; also called for the content of a CDATA section. */
  readonly text?: (text: string) => void;
  /** Also called for an element that is empty. */
  readonly close?: (name: string) => void;
};

export type XmlScanner = {
  /** The next piece of the document; a piece may end anywhere. */
  readonly write: (piece: string) => void;
  /** Errors: a document that ends inside a tag. */
  readonly end: () => void;
};

const longestTag = 1_000_000;
const openBracket = 60;
const closeBracket = 62;
const slash = 47;
const exclamation = 33;
const question = 63;

/**
 * Reads XML piece by piece without keeping it. Knows elements, attributes, text, CDATA and the entities of the standard; entities
 * a document declares itself stay as they are written, so none can grow.
 */
export function createXmlScanner({ open, text, close }: XmlHandlers): XmlScanner {
  let rest = '';
  /** Where the construct that begins at `at` ends; -1 when the rest of it is still to come. */
  const endOf = (input: string, at: number): number => {
    const next = input.charCodeAt(at + 1);
    if (next === exclamation) {
      if (input.startsWith('<!--', at)) return after(input, '-->', at + 4);
      if (input.startsWith('<![CDATA[', at)) return after(input, ']]>', at + 9);
      return input.length - at < 9 ? -1 : after(input, '>', at);
    }
    return next === question ? after(input, '?>', at) : endOfTag(input, at);
  };
  const tell = (input: string, at: number, end: number): void => {
    const next = input.charCodeAt(at + 1);
    if (next === exclamation) {
      if (input.startsWith('<![CDATA[', at)) text?.(input.slice(at + 9, end - 3));
    } else if (next === slash) {
      close?.(localName(input, at + 2, end - 1));
    } else if (next !== question) {
      const isEmpty = input.charCodeAt(end - 2) === slash;
      const last = isEmpty ? end - 2 : end - 1;
      const name = localName(input, at + 1, last);
      open?.(name, input.slice(at + 1, last));
      if (isEmpty) close?.(name);
    }
  };
  return {
    write: piece => {
      const input = rest === '' ? piece : rest + piece;
      let at = 0;
      while (at < input.length) {
        if (input.charCodeAt(at) === openBracket) {
          const end = endOf(input, at);
          if (end < 0) break;
          tell(input, at, end);
          at = end;
        } else {
          const end = input.indexOf('<', at);
          if (end < 0) break; // an entity may be cut in two
          if (text !== undefined) text(plainText(input.slice(at, end)));
          at = end;
        }
      }
      rest = input.slice(at);
      if (rest.length > longestTag) throw new Error('a part of the document is without end');
    },
    end: () => {
      if (rest.trim() !== '') throw new Error('the document ends too early');
    },
  };
}

function after(input: string, mark: string, from: number): number {
  const found = input.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** The end of a tag; a bracket inside a quoted value does not count. */
function endOfTag(input: string, at: number): number {
  let quote = 0;
  for (let end = at; end < input.length; end++) {
    const code = input.charCodeAt(end);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === closeBracket) return end + 1;
  }
  return -1;
}

function localName(input: string, from: number, to: number): string {
  let start = from;
  let end = from;
  while (end < to && input.charCodeAt(end) > 32) {
    if (input.charCodeAt(end) === 58) start = end + 1;
    end++;
  }
  return input.slice(start, end);
}

/** An attribute of a tag by its local name; undefined when it has none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = attributes.charCodeAt(at - 1);
    const afterName = at + name.length;
    if ((before <= 32 || before === 58) && attributes.charCodeAt(afterName) === 61) {
      const quote = attributes.charAt(afterName + 1);
      const end = attributes.indexOf(quote, afterName + 2);
      return end < 0 ? undefined : plainText(attributes.slice(afterName + 2, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/giu, (written, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? written;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
