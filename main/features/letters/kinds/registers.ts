/** Registers of papers: agreements, outgoing letters, change requests. */
import { field } from '../../../documents/letter-fields.ts';
import { coded, firmNameIn, joined, locales, namedIn } from '../letterhead.ts';
import { readAgreementLines, readLetterLines, readRequestLines } from '../register-data.ts';
import { translators } from './kind.ts';
import { nothing, register } from './register.ts';

const number = field(['номер', 'нөмірі'], 'Нөмірі', 'Номер', 'Number');
const date = field(['дата', 'күні'], 'Күні', 'Дата', 'Date');
const kindField = field(['вид', 'түрі'], 'Түрі', 'Вид', 'Kind');
const firm = field(['предприятие', 'кәсіпорын'], 'Кәсіпорын', 'Предприятие', 'Firm');
const student = field(['студент', 'білім_алушы'], 'Білім алушы', 'Обучающийся', 'Student');
const notes = field(['примечание', 'ескертпе'], 'Ескертпе', 'Примечание', 'Notes');

/** The register of agreements: the chosen lines, with the terms that hold on the day of the paper. */
export const agreementRegister = register({
  kind: 'agreementRegister',
  file: 'agreement-register',
  list: ['agreements', field(['договоры', 'шарттар'], 'Шарттар тізімі', 'Список договоров', 'List of agreements')],
  fields: {
    number,
    date,
    kind: kindField,
    firm,
    student,
    start: field(['начало', 'басталуы'], 'Басталуы', 'Начало', 'Start'),
    end: field(['окончание', 'аяқталуы'], 'Аяқталуы', 'Окончание', 'End'),
    places: field(['мест', 'орын'], 'Орын саны', 'Мест', 'Places'),
    state: field(['состояние', 'күйі'], 'Күйі', 'Состояние', 'State'),
  },
  read: readAgreementLines,
  daysOf: line => [line.signedOn],
  row: (line, language) => ({
    number: line.number,
    date: locales[language].date(line.signedOn) || nothing,
    kind: namedIn({ ru: line.typeRu, kk: line.typeKk, en: line.typeEn }, language),
    firm: firmNameIn({ ru: line.firmNameRu, kk: line.firmNameKk }, language),
    student: line.student ?? nothing,
    start: locales[language].date(line.startsOn) || nothing,
    end: line.endsOn === null ? translators[language]('letters.openEnded') : locales[language].date(line.endsOn),
    places: line.places === null ? nothing : String(line.places),
    state: translators[language].dynamic(`states.agreement.${line.state}`),
  }),
});

/** The register of outgoing letters. */
export const letterRegister = register({
  kind: 'letterRegister',
  file: 'letter-register',
  list: ['letters', field(['письма', 'хаттар'], 'Хаттар тізімі', 'Список писем', 'List of letters')],
  fields: {
    number,
    date,
    kind: kindField,
    firm,
    subject: field(['о_чём', 'мазмұны'], 'Не туралы', 'О чём', 'Subject'),
    student,
    notes,
  },
  read: readLetterLines,
  daysOf: line => [line.issuedOn],
  row: (line, language) => ({
    number: line.number === '' ? nothing : line.number,
    date: locales[language].date(line.issuedOn),
    kind: translators[language].dynamic(`states.letterKind.${line.kind}`),
    firm: line.firmNameRu === null ? nothing : firmNameIn({ ru: line.firmNameRu, kk: line.firmNameKk }, language),
    subject: line.subject,
    student: line.student ?? nothing,
    notes: joined('; ', line.void === 1 ? translators[language]('states.letter.void') : '', line.notes) || nothing,
  }),
});

/** The register of what firms and councils have asked to change, and of what became of it. */
export const requestRegister = register({
  kind: 'requestRegister',
  file: 'request-register',
  list: ['requests', field(['предложения', 'ұсыныстар'], 'Ұсыныстар тізімі', 'Список предложений', 'List of requests')],
  fields: {
    number,
    date,
    firm: field(['от_кого', 'кімнен'], 'Кімнен түсті', 'От кого поступило', 'From'),
    specialty: field(['специальность', 'мамандық'], 'Мамандық', 'Специальность', 'Specialty'),
    module: field(['модуль'], 'Модуль немесе оқыту нәтижесі', 'Модуль или результат обучения', 'Module or outcome'),
    proposal: field(['предложение', 'ұсыныс'], 'Ұсыныстың мәтіні', 'Текст предложения', 'Proposed text'),
    decision: field(['решение', 'шешім'], 'Шешім, күні және хаттама', 'Решение, дата и протокол', 'Decision'),
    reply: field(['ответ', 'жауап'], 'Жауап хаттың нөмірі мен күні', 'Номер и дата ответа', 'Reply letter'),
    implemented: field(['внедрено', 'енгізілді'], 'Енгізілген күні', 'Дата внедрения', 'Implemented on'),
  },
  read: readRequestLines,
  daysOf: line => [line.receivedOn],
  row: (line, language) => {
    const locale = locales[language];
    return {
      number: line.number,
      date: locale.date(line.receivedOn),
      firm:
        line.firmNameRu === null
          ? line.councilRu === null || line.councilKk === null
            ? nothing
            : namedIn({ ru: line.councilRu, kk: line.councilKk, en: null }, language)
          : joined(', ', firmNameIn({ ru: line.firmNameRu, kk: line.firmNameKk }, language), line.contact),
      specialty: coded(line.specialtyCode, line.specialtyRu, line.specialtyKk, language) || nothing,
      module: line.module ?? nothing,
      proposal: line.proposal,
      decision: joined(
        ', ',
        translators[language].dynamic(`states.request.${line.state}`),
        locale.date(line.decidedOn),
        line.minuteNumber === null ? '' : translators[language]('letters.minuteNumber', { number: line.minuteNumber }),
      ),
      reply: line.replyNumber === null ? nothing : joined(', ', `№ ${line.replyNumber}`, locale.date(line.repliedOn)),
      implemented: locale.date(line.implementedOn) || nothing,
    };
  },
});
