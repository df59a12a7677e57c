/** How a register is laid out: its name, what it covers, its lines, on A4 sheets that lie on their side. */
import { AlignmentType } from 'docx';
import { type Edition, type InLanguages, inBoth, joinedOnce, leading } from './editions.ts';
import { MUTED, paragraph, spacer } from './letter-parts.ts';
import { columnsIn, list } from './lists.ts';
import { packLetter, WIDE } from './pack-letter.ts';
import type { RegisterWords } from './register-columns.ts';

const common: InLanguages<{ readonly summary: string; readonly made: string }> = {
  kk: { summary: 'Барлығы: {count}{#from}, {from} – {until}{/from}. Жасалған күні: {date}', made: 'Жасаған' },
  ru: { summary: 'Всего строк: {count}{#from}, с {from} по {until}{/from}. Составлен {date}', made: 'Составил(а)' },
  en: { summary: '{count} lines{#from}, {from} to {until}{/from}. Made on {date}', made: 'Made by' },
};

const college: Readonly<Record<Edition, readonly string[]>> = {
  kk: ['{letterheadKk}'],
  ru: ['{letterheadRu}'],
  'kk-ru': ['{letterheadKk}', '{letterheadRu}'],
  en: ['{college}'],
};

/** The builder of a register's template in any edition. */
export const register =
  ({ list: name, title: titles, columns }: RegisterWords) =>
  (edition: Edition): Promise<Buffer> => {
    const headings = {
      kk: columns.map(({ head }) => head.kk),
      ru: columns.map(({ head }) => head.ru),
      en: columns.map(({ head }) => head.en),
    };
    // A hair less than the sheet: the outer lines have a width of their own.
    const scale = (WIDE - 0.5) / columns.reduce((sum, { width }) => sum + width, 0);
    const scaled = columns.map(column => ({ ...column, width: column.width * scale }));
    const title = joinedOnce(edition, language => titles[language]);
    const centred = { align: AlignmentType.CENTER, keepNext: true, line: 1.1 } as const;
    return packLetter(
      [
        ...college[edition].map(line => paragraph(line, { ...centred, size: 11 })),
        ...inBoth(edition, language => titles[language]).map((line, index) =>
          paragraph(line, { ...centred, bold: true, size: 14, spacing: 1, before: index === 0 ? 4 : 0 }),
        ),
        ...inBoth(edition, language => common[language].summary).map(line =>
          paragraph(line, { ...centred, size: 10, color: MUTED }),
        ),
        spacer(6, { keepNext: true }),
        ...list(columnsIn(edition, scaled, headings), name),
        spacer(8, { keepNext: true }),
        paragraph(`${joinedOnce(edition, language => common[language].made)}: {executor} ______________`, { size: 11 }),
      ],
      // Both names do not fit one line beside the number of the page.
      { edition, title, foot: titles[leading(edition)], landscape: true, everyPage: true },
    );
  };
