import { writeXlsx } from 'hucre/xlsx';
import { withCheckDigit } from '#shared/domain/identifiers.ts';

/** Small deterministic random numbers: the same seed gives the same workbook. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

export type Tongue = 'ru' | 'kk' | 'en';
type Cell = string | number | Date | null;
type Column = {
  readonly key: string;
  readonly group?: Readonly<Record<Tongue, string>>;
  readonly under?: Readonly<Record<Tongue, string>>;
  readonly names: Readonly<Record<Tongue, readonly string[]>>;
};

export type MadeFirm = {
  name: string;
  bare: string;
  bin: string;
  sector: string;
  city: string;
  address: string;
  phone: string;
  email: string;
  head: string;
};
export type MadeStudent = {
  surname: string;
  given: string;
  iin: string;
  group: string;
  course: number;
  specialty: string;
  specialtyName: string;
  qualification: string;
  phone: string;
  language: 'kk' | 'ru';
  funding: 'state' | 'paid';
};
export type MadeAgreement = {
  number: string;
  type: 'memorandum' | 'dual' | 'practice' | 'patronage';
  firm: number;
  signedOn: string;
  endsOn: string | null;
  places: number;
};
export type MadePlacement = {
  student: number;
  firm: number;
  type: 'training' | 'industrial' | 'educational' | 'dual';
  startsOn: string;
  endsOn: string;
  hours: number;
  mentor: string;
};
export type MadeRequest = {
  number: number;
  receivedOn: string;
  firm: number;
  specialty: string;
  module: string;
  proposal: string;
  before: number;
  after: number;
  state: 'approved' | 'rejected' | 'underReview' | 'implemented';
};

export type MadeCollege = {
  readonly firms: readonly MadeFirm[];
  readonly agreements: readonly MadeAgreement[];
  readonly students: readonly MadeStudent[];
  readonly placements: readonly MadePlacement[];
  readonly requests: readonly MadeRequest[];
};

const bases = [
  'Темір Жол',
  'Құрылыс',
  'АвтоТранс',
  'Энергосеть',
  'Дәнекерлеу',
  'МашЗавод',
  'Шахта',
  'Жылу',
  'Асыл',
  'Логистика',
  'Болатстрой',
  'Өнеркәсіп',
  'Су арнасы',
  'Байланыс',
  'Нан',
];
const tails = ['', ' Плюс', ' Групп', ' KZ'];
const forms = ['ТОО', 'АО', 'КГП', 'ИП'];
const surnames = [
  'Ахметов',
  'Ғабдуллин',
  'Сейітқали',
  'Смирнов',
  'Жұмабаев',
  'Һамза',
  'Қасымов',
  'Оспанов',
  'Петров',
  'Үсенов',
  'Ыбыраев',
  'Өмірзақов',
];
const givens = ['Бекзат', 'Олжас', 'Санжар', 'Дәурен', 'Айдос', 'Ерлан', 'Ұлжан', 'Әсел', 'Мария', 'Томирис', 'Сергей'];
const cities = ['Қарағанды', 'Теміртау', 'Павлодар', 'Шымкент', 'Экибастуз'];
const sectors = ['Строительство', 'Энергетика', 'Транспорт', 'Машиностроение', 'IT'];
const specialties = [
  ['07150100', 'Технология машиностроения', '4S07150104', 'ТМ'],
  ['06130100', 'Программное обеспечение', '4S06130103', 'ПО'],
  ['07130100', 'Электрооборудование', '3W07130103', 'ЭО'],
] as const;

/** An invented college: valid check digits, every link resolvable. */
export function makeCollege(seed: number, size = 12): MadeCollege {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const two = (value: number) => String(value).padStart(2, '0');
  const day = (year: number) => `${year}-${two(between(1, 12))}-${two(between(1, 28))}`;
  const identifier = (head: string): string => {
    for (;;) {
      const made = withCheckDigit(
        head + String(between(0, 10 ** (11 - head.length) - 1)).padStart(11 - head.length, '0'),
      );
      if (made !== null) return made;
    }
  };
  const firms = Array.from({ length: size }, (_, index): MadeFirm => {
    const bare = `${bases[index % bases.length] ?? ''}${tails[Math.floor(index / bases.length) % tails.length] ?? ''}`;
    return {
      bare,
      name: `${pick(forms)} «${bare}»`,
      bin: identifier(`${two(between(0, 24))}${two(between(1, 12))}4`),
      sector: pick(sectors),
      city: pick(cities),
      address: `ул. Абая, ${between(1, 120)}`,
      phone: `+7701${between(1_000_000, 9_999_999)}`,
      email: `info${index}@example.kz`,
      head: `${pick(surnames)} ${pick(givens)}`,
    };
  });
  const students = Array.from({ length: size * 2 }, (_, index): MadeStudent => {
    const [specialty, specialtyName, qualification, letters] = specialties[index % 3] ?? specialties[0];
    return {
      surname: surnames[index % surnames.length] ?? '',
      given: givens[Math.floor(index / surnames.length + index) % givens.length] ?? '',
      iin: identifier(`0${between(6, 8)}${two(between(1, 12))}${two(between(1, 28))}${pick(['5', '6'])}`),
      group: `2${between(3, 4)}${letters}-${between(1, 3)}1р`,
      course: between(1, 4),
      specialty,
      specialtyName,
      qualification,
      phone: `+7747${between(1_000_000, 9_999_999)}`,
      language: pick(['kk', 'ru'] as const),
      funding: pick(['state', 'paid'] as const),
    };
  });
  const agreements = Array.from({ length: size - 2 }, (_, index): MadeAgreement => {
    const year = between(2022, 2025);
    const signedOn = day(year);
    return {
      number: `${index + 1}/${String(year).slice(2)}-Д`,
      type: pick(['memorandum', 'dual', 'practice', 'patronage'] as const),
      firm: index,
      signedOn,
      endsOn: random() < 0.2 ? null : `${year + between(1, 5)}${signedOn.slice(4)}`,
      places: between(1, 20),
    };
  });
  const placements = students.slice(0, size).map((_, index): MadePlacement => {
    const [startsOn, endsOn] = pick([
      ['2025-09-01', '2025-12-26'],
      ['2026-01-12', '2026-05-29'],
    ] as const);
    return {
      student: index,
      firm: between(0, size - 1),
      type: pick(['training', 'industrial', 'educational', 'dual'] as const),
      startsOn,
      endsOn,
      hours: between(2, 12) * 36,
      mentor: `${pick(surnames)} ${pick(givens)}`,
    };
  });
  const requests = Array.from(
    { length: 6 },
    (_, index): MadeRequest => ({
      number: index + 1,
      receivedOn: day(between(2024, 2025)),
      firm: between(0, size - 1),
      specialty: pick(specialties)[0],
      module: pick(['ПМ 01 Монтаж сетей', 'ПМ 02 Сварочные работы', 'БМ 02 Цифровые технологии']),
      proposal: pick([
        'Добавить работу на станках с ЧПУ',
        'Увеличить часы охраны труда',
        'Заменить язык программирования',
      ]),
      before: between(20, 80),
      after: between(20, 100),
      state: pick(['approved', 'rejected', 'underReview', 'implemented'] as const),
    }),
  );
  return { firms, agreements, students, placements, requests };
}

