/** Lists of a template: a heading row that repeats, and a row for each of those listed. */
import { AlignmentType, VerticalAlign } from 'docx';
import { type Edition, type InLanguages, inLanguage, joinedOnce } from './editions.ts';
import { type Block, cell, paragraph, row, spacer, TABLE_TEXT, table, thin } from './letter-parts.ts';

/** A column before it has its heading; `differs` where its words differ between the languages: names, codes and numbers are printed once. */
export type Column = {
  readonly width: number;
  readonly value: string;
  readonly center?: boolean;
  readonly differs?: boolean;
};

export type ListColumn = Column & { readonly heading: string };

/** Columns as an edition has them: both languages in the headings and, where they differ, in the rows. */
export const columnsIn = (
  edition: Edition,
  columns: readonly Column[],
  headings: InLanguages<readonly string[]>,
): ListColumn[] =>
  columns.map((column, index) => ({
    ...column,
    heading: joinedOnce(edition, language => headings[language][index] ?? ''),
    value: edition === 'kk-ru' && column.differs ? inLanguage(column.value, 'both') : column.value,
  }));

/** A list of the template, that of the students unless named: the heading row repeats on every page and no row is split. */
export function list(columns: readonly ListColumn[], name = 'students'): Block[] {
  const borders = { top: thin, bottom: thin, left: thin, right: thin };
  const padding = { top: 0.7, bottom: 0.7, left: 0.8, right: 0.8 };
  const style = (center: boolean | undefined) => ({
    size: TABLE_TEXT,
    line: 1,
    align: center ? AlignmentType.CENTER : AlignmentType.LEFT,
  });
  const last = columns.length - 1;
  const value = (column: ListColumn, index: number): string =>
    (index === 0 ? `{#${name}}` : '') + column.value + (index === last ? `{/${name}}` : '');
  return [
    table(
      columns.map(({ width }) => width),
      [
        row(
          columns.map(({ width, heading }) =>
            cell(width, [paragraph(heading, { ...style(true), bold: true, size: 9 })], {
              borders,
              padding,
              vertical: VerticalAlign.CENTER,
              shading: 'F2F2F2',
            }),
          ),
          { header: true },
        ),
        row(
          columns.map((column, index) =>
            cell(
              column.width,
              value(column, index)
                .split('\n')
                .map(line => paragraph(line, style(column.center))),
              { borders, padding },
            ),
          ),
        ),
      ],
    ),
    spacer(6),
  ];
}
