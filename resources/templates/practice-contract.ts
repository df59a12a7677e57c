/** The wording of the contract of professional practice, in Kazakh, in Russian and in both. */
import { contractHead, inEdition, type Party, parties, preamble, type Section, sections } from './contract-parts.ts';
import { type Block, list, newPage, packLetter } from './letter-parts.ts';

type Language = 'kk' | 'ru';

const kk = {
  name: 'КӘСІПТІК ТӘЖІРИБЕ ӨТКІЗУ ТУРАЛЫ ШАРТ',
  preamble:
    'Бұдан әрі «Колледж» деп аталатын {college} атынан Жарғы негізінде әрекет ететін {director} және бұдан әрі «Кәсіпорын» деп аталатын {firm} атынан {firmBasis} негізінде әрекет ететін {firmRepresentative}, бірлесіп «Тараптар» деп аталып, осы шартты төмендегілер туралы жасасты.',
  before: [
    {
      title: 'Шарттың мәні',
      clauses: [
        'Кәсіпорын Колледждің білім алушыларына кәсіптік тәжірибеден өту үшін орын береді, Колледж білім алушыларды оқу жұмыс жоспарына сәйкес жібереді.',
        'Шарттың қолданылу мерзімі: {start} – {end}. Орындардың жалпы саны: {places}.',
        'Мамандықтар мен орын саны:',
      ],
    },
  ] satisfies readonly Section[],
  heads: ['№', 'Мамандығы', 'Оқу жылы', 'Орын саны'],
  after: [
    {
      title: 'Колледждің міндеттері',
      clauses: [
        'Тәжірибе басталғанға дейін кемінде он күн бұрын Кәсіпорынға білім алушылардың тізімін, тәжірибе бағдарламасын және мерзімін жіберу.',
        'Тәжірибе жетекшісін тағайындау, тәжірибенің барысын бақылау, білім алушылардың ішкі тәртіп қағидаларын сақтауын қамтамасыз ету.',
      ],
    },
    {
      title: 'Кәсіпорынның міндеттері',
      clauses: [
        'Бағдарламаға сәйкес жұмыс орындарын беру, тәлімгерлер бекіту, қауіпсіз еңбек жағдайын жасау.',
        'Қауіпсіздік және еңбекті қорғау бойынша нұсқама өткізу, білім алушыларды бағдарламада көзделмеген жұмысқа тартпау.',
        'Тәжірибе аяқталғаннан кейін әр білім алушыға мінездеме беру.',
      ],
    },
    {
      title: 'Қорытынды ережелер',
      clauses: [
        'Тараптар міндеттемелерді орындамағаны үшін Қазақстан Республикасының заңнамасына сәйкес жауап береді. Даулар келіссөз арқылы шешіледі.',
        'Шарт екі Тарап қол қойған күннен бастап күшіне енеді, қосымша келісіммен өзгертіледі және заң күші бірдей екі данада жасалды. {#legalBasis}Негіздеме: {legalBasis}.{/legalBasis}',
      ],
    },
  ] satisfies readonly Section[],
  heading: 'Тараптардың деректемелері және қолдары',
  parties: [
    {
      name: 'Колледж',
      lines: ['{college}', 'БСН {collegeBin}', '{collegeAddress}', '{collegePhone}', '{signatoryPosition}'],
      signature: '{signatory}',
      seal: 'М.О.',
    },
    {
      name: 'Кәсіпорын',
      lines: ['{firm}', 'БСН/ЖСН {firmBin}', '{firmAddress}', '{firmPhone}', '{firmSignatoryPosition}'],
      signature: '{firmSignatory}',
      seal: 'М.О.',
    },
  ] satisfies readonly Party[],
} as const;

