/** The wording of the yearly letter to a firm about what has come of the partnership, in its four editions. */
import { AlignmentType } from 'docx';
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import { addressees, bilingualSignature, numberLine, pageWords } from './direction-letter.ts';
import {
  type Block,
  letterhead,
  packLetter,
  paragraph,
  prose,
  reference,
  sideBySide,
  signature,
  spacer,
} from './letter-parts.ts';
import { conditional } from './reply-letter.ts';

type Language = 'kk' | 'ru' | 'en';

/** What stands between the braces of a field prints only when that field has a value. */
const texts = {
  kk: {
    subject: '{yearName} оқу жылындағы ынтымақтастық қорытындысы туралы',
    intro:
      '{college} {yearName} оқу жылындағы ынтымақтастық үшін {firm} ұжымына алғыс білдіреді және оның қорытындысын хабарлайды.',
    results:
      '{#students}Кәсіпорында тәжірибеден және дуальды оқытудан өткен студенттер: **{students}**, кәсіпорындағы сағат саны: {hours}. {/students}{#hired}Жұмысқа алынған студенттер мен түлектер: **{hired}**. {/hired}{#engagement}Бірлескен іс-шаралар: {engagement}.{/engagement}',
    requests:
      '{#requests}Оқу бағдарламалары бойынша түскен ұсыныстар: {requests}, мақұлданғаны: {adopted}, енгізілгені: {implemented}. {/requests}{#adoptedList}Қабылданған ұсыныстар: {adoptedList} {/adoptedList}{#plans}Алдағы уақытқа жоспарланғаны: {plans}{/plans}',
    closing: 'Кадрлар даярлауға қосқан үлесіңіз үшін алғыс білдіреміз және ынтымақтастықты жалғастыруға дайынбыз.',
    seal: 'М.О.',
    executor: 'Орынд.: {executor}, тел.: {executorPhone}',
  },
  ru: {
    subject: 'Об итогах сотрудничества за {yearName} учебный год',
    intro: '{college} благодарит коллектив {firm} за сотрудничество в {yearName} учебном году и сообщает о его итогах.',
    results:
      '{#students}Студентов, прошедших на предприятии практику и дуальное обучение: **{students}**, часов на предприятии: {hours}. {/students}{#hired}Принято на работу студентов и выпускников: **{hired}**. {/hired}{#engagement}Совместные мероприятия: {engagement}.{/engagement}',
    requests:
      '{#requests}Предложений по учебным программам получено: {requests}, одобрено: {adopted}, внедрено: {implemented}. {/requests}{#adoptedList}Принятые предложения: {adoptedList} {/adoptedList}{#plans}На предстоящий период намечено: {plans}{/plans}',
    closing: 'Благодарим за вклад в подготовку кадров и готовы продолжать сотрудничество.',
    seal: 'М.П.',
    executor: 'Исп.: {executor}, тел.: {executorPhone}',
  },
  en: {
    subject: 'Results of our cooperation in the {yearName} school year',
    intro: '{college} thanks {firm} for its cooperation in the {yearName} school year and reports on the results.',
    results:
      '{#students}Students who completed placements and dual training at the firm: **{students}**, hours at the firm: {hours}. {/students}{#hired}Students and graduates hired: **{hired}**. {/hired}{#engagement}Joint activities: {engagement}.{/engagement}',
    requests:
      '{#requests}Curriculum requests received: {requests}, approved: {adopted}, implemented: {implemented}. {/requests}{#adoptedList}Adopted requests: {adoptedList} {/adoptedList}{#plans}Planned for the coming period: {plans}{/plans}',
    closing:
      'Thank you for your contribution to the training of specialists. The college is ready to continue the cooperation.',
    seal: 'Seal',
    executor: 'Contact: {executor}, tel. {executorPhone}',
  },
} as const;

const body = (language: Language): readonly string[] => {
  const { intro, results, requests, closing } = texts[language];
  return [intro, results, requests, closing];
};

function oneLanguage(language: Language): Block[] {
  const text = texts[language];
  return [
    ...letterhead(),
    ...reference(numberLine[language], '{date}', ['{recipient}', '**{firm}**', '{firmAddress}']),
    paragraph(text.subject, { bold: true, after: 8, keepNext: true }),
    ...body(language).map(line => prose(line, { align: AlignmentType.LEFT })),
    spacer(18),
    ...signature('{signatoryPosition}', '{signatory}', text.seal, text.executor),
  ];
}

function twoLanguages(): Block[] {
  const half = (language: Language): Block[] => {
    const style = { indent: 0, size: 11, line: 1.15, align: AlignmentType.LEFT } as const;
    return [
      paragraph(conditional(texts[language].subject, language), { bold: true, after: 6, size: 11.5, line: 1.15 }),
      ...body(language).map(line => prose(conditional(line, language), style)),
    ];
  };
  return [
    ...letterhead(),
    ...reference('№ {number}', '{date_kk}\n{date_ru}', addressees),
    sideBySide(half('kk'), half('ru')),
    spacer(18),
    ...bilingualSignature(`${texts.kk.seal} / ${texts.ru.seal}`),
  ];
}

/** The template file of one edition. */
export function buildFeedbackLetter(language: LetterLanguage): Promise<Buffer> {
  const children = language === 'kk-ru' ? twoLanguages() : oneLanguage(language);
  const about = {
    kk: 'Ынтымақтастық қорытындысы туралы',
    ru: 'Об итогах сотрудничества',
    en: 'Results of cooperation',
  };
  return packLetter(children, pageWords[language], about[language === 'kk-ru' ? 'kk' : language]);
}
