/** The sheet that goes along on a visit to a firm: whom to find there, and room for what was found. */
import { pageWords } from './direction-letter.ts';
import { aboutLines, answer, type Edition, joinedOnce, ruled } from './form-parts.ts';
import { type Block, letterhead, list, packLetter, paragraph, signature, spacer, title } from './letter-parts.ts';

const texts = {
  kk: {
    title: 'БАРУ ПАРАҒЫ',
    subtitle: 'кәсіпорындағы тәжірибе барысын тексеру',
    heads: ['№', 'Тегі, аты, әкесінің аты', 'Тобы', 'Тәлімгер', 'Орнында', 'Ескерту'],
    findings: 'Анықталған жайттар',
    nextStep: 'Келесі қадам',
    nextOn: 'Мерзімі',
    college: 'Колледж өкілі',
    firm: 'Кәсіпорын өкілі',
    lines: [
      ['Кәсіпорын', '**{firm}**'],
      ['Мекенжайы, учаске', '{firmAddress}, {unit}'],
      ['Мақсаты', '{purpose}'],
      ['Жоспарланған күні', '{plannedOn}'],
      ['Барған күні', '{visitedOn}'],
      ['Кім барады', '{visitor}'],
    ],
  },
  ru: {
    title: 'ЛИСТ ПОСЕЩЕНИЯ',
    subtitle: 'проверка хода практики на предприятии',
    heads: ['№', 'Фамилия, имя, отчество', 'Группа', 'Наставник', 'На месте', 'Замечание'],
    findings: 'Что установлено',
    nextStep: 'Следующий шаг',
    nextOn: 'Срок',
    college: 'Представитель колледжа',
    firm: 'Представитель предприятия',
    lines: [
      ['Предприятие', '**{firm}**'],
      ['Адрес, участок', '{firmAddress}, {unit}'],
      ['Цель', '{purpose}'],
      ['Запланировано на', '{plannedOn}'],
      ['День посещения', '{visitedOn}'],
      ['Кто посещает', '{visitor}'],
    ],
  },
} as const;

const columns = [
  { width: 9, value: '{index}', center: true },
  { width: 55, value: '{student}' },
  { width: 22, value: '{group}', center: true },
  { width: 38, value: '{mentor}' },
  { width: 18, value: ' ' },
  { width: 28, value: ' ' },
] as const;

const small = { size: 11, after: 4 } as const;

/** The template file of one edition. */
export function buildVisitSheet(edition: Edition): Promise<Buffer> {
  const joined = (key: 'title' | 'subtitle' | 'college' | 'firm'): string =>
    joinedOnce(edition, language => texts[language][key]);
  const asked = (key: 'findings' | 'nextStep' | 'nextOn', differs = false): Block =>
    paragraph(
      answer(edition, language => texts[language][key], key, differs),
      small,
    );
  const heading = (index: number): string => joinedOnce(edition, language => texts[language].heads[index] ?? '');
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      ...title(joined('title'), joined('subtitle')),
      ...aboutLines(edition, { kk: texts.kk.lines, ru: texts.ru.lines }),
      ...list(columns.map((column, index) => ({ ...column, heading: heading(index) }))),
      asked('findings'),
      paragraph(ruled, small),
      paragraph(ruled, small),
      asked('nextStep'),
      asked('nextOn', true),
      spacer(10),
      ...signature(joined('college'), '{visitor}', ''),
      spacer(8),
      ...signature(joined('firm'), '', ''),
    ],
    { ...pageWords[edition], left: '' },
    joined('title'),
  );
}
