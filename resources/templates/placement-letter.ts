/** The wording of the letter that sends a list of students to a firm, in its four editions. */

import { AlignmentType } from 'docx';
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import { addressees, bilingualSignature, inLanguage, numberLine, pageWords } from './direction-letter.ts';
import {
  type Block,
  type ListColumn,
  letterhead,
  list,
  packLetter,
  paragraph,
  prose,
  reference,
  sideBySide,
  signature,
  spacer,
} from './letter-parts.ts';

type Language = 'kk' | 'ru' | 'en';

const texts = {
  kk: {
    subject: 'Білім алушыларды тәжірибеге жіберу туралы',
    intro:
      '{college} төмендегі тізімге сәйкес білім алушыларды тәжірибеге қабылдауды сұрайды. Негіздеме: {agreement}; {orderDate} № {orderNumber} бұйрық.',
    term: 'Тәжірибе түрі: {practice}. Мерзімі: {start} – {end}.',
    count: 'Білім алушылардың жалпы саны: **{studentCount}**.',
    request:
      'Білім алушыларға тәлімгерлер бекітуді, қауіпсіздік және еңбекті қорғау бойынша кіріспе және бастапқы нұсқама өткізуді, тәжірибе бағдарламасына сәйкес жұмыс орындарымен қамтамасыз етуді және қабылдауға дайындығыңызды бес жұмыс күні ішінде жазбаша растауды сұраймыз.',
    head: 'Колледждегі тәжірибе басшысы: {practiceHead}.',
    seal: 'М.О.',
    executor: 'Орынд.: {executor}, тел.: {executorPhone}',
  },
  ru: {
    subject: 'О направлении обучающихся на практику',
    intro:
      '{college} просит принять на практику обучающихся согласно приведённому ниже списку. Основание: {agreement}; приказ от {orderDate} № {orderNumber}.',
    term: 'Вид практики: {practice}. Срок: с {start} по {end}.',
    count: 'Всего обучающихся: **{studentCount}**.',
    request:
      'Просим закрепить за обучающимися наставников, провести вводный и первичный инструктажи по безопасности и охране труда, обеспечить рабочими местами в соответствии с программой практики и в течение пяти рабочих дней письменно подтвердить готовность к приёму.',
    head: 'Руководитель практики от колледжа: {practiceHead}.',
    seal: 'М.П.',
    executor: 'Исп.: {executor}, тел.: {executorPhone}',
  },
  en: {
    subject: 'Students sent to a practical placement',
    intro:
      '{college} requests that the students listed below be accepted for a practical placement. Basis: {agreement}; order No. {orderNumber} of {orderDate}.',
    term: 'Placement: {practice}. Dates: {start} – {end}.',
    count: 'Students in total: **{studentCount}**.',
    request:
      'Please appoint mentors, give the introductory and workplace safety briefings, provide workplaces in accordance with the placement programme, and confirm in writing within five working days that the students can be accepted.',
    head: 'Head of practice at the college: {practiceHead}.',
    seal: 'Seal',
    executor: 'Contact: {executor}, tel. {executorPhone}',
  },
} as const;

const headings: Readonly<Record<Language, readonly string[]>> = {
  kk: ['№', 'Тегі, аты, әкесінің аты', 'Мамандығы', 'Тобы', 'Курсы', 'Сағат', 'Тәлімгер'],
  ru: ['№', 'Фамилия, имя, отчество', 'Специальность', 'Группа', 'Курс', 'Часы', 'Наставник'],
  en: ['No.', 'Full name', 'Specialty', 'Group', 'Year', 'Hours', 'Mentor'],
};

/** Wide enough for the longest word of a specialty; the practice and its term are the same for all and stand above the list. */
const widths = [8, 43, 48, 19, 13, 13, 26] as const;
const values = ['{index}', '{student}', '{specialty}', '{group}', '{course}', '{hours}', '{mentor}'] as const;
const centred: readonly number[] = [0, 3, 4, 5];
/** Columns whose words differ between the languages; names, codes and numbers are printed once. */
const translated: readonly number[] = [2];

function columns(language: LetterLanguage): ListColumn[] {
  return widths.map((width, index) => {
    const value = values[index] ?? '';
    const kk = headings.kk[index] ?? '';
    const ru = headings.ru[index] ?? '';
    return {
      width,
      heading: language === 'kk-ru' ? (kk === ru ? kk : `${kk} / ${ru}`) : (headings[language][index] ?? ''),
      value:
        language === 'kk-ru' && translated.includes(index)
          ? `${inLanguage(value, 'kk')} /\n${inLanguage(value, 'ru')}`
          : value,
      center: centred.includes(index),
    };
  });
}

function oneLanguage(language: Language): Block[] {
  const text = texts[language];
  return [
    ...letterhead(),
    ...reference(numberLine[language], '{date}', ['{recipient}', '**{firm}**', '{firmAddress}']),
    paragraph(text.subject, { bold: true, after: 8, keepNext: true }),
    prose(text.intro),
    prose(text.term, { after: 8, keepNext: true }),
    ...list(columns(language)),
    prose(text.count),
    prose(text.request),
    prose(text.head, { after: 18, keepNext: true }),
    ...signature('{signatoryPosition}', '{signatory}', text.seal, text.executor),
  ];
}

function twoLanguages(): Block[] {
  const { kk, ru } = texts;
  const half = (language: Language): Block[] => {
    const text = texts[language];
    const style = { indent: 0, size: 11.5, line: 1.15, align: AlignmentType.LEFT } as const;
    return [
      paragraph(text.subject, { bold: true, after: 6, size: 11.5, line: 1.15 }),
      prose(inLanguage(text.intro, language), style),
      prose(inLanguage(text.term, language), style),
    ];
  };
  const after = (language: Language): Block[] => {
    const text = texts[language];
    const style = { indent: 0, size: 11.5, line: 1.15, align: AlignmentType.LEFT } as const;
    return [prose(text.count, style), prose(text.request, style), prose(inLanguage(text.head, language), style)];
  };
  return [
    ...letterhead(),
    ...reference('№ {number}', '{date_kk}\n{date_ru}', addressees),
    sideBySide(half('kk'), half('ru')),
    spacer(4),
    ...list(columns('kk-ru')),
    sideBySide(after('kk'), after('ru')),
    spacer(12),
    ...bilingualSignature(`${kk.seal} / ${ru.seal}`),
  ];
}

/** The template file of one edition. */
export function buildPlacementLetter(language: LetterLanguage): Promise<Buffer> {
  const children = language === 'kk-ru' ? twoLanguages() : oneLanguage(language);
  return packLetter(children, pageWords[language], texts[language === 'kk-ru' ? 'kk' : language].subject);
}