const column = (key: string, ru: readonly string[], kk: readonly string[], en: readonly string[]): Column => ({
  key,
  names: { ru, kk, en },
});

const columns: Readonly<Record<string, readonly Column[]>> = {
  firms: [
    column('rowNumber', ['№', '№ п/п', 'N п/п'], ['№', 'Р/с', 'Р/с №'], ['#', 'No.', 'S/N']),
    column(
      'name',
      ['Наименование предприятия', 'Организация', 'Название компании', 'Социальный партнёр', 'Работодатель'],
      ['Кәсіпорын атауы', 'Ұйымның атауы', 'Серіктестің атауы', 'Мекеме', 'Жұмыс беруші'],
      ['Company', 'Company name', 'Partner', 'Employer name', 'Organisation'],
    ),
    column(
      'bin',
      ['БИН/ИИН', 'БИН', 'БИН предприятия', 'БИН (ИИН)'],
      ['БСН/ЖСН', 'БСН', 'Кәсіпорынның БСН-і'],
      ['BIN/IIN', 'BIN', 'Business ID'],
    ),
    column(
      'sector',
      ['Отрасль', 'Сфера деятельности', 'Вид деятельности'],
      ['Саласы', 'Қызмет саласы', 'Қызмет түрі'],
      ['Sector', 'Industry', 'Field of activity'],
    ),
    column('city', ['Город', 'Населённый пункт'], ['Қала', 'Қаласы'], ['City', 'Town']),
    column(
      'address',
      ['Адрес', 'Юридический адрес', 'Фактический адрес'],
      ['Мекенжайы', 'Заңды мекенжайы'],
      ['Address', 'Legal address'],
    ),
    column(
      'phone',
      ['Телефон', 'Конт. телефон', 'Тел.', 'Контактный телефон'],
      ['Телефоны', 'Байланыс телефоны'],
      ['Phone', 'Telephone', 'Contact phone'],
    ),
    column(
      'email',
      ['E-mail', 'Эл. почта', 'Электронная почта', 'Почта'],
      ['Электрондық пошта', 'Эл. пошта', 'E-mail'],
      ['E-mail', 'Email address'],
    ),
    column(
      'head',
      ['Руководитель', 'ФИО руководителя', 'Директор', 'Ф.И.О. директора'],
      ['Басшысы', 'Басшының аты-жөні', 'Директоры'],
      ['Director', 'Head', 'CEO'],
    ),
  ],
  agreements: [
    column(
      'number',
      ['№ договора', 'Номер договора', 'Рег. №', '№ дог.'],
      ['Шарт №', 'Келісімшарт нөмірі', 'Шарттың нөмірі'],
      ['Agreement No.', 'Contract number', 'Agreement #'],
    ),
    column(
      'type',
      ['Вид', 'Вид договора', 'Тип соглашения', 'Предмет договора'],
      ['Түрі', 'Шарт түрі', 'Келісімшарттың түрі'],
      ['Type', 'Agreement type', 'Kind of contract'],
    ),
    column(
      'firm',
      ['Предприятие', 'Наименование организации', 'Партнёр', 'Контрагент'],
      ['Кәсіпорын', 'Серіктес', 'Ұйым атауы'],
      ['Company', 'Partner', 'Employer'],
    ),
    column('bin', ['БИН', 'БИН партнёра', 'БИН/ИИН'], ['БСН', 'Серіктестің БСН-і'], ['BIN', 'Company BIN']),
    {
      ...column(
        'signedOn',
        ['Дата подписания', 'Дата заключения', 'Дата договора'],
        ['Қол қойылған күні', 'Жасалған күні', 'Шарт күні'],
        ['Signed on', 'Date signed', 'Contract date'],
      ),
    },
    {
      ...column(
        'endsOn',
        ['Срок действия до', 'Действует до', 'Дата окончания', 'Срок действия'],
        ['Аяқталу күні', 'Жарамдылық мерзімі', 'Қолданылу мерзімі'],
        ['Valid until', 'End date', 'Expiry date'],
      ),
    },
    column(
      'places',
      ['Мест', 'Кол-во мест', 'Количество мест'],
      ['Орын саны', 'Орындар'],
      ['Places', 'Number of places', 'Seats'],
    ),
  ],
  students: [
    column(
      'fullName',
      ['ФИО', 'Ф.И.О. студента', 'Фамилия, имя, отчество', 'Студент', 'ФИО обучающегося'],
      ['Аты-жөні', 'Студенттің аты-жөні', 'Т.А.Ә.', 'Білім алушының аты-жөні'],
      ['Full name', 'Student', 'Student name'],
    ),
    column('iin', ['ИИН', 'ИИН студента'], ['ЖСН', 'Студенттің ЖСН-і'], ['IIN', 'Personal ID']),
    column('group', ['Группа', 'Учебная группа', 'Гр.'], ['Топ', 'Тобы', 'Оқу тобы'], ['Group', 'Study group']),
    column('course', ['Курс', 'Курс обучения'], ['Курс', 'Курсы'], ['Course', 'Year of study']),
    column(
      'specialty',
      ['Специальность', 'Код и наименование специальности'],
      ['Мамандығы', 'Мамандық'],
      ['Specialty', 'Programme'],
    ),
    column(
      'qualification',
      ['Квалификация', 'Код квалификации'],
      ['Біліктілігі', 'Біліктілік коды'],
      ['Qualification', 'Qualification code'],
    ),
    column('phone', ['Телефон', 'Сотовый телефон', 'Моб. тел.'], ['Телефоны', 'Ұялы телефоны'], ['Phone', 'Mobile']),
    column('language', ['Язык', 'Язык обучения'], ['Оқыту тілі', 'Тілі'], ['Language', 'Language of instruction']),
    column(
      'funding',
      ['Финансирование', 'Источник финансирования', 'Форма оплаты'],
      ['Қаржыландыру', 'Қаржыландыру көзі'],
      ['Funding', 'Source of funding'],
    ),
  ],
  placements: [
    column(
      'student',
      ['ФИО студента', 'Студент', 'Ф.И.О. обучающегося', 'Практикант'],
      ['Студенттің аты-жөні', 'Студент', 'Білім алушы'],
      ['Student', 'Student name', 'Trainee'],
    ),
    column('iin', ['ИИН', 'ИИН студента'], ['ЖСН', 'Студенттің ЖСН-і'], ['IIN', 'Student IIN']),
    column(
      'firm',
      ['Предприятие', 'Место практики', 'База практики', 'Организация'],
      ['Кәсіпорын', 'Тәжірибе орны', 'Тәжірибе базасы'],
      ['Company', 'Host company', 'Employer'],
    ),
    column(
      'type',
      ['Вид практики', 'Вид обучения', 'Тип практики'],
      ['Тәжірибе түрі', 'Практика түрі'],
      ['Practice type', 'Type of placement', 'Internship type'],
    ),
    {
      ...column(
        'period',
        ['Период', 'Сроки практики', 'Период прохождения'],
        ['Мерзімі', 'Тәжірибе мерзімі', 'Кезеңі'],
        ['Period', 'Dates', 'Placement period'],
      ),
    },
    column('hours', ['Часы', 'Кол-во часов', 'Объём, час.'], ['Сағат', 'Сағат саны'], ['Hours', 'Total hours']),
    column(
      'mentor',
      ['Наставник', 'ФИО наставника', 'Наставник от предприятия'],
      ['Тәлімгер', 'Тәлімгердің аты-жөні'],
      ['Mentor', 'Workplace mentor'],
    ),
  ],
  requests: [
    column('number', ['№', '№ предложения', 'Номер'], ['№', 'Нөмірі'], ['No.', 'Request No.']),
    column('receivedOn', ['Дата', 'Дата поступления'], ['Күні', 'Түскен күні'], ['Date', 'Received on']),
    column(
      'firm',
      ['Предприятие', 'Работодатель', 'Инициатор'],
      ['Кәсіпорын', 'Жұмыс беруші'],
      ['Company', 'Employer'],
    ),
    column(
      'specialty',
      ['Специальность', 'Код специальности'],
      ['Мамандық', 'Мамандық коды'],
      ['Specialty', 'Programme code'],
    ),
    column(
      'module',
      ['Модуль', 'Дисциплина / модуль', 'Наименование модуля'],
      ['Модуль', 'Модуль атауы', 'Пән'],
      ['Module', 'Module name', 'Subject'],
    ),
    column(
      'proposal',
      ['Предложение', 'Содержание предложения', 'Предлагаемое изменение'],
      ['Ұсыныс', 'Ұсыныстың мазмұны'],
      ['Proposal', 'Proposed change', 'Change request'],
    ),
    {
      ...column(
        'before',
        ['Часы было', 'Было часов', 'Часов до изменения'],
        ['Бұрынғы сағат', 'Сағат (бұрын)'],
        ['Hours before', 'Current hours'],
      ),
      group: { ru: 'Часы', kk: 'Сағат', en: 'Hours' },
      under: { ru: 'было', kk: 'бұрын', en: 'before' },
    },
    {
      ...column(
        'after',
        ['Часы стало', 'Стало часов', 'Часов после изменения'],
        ['Жаңа сағат', 'Сағат (кейін)'],
        ['Hours after', 'Proposed hours'],
      ),
      group: { ru: 'Часы', kk: 'Сағат', en: 'Hours' },
      under: { ru: 'стало', kk: 'кейін', en: 'after' },
    },
    column('state', ['Статус', 'Решение', 'Результат рассмотрения'], ['Мәртебесі', 'Шешім'], ['Status', 'Decision']),
  ],
};

