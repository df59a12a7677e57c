/** The forms on which a firm says of a student, and a student of the firm, what the practice was like. */
import { pageWords } from './direction-letter.ts';
import { aboutLines, answer, type Edition, inBoth, joinedOnce, ruled } from './form-parts.ts';
import {
  type Block,
  letterhead,
  list,
  packLetter,
  paragraph,
  signature,
  spacer,
  TEXT_WIDTH,
  title,
} from './letter-parts.ts';

type Side = 'firm' | 'student';

const texts = {
  kk: {
    title: 'БАҒАЛАУ ПАРАҒЫ',
    firm: 'кәсіпорынның тәжірибеден өткен білім алушы туралы пікірі',
    student: 'білім алушының тәжірибе туралы пікірі',
    scale: 'Бағалау: 1 – өте төмен, 2 – төмен, 3 – қанағаттанарлық, 4 – жақсы, 5 – өте жақсы.',
    heads: ['№', 'Өлшемшарт', 'Баға (1–5)'],
    overall: 'Орташа баға',
    comment: 'Пікір мен ұсыныстар',
    date: 'Толтырылған күні',
    mentor: 'Кәсіпорындағы тәлімгер',
    head: 'Кәсіпорын басшысы',
    learner: 'Білім алушы',
    seal: 'М.О.',
    lines: [
      ['Білім алушы', '**{student}**'],
      ['Тобы, курсы', '{group}, {course}-курс'],
      ['Мамандығы', '{specialty}'],
      ['Тәжірибе түрі', '{practice}'],
      ['Мерзімі', '{start} – {end}'],
      ['Кәсіпорын, бөлімше', '{firm}, {unit}'],
      ['Тәлімгер', '{mentor}'],
    ],
  },
  ru: {
    title: 'ОЦЕНОЧНЫЙ ЛИСТ',
    firm: 'отзыв предприятия об обучающемся, прошедшем практику',
    student: 'отзыв обучающегося о практике',
    scale: 'Оценка: 1 – очень низко, 2 – низко, 3 – удовлетворительно, 4 – хорошо, 5 – отлично.',
    heads: ['№', 'Критерий', 'Оценка (1–5)'],
    overall: 'Средняя оценка',
    comment: 'Отзыв и предложения',
    date: 'Дата заполнения',
    mentor: 'Наставник от предприятия',
    head: 'Руководитель предприятия',
    learner: 'Обучающийся',
    seal: 'М.П.',
    lines: [
      ['Обучающийся', '**{student}**'],
      ['Группа, курс', '{group}, {course} курс'],
      ['Специальность', '{specialty}'],
      ['Вид практики', '{practice}'],
      ['Срок', '{start} – {end}'],
      ['Предприятие, подразделение', '{firm}, {unit}'],
      ['Наставник', '{mentor}'],
    ],
  },
} as const;

const widths = [10, TEXT_WIDTH - 45, 35] as const;
function scores(edition: Edition): Block[] {
  const heading = (index: number): string => joinedOnce(edition, language => texts[language].heads[index] ?? '');
  const criterion = edition === 'kk-ru' ? '{criterion_kk} /\n{criterion_ru}' : '{criterion}';
  return list(
    [
      { width: widths[0], heading: heading(0), value: '{index}', center: true },
      { width: widths[1], heading: heading(1), value: criterion },
      { width: widths[2], heading: heading(2), value: '{score}', center: true },
    ],
    'criteria',
  );
}

function signatures(side: Side, edition: Edition): Block[] {
  const words = (key: 'mentor' | 'head' | 'learner' | 'seal'): string =>
    joinedOnce(edition, language => texts[language][key]);
  return side === 'firm'
    ? [...signature(words('mentor'), '{mentor}', ''), spacer(8), ...signature(words('head'), '', words('seal'))]
    : signature(words('learner'), '{student}', '');
}

function build(side: Side, edition: Edition): Promise<Buffer> {
  const heading = (key: 'title' | Side): string => joinedOnce(edition, language => texts[language][key]);
  const small = { size: 11, after: 4 } as const;
  const asked = (key: 'overall' | 'comment' | 'date', field: string, differs = false): Block =>
    paragraph(
      answer(edition, language => texts[language][key], field, differs),
      small,
    );
  return packLetter(
    [
      ...letterhead(),
      spacer(6),
      ...title(heading('title'), heading(side)),
      ...aboutLines(edition, { kk: texts.kk.lines, ru: texts.ru.lines }),
      ...inBoth(edition, language => texts[language].scale).map(text => paragraph(text, { size: 10, after: 2 })),
      ...scores(edition),
      asked('overall', 'overall'),
      asked('comment', 'comment'),
      paragraph(ruled, small),
      paragraph(ruled, small),
      asked('date', 'evaluatedOn', true),
      spacer(10),
      ...signatures(side, edition),
    ],
    { ...pageWords[edition], left: '' },
    heading('title'),
  );
}

/** The template of the firm's form. */
export const buildFirmEvaluation = (edition: Edition): Promise<Buffer> => build('firm', edition);
/** The template of the student's form. */
export const buildStudentEvaluation = (edition: Edition): Promise<Buffer> => build('student', edition);
