/** The wording of the printed registers, on A4 sheets that lie on their side. */
import { AlignmentType } from 'docx';
import { type Edition, type InLanguages, inBoth, joinedOnce } from './editions.ts';
import { MUTED, paragraph, spacer } from './letter-parts.ts';
import { type Column, columnsIn, list } from './lists.ts';
import { packLetter, WIDE } from './pack-letter.ts';

type Words = {
  readonly title: string;
  readonly heads: readonly string[];
};

const common = {
  kk: {
    summary: 'Барлығы: {count}, {from} – {until}. Жасалған күні: {date}',
    made: 'Жасаған',
  },
  ru: {
    summary: 'Всего строк: {count}, с {from} по {until}. Составлен {date}',
    made: 'Составил(а)',
  },
  en: {
    summary: '{count} lines, {from} to {until}. Made on {date}',
    made: 'Made by',
  },
} as const;

const agreements: InLanguages<Words> = {
  kk: {
    title: 'ШАРТТАР ТІЗІЛІМІ',
    heads: [
      '№',
      'Нөмірі',
      'Қол қойылған күні',
      'Түрі',
      'Кәсіпорын',
      'Білім алушы',
      'Басталуы',
      'Аяқталуы',
      'Орын',
      'Күйі',
    ],
  },
  ru: {
    title: 'РЕЕСТР ДОГОВОРОВ',
    heads: ['№', 'Номер', 'Подписан', 'Вид', 'Предприятие', 'Обучающийся', 'Начало', 'Окончание', 'Мест', 'Состояние'],
  },
  en: {
    title: 'REGISTER OF AGREEMENTS',
    heads: ['No.', 'Number', 'Signed', 'Kind', 'Firm', 'Student', 'Start', 'End', 'Places', 'State'],
  },
};

const letters: InLanguages<Words> = {
  kk: {
    title: 'ШЫҒЫС ХАТТАР ТІЗІЛІМІ',
    heads: ['№', 'Нөмірі', 'Күні', 'Түрі', 'Кімге', 'Не туралы', 'Білім алушы', 'Ескертпе'],
  },
  ru: {
    title: 'ЖУРНАЛ ИСХОДЯЩИХ ПИСЕМ',
    heads: ['№', 'Номер', 'Дата', 'Вид', 'Кому', 'О чём', 'Обучающийся', 'Примечание'],
  },
  en: {
    title: 'REGISTER OF OUTGOING LETTERS',
    heads: ['No.', 'Number', 'Date', 'Kind', 'To', 'Subject', 'Student', 'Notes'],
  },
};

const agreementColumns = [
  { width: 9, value: '{index}', center: true },
  { width: 25, value: '{number}' },
  { width: 20, value: '{date}', center: true },
  { width: 40, value: '{kind}', differs: true },
  { width: 52, value: '{firm}', differs: true },
  { width: 40, value: '{student}' },
  { width: 20, value: '{start}', center: true },
  { width: 20, value: '{end}', center: true, differs: true },
  { width: 12, value: '{places}', center: true },
  { width: 24, value: '{state}', differs: true },
] as const;

const letterColumns = [
  { width: 9, value: '{index}', center: true },
  { width: 24, value: '{number}' },
  { width: 20, value: '{date}', center: true },
  { width: 32, value: '{kind}', differs: true },
  { width: 54, value: '{firm}', differs: true },
  { width: 60, value: '{subject}', differs: true },
  { width: 39, value: '{student}' },
  { width: 24, value: '{notes}', differs: true },
] as const;

type Register = {
  readonly words: InLanguages<Words>;
  readonly columns: readonly Column[];
  /** The list of the template. */
  readonly name: string;
};

const register =
  ({ words, columns, name }: Register) =>
  (edition: Edition): Promise<Buffer> => {
    const college = {
      kk: ['{letterheadKk}'],
      ru: ['{letterheadRu}'],
      'kk-ru': ['{letterheadKk}', '{letterheadRu}'],
      en: ['{college}'],
    };
    const heads = { kk: words.kk.heads, ru: words.ru.heads, en: words.en.heads };
    // A hair less than the sheet: the outer lines have a width of their own.
    const scale = (WIDE - 0.5) / columns.reduce((sum, { width }) => sum + width, 0);
    const title = joinedOnce(edition, language => words[language].title);
    const centred = { align: AlignmentType.CENTER, keepNext: true, line: 1.1 } as const;
    return packLetter(
      [
        ...college[edition].map(line => paragraph(line, { ...centred, size: 11 })),
        paragraph(title, { ...centred, bold: true, size: 14, spacing: 1, before: 4 }),
        ...inBoth(edition, language => common[language].summary).map(line =>
          paragraph(line, { ...centred, size: 10, color: MUTED }),
        ),
        spacer(6, { keepNext: true }),
        ...list(
          columnsIn(
            edition,
            columns.map(column => ({ ...column, width: column.width * scale })),
            heads,
          ),
          name,
        ),
        spacer(8, { keepNext: true }),
        paragraph(`${joinedOnce(edition, language => common[language].made)}: {executor} ______________`, { size: 11 }),
      ],
      { edition, title, foot: title, landscape: true, everyPage: true },
    );
  };

/** The template of one edition of the register of agreements. */
export const buildAgreementRegister = register({ words: agreements, columns: agreementColumns, name: 'agreements' });

/** The template of one edition of the register of outgoing letters. */
export const buildLetterRegister = register({ words: letters, columns: letterColumns, name: 'letters' });
