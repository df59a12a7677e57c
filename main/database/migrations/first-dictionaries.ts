/** The lists a new file starts with; the officer edits them later, so nothing else may rely on their wording. */
export const firstAgreementTypes = [
  ['memorandum', 'Меморандум о сотрудничестве', 'Ынтымақтастық туралы меморандум', 'Memorandum of cooperation'],
  [
    'patronage',
    'Трёхсторонний меморандум о шефстве',
    'Шефтік туралы үш жақты меморандум',
    'Tripartite patronage memorandum',
  ],
  ['framework', 'Рамочное соглашение', 'Негіздемелік келісім', 'Framework agreement'],
  ['dual', 'Договор о дуальном обучении', 'Дуальды оқыту туралы шарт', 'Dual-training contract'],
  ['practice', 'Договор о прохождении практики', 'Практикадан өту туралы шарт', 'Professional-practice contract'],
  ['target', 'Договор о целевой подготовке', 'Нысаналы даярлау туралы шарт', 'Target-training contract'],
  [
    'internship',
    'Договор о стажировке преподавателей',
    'Оқытушылардың тағылымдамасы туралы шарт',
    'Teacher internship agreement',
  ],
  ['donation', 'Договор о передаче оборудования', 'Жабдықты беру туралы шарт', 'Equipment donation agreement'],
  ['project', 'Договор о совместном проекте', 'Бірлескен жоба туралы шарт', 'Joint project agreement'],
  ['other', 'Иной договор', 'Өзге шарт', 'Other agreement'],
] as const;

/** Code, names, whether it counts as dual training. */
export const firstPracticeTypes = [
  ['training', 'Производственное обучение', 'Өндірістік оқыту', 'Industrial training', 0],
  ['industrial', 'Производственная практика', 'Өндірістік тәжірибе', 'Industrial practice', 0],
  ['educational', 'Учебная практика', 'Оқу тәжірибесі', 'Educational practice', 0],
  ['prediploma', 'Преддипломная практика', 'Диплом алды тәжірибе', 'Pre-diploma practice', 0],
  ['diploma', 'Дипломное проектирование', 'Дипломдық жобалау', 'Diploma project', 0],
  ['dual', 'Дуальное обучение', 'Дуальды оқыту', 'Dual training', 1],
] as const;
