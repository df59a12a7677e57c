/** The sheet that goes along on a visit to a firm: whom to find there, and room for what was found. */
import { type Edition, type InLanguages, joinedOnce, type Language } from './editions.ts';
import { aboutLines, question } from './form-parts.ts';
import { letterhead, signature, spacer, title } from './letter-parts.ts';
import { columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

const texts = {
  kk: {
    title: 'БАРУ ПАРАҒЫ',
    subtitle: 'кәсіпорындағы тәжірибе барысын тексеру',
    findings: 'Анықталған жайттар',
    nextStep: 'Келесі қадам',
    nextOn: 'Мерзімі',
    college: 'Колледж өкілі',
    firm: 'Кәсіпорын өкілі',
  },
  ru: {
    title: 'ЛИСТ ПОСЕЩЕНИЯ',
    subtitle: 'проверка хода практики на предприятии',
    findings: 'Что установлено',
    nextStep: 'Следующий шаг',
    nextOn: 'Срок',
    college: 'Представитель колледжа',
    firm: 'Представитель предприятия',
  },
  en: {
    title: 'VISIT SHEET',
    subtitle: 'a look at the course of practice at the firm',
    findings: 'Findings',
    nextStep: 'Next step',
    nextOn: 'Due',
    college: 'For the college',
    firm: 'For the firm',
  },
} as const;

const about = {
  kk: [
    ['Кәсіпорын', '**{firm}**'],
    ['Мекенжайы, учаске', '{firmAddress}, {unit}'],
    ['Мақсаты', '{purpose}'],
    ['Жоспарланған күні', '{plannedOn}'],
    ['Барған күні', '{visitedOn}'],
    ['Кім барады', '{visitor}'],
  ],
  ru: [
    ['Предприятие', '**{firm}**'],
    ['Адрес, участок', '{firmAddress}, {unit}'],
    ['Цель', '{purpose}'],
    ['Запланировано на', '{plannedOn}'],
    ['День посещения', '{visitedOn}'],
    ['Кто посещает', '{visitor}'],
  ],
  en: [
    ['Firm', '**{firm}**'],
    ['Address, unit', '{firmAddress}, {unit}'],
    ['Purpose', '{purpose}'],
    ['Planned for', '{plannedOn}'],
    ['Day of the visit', '{visitedOn}'],
    ['Visitor', '{visitor}'],
  ],
} as const;

const columns = [
  { width: 9, value: '{index}', center: true },
  { width: 55, value: '{student}' },
  { width: 22, value: '{group}', center: true },
  { width: 38, value: '{mentor}' },
  { width: 18, value: ' ' },
  { width: 28, value: ' ' },
] as const;
const headings: InLanguages<readonly string[]> = {
  kk: ['№', 'Тегі, аты, әкесінің аты', 'Тобы', 'Тәлімгер', 'Орнында', 'Ескерту'],
  ru: ['№', 'Фамилия, имя, отчество', 'Группа', 'Наставник', 'На месте', 'Замечание'],
  en: ['No.', 'Full name', 'Group', 'Mentor', 'Present', 'Remark'],
};

/** The template of one edition. */
export function buildVisitSheet(edition: Edition): Promise<Buffer> {
  const word = (key: keyof (typeof texts)[Language]) => (language: Language) => texts[language][key];
  const said = (key: keyof (typeof texts)[Language]): string => joinedOnce(edition, word(key));
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      ...title(said('title'), said('subtitle')),
      ...aboutLines(edition, about),
      ...list(columnsIn(edition, columns, headings)),
      ...question(edition, { label: word('findings'), field: 'findings', lines: 4 }),
      ...question(edition, { label: word('nextStep'), field: 'nextStep' }),
      ...question(edition, { label: word('nextOn'), field: 'nextOn', differs: true }),
      spacer(10, { keepNext: true }),
      ...signature(said('college'), '{visitor}', { followed: true }),
      spacer(8, { keepNext: true }),
      ...signature(said('firm'), '', {}),
    ],
    { edition, title: said('title'), foot: '' },
  );
}
