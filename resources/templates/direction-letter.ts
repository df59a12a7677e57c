/** The wording of the direction letter (жолдама, направление). */
import { AlignmentType } from 'docx';
import {
  type Edition,
  type InLanguages,
  inEdition,
  inLanguage,
  type Language,
  leading,
  letterFoot,
  sealIn,
  seals,
} from './editions.ts';
import { aboutLines } from './form-parts.ts';
import {
  type Block,
  collegeSignature,
  factsSideBySide,
  letterhead,
  paragraph,
  prose,
  reference,
  sideBySide,
  signature,
  spacer,
  tearOff,
  title,
} from './letter-parts.ts';
import { packLetter } from './pack-letter.ts';

type Fact = readonly [label: string, value: string];

const texts = {
  kk: {
    title: 'ЖОЛДАМА',
    subtitle: 'тәжірибеден өтуге',
    intro:
      '{college} {orderDate} № {orderNumber} бұйрыққа сәйкес төменде көрсетілген білім алушыны тәжірибеден өтуге жібереді.',
    request:
      'Білім алушыны қабылдап, оған тәлімгер бекітуіңізді, қауіпсіздік және еңбекті қорғау бойынша нұсқама өткізуіңізді, тәжірибе бағдарламасын орындауға жағдай жасауыңызды сұраймыз. Тәжірибе аяқталғаннан кейін күнделікті толтырып, мінездеме беруіңізді сұраймыз.',
    cut: 'кесу сызығы',
    confirmation: 'КЕЛГЕНІН РАСТАУ',
    note: '(кәсіпорын толтырады және колледжге үш жұмыс күні ішінде қайтарылады)',
    blanks: [
      'Білім алушы {student} ({group} тобы) {firm} кәсіпорнына 20___ жылғы «____» ______________ келді.',
      'Жұмыс орны (учаске): __________________________________________________________________',
      'Тәлімгер (Т.А.Ә., лауазымы, телефоны): __________________________________________________',
      'Қауіпсіздік және еңбекті қорғау бойынша нұсқама 20___ жылғы «____» ______________ өткізілді, журналдағы жазба № ________.',
    ],
    head: 'Кәсіпорын басшысы',
    headName: '(аты-жөні)',
  },
  ru: {
    title: 'НАПРАВЛЕНИЕ',
    subtitle: 'на прохождение практики',
    intro:
      '{college} в соответствии с приказом от {orderDate} № {orderNumber} направляет для прохождения практики обучающегося, указанного ниже.',
    request:
      'Просим принять обучающегося, закрепить за ним наставника, провести инструктаж по безопасности и охране труда и создать условия для выполнения программы практики. По окончании практики просим заполнить дневник и выдать характеристику.',
    cut: 'линия отрыва',
    confirmation: 'ПОДТВЕРЖДЕНИЕ О ПРИБЫТИИ',
    note: '(заполняется предприятием и возвращается в колледж в течение трёх рабочих дней)',
    blanks: [
      'Обучающийся {student}, группа {group}, прибыл(а) в {firm} «____» ______________ 20___ года.',
      'Рабочее место (участок): ________________________________________________________________',
      'Наставник (Ф.И.О., должность, телефон): __________________________________________________',
      'Инструктаж по безопасности и охране труда проведён «____» ______________ 20___ года, запись в журнале № ________.',
    ],
    head: 'Руководитель предприятия',
    headName: '(Ф.И.О.)',
  },
  en: {
    title: 'LETTER OF REFERRAL',
    subtitle: 'to a practical placement',
    intro:
      '{college}, by order No. {orderNumber} of {orderDate}, refers the student named below to a practical placement.',
    request:
      'Please accept the student, appoint a mentor, give the safety briefing and provide the conditions for the placement programme. At the end of the placement please complete the record book and provide a reference.',
    cut: 'tear here',
    confirmation: 'CONFIRMATION OF ARRIVAL',
    note: '(to be completed by the firm and returned to the college within three working days)',
    blanks: [
      'The student {student}, group {group}, arrived at {firm} on ______________ 20___.',
      'Workplace (unit): ______________________________________________________________________',
      'Mentor (full name, position, phone): ______________________________________________________',
      'The safety briefing was given on ______________ 20___, entry in the register No. ________.',
    ],
    head: 'Head of the firm',
    headName: '(full name)',
  },
} as const;