const ru = {
  name: 'ДОГОВОР О ПРОВЕДЕНИИ ПРОФЕССИОНАЛЬНОЙ ПРАКТИКИ',
  preamble:
    '{college}, именуемый в дальнейшем «Колледж», в лице {director}, действующего на основании Устава, и {firm}, именуемое в дальнейшем «Предприятие», в лице {firmRepresentative}, действующего на основании {firmBasis}, совместно именуемые «Стороны», заключили настоящий договор о нижеследующем.',
  before: [
    {
      title: 'Предмет договора',
      clauses: [
        'Предприятие предоставляет обучающимся Колледжа места для прохождения профессиональной практики, Колледж направляет обучающихся в соответствии с рабочим учебным планом.',
        'Срок действия договора: с {start} по {end}. Общее количество мест: {places}.',
        'Специальности и количество мест:',
      ],
    },
  ] satisfies readonly Section[],
  heads: ['№', 'Специальность', 'Учебный год', 'Мест'],
  after: [
    {
      title: 'Обязанности Колледжа',
      clauses: [
        'Не позднее чем за десять дней до начала практики направить Предприятию список обучающихся, программу и сроки практики.',
        'Назначить руководителя практики, контролировать её ход, обеспечить соблюдение обучающимися правил внутреннего распорядка.',
      ],
    },
    {
      title: 'Обязанности Предприятия',
      clauses: [
        'Предоставить рабочие места в соответствии с программой, закрепить наставников, создать безопасные условия труда.',
        'Провести инструктаж по безопасности и охране труда; не привлекать обучающихся к работам, не предусмотренным программой.',
        'По окончании практики выдать характеристику на каждого обучающегося.',
      ],
    },
    {
      title: 'Заключительные положения',
      clauses: [
        'За неисполнение обязательств Стороны отвечают в соответствии с законодательством Республики Казахстан. Споры решаются путём переговоров.',
        'Договор вступает в силу со дня подписания обеими Сторонами, изменяется дополнительным соглашением и составлен в двух экземплярах равной юридической силы. {#legalBasis}Основание: {legalBasis}.{/legalBasis}',
      ],
    },
  ] satisfies readonly Section[],
  heading: 'Реквизиты и подписи Сторон',
  parties: [
    {
      name: 'Колледж',
      lines: ['{college}', 'БИН {collegeBin}', '{collegeAddress}', '{collegePhone}', '{signatoryPosition}'],
      signature: '{signatory}',
      seal: 'М.П.',
    },
    {
      name: 'Предприятие',
      lines: ['{firm}', 'БИН/ИИН {firmBin}', '{firmAddress}', '{firmPhone}', '{firmSignatoryPosition}'],
      signature: '{firmSignatory}',
      seal: 'М.П.',
    },
  ] satisfies readonly Party[],
} as const;

const pageWords = {
  kk: { left: '№ {number} тәжірибе туралы шарт', before: '', between: '-бет, барлығы ', after: ' бет' },
  ru: { left: 'Договор о практике № {number}', before: 'Стр. ', between: ' из ', after: '' },
  'kk-ru': { left: '№ {number} шарт / Договор № {number}', before: '', between: ' / ', after: '' },
} as const;

const columns = [
  { width: 10, value: '{index}', center: true },
  { width: 110, value: '{specialty}' },
  { width: 28, value: '{year}', center: true },
  { width: 22, value: '{places}', center: true },
] as const;

const common = { number: '№ {number}', place: '{place}', date: '{date}', columns };
const wording = { kk: { ...kk, ...common }, ru: { ...ru, ...common } };

const body = (text: (typeof wording)[Language]): Block[] => [
  ...contractHead(text.name, text.number, text.place, text.date),
  preamble(text.preamble),
  ...sections(text.before),
  ...list(
    text.columns.map((column, index) => ({ ...column, heading: text.heads[index] ?? '' })),
    'specialties',
  ),
  ...sections(text.after, text.before.length),
  ...parties(text.heading, text.parties),
];

/** The template file of one edition; in two languages the whole contract stands in Kazakh, then in Russian. */
export function buildPracticeContract(language: Language | 'kk-ru'): Promise<Buffer> {
  const both = language === 'kk-ru';
  return packLetter(
    both
      ? [...body(inEdition(wording.kk, 'kk')), newPage(), ...body(inEdition(wording.ru, 'ru'))]
      : body(wording[language]),
    pageWords[language],
    wording[both ? 'kk' : language].name,
    { everyPage: true },
  );
}
