/** What is known of an invented firm before its numbers, people and dates are drawn. */
export type FirmProfile = {
  readonly form: 'ТОО' | 'АО' | 'ИП' | 'КГП' | 'ГУ';
  readonly nameRu: string;
  readonly nameKk: string;
  readonly sector: string;
  readonly oked: string;
  readonly city: string;
  readonly sizeClass: 'micro' | 'small' | 'medium' | 'large';
  /** Places in the list of programmes whose students it takes. */
  readonly programmes: readonly number[];
};

/** Kazakh legal forms for the Russian ones. */
export const kazakhForms: Readonly<Record<FirmProfile['form'], string>> = {
  ТОО: 'ЖШС',
  АО: 'АҚ',
  ИП: 'ЖК',
  КГП: 'КМК',
  ГУ: 'ММ',
};

/** City in Russian → Kazakh name, region, dialling code. */
export const cities: Readonly<Record<string, { readonly kk: string; readonly region: string; readonly code: string }>> =
  {
    Караганда: { kk: 'Қарағанды', region: 'Карагандинская область', code: '7212' },
    Темиртау: { kk: 'Теміртау', region: 'Карагандинская область', code: '7213' },
    Шахтинск: { kk: 'Шахтинск', region: 'Карагандинская область', code: '72156' },
    Сарань: { kk: 'Саран', region: 'Карагандинская область', code: '72137' },
    Балхаш: { kk: 'Балқаш', region: 'Карагандинская область', code: '71036' },
    Жезказган: { kk: 'Жезқазған', region: 'область Ұлытау', code: '7102' },
    Астана: { kk: 'Астана', region: 'город Астана', code: '7172' },
    Павлодар: { kk: 'Павлодар', region: 'Павлодарская область', code: '7182' },
  };

type Sector = readonly [sector: string, oked: string, programmes: readonly number[]];
export const sectors = {
  software: ['Информационные технологии', '62010', [0]],
  telecom: ['Связь', '61100', [0, 4]],
  engineering: ['Машиностроение', '28920', [1, 4]],
  metal: ['Обработка металлов', '25620', [1]],
  cars: ['Ремонт автомобилей', '45200', [2]],
  transport: ['Грузовые перевозки', '49410', [2]],
  mining: ['Добыча и обогащение руд', '07291', [3, 1, 4]],
  coal: ['Добыча угля', '05100', [3, 4]],
  energy: ['Электроэнергетика', '35130', [4]],
  wiring: ['Электромонтажные работы', '43210', [4]],
  beauty: ['Салоны красоты', '96020', [5]],
  furniture: ['Производство мебели', '31090', [1]],
  city: ['Городское хозяйство', '36000', [4, 1]],
  education: ['Образование', '85320', [0]],
} as const satisfies Readonly<Record<string, Sector>>;

type Line = readonly [
  form: FirmProfile['form'],
  ru: string,
  kk: string,
  sector: keyof typeof sectors,
  city: string,
  size: FirmProfile['sizeClass'],
];

