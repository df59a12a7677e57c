/** The wording of the minutes of a council. */
import { AlignmentType } from 'docx';
import { type Edition, type InLanguages, inBoth, inLanguage, joinedOnce, type Language } from './editions.ts';
import { aboutLines } from './form-parts.ts';
import { letterhead, paragraph, prose, signature, spacer } from './letter-parts.ts';
import { columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

const texts = {
  kk: {
    title: '№ {number} ХАТТАМА',
    foot: '№ {number} хаттама, {date}',
    present: 'Қатысқандар',
    absent: 'Қатыспағандар',
    agenda: 'Күн тәртібі және шешімдер',
    chair: 'Төраға',
    secretary: 'Хатшы',
  },
  ru: {
    title: 'ПРОТОКОЛ № {number}',
    foot: 'Протокол № {number}, {date}',
    present: 'Присутствуют',
    absent: 'Отсутствуют',
    agenda: 'Повестка дня и решения',
    chair: 'Председатель',
    secretary: 'Секретарь',
  },
  en: {
    title: 'MINUTES No. {number}',
    foot: 'Minutes No. {number}, {date}',
    present: 'Present',
    absent: 'Absent',
    agenda: 'Agenda and decisions',
    chair: 'Chair',
    secretary: 'Secretary',
  },
} as const;

const about = {
  kk: [
    ['Отырыс күні', '{date}'],
    ['Орны', '{place}'],
    ['Төраға', '{chair}'],
    ['Хатшы', '{secretary}'],
    ['Қатысқандар', '{presentCount} (кеңестің {memberCount} мүшесінен)'],
  ],
  ru: [
    ['Дата заседания', '{date}'],
    ['Место', '{place}'],
    ['Председатель', '{chair}'],
    ['Секретарь', '{secretary}'],
    ['Присутствуют', '{presentCount} из {memberCount} членов совета'],
  ],
  en: [
    ['Held on', '{date}'],
    ['Place', '{place}'],
    ['Chair', '{chair}'],
    ['Secretary', '{secretary}'],
    ['Present', '{presentCount} of {memberCount} members of the council'],
  ],
} as const;

const presentColumns = [
  { width: 10, value: '{index}', center: true },
  { width: 62, value: '{name}' },
  { width: 62, value: '{position}', differs: true },
  { width: 36, value: '{role}', differs: true },
] as const;
const presentHeads: InLanguages<readonly string[]> = {
  kk: ['№', 'Тегі, аты, әкесінің аты', 'Лауазымы, ұйымы', 'Кеңестегі қызметі'],
  ru: ['№', 'Фамилия, имя, отчество', 'Должность, организация', 'Роль в совете'],
  en: ['No.', 'Full name', 'Position, organisation', 'Role in the council'],
};
const agendaColumns = [
  { width: 10, value: '{index}', center: true },
  { width: 74, value: '{question}', differs: true },
  { width: 56, value: '{decision}', differs: true },
  { width: 30, value: '{votes}', differs: true },
] as const;
const agendaHeads: InLanguages<readonly string[]> = {
  kk: ['№', 'Тыңдалған мәселе', 'Шешім', 'Дауыс беру'],
  ru: ['№', 'Слушали', 'Решили', 'Голосование'],
  en: ['No.', 'Item', 'Decision', 'Vote'],
};

/** The template of one edition. */
export function buildCouncilMinutes(edition: Edition): Promise<Buffer> {
  const said = (key: keyof (typeof texts)[Language]): string => joinedOnce(edition, language => texts[language][key]);
  const heading = { bold: true, before: 6, after: 4, keepNext: true } as const;
  const centred = { align: AlignmentType.CENTER, keepNext: true, line: 1.1 } as const;
  const names = inBoth(edition, () => '{council}');
  const absent = edition === 'kk-ru' ? inLanguage('{absent}', 'kk') : '{absent}';
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      paragraph(said('title'), { ...centred, bold: true, size: 14, spacing: 1.5, line: 1.15 }),
      ...names.map((name, index) => paragraph(name, { ...centred, after: index === names.length - 1 ? 5 : 0 })),
      ...aboutLines(edition, about),
      paragraph(said('present'), heading),
      ...list(columnsIn(edition, presentColumns, presentHeads), 'present'),
      prose(`{#absent}${said('absent')}: ${absent}{/absent}`, { indent: 0 }),
      paragraph(said('agenda'), heading),
      ...list(columnsIn(edition, agendaColumns, agendaHeads), 'agenda'),
      spacer(12, { keepNext: true }),
      ...signature(said('chair'), edition === 'kk-ru' ? '{chair_kk}' : '{chair}', { followed: true }),
      spacer(4, { keepNext: true }),
      ...signature(said('secretary'), edition === 'kk-ru' ? '{secretary_kk}' : '{secretary}', {}),
    ],
    {
      edition,
      title: said('title')
        .replaceAll(/ ?(?:№|No\.)\u00a0?\s?\{[^}]*\}\s?/gu, ' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
      foot: edition === 'kk-ru' ? '№ {number}, {date_kk}' : texts[edition].foot,
    },
  );
}