const words = {
  agreement: {
    memorandum: {
      ru: ['Меморандум', 'Меморандум о сотрудничестве'],
      kk: ['Меморандум', 'Ынтымақтастық туралы меморандум'],
      en: ['Memorandum', 'MoU'],
    },
    dual: {
      ru: ['Дуальное обучение', 'Договор о дуальном обучении'],
      kk: ['Дуальды оқыту', 'Дуальды оқыту туралы шарт'],
      en: ['Dual training', 'Dual training contract'],
    },
    practice: {
      ru: ['Практика', 'Договор о прохождении практики'],
      kk: ['Тәжірибе', 'Кәсіптік тәжірибе туралы шарт'],
      en: ['Practice', 'Internship agreement'],
    },
    patronage: { ru: ['Шефство', 'Меморандум о шефстве'], kk: ['Шефтік', 'Шефтік меморандум'], en: ['Patronage'] },
  },
  practice: {
    training: {
      ru: ['Производственное обучение', 'производственное обуч.'],
      kk: ['Өндірістік оқыту'],
      en: ['Industrial training'],
    },
    industrial: {
      ru: ['Производственная практика', 'ПРОИЗВОДСТВЕННАЯ'],
      kk: ['Өндірістік тәжірибе', 'Өндірістік практика'],
      en: ['Industrial practice', 'Work placement'],
    },
    educational: {
      ru: ['Учебная практика', 'учебная'],
      kk: ['Оқу тәжірибесі', 'Оқу практикасы'],
      en: ['Educational practice'],
    },
    dual: { ru: ['Дуальное обучение', 'дуальное'], kk: ['Дуальды оқыту'], en: ['Dual training'] },
  },
  state: {
    approved: {
      ru: ['принято', 'Одобрено', 'Утверждено'],
      kk: ['қабылданды', 'Мақұлданды'],
      en: ['approved', 'Accepted'],
    },
    rejected: { ru: ['отклонено', 'Не принято'], kk: ['қабылданбады', 'Бас тартылды'], en: ['rejected', 'Declined'] },
    underReview: {
      ru: ['на рассмотрении', 'рассматривается'],
      kk: ['қаралуда', 'Қарастырылуда'],
      en: ['under review', 'In review'],
    },
    implemented: { ru: ['внедрено', 'Реализовано'], kk: ['енгізілді', 'Іске асырылды'], en: ['implemented', 'Done'] },
  },
  language: {
    kk: { ru: ['казахский', 'каз'], kk: ['қазақ', 'қазақша'], en: ['Kazakh'] },
    ru: { ru: ['русский', 'рус.'], kk: ['орыс', 'орысша'], en: ['Russian'] },
  },
  funding: {
    state: {
      ru: ['госзаказ', 'республиканский бюджет', 'бюджет'],
      kk: ['мемлекеттік тапсырыс', 'бюджет'],
      en: ['state order', 'State'],
    },
    paid: { ru: ['платное', 'на платной основе'], kk: ['ақылы', 'ақылы негізде'], en: ['paid', 'Self-funded'] },
  },
  open: { ru: ['бессрочно', 'бессрочный'], kk: ['мерзімсіз'], en: ['open-ended', 'indefinite'] },
} as const;

