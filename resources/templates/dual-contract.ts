/** The wording of the three-party contract of dual training. */
import { contract } from './contract.ts';

/** The template of one edition. */
export const buildDualContract = contract({
  parties: ['college', 'firm', 'student'],
  words: {
    kk: {
      name: 'ДУАЛЬДЫ ОҚЫТУ ТУРАЛЫ ҮШ ЖАҚТЫ ШАРТ',
      number: '№ {number}',
      foot: '№ {number} дуальды оқыту туралы шарт',
      preamble:
        'Бұдан әрі «Колледж» деп аталатын {college} атынан Жарғы негізінде әрекет ететін {director}, бұдан әрі «Кәсіпорын» деп аталатын {firm} атынан {firmBasis} негізінде әрекет ететін {firmRepresentative} және бұдан әрі «Білім алушы» деп аталатын {student}, бірлесіп «Тараптар» деп аталып, осы шартты төмендегілер туралы жасасты.',
      sections: [
        {
          title: 'Шарттың мәні',
          clauses: [
            'Тараптар Білім алушының **{specialty}** мамандығы, **{qualification}** біліктілігі бойынша дуальды оқытуын Колледж бен Кәсіпорынның базасында бірлесіп ұйымдастырады. Білім алушы {course}-курста, {group} тобында оқиды.',
            'Кәсіпорында оқыту мерзімі: {start} – {end}. Кәсіпорындағы сағат көлемі: {hours} сағат. Жұмыс орны: {unit}.',
            'Оқыту оқу жұмыс жоспары мен Тараптар келіскен күнтізбелік кестеге сәйкес жүргізіледі.',
          ],
        },
        {
          title: 'Колледждің міндеттері',
          clauses: [
            'Кәсіпорынмен келісілген оқу жұмыс жоспары мен бағдарламаларын әзірлеу, теориялық оқытуды қамтамасыз ету.',
            'Білім алушыны Кәсіпорынға бұйрықпен жіберу, өндірістік оқыту шеберін немесе тәжірибе жетекшісін бекіту.',
            'Кәсіпорындағы оқыту барысын, күнделікті, сағат есебін бақылау, оқыту нәтижесін Кәсіпорынмен бірге бағалау.',
          ],
        },
        {
          title: 'Кәсіпорынның міндеттері',
          clauses: [
            'Білім алушыға оқу бағдарламасына сәйкес жұмыс орнын, құрал-жабдықты, арнайы киімді және қауіпсіз еңбек жағдайын қамтамасыз ету.',
            'Білім алушыға тәлімгер бекіту: {mentor}.',
            'Қауіпсіздік және еңбекті қорғау бойынша нұсқама өткізу және оны журналға тіркеу, Білім алушыны бағдарламада көзделмеген жұмысқа тартпау.',
            'Нақты орындалған жұмыс үшін Білім алушыға ай сайын төленетін төлем: {pay}.',
            'Оқыту аяқталғаннан кейін мінездеме беру және бағалау парағын толтыру.',
          ],
        },
        {
          title: 'Білім алушының міндеттері',
          clauses: [
            'Оқу бағдарламасын толық орындау, Кәсіпорынның ішкі еңбек тәртібі қағидаларын, қауіпсіздік және еңбекті қорғау талаптарын сақтау.',
            'Кәсіпорынның мүлкіне ұқыпты қарау, қызметтік және коммерциялық құпияны жарияламау.',
            'Күнделік жүргізу және оқыту нәтижесі туралы есеп беру.',
          ],
        },
        {
          title: 'Тараптардың жауапкершілігі және дауларды шешу',
          clauses: [
            'Тараптар шарттың міндеттемелерін орындамағаны немесе тиісінше орындамағаны үшін Қазақстан Республикасының заңнамасына сәйкес жауап береді.',
            'Даулар келіссөз арқылы, келісім болмаған жағдайда заңнамада белгіленген тәртіппен шешіледі.',
          ],
        },
        {
          title: 'Шарттың қолданылу мерзімі, оны өзгерту және бұзу тәртібі',
          clauses: [
            'Шарт Тараптар қол қойған күннен бастап күшіне енеді және {end} дейін қолданылады.',
            'Шарттың талаптары Тараптар қол қойған қосымша келісіммен өзгертіледі. Шартты мерзімінен бұрын бұзғысы келетін Тарап қалған Тараптарға кемінде күнтізбелік он күн бұрын жазбаша хабарлайды.',
            'Шарт заң күші бірдей үш данада жасалды, әр Тарапқа бір данадан. {#legalBasis}Негіздеме: {legalBasis}.{/legalBasis}',
          ],
        },
      ],
    },
    ru: {
      name: 'ТРЁХСТОРОННИЙ ДОГОВОР О ДУАЛЬНОМ ОБУЧЕНИИ',
      number: '№ {number}',
      foot: 'Договор о дуальном обучении № {number}',
      preamble:
        '{college} (далее – «Колледж») в лице {director}, {directorActing} на основании Устава, {firm} (далее – «Предприятие») в лице {firmRepresentative}, {firmActing} на основании {firmBasis}, и {student} (далее – «Обучающийся»), совместно именуемые «Стороны», заключили настоящий договор о нижеследующем.',
      sections: [
        {
          title: 'Предмет договора',
          clauses: [
            'Стороны совместно организуют дуальное обучение Обучающегося по специальности **{specialty}**, квалификация **{qualification}**, на базе Колледжа и Предприятия. Обучающийся учится на {course} курсе в группе {group}.',
            'Срок обучения на Предприятии: с {start} по {end}. Объём обучения на Предприятии: {hours} ч. Рабочее место: {unit}.',
            'Обучение ведётся по рабочему учебному плану и календарному графику, согласованным Сторонами.',
          ],
        },
        {
          title: 'Обязанности Колледжа',
          clauses: [
            'Разработать рабочий учебный план и программы по согласованию с Предприятием, обеспечить теоретическое обучение.',
            'Направить Обучающегося на Предприятие приказом, закрепить мастера производственного обучения или руководителя практики.',
            'Контролировать ход обучения на Предприятии, ведение дневника и учёт часов, оценивать результаты обучения совместно с Предприятием.',
          ],
        },
        {
          title: 'Обязанности Предприятия',
          clauses: [
            'Предоставить Обучающемуся рабочее место, оборудование, спецодежду и безопасные условия труда в соответствии с программой обучения.',
            'Закрепить за Обучающимся наставника: {mentor}.',
            'Провести инструктаж по безопасности и охране труда с записью в журнале; не привлекать Обучающегося к работам, не предусмотренным программой.',
            'За фактически выполненную работу ежемесячно выплачивать Обучающемуся: {pay}.',
            'По окончании обучения выдать характеристику и заполнить оценочный лист.',
          ],
        },
        {
          title: 'Обязанности Обучающегося',
          clauses: [
            'Полностью выполнить программу обучения, соблюдать правила внутреннего трудового распорядка Предприятия, требования безопасности и охраны труда.',
            'Бережно относиться к имуществу Предприятия, не разглашать служебную и коммерческую тайну.',
            'Вести дневник и отчитаться о результатах обучения.',
          ],
        },
        {
          title: 'Ответственность Сторон и разрешение споров',
          clauses: [
            'За неисполнение или ненадлежащее исполнение обязательств Стороны отвечают в соответствии с законодательством Республики Казахстан.',
            'Споры решаются путём переговоров, а при недостижении согласия – в порядке, установленном законодательством.',
          ],
        },
        {
          title: 'Срок действия, изменение и расторжение договора',
          clauses: [
            'Договор вступает в силу со дня подписания Сторонами и действует по {end}.',
            'Условия договора изменяются дополнительным соглашением, подписанным Сторонами. Сторона, желающая расторгнуть договор досрочно, письменно уведомляет остальные Стороны не менее чем за десять календарных дней.',
            'Договор составлен в трёх экземплярах равной юридической силы, по одному для каждой Стороны. {#legalBasis}Основание: {legalBasis}.{/legalBasis}',
          ],
        },
      ],
    },
    en: {
      name: 'TRIPARTITE CONTRACT OF DUAL TRAINING',
      number: 'No. {number}',
      foot: 'Contract of dual training No. {number}',
      preamble:
        '{college} (the “College”), represented by {director} acting on the basis of the Charter, {firm} (the “Firm”), represented by {firmRepresentative} acting on the basis of {firmBasis}, and {student} (the “Student”), together the “Parties”, have concluded this contract as follows.',
      sections: [
        {
          title: 'Subject of the contract',
          clauses: [
            'The Parties jointly organise the dual training of the Student in the specialty **{specialty}**, qualification **{qualification}**, at the College and at the Firm. The Student is in year {course}, group {group}.',
            'Term of training at the Firm: {start} – {end}. Volume of training at the Firm: {hours} hours. Workplace: {unit}.',
            'The training follows the working curriculum and the calendar agreed by the Parties.',
          ],
        },
        {
          title: 'Obligations of the College',
          clauses: [
            'To draw up the working curriculum and programmes in agreement with the Firm and to provide theoretical training.',
            'To send the Student to the Firm by an order and to appoint a master of industrial training or a head of practice.',
            'To monitor the training at the Firm, the record book and the hours, and to assess the results together with the Firm.',
          ],
        },
        {
          title: 'Obligations of the Firm',
          clauses: [
            'To provide the Student with a workplace, equipment, work clothes and safe working conditions in accordance with the training programme.',
            'To appoint a mentor for the Student: {mentor}.',
            'To give the safety briefing with an entry in the journal; not to engage the Student in work outside the programme.',
            'To pay the Student monthly for the work actually done: {pay}.',
            'To issue a reference and to complete the evaluation form at the end of the training.',
          ],
        },
        {
          title: 'Obligations of the Student',
          clauses: [
            'To complete the training programme in full and to observe the internal rules of the Firm and the requirements of safety and labour protection.',
            'To treat the property of the Firm with care and not to disclose official and commercial secrets.',
            'To keep the record book and to report on the results of the training.',
          ],
        },
        {
          title: 'Liability of the Parties and settlement of disputes',
          clauses: [
            'For failure to perform or improper performance of the obligations the Parties are liable under the legislation of the Republic of Kazakhstan.',
            'Disputes are settled by negotiation and, where no agreement is reached, in the manner established by legislation.',
          ],
        },
        {
          title: 'Term, amendment and termination',
          clauses: [
            'The contract enters into force on the day it is signed by the Parties and is valid until {end}.',
            'The terms are changed by an amendment signed by the Parties. A Party that wishes to terminate the contract early notifies the other Parties in writing at least ten calendar days in advance.',
            'The contract is made in three copies of equal legal force, one for each Party. {#legalBasis}Basis: {legalBasis}.{/legalBasis}',
          ],
        },
      ],
    },
  },
});
