/** The wording of the extract from an order on practice, in its three editions. */
import { AlignmentType } from 'docx';
import { bilingualSignature, inLanguage, pageWords } from './direction-letter.ts';
import {
  type Block,
  letterhead,
  list,
  packLetter,
  paragraph,
  prose,
  sideBySide,
  signature,
  spacer,
  title,
} from './letter-parts.ts';

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

/** Columns whose words differ between the languages; names, codes and dates are printed once. */
const translated: readonly number[] = [3, 4];

function twoLanguages(): Block[] {
  const style = { indent: 0, size: 11, line: 1.15, align: AlignmentType.LEFT } as const;
  const half = (language: Language): Block[] => {
    const text = texts[language];
    const center = { align: AlignmentType.CENTER, line: 1.1 } as const;
    return [
      paragraph(text.title, { ...center, bold: true }),
      paragraph(inLanguage(text.number, language), { ...center, size: 11, after: 5 }),
      paragraph(text.subject, { bold: true, size: 11, line: 1.15, after: 4 }),
      paragraph(text.command, { size: 11, after: 3 }),
      prose(inLanguage(text.clause, language), style),
    ];
  };
  const after = (language: Language): Block[] =>
    texts[language].after.map(clause => prose(inLanguage(clause, language), style));
  const right = (language: Language): Block[] =>
    [texts[language].right, inLanguage(texts[language].executor, language)].map(line => paragraph(line, { size: 10 }));
  return [
    ...letterhead(),
    spacer(6),
    sideBySide(half('kk'), half('ru')),
    spacer(6),
    ...list(
      columns.map((column, index) => {
        const kk = texts.kk.heads[index] ?? '';
        const ru = texts.ru.heads[index] ?? '';
        const { value } = column;
        return {
          ...column,
          heading: kk === ru ? kk : `${kk} / ${ru}`,
          value: translated.includes(index) ? `${inLanguage(value, 'kk')} /\n${inLanguage(value, 'ru')}` : value,
        };
      }),
    ),
    sideBySide(after('kk'), after('ru')),
    spacer(10),
    ...bilingualSignature(`${texts.kk.seal} / ${texts.ru.seal}`),
    spacer(10),
    sideBySide(right('kk'), right('ru')),
  ];
}

/** The template file of one edition. */
export function buildOrderExtract(language: Language | 'kk-ru'): Promise<Buffer> {
  if (language === 'kk-ru') return packLetter(twoLanguages(), pageWords['kk-ru'], texts.kk.title);
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
