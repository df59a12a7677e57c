import { isOn, none, withProperties } from './docx-properties.ts';
import { beginsPage, type DocxSection } from './docx-sections.ts';
import { elements, type XmlElement } from './xml.ts';

/** What is repeated on the pages of one document, as HTML with `pageNumber` and `totalPages` spans as Chromium fills them. */
export type PageMarginals = { readonly header: string; readonly footer: string };

export const noMarginals: PageMarginals = { header: '', footer: '' };

/** Sections that follow one another under the same headers and footers. */
export type PageRun = {
  readonly sections: readonly [DocxSection, ...DocxSection[]];
  /** On its first page; the same as `rest` where the run does not tell it apart. */
  readonly first: PageMarginals;
  readonly rest: PageMarginals;
  /** On pages with an even number, where the document tells them apart. */
  readonly even?: PageMarginals;
};

type Kind = 'first' | 'default' | 'even';
/** Parts by what they are and on which pages they stand; what a section does not say it takes from the one before it. */
type References = Readonly<Partial<Record<`${'header' | 'footer'} ${Kind}`, string>>>;

function referencesOf({ element }: DocxSection, before: References): References {
  const own = elements(element).flatMap(({ name, attributes }) => {
    const part = /^w:(header|footer)Reference$/u.exec(name)?.[1];
    return part === undefined ? [] : [[`${part} ${attributes['w:type'] ?? 'default'}`, attributes['r:id'] ?? '']];
  });
  return { ...before, ...Object.fromEntries(own) };
}

/**
 * The runs of a document. A section that goes on on the page of the one before it belongs to its run: Word, too, sets a page
 * under the headers of the section it begins with. `render` gives the HTML of a header or footer by its relationship.
 */
export function readRuns(
  sections: readonly DocxSection[],
  settings: XmlElement | undefined,
  render: (relationship: string) => string,
): readonly PageRun[] {
  const tellsEven = isOn(withProperties(none, settings), 'w:evenAndOddHeaders');
  const runs: PageRun[] = [];
  let known: References = {};
  for (const section of sections) {
    known = referencesOf(section, known);
    const last = runs.at(-1);
    const marginalsOf = (kind: Kind): PageMarginals => ({
      header: render(known[`header ${kind}`] ?? ''),
      footer: render(known[`footer ${kind}`] ?? ''),
    });
    const rest = marginalsOf('default');
    const titlePage = isOn(section.properties, 'w:titlePg');
    const run: PageRun = {
      sections: [section],
      first: titlePage ? marginalsOf('first') : rest,
      rest,
      ...(tellsEven ? { even: marginalsOf('even') } : {}),
    };
    const goesOn = last !== undefined && (!beginsPage(section) || (!titlePage && sameMarginals(last, run)));
    if (goesOn) runs[runs.length - 1] = { ...last, sections: [...last.sections, section] };
    else runs.push(run);
  }
  return runs;
}

const sameMarginals = (one: PageRun, other: PageRun): boolean =>
  same(one.rest, other.rest) && same(one.even ?? noMarginals, other.even ?? noMarginals);

/** Whether two pages say the same above and below. */
export const same = (one: PageMarginals, other: PageMarginals): boolean =>
  one.header === other.header && one.footer === other.footer;
