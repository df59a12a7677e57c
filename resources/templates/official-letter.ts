/** How a letter to a firm is laid out, whatever it says: head, number, addressee, what it is about, text, signature. */
import { AlignmentType } from 'docx';
import { type Edition, type InLanguages, inEdition, leading, letterFoot } from './editions.ts';
import {
  type Block,
  collegeSignature,
  letterhead,
  paragraph,
  prose,
  reference,
  sideBySide,
  spacer,
} from './letter-parts.ts';
import { type Column, columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

/** The words of a letter; a field between `{#field}` and `{/field}` prints its part only when it has a value. */
export type LetterWords = {
  readonly subject: string;
  readonly body: readonly string[];
  /** What stands below the list of a letter that has one. */
  readonly closing?: readonly string[];
  readonly headings?: readonly string[];
};

type Letter = { readonly words: InLanguages<LetterWords>; readonly columns?: readonly Column[] };

/** The last paragraph stays on the page of the signature. */
const paragraphs = (texts: readonly string[], last: boolean, style: object): Block[] =>
  texts.map((text, index) => prose(text, { ...style, keepNext: last && index === texts.length - 1 }));

function oneLanguage({ subject, body, closing = [] }: LetterWords, students: readonly Block[]): Block[] {
  return [
    paragraph(subject, { bold: true, after: 8, keepNext: true }),
    ...paragraphs(body, closing.length === 0, {}),
    ...students,
    ...paragraphs(closing, true, {}),
  ];
}

function twoLanguages(words: InLanguages<LetterWords>, students: readonly Block[]): Block[] {
  const style = { indent: 0, size: 11, line: 1.15, align: AlignmentType.LEFT } as const;
  const half = (language: 'kk' | 'ru', part: 'body' | 'closing'): Block[] => {
    const { subject, body, closing = [] } = inEdition(words[language], language);
    if (part === 'closing') return paragraphs(closing, true, style);
    return [
      paragraph(subject, { bold: true, after: 6, size: 11.5, line: 1.15, keepNext: true }),
      ...paragraphs(body, closing.length === 0, style),
    ];
  };
  return [
    sideBySide(half('kk', 'body'), half('ru', 'body')),
    ...(students.length === 0
      ? []
      : [spacer(4), ...students, sideBySide(half('kk', 'closing'), half('ru', 'closing'))]),
  ];
}

/** The builder of a letter's template in any edition. */
export const officialLetter =
  ({ words, columns }: Letter) =>
  (edition: Edition): Promise<Buffer> => {
    const headings = { kk: words.kk.headings ?? [], ru: words.ru.headings ?? [], en: words.en.headings ?? [] };
    const students = columns === undefined ? [] : list(columnsIn(edition, columns, headings));
    return packLetter(
      [
        ...letterhead(),
        ...reference(edition),
        ...(edition === 'kk-ru' ? twoLanguages(words, students) : oneLanguage(words[edition], students)),
        spacer(20, { keepNext: true }),
        ...collegeSignature(edition),
      ],
      { edition, title: words[leading(edition)].subject.replaceAll(/\{[^}]*\}\s*/gu, ''), foot: letterFoot[edition] },
    );
  };
