import { fillTemplate } from '#main/documents/fill-template.ts';
import {
  type DirectionLetterData,
  type DirectionLetterText,
  directionLetterCatalogue,
  type LetterLanguage,
  type PlacementLetterData,
  type PlacementLetterText,
  type PlacementRowText,
  placementLetterCatalogue,
} from '#main/documents/letter-fields.ts';

/** Every Kazakh letter that fonts and converters lose, in both cases. */
export const KAZAKH_LETTERS = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі';

const letterhead = {
  letterheadKk: '«ШЫҒЫС ИНДУСТРИЯЛЫҚ КОЛЛЕДЖІ»\nКМҚК',
  letterheadRu: 'КГКП\n«ВОСТОЧНЫЙ ИНДУСТРИАЛЬНЫЙ КОЛЛЕДЖ»',
  letterheadAddressKk: '070000, Өскемен қаласы, Тәуелсіздік даңғылы, 12',
  letterheadAddressRu: '070000, город Усть-Каменогорск, проспект Независимости, 12',
  letterheadContacts: 'тел.: +7 7232 00-00-00 · kense@kolledzh.example · БСН / БИН 940140000385',
} as const;

const kk: DirectionLetterText = {
  ...letterhead,
  college: 'Шығыс индустриялық колледжі',
  number: '01-25/147',
  date: '2025 жылғы 3 қыркүйек',
  firm: '«Ертіс Машзауыты» ЖШС',
  firmAddress: 'Өскемен қаласы, Өнеркәсіп көшесі, 5',
  recipient: 'Директор С. Ә. Һамитовқа',
  practice: 'Өндірістік тәжірибе',
  start: '2025 жылғы 8 қыркүйек',
  end: '2025 жылғы 28 қараша',
  orderNumber: '215-Ө',
  orderDate: '2025 жылғы 1 қыркүйектегі',
  agreement: '2024 жылғы 12 қаңтардағы № 18 дуальды оқыту туралы шарт',
  practiceHead: 'Қуанышбекова Гүлнәр Ерболқызы',
  signatoryPosition: 'Директордың оқу-өндірістік ісі жөніндегі орынбасары',
  signatory: 'Б. Т. Үсенов',
  executor: 'Л. Нұрғалиева',
  executorPhone: '+7 7232 00-00-01',
  student: 'Әбдірахманов Ғани Ұланұлы',
  studentGenitive: 'Әбдірахманов Ғани Ұланұлының',
  studentDative: 'Әбдірахманов Ғани Ұланұлына',
  studentAccusative: 'Әбдірахманов Ғани Ұланұлын',
  specialty: '07150100 Машина жасау технологиясы (түрлері бойынша)',
  qualification: '3W07150103 Токарь',
  group: '24ТМ-2қ',
  course: '3',
  hours: '432',
  unit: '№ 2 механикалық құрастыру цехы',
  supervisor: 'Жұмағұлов Еркін Һәкімұлы',
  mentor: 'Петров Игорь Сергеевич',
};

const ru: DirectionLetterText = {
  ...letterhead,
  college: 'Восточный индустриальный колледж',
  number: '01-25/147',
  date: '3 сентября 2025 года',
  firm: 'ТОО «Иртыш Машзавод»',
  firmAddress: 'город Усть-Каменогорск, улица Промышленная, 5',
  recipient: 'Директору Хамитову С. А.',
  practice: 'Производственная практика',
  start: '8 сентября 2025 года',
  end: '28 ноября 2025 года',
  orderNumber: '215-Ө',
  orderDate: '1 сентября 2025 года',
  agreement: 'договор о дуальном обучении от 12 января 2024 года № 18',
  practiceHead: 'Куанышбекова Гульнар Ерболовна',
  signatoryPosition: 'Заместитель директора по учебно-производственной работе',
  signatory: 'Б. Т. Усенов',
  executor: 'Л. Нургалиева',
  executorPhone: '+7 7232 00-00-01',
  student: 'Әбдірахманов Ғани Ұланұлы',
  studentGenitive: 'Әбдірахманова Ғани Ұланұлы',
  studentDative: 'Әбдірахманову Ғани Ұланұлы',
  studentAccusative: 'Әбдірахманова Ғани Ұланұлы',
  specialty: '07150100 Технология машиностроения (по видам)',
  qualification: '3W07150103 Токарь',
  group: '24ТМ-2қ',
  course: '3',
  hours: '432',
  unit: 'Механосборочный цех № 2',
  supervisor: 'Жумагулов Еркин Хакимович',
  mentor: 'Петров Игорь Сергеевич',
};

