import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ElectronPrinter, openElectronPrinter } from '#main/cli/print-pdf-electron.ts';
import { docxToPrintable } from '#main/documents/docx-to-html.ts';
import { fillTemplate, type TemplateValues } from '#main/documents/fill-template.ts';
import { printDocument } from '#main/documents/print-documents.ts';
import { kindOfLetter } from '#main/features/letters/kinds/index.ts';
import { byLanguage } from '#main/features/letters/letterhead.ts';
import { LetterKind, type LetterLanguage, letterKindFacts } from '#shared/contract/letter-kinds.ts';
import { fontsOfPdf, type PdfWord, textOfPdf, wordsOfPdf } from './office-tools.ts';
import { KAZAKH_LETTERS } from './sample-letters.ts';

const templates = LetterKind.options.flatMap(kind =>
  letterKindFacts(kind).languages.map(language => [kind, language] as const),
);

/** A name as long as the longest of real registers, with words that hardly break and every Kazakh letter. */
const longName = `«Шығысмұнаймашжабдықжөндеуқұрылыс» жауапкершілігі шектеулі серіктестігі (${KAZAKH_LETTERS})`;
const longPerson = 'Құдайбергенғалымжанова-Һәкімжанұлы Гүлбаһрамжамал Нұрмұхамедсәлімқызы';

/** Values as long as they come for what has a form of its own; every other field is a name. */
const formed: readonly (readonly [RegExp, string])[] = [
  [/^index$/u, '128'],
  [/^(?:count|studentCount|memberCount|presentCount|students|hired|requests|adopted|implemented)$/u, '128'],
  [/^(?:course|places|year|score|overall)$/u, '4,83'],
  [/^hours$/u, '1 440'],
  [/(?:Number|number)$/u, '01-25/1147'],
  [/(?:Bin|Iin)$/u, '940140000385'],
  [/Phone$/u, '+7 (7232) 00-00-00, 00-00-01'],
  [/^group$/u, '25БҚЕ-11қ/24'],
  [/^period$/u, '01.09.2026 – 30.06.2027'],
  [/^(?:student|student[A-Z]\w*|mentor|supervisor|signatory|chair|secretary|visitor|director|name)$/u, longPerson],
];
const dated = /^(?:date|start|end|from|until|yearName|effectiveYear|\w+On|\w+Date|studentBorn)$/u;

const valueOf = (field: string, row: boolean): string =>
  dated.test(field)
    ? row
      ? '31.12.2026'
      : '2026 жылғы 30 қыркүйектегі'
    : (formed.find(([pattern]) => pattern.test(field))?.[1] ?? longName);

const textOf = (fields: object, row: boolean): Record<string, string> =>
  Object.fromEntries(Object.keys(fields).map(field => [field, valueOf(field, row)]));

/** A paper in which everything is long and lists run over a page. */
function longest(kind: LetterKind, language: LetterLanguage): TemplateValues {
  const { fields, lists } = kindOfLetter(kind).catalogue;
  return {
    text: byLanguage(language, () => textOf(fields, false)),
    lists: Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [
        name,
        byLanguage(language, () => Array.from({ length: 12 }, () => textOf(list.fields, true))),
      ]),
    ),
  };
}

/** Points that rounding and the slant of letters may take. */
const slack = 1.5;

/** Words that lie upon another word: what a cell could not hold. */
function covering(words: readonly PdfWord[]): readonly string[] {
  const rows = words.toSorted((left, right) => left.page - right.page || left.top - right.top);
  return rows.flatMap((word, index) => {
    const hit = rows.slice(index + 1, index + 60).find(other => {
      const height = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top);
      const width = Math.min(word.right, other.right) - Math.max(word.left, other.left);
      return word.page === other.page && width > slack && height > (word.bottom - word.top) * 0.5;
    });
    return hit === undefined ? [] : [`${word.text} | ${hit.text}`];
  });
}

describe('every template printed with the longest values', () => {
  let printer: ElectronPrinter;
  beforeAll(async () => {
    printer = await openElectronPrinter(() => undefined);
  }, 14_400_000);
  afterAll(async () => await printer.close());

  test('a word that lies upon another is seen', async () => {
    const at = (left: number, text: string): string =>
      `<p style="position:absolute;margin:0;top:20pt;left:${left}pt;font-size:12pt">${text}</p>`;
    const pdf = await printer.print(`<body>${at(20, 'шығысмұнай')}${at(50, 'құрылыс')}${at(300, 'жөндеу')}</body>`);
    expect(covering(wordsOfPdf(pdf))).toHaveLength(1);
  });

  test.each(templates)(
    '«%s» in %s keeps its words between the margins, each in its place, with every letter and font',
    async (kind, language) => {
      const { file, catalogue } = kindOfLetter(kind);
      const template = readFileSync(new URL(`../../../resources/templates/${file}.${language}.docx`, import.meta.url));
      const document = docxToPrintable(await fillTemplate(template, catalogue, longest(kind, language)));
      const pdf = await printDocument(document, file, printer.print);
      const { width, margins } = document.page;
      const points = 72 / 25.4;
      const words = wordsOfPdf(pdf);
      const text = textOfPdf(pdf);
      expect({
        outside: words
          .filter(
            word => word.left < margins.left * points - slack || word.right > (width - margins.right) * points + slack,
          )
          .map(word => word.text),
        covering: covering(words),
        lost: [...KAZAKH_LETTERS].filter(letter => !text.includes(letter)),
        notEmbedded: fontsOfPdf(pdf).filter(({ embedded }) => !embedded),
      }).toEqual({ outside: [], covering: [], lost: [], notEmbedded: [] });
      expect(words.length).toBeGreaterThan(40);
    },
  );
});
