/** The wording of the answer to a firm's curriculum change request. */
import { officialLetter } from './official-letter.ts';

/** The template of one edition. */
export const buildReplyLetter = officialLetter({
  words: {
    kk: {
      subject: 'Білім беру бағдарламасын өзгерту туралы ұсынысты қарау нәтижесі',
      body: [
        '{college} Сіздің {requestDate} № {requestNumber} ұсынысыңыздың{#specialty} ({specialty} мамандығы){/specialty} қаралғанын хабарлайды.',
        '{#module}Модуль немесе оқыту нәтижесі: {module} {/module}Ұсыныстың мазмұны: {proposal}',
        'Шешім: **{decision}**{#minutes} Негіздеме: {minutes}.{/minutes}{#decisionText} Шешімнің мазмұны: {decisionText}{/decisionText}{#reason} Себебі: {reason}{/reason}{#hours} Бағдарламадағы сағат саны: {hours}.{/hours}{#effectiveYear} Өзгеріс {effectiveYear} оқу жылынан бастап қолданылады.{/effectiveYear}',
        'Колледждің білім беру бағдарламаларын жаңартуға қатысқаныңыз үшін алғыс білдіреміз және ынтымақтастықты жалғастыруға дайынбыз.',
      ],
    },
    ru: {
      subject: 'О рассмотрении предложения по изменению образовательной программы',
      body: [
        '{college} сообщает, что Ваше предложение от {requestDate} № {requestNumber}{#specialty} по специальности {specialty}{/specialty} рассмотрено.',
        '{#module}Модуль или результат обучения: {module} {/module}Содержание предложения: {proposal}',
        'Решение: **{decision}**{#minutes} Основание: {minutes}.{/minutes}{#decisionText} Содержание решения: {decisionText}{/decisionText}{#reason} Причина: {reason}{/reason}{#hours} Часы по программе: {hours}.{/hours}{#effectiveYear} Изменение действует с {effectiveYear} учебного года.{/effectiveYear}',
        'Благодарим за участие в обновлении образовательных программ колледжа и готовы продолжать сотрудничество.',
      ],
    },
    en: {
      subject: 'Outcome of your request to change the educational programme',
      body: [
        '{college} informs you that your request No. {requestNumber} of {requestDate}{#specialty} concerning the specialty {specialty}{/specialty} has been considered.',
        '{#module}Module or learning outcome: {module} {/module}Request: {proposal}',
        'Decision: **{decision}**{#minutes} Basis: {minutes}.{/minutes}{#decisionText} Wording of the decision: {decisionText}{/decisionText}{#reason} Reason: {reason}{/reason}{#hours} Hours in the programme: {hours}.{/hours}{#effectiveYear} The change applies from the {effectiveYear} school year.{/effectiveYear}',
        'Thank you for helping to keep the college’s programmes up to date. The college is ready to continue the cooperation.',
      ],
    },
  },
});