const lines: readonly Line[] = [
  ['ТОО', 'Байтақ Софт', 'Байтақ Софт', 'software', 'Караганда', 'small'],
  ['ТОО', 'Цифровая мастерская «Алаң»', '«Алаң» цифрлық шеберханасы', 'software', 'Астана', 'small'],
  ['ИП', 'Код Үйі', 'Код Үйі', 'software', 'Караганда', 'micro'],
  ['ТОО', 'Сарыарка Телеком Сервис', 'Сарыарқа Телеком Сервис', 'telecom', 'Караганда', 'medium'],
  ['ТОО', 'Желі Плюс', 'Желі Плюс', 'telecom', 'Темиртау', 'small'],
  ['ГУ', 'Центр цифрового развития Көктас', 'Көктас цифрлық даму орталығы', 'education', 'Караганда', 'small'],
  ['АО', 'Машзавод «Көктас»', '«Көктас» машина жасау зауыты', 'engineering', 'Караганда', 'large'],
  ['ТОО', 'Тұлпар Машинери', 'Тұлпар Машинери', 'engineering', 'Караганда', 'medium'],
  [
    'ТОО',
    'Ремонтно-механический завод «Қуат»',
    '«Қуат» жөндеу-механикалық зауыты',
    'engineering',
    'Темиртау',
    'medium',
  ],
  ['ТОО', 'Станкосервис Орталық', 'Станоксервис Орталық', 'metal', 'Караганда', 'small'],
  ['ТОО', 'Металл Өңдеу', 'Металл Өңдеу', 'metal', 'Темиртау', 'small'],
  ['ИП', 'Дәнекер', 'Дәнекер', 'metal', 'Сарань', 'micro'],
  ['ТОО', 'Жиһаз Әлемі', 'Жиһаз Әлемі', 'furniture', 'Караганда', 'small'],
  ['ТОО', 'Автоорталық Жігер', 'Жігер автоорталығы', 'cars', 'Караганда', 'small'],
  ['ИП', 'СТО «Доңғалақ»', '«Доңғалақ» ТҚС', 'cars', 'Караганда', 'micro'],
  ['ТОО', 'Автотехсервис Темиртау', 'Теміртау автотехсервис', 'cars', 'Темиртау', 'small'],
  ['ТОО', 'Арғымақ Моторс', 'Арғымақ Моторс', 'cars', 'Астана', 'medium'],
  ['ИП', 'Мастерская Журавлёва', 'Журавлёв шеберханасы', 'cars', 'Шахтинск', 'micro'],
  ['ТОО', 'Керуен Транс', 'Керуен Транс', 'transport', 'Караганда', 'medium'],
  ['КГП', 'Автопарк № 3', '№ 3 автопарк', 'transport', 'Темиртау', 'medium'],
  ['ТОО', 'Ұзақ Жол', 'Ұзақ Жол', 'transport', 'Павлодар', 'small'],
  ['АО', 'Обогатительная фабрика «Кенді Дала»', '«Кенді Дала» байыту фабрикасы', 'mining', 'Балхаш', 'large'],
  ['ТОО', 'Жезді Байыту', 'Жезді Байыту', 'mining', 'Жезказган', 'large'],
  ['ТОО', 'Рудник «Ақбастау Кен»', '«Ақбастау Кен» кеніші', 'mining', 'Караганда', 'medium'],
  ['ТОО', 'Лаборатория минералов', 'Минералдар зертханасы', 'mining', 'Караганда', 'small'],
  ['АО', 'Шахта «Ынтымақ-2»', '«Ынтымақ-2» шахтасы', 'coal', 'Шахтинск', 'large'],
  ['ТОО', 'Көмір Өңір', 'Көмір Өңір', 'coal', 'Сарань', 'medium'],
  ['ТОО', 'Угольный разрез «Борлы Тау»', '«Борлы Тау» көмір кеніші', 'coal', 'Караганда', 'large'],
  ['АО', 'Электросети «Жарық Желі»', '«Жарық Желі» электр желілері', 'energy', 'Караганда', 'large'],
  ['ТОО', 'Теміртау Энергоремонт', 'Теміртау Энергожөндеу', 'energy', 'Темиртау', 'medium'],
  ['КГП', 'Теплосеть Көктас', 'Көктас жылу желісі', 'energy', 'Караганда', 'medium'],
  ['ТОО', 'ЭлектроМонтаж Ұшқын', 'Ұшқын ЭлектроМонтаж', 'wiring', 'Караганда', 'small'],
  ['ИП', 'Найзағай', 'Найзағай', 'wiring', 'Балхаш', 'micro'],
  ['ТОО', 'Щит и кабель', 'Қалқан және кабель', 'wiring', 'Астана', 'small'],
  ['КГП', 'Горводоканал Көктас', 'Көктас су арнасы', 'city', 'Караганда', 'medium'],
  ['ИП', 'Салон красоты «Сұлу»', '«Сұлу» сұлулық салоны', 'beauty', 'Караганда', 'micro'],
  ['ТОО', 'Студия «Гауһар»', '«Гауһар» студиясы', 'beauty', 'Караганда', 'small'],
  ['ИП', 'Барбершоп «Ұста»', '«Ұста» барбершопы', 'beauty', 'Темиртау', 'micro'],
  ['ИП', 'Эстетика', 'Эстетика', 'beauty', 'Сарань', 'micro'],
  ['ТОО', 'Дом причёсок «Шолпан»', '«Шолпан» шаш үлгілері үйі', 'beauty', 'Астана', 'small'],
];

/** The forty firms of the sample college. */
export const firmProfiles: readonly FirmProfile[] = lines.map(([form, nameRu, nameKk, sector, city, sizeClass]) => {
  const [title, oked, programmes] = sectors[sector];
  return { form, nameRu, nameKk, sector: title, oked, city, sizeClass, programmes };
});

const firstWords =
  'Өрлеу Дәуір Тұмар Іскер Ғасыр Қайнар Үміт Ақжол Бірлік Жаңа Нұрлы Төрт Сұңқар Құрыш Алатау Ертіс Есіл Көкше Ұлытау Мұрагер'.split(
    ' ',
  );
const secondWords =
  'Құрылыс Өндіріс Сервис Техника Энерго Транс Мотор Кен Байыту Металл Жүйе Желі Сұлулық Инжиниринг Ремонт Монтаж Логистика Көлік'.split(
    ' ',
  );

/** One of any number of further firms, all with different names. */
export function furtherProfile(index: number): FirmProfile {
  const template = firmProfiles[index % firmProfiles.length] as FirmProfile;
  const first = firstWords[index % firstWords.length];
  const second = secondWords[Math.floor(index / firstWords.length) % secondWords.length];
  const series = Math.floor(index / (firstWords.length * secondWords.length));
  const name = `${first} ${second}${series === 0 ? '' : `-${series + 1}`}`;
  return { ...template, nameRu: name, nameKk: name };
}
