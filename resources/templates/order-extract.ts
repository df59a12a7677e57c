/** The wording of the extract from an order on practice, in Kazakh and in Russian. */
import { AlignmentType } from 'docx';
import { letterhead, list, packLetter, paragraph, prose, signature, spacer, title } from './letter-parts.ts';

type Language = 'kk' | 'ru';

const texts = {
  kk: {
    title: 'БҰЙРЫҚТАН ҮЗІНДІ',
    number: '{orderDate}, № {orderNumber}',
    subject: 'Білім алушыларды тәжірибеге жіберу туралы',
    command: 'БҰЙЫРАМЫН:',
    clause: '1. Төмендегі {studentCount} білім алушы {start} – {end} аралығында тәжірибеге ({practice}) жіберілсін:',
    heads: ['№', 'Тегі, аты, әкесінің аты', 'Тобы', 'Мамандығы', 'Кәсіпорын', 'Мерзімі', 'Жетекшісі'],
    after: ['2. Бұйрықтың орындалуын бақылау тәжірибе басшысына жүктелсін: {practiceHead}.'],
    right: 'Үзінді дұрыс',
    executor: 'Үзіндіні дайындаған: {executor}, {date}',
    seal: 'М.О.',
    words: {
      left: '{orderDate} № {orderNumber} бұйрықтан үзінді',
      before: '',
      between: '-бет, барлығы ',
      after: ' бет',
    },
  },
  ru: {
    title: 'ВЫПИСКА ИЗ ПРИКАЗА',
    number: 'от {orderDate} № {orderNumber}',
    subject: 'О направлении обучающихся на практику',
    command: 'ПРИКАЗЫВАЮ:',
    clause:
      '1. Направить на практику ({practice}) с {start} по {end} обучающихся согласно списку, всего {studentCount}:',
    heads: ['№', 'Фамилия, имя, отчество', 'Группа', 'Специальность', 'Предприятие', 'Срок', 'Руководитель'],
    after: ['2. Контроль за исполнением приказа возложить на руководителя практики: {practiceHead}.'],
    right: 'Выписка верна',
    executor: 'Выписку подготовил(а): {executor}, {date}',
    seal: 'М.П.',
    words: { left: 'Выписка из приказа от {orderDate} № {orderNumber}', before: 'Стр. ', between: ' из ', after: '' },
  },
} as const;

const columns = [
  { width: 7, value: '{index}', center: true },
  { width: 36, value: '{student}' },
  { width: 17, value: '{group}', center: true },
  { width: 40, value: '{specialty}' },
  { width: 30, value: '{firm}' },
  { width: 19, value: '{start}–\n{end}', center: true },
  { width: 21, value: '{supervisor}' },
] as const;

/** The template file of one edition. */
export function buildOrderExtract(language: Language): Promise<Buffer> {
  const text = texts[language];
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      ...title(text.title, text.number),
      paragraph(text.subject, { bold: true, after: 6, before: 4, keepNext: true }),
      paragraph(text.command, { spacing: 1, after: 4, keepNext: true }),
      prose(text.clause, { after: 6, keepNext: true }),
      ...list(columns.map((column, index) => ({ ...column, heading: text.heads[index] ?? '' }))),
      ...text.after.map(clause => prose(clause)),
      spacer(10),
      ...signature('{signatoryPosition}', '{signatory}', text.seal),
      spacer(10),
      paragraph(text.right, { size: 11, keepNext: true }),
      paragraph(text.executor, { size: 11, align: AlignmentType.LEFT }),
    ],
    text.words,
    text.title,
  );
}
