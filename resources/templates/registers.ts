/** The wording of the printed registers, on A4 sheets that lie on their side. */
import { AlignmentType } from 'docx';
import { type ListColumn, list, packLetter, paragraph, spacer, WIDE } from './letter-parts.ts';

type Language = 'kk' | 'ru' | 'en';
type Words = {
  readonly title: string;
  readonly heads: readonly string[];
};

const common = {
  kk: {
    summary: 'Барлығы: {count}, {from} – {until}. Жасалған күні: {date}',
    made: 'Жасаған: {executor} ______________',
    page: { before: '', between: '-бет, барлығы ', after: ' бет' },
  },
  ru: {
    summary: 'Всего строк: {count}, с {from} по {until}. Составлен {date}',
    made: 'Составил(а): {executor} ______________',
    page: { before: 'Стр. ', between: ' из ', after: '' },
  },
  en: {
    summary: '{count} lines, {from} to {until}. Made on {date}',
    made: 'Made by: {executor} ______________',
    page: { before: 'Page ', between: ' of ', after: '' },
  },
} as const;

const agreements: Readonly<Record<Language, Words>> = {
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

const letters: Readonly<Record<Language, Words>> = {
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
  { width: 40, value: '{kind}' },
  { width: 52, value: '{firm}' },
  { width: 40, value: '{student}' },
  { width: 20, value: '{start}', center: true },
  { width: 20, value: '{end}', center: true },
  { width: 12, value: '{places}', center: true },
  { width: 24, value: '{state}' },
] as const;

const letterColumns = [
  { width: 9, value: '{index}', center: true },
  { width: 24, value: '{number}' },
  { width: 20, value: '{date}', center: true },
  { width: 32, value: '{kind}' },
  { width: 54, value: '{firm}' },
  { width: 60, value: '{subject}' },
  { width: 39, value: '{student}' },
  { width: 24, value: '{notes}' },
] as const;

type Column = Omit<ListColumn, 'heading'>;

function register(language: Language, words: Words, columns: readonly Column[], name: string): Promise<Buffer> {
  const { summary, made, page } = common[language];
  const college = { kk: '{letterheadKk}', ru: '{letterheadRu}', en: '{college}' }[language];
  const scale = WIDE / columns.reduce((sum, { width }) => sum + width, 0);
  return packLetter(
    [
      paragraph(college, { align: AlignmentType.CENTER, size: 11, line: 1.1 }),
      paragraph(words.title, {
        align: AlignmentType.CENTER,
        bold: true,
        size: 14,
        spacing: 1,
        before: 4,
        line: 1.1,
        keepNext: true,
      }),
      paragraph(summary, { align: AlignmentType.CENTER, size: 10, color: '595959', after: 6, keepNext: true }),
      ...list(
        columns.map((column, index) => ({
          ...column,
          width: column.width * scale,
          heading: words.heads[index] ?? '',
        })),
        name,
      ),
      spacer(8),
      paragraph(made, { size: 11 }),
    ],
    { left: words.title, ...page },
    words.title,
    { landscape: true, everyPage: true },
  );
}

/** The template file of one edition of the register of agreements. */
export const buildAgreementRegister = (language: Language): Promise<Buffer> =>
  register(language, agreements[language], agreementColumns, 'agreements');

/** The template file of one edition of the register of outgoing letters. */
export const buildLetterRegister = (language: Language): Promise<Buffer> =>
  register(language, letters[language], letterColumns, 'letters');
