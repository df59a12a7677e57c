/** The wording of the extract from an order on practice. */
import { AlignmentType } from 'docx';
import { type Edition, type InLanguages, inEdition, joinedOnce, leading } from './editions.ts';
import {
  type Block,
  collegeSignature,
  letterhead,
  paragraph,
  prose,
  sideBySide,
  spacer,
  title,
} from './letter-parts.ts';
import { type Column, columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

type Words = {
  readonly title: string;
  readonly number: string;
  readonly subject: string;
  readonly command: string;
  readonly clause: string;
  readonly after: string;
  /** That the extract is true to the order, and who has made it. */
  readonly right: string;
  readonly made: string;
  readonly foot: string;
};

const texts: InLanguages<Words> = {
  kk: {
    title: 'БҰЙРЫҚТАН ҮЗІНДІ',
    number: '{orderDate}, № {orderNumber}',
    subject: 'Білім алушыларды тәжірибеге жіберу туралы',
    command: 'БҰЙЫРАМЫН:',
    clause:
      '1. Төмендегі {studentCount} білім алушы {start} – {end} аралығында тәжірибеге ({practice}) жіберілсін. Мамандығы: {specialties}.',
    after: '2. Бұйрықтың орындалуын бақылау тәжірибе басшысына жүктелсін: {practiceHead}.',
    right: 'Үзінді дұрыс',
    made: 'Үзіндіні дайындаған: {executor}, {date}',
    foot: '{orderDate} № {orderNumber} бұйрықтан үзінді',
  },
  ru: {
    title: 'ВЫПИСКА ИЗ ПРИКАЗА',
    number: 'от {orderDate} № {orderNumber}',
    subject: 'О направлении обучающихся на практику',
    command: 'ПРИКАЗЫВАЮ:',
    clause:
      '1. Направить на практику ({practice}) с {start} по {end} обучающихся согласно списку, всего {studentCount}. Специальность: {specialties}.',
    after: '2. Контроль за исполнением приказа возложить на руководителя практики: {practiceHead}.',
    right: 'Выписка верна',
    made: 'Выписку подготовил(а): {executor}, {date}',
    foot: 'Выписка из приказа от {orderDate} № {orderNumber}',
  },
  en: {
    title: 'EXTRACT FROM AN ORDER',
    number: 'No. {orderNumber} of {orderDate}',
    subject: 'On sending students to practice',
    command: 'I HEREBY ORDER:',
    clause:
      '1. To send the {studentCount} students listed below to practice ({practice}) from {start} to {end}. Specialty: {specialties}.',
    after: '2. Control over the execution of the order is entrusted to the head of practice: {practiceHead}.',
    right: 'True extract',
    made: 'Extract prepared by: {executor}, {date}',
    foot: 'Extract from order No. {orderNumber} of {orderDate}',
  },
};

/** The specialty is the same for a whole group: it stands above the list, and the rows bear its code. */
const columns: readonly Column[] = [
  { width: 7, value: '{index}', center: true },
  { width: 45, value: '{student}' },
  { width: 17, value: '{group}', center: true },
  { width: 17, value: '{specialtyCode}', center: true },
  { width: 40, value: '{firm}', differs: true },
  { width: 19, value: '{start}–\n{end}', center: true },
  { width: 25, value: '{supervisor}' },
];
const headings: InLanguages<readonly string[]> = {
  kk: ['№', 'Тегі, аты, әкесінің аты', 'Тобы', 'Коды', 'Кәсіпорын', 'Мерзімі', 'Жетекшісі'],
  ru: ['№', 'Фамилия, имя, отчество', 'Группа', 'Код', 'Предприятие', 'Срок', 'Руководитель'],
  en: ['No.', 'Full name', 'Group', 'Code', 'Firm', 'Dates', 'Supervisor'],
};

/** The parts above the list, below it, and below the signature. */
type Parts = { readonly above: readonly Block[]; readonly below: readonly Block[]; readonly right: readonly Block[] };

const oneLanguage = (text: Words): Parts => ({
  above: [
    ...title(text.title, text.number),
    paragraph(text.subject, { bold: true, after: 6, before: 4, keepNext: true }),
    paragraph(text.command, { spacing: 1, after: 4, keepNext: true }),
    prose(text.clause, { after: 6, keepNext: true }),
  ],
  below: [prose(text.after, { keepNext: true })],
  right: [paragraph(text.right, { size: 11, keepNext: true }), paragraph(text.made, { size: 11 })],
});

function twoLanguages(): Parts {
  const style = { indent: 0, size: 11, line: 1.15, align: AlignmentType.LEFT, keepNext: true } as const;
  const centred = { align: AlignmentType.CENTER, line: 1.1, keepNext: true } as const;
  const half = (language: 'kk' | 'ru'): Parts => {
    const text = inEdition(texts[language], language);
    return {
      above: [
        paragraph(text.title, { ...centred, bold: true }),
        paragraph(text.number, { ...centred, size: 11, after: 5 }),
        paragraph(text.subject, { bold: true, size: 11, line: 1.15, after: 4, keepNext: true }),
        paragraph(text.command, { size: 11, after: 3, keepNext: true }),
        prose(text.clause, style),
      ],
      below: [prose(text.after, style)],
      right: [text.right, text.made].map(line => paragraph(line, { size: 10 })),
    };
  };
  const [kk, ru] = [half('kk'), half('ru')];
  return {
    above: [sideBySide(kk.above, ru.above), spacer(6, { keepNext: true })],
    below: [sideBySide(kk.below, ru.below)],
    right: [sideBySide(kk.right, ru.right)],
  };
}

/** The template of one edition. */
export function buildOrderExtract(edition: Edition): Promise<Buffer> {
  const { above, below, right } = edition === 'kk-ru' ? twoLanguages() : oneLanguage(texts[edition]);
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      ...above,
      ...list(columnsIn(edition, columns, headings)),
      ...below,
      spacer(10, { keepNext: true }),
      ...collegeSignature(edition, { executor: false }),
      spacer(10),
      ...right,
    ],
    {
      edition,
      title: texts[leading(edition)].title,
      foot: joinedOnce(edition, language => texts[language].foot),
    },
  );
}
