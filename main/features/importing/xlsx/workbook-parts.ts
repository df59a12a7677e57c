import { attributeOf, createXmlScanner, type XmlHandlers } from './xml-scanner.ts';

export type Relation = { readonly id: string; readonly type: string; readonly target: string };
export type SheetInfo = { readonly name: string; readonly relation: string; readonly hidden: boolean };

/** The relations of a part, their targets as paths inside the archive. */
export function relationsOf(xml: string, part: string): readonly Relation[] {
  const relations: Relation[] = [];
  scan(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: pathFrom(part, attributeOf(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** The sheets of a workbook in their order, and whether its days are counted from 1904. */
export function workbookOf(xml: string): { readonly sheets: readonly SheetInfo[]; readonly date1904: boolean } {
  const sheets: SheetInfo[] = [];
  let date1904 = false;
  scan(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/u.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attributeOf(attributes, 'state');
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        relation: attributeOf(attributes, 'id') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
      });
    },
  });
  return { sheets, date1904 };
}

/** Formats every program has built in for dates and times. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** For each style of a cell, whether it shows a number as a date. */
export function dateStylesOf(xml: string): readonly boolean[] {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  scan(xml, {
    open: (name, attributes) => {
      const format = Number(attributeOf(attributes, 'numFmtId'));
      if (name === 'numFmt') formats.set(format, attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(format);
    },
    close: name => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map(format => {
    const code = formats.get(format);
    return code === undefined ? builtInDates.has(format) : isDateFormat(code);
  });
}

/** Whether a format code shows a day or a time; words in quotes, colours and fillers do not count. */
export function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/iu.test(code)) return true;
  const bare = code.replace(/"[^"]*"|\\.|[*_].|\[[^\]]*\]/gu, '').trim();
  return !/^General$/iu.test(bare) && /[ydhs]|m{3}|a\/p/iu.test(bare);
}

/** Tells of each text that cells refer to by its number, in their order. */
export function sharedTexts(found: (text: string) => void): XmlHandlers {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: name => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: piece => {
      if (inText) text += piece;
    },
    close: name => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') found(text);
    },
  };
}

function scan(xml: string, handlers: XmlHandlers): void {
  const scanner = createXmlScanner(handlers);
  scanner.write(xml);
  scanner.end();
}

function pathFrom(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
