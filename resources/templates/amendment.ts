/** The wording of an additional agreement, in Kazakh and in Russian. */
import { contractHead, parties, preamble, sections } from './contract-parts.ts';
import { list, packLetter, paragraph, spacer } from './letter-parts.ts';

type Language = 'kk' | 'ru';

const texts = {
  kk: {
    name: 'ҚОСЫМША КЕЛІСІМ',
    number: '№ {amendmentNumber}',
    to: '{agreementDate} № {agreementNumber} {agreementName} бойынша',
    heads: ['№', 'Не өзгереді', 'Бұрынғы редакциясы', 'Жаңа редакциясы'],
    before: [
      { title: 'Өзгерістер', clauses: ['Шарттың мына талаптары {effectiveOn} бастап жаңа редакцияда қолданылады:'] },
    ],
    after: [
      {
        title: 'Қорытынды ережелер',
        clauses: [
          'Шарттың осы келісімде аталмаған талаптары өзгеріссіз қалады.',
          'Келісім шарттың ажырамас бөлігі болып табылады, Тараптар қол қойған күннен бастап күшіне енеді және әр Тарапқа бір данадан жасалды.{#amendmentReason} Негіздеме: {amendmentReason}.{/amendmentReason}',
        ],
      },
    ],
    heading: 'Тараптардың қолдары',
    college: 'Колледж',
    student: '{#student}Білім алушы: {studentSignature} ____________________ (қолы){/student}',
    firm: 'Кәсіпорын',
    seal: 'М.О.',
    words: {
      left: '№ {agreementNumber} шартқа № {amendmentNumber} қосымша келісім',
      before: '',
      between: '-бет, барлығы ',
      after: ' бет',
    },
  },
  ru: {
    name: 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ',
    number: '№ {amendmentNumber}',
    to: 'к документу: {agreementName} от {agreementDate} № {agreementNumber}',
    heads: ['№', 'Что меняется', 'Было', 'Стало'],
    before: [
      { title: 'Изменения', clauses: ['Следующие условия договора действуют с {effectiveOn} в новой редакции:'] },
    ],
    after: [
      {
        title: 'Заключительные положения',
        clauses: [
          'Условия договора, не названные в настоящем соглашении, остаются без изменений.',
          'Соглашение является неотъемлемой частью договора, вступает в силу со дня подписания Сторонами и составлено по одному экземпляру для каждой Стороны.{#amendmentReason} Основание: {amendmentReason}.{/amendmentReason}',
        ],
      },
    ],
    heading: 'Подписи Сторон',
    college: 'Колледж',
    student: '{#student}Обучающийся: {studentSignature} ____________________ (подпись){/student}',
    firm: 'Предприятие',
    seal: 'М.П.',
    words: {
      left: 'Соглашение № {amendmentNumber} к договору № {agreementNumber}',
      before: 'Стр. ',
      between: ' из ',
      after: '',
    },
  },
} as const;

const openings: Readonly<Record<Language, string>> = {
  kk: '{college} («Колледж») атынан Жарғы негізінде әрекет ететін {director} және {firm} («Кәсіпорын») атынан {firmBasis} негізінде әрекет ететін {firmRepresentative}{#student}, сондай-ақ білім алушы {student}{/student} шартқа мынадай өзгерістер енгізу туралы келісті.',
  ru: '{college} («Колледж») в лице {director}, действующего на основании Устава, и {firm} («Предприятие») в лице {firmRepresentative}, действующего на основании {firmBasis},{#student} а также обучающийся {student}{/student} договорились внести в договор следующие изменения.',
};

const columns = [
  { width: 10, value: '{index}', center: true },
  { width: 48, value: '{part}' },
  { width: 56, value: '{before}' },
  { width: 56, value: '{after}' },
] as const;

/** The template file of one edition. */
export function buildAmendment(language: Language): Promise<Buffer> {
  const text = texts[language];
  return packLetter(
    [
      ...contractHead(text.name, `${text.number}\n${text.to}`, '{place}', '{date}'),
      preamble(openings[language]),
      ...sections(text.before),
      ...list(
        columns.map((column, index) => ({ ...column, heading: text.heads[index] ?? '' })),
        'changes',
      ),
      ...sections(text.after, text.before.length),
      ...parties(text.heading, [
        {
          name: text.college,
          lines: ['{college}', '{signatoryPosition}'],
          signature: '{signatory}',
          seal: text.seal,
        },
        {
          name: text.firm,
          lines: ['{firm}', '{firmSignatoryPosition}'],
          signature: '{firmSignatory}',
          seal: text.seal,
        },
      ]),
      spacer(10),
      paragraph(text.student, { size: 10 }),
    ],
    text.words,
    text.name,
    { everyPage: true },
  );
}
