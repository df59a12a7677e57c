/** The wording of the minutes of a council, in its two editions. */
import {
  type Block,
  facts,
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

const pageWords: Readonly<Record<Language, PageWords>> = {
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

/** The template file of one edition. */
export function buildCouncilMinutes(language: Language): Promise<Buffer> {
  return packLetter(blocks(language), pageWords[language], texts[language].title.replace(' {number}', ''));
}
