/** The wording of the answer to a firm's curriculum change request, in its four editions. */

import { AlignmentType } from 'docx';
import type { LetterLanguage } from '../../main/documents/letter-fields.ts';
import { addressees, bilingualSignature, inLanguage, numberLine, pageWords } from './direction-letter.ts';
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

type Language = 'kk' | 'ru' | 'en';

/** What stands between the braces of a field prints only when that field has a value. */
const texts = {
  kk: {
    subject: 'Білім беру бағдарламасын өзгерту туралы ұсынысты қарау нәтижесі',
    intro:
      '{college} Сіздің {requestDate} № {requestNumber} ұсынысыңыздың{#specialty} ({specialty} мамандығы){/specialty} қаралғанын хабарлайды.',
    lines: [
      '{#module}Модуль немесе оқыту нәтижесі: {module} {/module}Ұсыныстың мазмұны: {proposal}',
      'Шешім: **{decision}**{#minutes} Негіздеме: {minutes}.{/minutes}{#decisionText} Шешімнің мазмұны: {decisionText}{/decisionText}{#reason} Себебі: {reason}{/reason}{#hours} Бағдарламадағы сағат саны: {hours}.{/hours}{#effectiveYear} Өзгеріс {effectiveYear} оқу жылынан бастап қолданылады.{/effectiveYear}',
    ],
    closing:
      'Колледждің білім беру бағдарламаларын жаңартуға қатысқаныңыз үшін алғыс білдіреміз және ынтымақтастықты жалғастыруға дайынбыз.',
    seal: 'М.О.',
    executor: 'Орынд.: {executor}, тел.: {executorPhone}',
  },
  ru: {
    subject: 'О рассмотрении предложения по изменению образовательной программы',
    intro:
      '{college} сообщает, что Ваше предложение от {requestDate} № {requestNumber}{#specialty} по специальности {specialty}{/specialty} рассмотрено.',
    lines: [
      '{#module}Модуль или результат обучения: {module} {/module}Содержание предложения: {proposal}',
      'Решение: **{decision}**{#minutes} Основание: {minutes}.{/minutes}{#decisionText} Содержание решения: {decisionText}{/decisionText}{#reason} Причина: {reason}{/reason}{#hours} Часы по программе: {hours}.{/hours}{#effectiveYear} Изменение действует с {effectiveYear} учебного года.{/effectiveYear}',
    ],
    closing: 'Благодарим за участие в обновлении образовательных программ колледжа и готовы продолжать сотрудничество.',
    seal: 'М.П.',
    executor: 'Исп.: {executor}, тел.: {executorPhone}',
  },
  en: {
    subject: 'Outcome of your request to change the educational programme',
    intro:
      '{college} informs you that your request No. {requestNumber} of {requestDate}{#specialty} concerning the specialty {specialty}{/specialty} has been considered.',
    lines: [
      '{#module}Module or learning outcome: {module} {/module}Request: {proposal}',
      'Decision: **{decision}**{#minutes} Basis: {minutes}.{/minutes}{#decisionText} Wording of the decision: {decisionText}{/decisionText}{#reason} Reason: {reason}{/reason}{#hours} Hours in the programme: {hours}.{/hours}{#effectiveYear} The change applies from the {effectiveYear} school year.{/effectiveYear}',
    ],
    closing:
      'Thank you for helping to keep the college’s programmes up to date. The college is ready to continue the cooperation.',
    seal: 'Seal',
    executor: 'Contact: {executor}, tel. {executorPhone}',
  },
} as const;

function oneLanguage(language: Language): Block[] {
  const text = texts[language];
  return [
    ...letterhead(),
    ...reference(numberLine[language], '{date}', ['{recipient}', '**{firm}**', '{firmAddress}']),
    paragraph(text.subject, { bold: true, after: 8, keepNext: true }),
    prose(text.intro),
    ...text.lines.map(line => prose(line)),
    prose(text.closing, { before: 6, after: 24 }),
    ...signature('{signatoryPosition}', '{signatory}', text.seal, text.executor),
  ];
}

/** Puts the language on every field, also on those that open and close a conditional part. */
export const conditional = (text: string, language: Language): string =>
  inLanguage(text, language).replaceAll(/\{([#/])([A-Za-z]+)\}/g, `{$1$2_${language}}`);

function twoLanguages(): Block[] {
  const half = (language: Language): Block[] => {
    const text = texts[language];
    const style = { indent: 0, size: 11, line: 1.15, align: AlignmentType.LEFT } as const;
    return [
      paragraph(text.subject, { bold: true, after: 6, size: 11.5, line: 1.15 }),
      ...[text.intro, ...text.lines, text.closing].map(line => prose(conditional(line, language), style)),
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
export function buildReplyLetter(language: LetterLanguage): Promise<Buffer> {
  const children = language === 'kk-ru' ? twoLanguages() : oneLanguage(language);
  return packLetter(children, pageWords[language], texts[language === 'kk-ru' ? 'kk' : language].subject);
}
