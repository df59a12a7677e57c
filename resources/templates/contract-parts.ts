/** Building blocks of contracts and registers: clauses, parties with their signatures, wide tables. */
import { AlignmentType } from 'docx';
import {
  type Block,
  cell,
  noBorders,
  paragraph,
  prose,
  row,
  SMALL,
  spacer,
  TEXT_WIDTH,
  table,
  thin,
} from './letter-parts.ts';
import { conditional } from './reply-letter.ts';

/** The wording of a contract with the ending of one language on every field, for a contract in two languages. */
export function inEdition<Wording>(wording: Wording, language: 'kk' | 'ru'): Wording {
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return conditional(value, language);
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
  };
  return marked(wording) as Wording;
}

const CLAUSE = { size: 11, line: 1.12 } as const;

/** The heading of a contract: what it is, its number, then place left and date right. */
export function contractHead(name: string, number: string, place: string, date: string): Block[] {
  const half = TEXT_WIDTH / 2;
  return [
    paragraph(name, { align: AlignmentType.CENTER, bold: true, size: 14, line: 1.1, keepNext: true, spacing: 0.6 }),
    ...number
      .split('\n')
      .map((line, index) =>
        paragraph(line, { align: AlignmentType.CENTER, bold: index === 0, keepNext: true, line: 1.15 }),
      ),
    spacer(8),
    table(
      [half, half],
      [
        row([
          cell(half, [paragraph(place, { size: 11, line: 1.1 })]),
          cell(half, [paragraph(date, { size: 11, line: 1.1, align: AlignmentType.RIGHT })]),
        ]),
      ],
    ),
    spacer(8),
  ];
}

export type Section = { readonly title: string; readonly clauses: readonly string[] };

/** Numbered sections with numbered clauses: «1. Предмет», «1.1. …»; a heading stays with its first clause. `before` sections stand above. */
export function sections(list: readonly Section[], before = 0): Block[] {
  return list.flatMap(({ title, clauses }, index) => [
    paragraph(`${before + index + 1}. ${title}`, {
      bold: true,
      align: AlignmentType.CENTER,
      before: 7,
      after: 3,
      keepNext: true,
      ...CLAUSE,
    }),
    ...clauses.map((clause, line) => prose(`${before + index + 1}.${line + 1}. ${clause}`, { ...CLAUSE, after: 2 })),
  ]);
}

/** The text between the head and the first section. */
export const preamble = (text: string): Block => prose(text, { ...CLAUSE, after: 2 });

export type Party = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly signature: string;
  readonly seal: string;
};

/** The parties side by side, each with its details, a line to sign and the place of the seal; one unbreakable block. */
export function parties(heading: string, list: readonly Party[]): Block[] {
  const width = TEXT_WIDTH / list.length;
  const style = { size: 9.5, line: 1.08 } as const;
  const padding = (index: number) => ({
    left: index === 0 ? 0 : 2.5,
    right: index === list.length - 1 ? 0 : 2.5,
  });
  const line = { ...noBorders, bottom: thin };
  return [
    paragraph(heading, { bold: true, align: AlignmentType.CENTER, before: 9, after: 5, keepNext: true, ...CLAUSE }),
    table(
      list.map(() => width),
      [
        row(
          list.map((party, index) =>
            cell(
              width,
              [
                paragraph(party.name, { bold: true, keepNext: true, after: 3, ...style }),
                ...party.lines.map(text => paragraph(text, { keepNext: true, ...style })),
              ],
              { padding: padding(index) },
            ),
          ),
        ),
      ],
    ),
    spacer(4),
    table(
      list.flatMap((_, index) => (index === list.length - 1 ? [width] : [width - 5, 5])),
      [
        row(
          list.flatMap((_, index) => [
            cell(
              index === list.length - 1 ? width : width - 5,
              [paragraph('', { size: 16, line: 1, keepNext: true })],
              {
                borders: line,
              },
            ),
            ...(index === list.length - 1 ? [] : [cell(5, [paragraph('', { line: 1 })])]),
          ]),
        ),
        row(
          list.flatMap((party, index) => [
            cell(
              index === list.length - 1 ? width : width - 5,
              [
                paragraph(party.signature, { ...style, keepNext: true }),
                paragraph(party.seal, { size: SMALL, line: 1.1, color: '595959' }),
              ],
              { padding: { top: 0.8 } },
            ),
            ...(index === list.length - 1 ? [] : [cell(5, [paragraph('', { line: 1 })])]),
          ]),
        ),
      ],
    ),
  ];
}
