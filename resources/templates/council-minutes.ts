/** The wording of the minutes of a council, in its three editions. */
import { AlignmentType } from 'docx';
import { inLanguage } from './direction-letter.ts';
import {
  type Block,
  facts,
  factsSideBySide,
  type ListColumn,
  letterhead,
  list,
  type PageWords,
  packLetter,
  paragraph,
  prose,
  signature,
  spacer,
  title,
} from './letter-parts.ts';

type Language = 'kk' | 'ru';

type Edition = Language | 'kk-ru';

const pageWords: Readonly<Record<Edition, PageWords>> = {
  'kk-ru': { left: '№ {number}, {date_kk}', before: '', between: ' / ', after: '' },
  kk: { left: '№ {number} хаттама, {date}', before: '', between: '-бет, барлығы ', after: ' бет' },
  ru: { left: 'Протокол № {number}, {date}', before: 'Стр. ', between: ' из ', after: '' },
};

const texts = {
  kk: {
    title: '№ {number} ХАТТАМА',
    facts: [
      ['Отырыс күні', '{date}'],
      ['Орны', '{place}'],
      ['Төраға', '{chair}'],
      ['Хатшы', '{secretary}'],
      ['Қатысқандар', '{presentCount} (кеңестің {memberCount} мүшесінен)'],
    ],
    present: 'Қатысқандар',
    presentHeads: ['№', 'Тегі, аты, әкесінің аты', 'Лауазымы, ұйымы', 'Кеңестегі қызметі'],
    absent: '{#absent}Қатыспағандар: {absent}{/absent}',
    agenda: 'Күн тәртібі және шешімдер',
    agendaHeads: ['№', 'Тыңдалған мәселе', 'Шешім', 'Дауыс беру'],
    chair: 'Төраға',
    secretary: 'Хатшы',
  },
  ru: {
    title: 'ПРОТОКОЛ № {number}',
    facts: [
      ['Дата заседания', '{date}'],
      ['Место', '{place}'],
      ['Председатель', '{chair}'],
      ['Секретарь', '{secretary}'],
      ['Присутствуют', '{presentCount} из {memberCount} членов совета'],
    ],
    present: 'Присутствуют',
    presentHeads: ['№', 'Фамилия, имя, отчество', 'Должность, организация', 'Роль в совете'],
    absent: '{#absent}Отсутствуют: {absent}{/absent}',
    agenda: 'Повестка дня и решения',
    agendaHeads: ['№', 'Слушали', 'Решили', 'Голосование'],
    chair: 'Председатель',
    secretary: 'Секретарь',
  },
} as const;

const presentColumns = [
  { width: 10, value: '{index}', center: true },
  { width: 62, value: '{name}' },
  { width: 62, value: '{position}' },
  { width: 36, value: '{role}' },
] as const;
const agendaColumns = [
  { width: 10, value: '{index}', center: true },
  { width: 74, value: '{question}' },
  { width: 56, value: '{decision}' },
  { width: 30, value: '{votes}' },
] as const;

const headed = (columns: readonly Omit<ListColumn, 'heading'>[], heads: readonly string[]): ListColumn[] =>
  columns.map((column, index) => ({ ...column, heading: heads[index] ?? '' }));

function blocks(language: Language): Block[] {
  const text = texts[language];
  const heading = { bold: true, before: 6, after: 4, keepNext: true } as const;
  return [
    ...letterhead(),
    spacer(6),
    ...title(text.title, '{council}'),
    ...facts(text.facts),
    paragraph(text.present, heading),
    ...list(headed(presentColumns, text.presentHeads), 'present'),
    prose(text.absent, { indent: 0 }),
    paragraph(text.agenda, heading),
    ...list(headed(agendaColumns, text.agendaHeads), 'agenda'),
    spacer(12),
    ...signature(text.chair, '{chair}', ''),
    ...signature(text.secretary, '{secretary}', ''),
  ];
}

/** Columns in two languages: the words that differ stand one under the other. */
const bilingual = (
  columns: readonly Omit<ListColumn, 'heading'>[],
  heads: 'presentHeads' | 'agendaHeads',
  differ: readonly number[],
): ListColumn[] =>
  columns.map((column, index) => {
    const kk = texts.kk[heads][index];
    const ru = texts.ru[heads][index];
    const value = differ.includes(index)
      ? `${inLanguage(column.value, 'kk')} /\n${inLanguage(column.value, 'ru')}`
      : column.value;
    return { ...column, value, heading: kk === ru ? kk : `${kk} / ${ru}` };
  });

function bothLanguages(): Block[] {
  const heading = { bold: true, before: 6, after: 4, keepNext: true } as const;
  const centred = { align: AlignmentType.CENTER, keepNext: true, line: 1.1 } as const;
  const { kk, ru } = texts;
  return [
    ...letterhead(),
    spacer(6),
    ...title('№ {number} ХАТТАМА / ПРОТОКОЛ № {number}', '{council_kk}'),
    paragraph('{council_ru}', { ...centred, after: 5 }),
    ...factsSideBySide(
      kk.facts.map(([label, value], index) => {
        const [labelRu = '', valueRu = ''] = ru.facts[index] ?? [];
        return { kk: [label, inLanguage(value, 'kk')], ru: [labelRu, inLanguage(valueRu, 'ru')] };
      }),
    ),
    paragraph(`${kk.present} / ${ru.present}`, heading),
    ...list(bilingual(presentColumns, 'presentHeads', [2, 3]), 'present'),
    prose('{#absent_kk}Қатыспағандар / Отсутствуют: {absent_kk}{/absent_kk}', { indent: 0 }),
    paragraph(`${kk.agenda} / ${ru.agenda}`, heading),
    ...list(bilingual(agendaColumns, 'agendaHeads', [1, 2, 3]), 'agenda'),
    spacer(12),
    ...signature(`${kk.chair} / ${ru.chair}`, '{chair_kk}', ''),
    ...signature(`${kk.secretary} / ${ru.secretary}`, '{secretary_kk}', ''),
  ];
}

/** The template file of one edition. */
export function buildCouncilMinutes(language: Edition): Promise<Buffer> {
  if (language === 'kk-ru') return packLetter(bothLanguages(), pageWords['kk-ru'], 'ХАТТАМА / ПРОТОКОЛ');
  return packLetter(blocks(language), pageWords[language], texts[language].title.replace(' {number}', ''));
}
