/** The wording of an additional agreement. */
import { contract } from './contract.ts';

/** The template of one edition. */
export const buildAmendment = contract({
  parties: ['college', 'firm'],
  list: {
    name: 'changes',
    columns: [
      { width: 10, value: '{index}', center: true },
      { width: 48, value: '{part}', differs: true },
      { width: 56, value: '{before}', differs: true },
      { width: 56, value: '{after}', differs: true },
    ],
  },
  words: {
    kk: {
      name: 'ҚОСЫМША КЕЛІСІМ',
      number: '№ {amendmentNumber}',
      to: '{agreementDate} № {agreementNumber} {agreementName} бойынша',
      foot: '№ {agreementNumber} шартқа № {amendmentNumber} қосымша келісім',
      preamble:
        '{college} («Колледж») атынан Жарғы негізінде әрекет ететін {director} және {firm} («Кәсіпорын») атынан {firmBasis} негізінде әрекет ететін {firmRepresentative}{#student}, сондай-ақ білім алушы {student}{/student} шартқа мынадай өзгерістер енгізу туралы келісті.',
      sections: [
        { title: 'Өзгерістер', clauses: ['Шарттың мына талаптары {effectiveOn} бастап жаңа редакцияда қолданылады:'] },
      ],
      headings: ['№', 'Не өзгереді', 'Бұрынғы редакциясы', 'Жаңа редакциясы'],
      after: [
        {
          title: 'Қорытынды ережелер',
          clauses: [
            'Шарттың осы келісімде аталмаған талаптары өзгеріссіз қалады.',
            'Келісім шарттың ажырамас бөлігі болып табылады, Тараптар қол қойған күннен бастап күшіне енеді және әр Тарапқа бір данадан жасалды.{#amendmentReason} Негіздеме: {amendmentReason}.{/amendmentReason}',
          ],
        },
      ],
      below: '{#student}Білім алушы: {studentSignature} ____________________ (қолы){/student}',
    },
    ru: {
      name: 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ',
      number: '№ {amendmentNumber}',
      to: 'к документу: {agreementName} от {agreementDate} № {agreementNumber}',
      foot: 'Соглашение № {amendmentNumber} к договору № {agreementNumber}',
      preamble:
        '{college} («Колледж») в лице {director}, {directorActing} на основании Устава, и {firm} («Предприятие») в лице {firmRepresentative}, {firmActing} на основании {firmBasis},{#student} а также обучающийся {student}{/student} договорились внести в договор следующие изменения.',
      sections: [
        { title: 'Изменения', clauses: ['Следующие условия договора действуют с {effectiveOn} в новой редакции:'] },
      ],
      headings: ['№', 'Что меняется', 'Было', 'Стало'],
      after: [
        {
          title: 'Заключительные положения',
          clauses: [
            'Условия договора, не названные в настоящем соглашении, остаются без изменений.',
            'Соглашение является неотъемлемой частью договора, вступает в силу со дня подписания Сторонами и составлено по одному экземпляру для каждой Стороны.{#amendmentReason} Основание: {amendmentReason}.{/amendmentReason}',
          ],
        },
      ],
      below: '{#student}Обучающийся: {studentSignature} ____________________ (подпись){/student}',
    },
    en: {
      name: 'AMENDMENT',
      number: 'No. {amendmentNumber}',
      to: 'to the {agreementName} No. {agreementNumber} of {agreementDate}',
      foot: 'Amendment No. {amendmentNumber} to contract No. {agreementNumber}',
      preamble:
        '{college} (the “College”), represented by {director} acting on the basis of the Charter, and {firm} (the “Firm”), represented by {firmRepresentative} acting on the basis of {firmBasis},{#student} as well as the student {student},{/student} have agreed to make the following changes to the contract.',
      sections: [
        {
          title: 'Changes',
          clauses: ['The following terms of the contract apply from {effectiveOn} in a new wording:'],
        },
      ],
      headings: ['No.', 'What changes', 'Before', 'After'],
      after: [
        {
          title: 'Final provisions',
          clauses: [
            'The terms of the contract not named in this amendment remain unchanged.',
            'The amendment is an integral part of the contract, enters into force on the day it is signed by the Parties and is made in one copy for each Party.{#amendmentReason} Basis: {amendmentReason}.{/amendmentReason}',
          ],
        },
      ],
      below: '{#student}Student: {studentSignature} ____________________ (signature){/student}',
    },
  },
});
