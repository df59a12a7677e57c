/** The forms on which a firm says of a student, and a student of the firm, what the practice was like. */
import { type Edition, type InLanguages, inBoth, joinedOnce, type Language, sealIn } from './editions.ts';
import { aboutLines, question } from './form-parts.ts';
import { letterhead, paragraph, signature, spacer, TEXT_WIDTH, title } from './letter-parts.ts';
import { columnsIn, list } from './lists.ts';
import { packLetter } from './pack-letter.ts';

type Side = 'firm' | 'student';

const texts = {
  kk: {
    title: 'БАҒАЛАУ ПАРАҒЫ',
    firm: 'кәсіпорынның тәжірибеден өткен білім алушы туралы пікірі',
    student: 'білім алушының тәжірибе туралы пікірі',
    scale: 'Бағалау: 1 – өте төмен, 2 – төмен, 3 – қанағаттанарлық, 4 – жақсы, 5 – өте жақсы.',
    overall: 'Орташа баға',
    comment: 'Пікір мен ұсыныстар',
    date: 'Толтырылған күні',
    mentor: 'Кәсіпорындағы тәлімгер',
    head: 'Кәсіпорын басшысы',
    learner: 'Білім алушы',
  },
  ru: {
    title: 'ОЦЕНОЧНЫЙ ЛИСТ',
    firm: 'отзыв предприятия об обучающемся, прошедшем практику',
    student: 'отзыв обучающегося о практике',
    scale: 'Оценка: 1 – очень низко, 2 – низко, 3 – удовлетворительно, 4 – хорошо, 5 – отлично.',
    overall: 'Средняя оценка',
    comment: 'Отзыв и предложения',
    date: 'Дата заполнения',
    mentor: 'Наставник от предприятия',
    head: 'Руководитель предприятия',
    learner: 'Обучающийся',
  },
  en: {
    title: 'EVALUATION FORM',
    firm: 'the firm on the student who has completed a placement',
    student: 'the student on the placement',
    scale: 'Scores: 1 – very low, 2 – low, 3 – satisfactory, 4 – good, 5 – excellent.',
    overall: 'Average score',
    comment: 'Comment and suggestions',
    date: 'Completed on',
    mentor: 'Mentor at the firm',
    head: 'Head of the firm',
    learner: 'Student',
  },
} as const;

const about = {
  kk: [
    ['Білім алушы', '**{student}**'],
    ['Тобы, курсы', '{group}, {course}-курс'],
    ['Мамандығы', '{specialty}'],
    ['Тәжірибе түрі', '{practice}'],
    ['Мерзімі', '{start} – {end}'],
    ['Кәсіпорын, бөлімше', '{firm}, {unit}'],
    ['Тәлімгер', '{mentor}'],
  ],
  ru: [
    ['Обучающийся', '**{student}**'],
    ['Группа, курс', '{group}, {course} курс'],
    ['Специальность', '{specialty}'],
    ['Вид практики', '{practice}'],
    ['Срок', '{start} – {end}'],
    ['Предприятие, подразделение', '{firm}, {unit}'],
    ['Наставник', '{mentor}'],
  ],
  en: [
    ['Student', '**{student}**'],
    ['Group, year', '{group}, year {course}'],
    ['Specialty', '{specialty}'],
    ['Placement', '{practice}'],
    ['Dates', '{start} – {end}'],
    ['Firm, unit', '{firm}, {unit}'],
    ['Mentor', '{mentor}'],
  ],
} as const;

const columns = [
  { width: 10, value: '{index}', center: true },
  { width: TEXT_WIDTH - 45, value: '{criterion}', differs: true },
  { width: 35, value: '{score}', center: true },
] as const;
const headings: InLanguages<readonly string[]> = {
  kk: ['№', 'Өлшемшарт', 'Баға'],
  ru: ['№', 'Критерий', 'Оценка'],
  en: ['No.', 'Criterion', 'Score'],
};

const form =
  (side: Side) =>
  (edition: Edition): Promise<Buffer> => {
    const word = (key: keyof (typeof texts)[Language]) => (language: Language) => texts[language][key];
    const said = (key: keyof (typeof texts)[Language]): string => joinedOnce(edition, word(key));
    return packLetter(
      [
        ...letterhead(),
        spacer(6),
        ...title(said('title'), said(side)),
        ...aboutLines(edition, about),
        ...inBoth(edition, word('scale')).map(text => paragraph(text, { size: 10, after: 2, keepNext: true })),
        ...list(columnsIn(edition, columns, headings), 'criteria'),
        ...question(edition, { label: word('overall'), field: 'overall' }),
        ...question(edition, { label: word('comment'), field: 'comment', lines: 4 }),
        ...question(edition, { label: word('date'), field: 'evaluatedOn', differs: true }),
        spacer(10, { keepNext: true }),
        ...(side === 'firm'
          ? [
              ...signature(said('mentor'), '{mentor}', { followed: true }),
              spacer(8, { keepNext: true }),
              ...signature(said('head'), '', { seal: sealIn(edition) }),
            ]
          : signature(said('learner'), '{student}', {})),
      ],
      { edition, title: said('title'), foot: '' },
    );
  };

/** The template of one edition of the firm's form. */
export const buildFirmEvaluation = form('firm');
/** The template of one edition of the student's form. */
export const buildStudentEvaluation = form('student');
