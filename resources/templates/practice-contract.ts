/** The wording of the contract of professional practice. */
import { contract } from './contract.ts';

/** The template of one edition. */
export const buildPracticeContract = contract({
  parties: ['college', 'firm'],
  list: {
    name: 'specialties',
    columns: [
      { width: 10, value: '{index}', center: true },
      { width: 110, value: '{specialty}', differs: true },
      { width: 28, value: '{year}', center: true, differs: true },
      { width: 22, value: '{places}', center: true, differs: true },
    ],
  },
  words: {
    kk: {
      name: 'КӘСІПТІК ТӘЖІРИБЕ ӨТКІЗУ ТУРАЛЫ ШАРТ',
      number: '№ {number}',
      foot: '№ {number} тәжірибе туралы шарт',
      preamble:
        'Бұдан әрі «Колледж» деп аталатын {college} атынан Жарғы негізінде әрекет ететін {director} және бұдан әрі «Кәсіпорын» деп аталатын {firm} атынан {firmBasis} негізінде әрекет ететін {firmRepresentative}, бірлесіп «Тараптар» деп аталып, осы шартты төмендегілер туралы жасасты.',
      sections: [
        {
          title: 'Шарттың мәні',
          clauses: [
            'Кәсіпорын Колледждің білім алушыларына кәсіптік тәжірибеден өту үшін орын береді, Колледж білім алушыларды оқу жұмыс жоспарына сәйкес жібереді.',
            'Шарттың қолданылу мерзімі: {start} – {end}. Орындардың жалпы саны: {places}.',
            'Мамандықтар мен орын саны:',
          ],
        },
      ],
      headings: ['№', 'Мамандығы', 'Оқу жылы', 'Орын саны'],
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
      ],
    },
    ru: {
      name: 'ДОГОВОР О ПРОВЕДЕНИИ ПРОФЕССИОНАЛЬНОЙ ПРАКТИКИ',
      number: '№ {number}',
      foot: 'Договор о практике № {number}',
      preamble:
        '{college} (далее – «Колледж») в лице {director}, {directorActing} на основании Устава, и {firm} (далее – «Предприятие») в лице {firmRepresentative}, {firmActing} на основании {firmBasis}, совместно именуемые «Стороны», заключили настоящий договор о нижеследующем.',
      sections: [
        {
          title: 'Предмет договора',
          clauses: [
            'Предприятие предоставляет обучающимся Колледжа места для прохождения профессиональной практики, Колледж направляет обучающихся в соответствии с рабочим учебным планом.',
            'Срок действия договора: с {start} по {end}. Общее количество мест: {places}.',
            'Специальности и количество мест:',
          ],
        },
      ],
      headings: ['№', 'Специальность', 'Учебный год', 'Мест'],
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
      ],
    },
    en: {
      name: 'CONTRACT OF PROFESSIONAL PRACTICE',
      number: 'No. {number}',
      foot: 'Contract of practice No. {number}',
      preamble:
        '{college} (the “College”), represented by {director} acting on the basis of the Charter, and {firm} (the “Firm”), represented by {firmRepresentative} acting on the basis of {firmBasis}, together the “Parties”, have concluded this contract as follows.',
      sections: [
        {
          title: 'Subject of the contract',
          clauses: [
            'The Firm provides the students of the College with places for professional practice, the College sends students in accordance with the working curriculum.',
            'Term of the contract: {start} – {end}. Total number of places: {places}.',
            'Specialties and number of places:',
          ],
        },
      ],
      headings: ['No.', 'Specialty', 'Academic year', 'Places'],
      after: [
        {
          title: 'Obligations of the College',
          clauses: [
            'To send the Firm the list of students, the programme and the dates of the practice at least ten days before it begins.',
            'To appoint a head of practice, to monitor the practice and to ensure that the students observe the internal rules.',
          ],
        },
        {
          title: 'Obligations of the Firm',
          clauses: [
            'To provide workplaces in accordance with the programme, to appoint mentors and to create safe working conditions.',
            'To give the safety briefing; not to engage students in work outside the programme.',
            'To issue a reference for each student at the end of the practice.',
          ],
        },
        {
          title: 'Final provisions',
          clauses: [
            'For failure to perform the obligations the Parties are liable under the legislation of the Republic of Kazakhstan. Disputes are settled by negotiation.',
            'The contract enters into force on the day it is signed by both Parties, is changed by an amendment and is made in two copies of equal legal force. {#legalBasis}Basis: {legalBasis}.{/legalBasis}',
          ],
        },
      ],
    },
  },
});