const sheetNames: Readonly<Record<string, Readonly<Record<Tongue, readonly string[]>>>> = {
  firms: {
    ru: ['Партнёры', 'Предприятия', 'Лист1', 'База'],
    kk: ['Серіктестер', 'Кәсіпорындар', 'Парақ1'],
    en: ['Partners', 'Companies', 'Sheet1'],
  },
  agreements: { ru: ['Договоры', 'Реестр', 'Лист2'], kk: ['Шарттар', 'Тізілім'], en: ['Agreements', 'Register'] },
  students: { ru: ['Студенты', 'Контингент', 'Лист3'], kk: ['Студенттер', 'Контингент'], en: ['Students', 'Data'] },
  placements: {
    ru: ['Практика 2025-2026', 'Распределение', 'Лист4'],
    kk: ['Тәжірибе', 'Бөлу 2025-2026'],
    en: ['Placements', 'Internship 2025'],
  },
  requests: { ru: ['Предложения', 'Лист5'], kk: ['Ұсыныстар'], en: ['Proposals', 'Requests'] },
};
const titles: Readonly<Record<Tongue, readonly string[]>> = {
  ru: ['Сведения на 01.09.2025', 'КГКП «Политехнический колледж»', 'Утверждаю: директор колледжа'],
  kk: ['2025 жылғы 1 қыркүйектегі мәлімет', '«Политехникалық колледж» КМҚК'],
  en: ['As of 1 September 2025', 'Polytechnic college'],
};
const totals: Readonly<Record<Tongue, readonly string[]>> = {
  ru: ['Итого', 'Всего:', 'ИТОГО по колледжу'],
  kk: ['Барлығы', 'Жиыны'],
  en: ['Total', 'Grand total'],
};

