import { type RenderContext, renderBlocks } from './docx-blocks.ts';
import { none } from './docx-properties.ts';
import { elements, type XmlElement } from './xml.ts';

/** A part with notes; most documents refer to none of theirs. */
type Part = { readonly root: () => XmlElement | undefined; readonly context: RenderContext };

/** The notes of a document: their marks in the text, and below it what they say. */
export type Notes = {
  readonly mark: (reference: XmlElement) => string;
  /** The notes that the text has referred to, in their order; nothing where there are none. */
  readonly below: () => string;
};

const RULE = 'width:60mm;margin:12pt 0 4pt;border-top:0.5pt solid #000';

/** Footnotes and endnotes alike: a page of HTML has no foot of its own, so both stand where the text ends. */
export function readNotes(footnotes: Part, endnotes: Part): Notes {
  // The mark is set by the style of its run, as in Word.
  const named: { readonly key: string; readonly part: Part; readonly id: string }[] = [];
  return {
    mark: ({ name, attributes }) => {
      const part = name === 'w:footnoteReference' ? footnotes : endnotes;
      const id = attributes['w:id'] ?? '';
      const key = `${name} ${id}`;
      const known = named.findIndex(note => note.key === key);
      if (known === -1) named.push({ key, part, id });
      return String(known === -1 ? named.length : known + 1);
    },
    below: () => {
      if (named.length === 0) return '';
      const texts = named.map(({ part: { root, context }, id }, index) => {
        const note = elements(root()).find(({ attributes }) => attributes['w:id'] === id);
        return renderBlocks(elements(note), { ...context, note: () => String(index + 1) }, none, none);
      });
      return `<div style="${RULE}"></div>${texts.join('')}`;
    },
  };
}
