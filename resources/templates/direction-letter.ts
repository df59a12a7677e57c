/** The wording of the direction letter (жолдама, направление) in its four editions. */
import { AlignmentType } from 'docx';
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import {
  type Block,
  facts,
  factsSideBySide,
  letterhead,
  type PageWords,
  packLetter,
  paragraph,
  prose,
  reference,
  sideBySide,
  signature,
  spacer,
  tearOff,
  title,
} from './letter-parts.ts';

type Language = 'kk' | 'ru' | 'en';
type Fact = readonly [label: string, value: string];

export const pageWords: Readonly<Record<LetterLanguage, PageWords>> = {
  kk: { left: '{date}, № {number}', before: '', between: '-бет, барлығы ', after: ' бет' },
  ru: { left: '{date}, № {number}', before: 'Стр. ', between: ' из ', after: '' },
  'kk-ru': { left: '{date}, № {number}', before: '', between: ' / ', after: '' },
  en: { left: '{date}, No. {number}', before: 'Page ', between: ' of ', after: '' },
};

const texts = {
  kk: {
    title: 'ЖОЛДАМА',
    subtitle: 'тәжірибеден өтуге',
    intro:
      '{college} {orderDate} № {orderNumber} бұйрыққа сәйкес төменде көрсетілген білім алушыны тәжірибеден өтуге жібереді.',
    request:
      'Білім алушыны қабылдап, оған тәлімгер бекітуіңізді, қауіпсіздік және еңбекті қорғау бойынша нұсқама өткізуіңізді, тәжірибе бағдарламасын орындауға жағдай жасауыңызды сұраймыз. Тәжірибе аяқталғаннан кейін күнделікті толтырып, мінездеме беруіңізді сұраймыз.',
    seal: 'М.О.',
    executor: 'Орынд.: {executor}, тел.: {executorPhone}',
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
    seal: 'М.П.',
    executor: 'Исп.: {executor}, тел.: {executorPhone}',
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
    seal: 'Seal',
    executor: 'Contact: {executor}, tel. {executorPhone}',
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

const factLines: Readonly<Record<Language, readonly Fact[]>> = {
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

/** The number of a letter as its language writes it. */
export const numberLine: Readonly<Record<Language, string>> = {
  kk: '№ {number}',
  ru: '№ {number}',
  en: 'No. {number}',
};

/** Puts the ending of one language on every field of a text, for letters in two languages. */
export function inLanguage(text: string, language: Language): string {
  return text.replaceAll(/\{([A-Za-z]+)\}/g, `{$1_${language}}`);
}

/** Both languages of the addressee, one under the other. */
export const addressees = ['{recipient_kk}', '**{firm_kk}**', '{recipient_ru}', '**{firm_ru}**'] as const;

/** One signature under two texts. */
export function bilingualSignature(seal: string, size?: number): Block[] {
  return signature(
    '{signatoryPosition_kk} /\n{signatoryPosition_ru}',
    '{signatory_kk}',
    seal,
    'Орынд. / Исп.: {executor}, тел.: {executorPhone}',
    size,
  );
}

function oneLanguage(language: Language): Block[] {
  const text = texts[language];
  return [
    ...letterhead(),
    ...reference(numberLine[language], '{date}', ['{recipient}', '**{firm}**', '{firmAddress}']),
    ...title(text.title, text.subtitle),
    prose(text.intro, { line: 1.15 }),
    ...facts(factLines[language]),
    prose(text.request, { after: 8, line: 1.15 }),
    ...signature('{signatoryPosition}', '{signatory}', text.seal, text.executor),
    spacer(11),
    ...tearOff(text.cut, text.confirmation, text.note, [
      ...text.blanks.map(line => paragraph(line, { size: 11, line: 1.15 })),
      spacer(6),
      ...signature(text.head, text.headName, text.seal),
    ]),
  ];
}

/** Both languages and the part to tear off stand on one sheet, so this edition is set smaller than the others. */
const small = { size: 10, line: 1.02 } as const;

function twoLanguages(): Block[] {
  const { kk, ru } = texts;
  const half = (language: Language): Block[] => {
    const text = texts[language];
    return [
      paragraph(`**${text.title}** ${text.subtitle}`, { align: AlignmentType.CENTER, size: 11, after: 2, line: 1 }),
      prose(inLanguage(text.intro, language), { indent: 0, align: AlignmentType.LEFT, after: 3, ...small }),
    ];
  };
  const addressee = (language: Language): Block[] =>
    ['{recipient}', '**{firm}**'].map(line => paragraph(inLanguage(line, language), { size: 10, line: 1 }));
  const blanks = (language: Language): Block[] =>
    texts[language].blanks.map(line =>
      paragraph(inLanguage(line, language).replaceAll(/_{16,}/g, '____________________________'), {
        size: 9,
        line: 1.1,
      }),
    );
  const request = { indent: 0, align: AlignmentType.LEFT, after: 0, ...small } as const;
  return [
    ...letterhead(),
    paragraph('№ {number}, {date_kk} / {date_ru}', { size: 10, after: 2, line: 1 }),
    sideBySide(addressee('kk'), addressee('ru')),
    spacer(4),
    sideBySide(half('kk'), half('ru')),
    ...factsSideBySide(
      factLines.kk.map((line, index) => {
        const other = factLines.ru[index] ?? line;
        return { kk: [line[0], inLanguage(line[1], 'kk')], ru: [other[0], inLanguage(other[1], 'ru')] };
      }),
      { label: 8.5, value: 10 },
    ),
    sideBySide([prose(kk.request, request)], [prose(ru.request, request)]),
    spacer(4),
    ...bilingualSignature(`${kk.seal} / ${ru.seal}`, 10),
    spacer(3),
    ...tearOff(`${kk.cut} / ${ru.cut}`, `${kk.confirmation} / ${ru.confirmation}`, `${kk.note}\n${ru.note}`, [
      sideBySide(blanks('kk'), blanks('ru')),
      ...signature(`${kk.head} / ${ru.head}`, '', `${kk.seal} / ${ru.seal}`, '', 10),
    ]),
  ];
}

/** The template file of one edition. */
export function buildDirectionLetter(language: LetterLanguage): Promise<Buffer> {
  const children = language === 'kk-ru' ? twoLanguages() : oneLanguage(language);
  return packLetter(children, pageWords[language], texts[language === 'kk-ru' ? 'kk' : language].title);
}