const kazakhForms: Readonly<Record<string, string>> = { ТОО: 'ЖШС', АО: 'АҚ', КГП: 'КМК', ИП: 'ЖК' };
const months: Readonly<Record<Tongue, string>> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  en: 'January February March April May June July August September October November December',
};

function inWords(year: number, month: number, day: number, tongue: Tongue): string {
  const name = months[tongue].split(' ')[month - 1] ?? '';
  return { ru: `${day} ${name} ${year} г.`, kk: `${year} ж. ${day} ${name}`, en: `${name} ${day}, ${year}` }[tongue];
}

export type Layout = { readonly seed: number; readonly tongue: Tongue; readonly plain?: boolean };

/** The same college as a workbook in one of many arrangements: words, order of sheets and columns, titles, lines of headings, kinds of dates. */
export async function renderWorkbook(college: MadeCollege, layout: Layout): Promise<Uint8Array> {
  const random = randomFrom(layout.seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const chance = (share: number) => layout.plain !== true && random() < share;
  const { tongue } = layout;
  const shuffle = <T>(values: readonly T[]): T[] =>
    layout.plain === true
      ? [...values]
      : values
          .map(value => ({ value, at: random() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ value }) => value);
  const date = (iso: string): Cell => {
    const [year = '', month = '', day = ''] = iso.split('-');
    const suffix = { ru: ' г.', kk: ' ж.', en: '' }[tongue];
    const styles: (() => Cell)[] = [
      () => new Date(`${iso}T00:00:00Z`),
      () => `${day}.${month}.${year}`,
      () => `${day}.${month}.${year}${suffix}`,
      () => `${day}.${month}.${year.slice(2)}`,
      () => iso,
      () => `${day}/${month}/${year}`,
      () => inWords(Number(year), Number(month), Number(day), tongue),
    ];
    return layout.plain === true ? `${day}.${month}.${year}` : pick(styles)();
  };
  const period = (from: string, to: string): string => {
    const plain = (iso: string) => iso.split('-').toReversed().join('.');
    const styles = [
      `${plain(from)}-${plain(to)}`,
      `${plain(from)} - ${plain(to)}`,
      `${plain(from)} – ${plain(to)}`,
      ...(tongue === 'ru' ? [`с ${plain(from)} по ${plain(to)}`, `с ${plain(from)} г. по ${plain(to)} г.`] : []),
    ];
    return layout.plain === true ? (styles[0] ?? '') : pick(styles);
  };
  const bin = (value: string): Cell => {
    if (layout.plain === true) return value;
    return pick<() => Cell>([() => value, () => Number(value), () => `${value.slice(0, 6)} ${value.slice(6)}`])();
  };
  const phone = (value: string): string =>
    layout.plain === true
      ? value
      : pick([
          value,
          `8${value.slice(2)}`,
          `8 (${value.slice(2, 5)}) ${value.slice(5, 8)}-${value.slice(8, 10)}-${value.slice(10)}`,
        ]);
  const firmName = (index: number): string => {
    const firm = college.firms[index];
    if (firm === undefined) return '';
    const russian = firm.name.split(' ')[0] ?? '';
    const form = tongue === 'kk' && chance(0.5) ? (kazakhForms[russian] ?? russian) : russian;
    if (tongue === 'kk' && chance(0.3)) return `«${firm.bare}» ${form}`;
    return layout.plain === true
      ? firm.name
      : pick([firm.name, `${form} "${firm.bare}"`, `${form} ${firm.bare}`, firm.name.toUpperCase()]);
  };
  const say = (options: Readonly<Record<Tongue, readonly string[]>>): string =>
    layout.plain === true ? (options[tongue][0] ?? '') : pick(options[tongue]);
  const values: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>> = {
    firms: college.firms.map((firm, index) => ({
      rowNumber: index + 1,
      name: firm.name,
      bin: bin(firm.bin),
      sector: firm.sector,
      city: firm.city,
      address: firm.address,
      phone: phone(firm.phone),
      email: firm.email,
      head: firm.head,
    })),
    agreements: college.agreements.map(agreement => ({
      number: agreement.number,
      type: say(words.agreement[agreement.type]),
      firm: firmName(agreement.firm),
      bin: chance(0.4) ? null : (college.firms[agreement.firm]?.bin ?? null),
      signedOn: date(agreement.signedOn),
      endsOn: agreement.endsOn === null ? say(words.open) : date(agreement.endsOn),
      places: agreement.places,
    })),
    students: college.students.map(student => ({
      fullName: `${student.surname} ${student.given}`,
      iin: student.iin,
      group: student.group,
      course: chance(0.3) ? `${student.course} курс` : student.course,
      specialty: chance(0.5)
        ? `${student.specialty} - ${student.specialtyName}`
        : `${student.specialty} ${student.specialtyName}`,
      qualification: student.qualification,
      phone: phone(student.phone),
      language: say(words.language[student.language]),
      funding: say(words.funding[student.funding]),
    })),
    placements: college.placements.map(placement => {
      const student = college.students[placement.student];
      return {
        student: `${student?.surname ?? ''} ${student?.given ?? ''}`,
        iin: student?.iin ?? null,
        firm: firmName(placement.firm),
        type: say(words.practice[placement.type]),
        period: period(placement.startsOn, placement.endsOn),
        startsOn: date(placement.startsOn),
        finishesOn: date(placement.endsOn),
        hours: placement.hours,
        mentor: placement.mentor,
      };
    }),
    requests: college.requests.map(request => ({
      number: request.number,
      receivedOn: date(request.receivedOn),
      firm: firmName(request.firm),
      specialty: request.specialty,
      module: request.module,
      proposal: request.proposal,
      before: request.before,
      after: request.after,
      state: say(words.state[request.state]),
    })),
  };
  const used = new Set<string>();
  const sheets = shuffle(Object.keys(columns)).map(key => {
    const splitPeriod = key === 'placements' && chance(0.5);
    const twoLines = key === 'requests' && chance(0.5);
    const listed = (columns[key] ?? []).flatMap((entry): Column[] => {
      if (!splitPeriod || entry.key !== 'period') return [entry];
      return [
        column(
          'startsOn',
          ['Дата начала', 'Начало практики', 'Начало'],
          ['Басталу күні', 'Басталуы'],
          ['Start date', 'From'],
        ),
        column(
          'finishesOn',
          ['Дата окончания', 'Окончание практики', 'Окончание'],
          ['Аяқталу күні', 'Аяқталуы'],
          ['End date', 'To'],
        ),
      ];
    });
    const free = shuffle(listed.filter(entry => !(twoLines && entry.group !== undefined)));
    const grouped = twoLines ? listed.filter(entry => entry.group !== undefined) : [];
    const ordered = [...free, ...grouped];
    const rows: Cell[][] = [];
    if (chance(0.6)) rows.push([pick(titles[tongue])]);
    if (chance(0.4)) rows.push([]);
    if (twoLines) {
      rows.push(
        ordered.map((entry, index) =>
          entry.group === undefined
            ? pick(entry.names[tongue])
            : ordered[index - 1]?.group === undefined
              ? entry.group[tongue]
              : null,
        ),
      );
      rows.push(ordered.map(entry => entry.under?.[tongue] ?? null));
    } else {
      rows.push(
        ordered.map(entry => (layout.plain === true ? (entry.names[tongue][0] ?? '') : pick(entry.names[tongue]))),
      );
    }
    if (chance(0.25)) rows.push(ordered.map((_, index) => index + 1));
    for (const record of values[key] ?? []) rows.push(ordered.map(entry => record[entry.key] ?? null));
    if (chance(0.3)) rows.push([]);
    if (chance(0.6)) rows.push([pick(totals[tongue]), (values[key] ?? []).length]);
    let name = pick(sheetNames[key]?.[tongue] ?? [key]);
    while (used.has(name)) name = `${name} `.trimEnd() + '_';
    used.add(name);
    return { name, rows };
  });
  return writeXlsx({
    sheets: chance(0.4)
      ? [
          ...sheets,
          { name: { ru: 'Инструкция', kk: 'Нұсқаулық', en: 'Help' }[tongue], rows: [['—'], [pick(titles[tongue])]] },
        ]
      : sheets,
  });
}