const factLines: InLanguages<readonly Fact[]> = {
  kk: [
    ['Білім алушы', '**{student}**'],
    ['Мамандығы', '{specialty}'],
    ['Біліктілігі', '{qualification}'],
    ['Курсы, тобы', '{course}-курс, {group} тобы'],
    ['Тәжірибе түрі', '{practice}'],
    ['Мерзімі, сағаты', '{start} – {end}, {hours} сағат'],
    ['Тәжірибе орны', '{firm}, {unit}'],
    ['Тәжірибе басшысы', '{practiceHead}'],
    ['Колледждегі жетекші', '{supervisor}'],
    ['Кәсіпорындағы тәлімгер', '{mentor}'],
  ],
  ru: [
    ['Обучающийся', '**{student}**'],
    ['Специальность', '{specialty}'],
    ['Квалификация', '{qualification}'],
    ['Курс, группа', '{course} курс, группа {group}'],
    ['Вид практики', '{practice}'],
    ['Срок, часы', 'с {start} по {end}, {hours} ч'],
    ['Место практики', '{firm}, {unit}'],
    ['Руководитель практики', '{practiceHead}'],
    ['Руководитель от колледжа', '{supervisor}'],
    ['Наставник от предприятия', '{mentor}'],
  ],
  en: [
    ['Student', '**{student}**'],
    ['Specialty', '{specialty}'],
    ['Qualification', '{qualification}'],
    ['Year, group', 'year {course}, group {group}'],
    ['Placement', '{practice}'],
    ['Dates, hours', '{start} – {end}, {hours} hours'],
    ['Place', '{firm}, {unit}'],
    ['Head of practice', '{practiceHead}'],
    ['College supervisor', '{supervisor}'],
    ['Mentor at the firm', '{mentor}'],
  ],
};

function oneLanguage(language: Language): Block[] {
  const text = texts[language];
  return [
    ...letterhead(),
    ...reference(language),
    ...title(text.title, text.subtitle),
    prose(text.intro, { line: 1.15 }),
    ...aboutLines(language, factLines),
    prose(text.request, { after: 8, line: 1.15, keepNext: true }),
    ...collegeSignature(language),
    spacer(11),
    ...tearOff(text.cut, text.confirmation, text.note, [
      ...text.blanks.map(line => paragraph(line, { size: 11, line: 1.15 })),
      spacer(6),
      ...signature(text.head, text.headName, { seal: seals[language] }),
    ]),
  ];
}

/** Both languages and the part to tear off stand on one sheet, so this edition is set smaller than the others. */
const small = { size: 10, line: 1 } as const;

function twoLanguages(): Block[] {
  const { kk, ru } = texts;
  const half = (language: 'kk' | 'ru'): Block[] => {
    const text = inEdition(texts[language], language);
    return [
      paragraph(`**${text.title}** ${text.subtitle}`, { align: AlignmentType.CENTER, size: 11, after: 1, line: 1 }),
      prose(text.intro, { indent: 0, align: AlignmentType.LEFT, after: 3, ...small }),
    ];
  };
  const head = (language: 'kk' | 'ru'): Block[] => [
    paragraph(`№ {number}, ${inLanguage('{date}', language)}`, { size: 10, after: 2, line: 1 }),
    ...['{recipient}', '**{firm}**'].map(line => paragraph(inLanguage(line, language), { size: 10, line: 1 })),
  ];
  const blanks = (language: 'kk' | 'ru'): Block[] =>
    texts[language].blanks.map(line =>
      paragraph(inLanguage(line, language).replaceAll(/_{16,}/g, '____________________________'), {
        size: 9,
        line: 1.03,
      }),
    );
  const request = { indent: 0, align: AlignmentType.LEFT, after: 0, keepNext: true, ...small } as const;
  const factsRu = inEdition(factLines.ru, 'ru');
  return [
    ...letterhead(),
    sideBySide(head('kk'), head('ru')),
    spacer(4),
    sideBySide(half('kk'), half('ru')),
    ...factsSideBySide(
      inEdition(factLines.kk, 'kk').map((fact, index) => ({ kk: fact, ru: factsRu[index] ?? fact })),
      { label: 8.5, value: 10 },
    ),
    sideBySide([prose(kk.request, request)], [prose(ru.request, request)]),
    spacer(4, { keepNext: true }),
    ...collegeSignature('kk-ru', { size: 10 }),
    spacer(3),
    ...tearOff(`${kk.cut} / ${ru.cut}`, `${kk.confirmation} / ${ru.confirmation}`, `${kk.note}\n${ru.note}`, [
      sideBySide(blanks('kk'), blanks('ru')),
      ...signature(`${kk.head} / ${ru.head}`, '', { seal: sealIn('kk-ru'), size: 10 }),
    ]),
  ];
}

/** The template of one edition. */
export const buildDirectionLetter = (edition: Edition): Promise<Buffer> =>
  packLetter(edition === 'kk-ru' ? twoLanguages() : oneLanguage(edition), {
    edition,
    title: texts[leading(edition)].title,
    foot: letterFoot[edition],
  });