/** A direction letter in which nothing is missing. */
export function directionLetter(language: Exclude<LetterLanguage, 'en'>): DirectionLetterData {
  if (language === 'kk-ru') return { text: { language, kk, ru } };
  return { text: language === 'kk' ? { language, kk } : { language, ru } };
}

const names = [
  ['Әбдірахманов Ғани Ұланұлы', 'Петров Игорь Сергеевич'],
  ['Бейсенбаева Аружан Қайратқызы', 'Ковальчук Ольга Дмитриевна'],
  ['Иванов Сергей Александрович', 'Петров Игорь Сергеевич'],
  ['Өтепберген Һамза Маратұлы', ''],
  ['Цой Виктория Андреевна', 'Ковальчук Ольга Дмитриевна'],
] as const;

function rows(language: 'kk' | 'ru', count: number): PlacementRowText[] {
  return Array.from({ length: count }, (_, index) => {
    const [student, mentor] = names[index % names.length] ?? ['', ''];
    return {
      index: String(index + 1),
      specialtyCode: '07150100',
      student,
      specialty: language === 'kk' ? '07150100 Машина жасау технологиясы' : '07150100 Технология машиностроения',
      qualification: '3W07150103 Токарь',
      group: '24ТМ-2қ',
      course: '3',
      practice: language === 'kk' ? 'Өндірістік тәжірибе' : 'Производственная практика',
      period: '08.09.2025 – 28.11.2025',
      start: '08.09.2025',
      end: '28.11.2025',
      hours: '432',
      unit: '',
      supervisor: '',
      mentor,
    };
  });
}

const placementText = (text: DirectionLetterText, count: number): PlacementLetterText => ({
  letterheadKk: text.letterheadKk,
  letterheadRu: text.letterheadRu,
  letterheadAddressKk: text.letterheadAddressKk,
  letterheadAddressRu: text.letterheadAddressRu,
  letterheadContacts: text.letterheadContacts,
  college: text.college,
  number: text.number,
  date: text.date,
  firm: text.firm,
  firmAddress: text.firmAddress,
  recipient: text.recipient,
  practice: text.practice,
  start: text.start,
  end: text.end,
  orderNumber: text.orderNumber,
  orderDate: text.orderDate,
  agreement: text.agreement,
  practiceHead: text.practiceHead,
  signatoryPosition: text.signatoryPosition,
  signatory: text.signatory,
  executor: text.executor,
  executorPhone: text.executorPhone,
  studentCount: String(count),
  specialties: text.specialty,
});

/** A placement letter with the given number of students; the fourth of each five has no mentor yet. */
export function placementLetter(language: Exclude<LetterLanguage, 'en'>, count: number): PlacementLetterData {
  const inKazakh = placementText(kk, count);
  const inRussian = placementText(ru, count);
  if (language === 'kk') {
    return { text: { language, kk: inKazakh }, students: { language, kk: rows('kk', count) } };
  }
  if (language === 'ru') {
    return { text: { language, ru: inRussian }, students: { language, ru: rows('ru', count) } };
  }
  return {
    text: { language, kk: inKazakh, ru: inRussian },
    students: { language, kk: rows('kk', count), ru: rows('ru', count) },
  };
}

/** Fills a direction letter (направление, жолдама) for one student. */
export function fillDirectionLetter(template: Uint8Array, data: DirectionLetterData): Promise<Uint8Array> {
  return fillTemplate(template, directionLetterCatalogue, { text: data.text, images: { logo: data.logo } });
}

/** Fills a letter to a firm with the list of its students. */
export function fillPlacementLetter(template: Uint8Array, data: PlacementLetterData): Promise<Uint8Array> {
  return fillTemplate(template, placementLetterCatalogue, {
    text: data.text,
    lists: { students: data.students },
    images: { logo: data.logo },
  });
}
