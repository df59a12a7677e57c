import { isoDateOf } from '#shared/domain/dates.ts';
import { withCheckDigit } from '#shared/domain/identifiers.ts';
import type { Random } from './random.ts';

type Sex = 'male' | 'female';
export type Person = {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly sex: Sex;
  readonly kazakh: boolean;
};

const words = (text: string): readonly string[] => text.split(/\s+/u).filter(word => word !== '');

/** Surnames in the male form; the female one adds «а». */
const kazakhSurnames =
  words(`Ахметов Қасымов Серіков Нұрланов Әлібеков Жүнісов Төлегенов Бекенов Сәрсенов Мұқанов Ысқақов Оразов Ғабдуллин
  Қайратов Байжанов Есенов Тілеубаев Құрманов Смағұлов Әбдірахманов Жақсылықов Шәріпов Дүйсенов Кенжебаев Рахымов Өмірзақов Үсенов
  Абылқасымов Мейірманов Сейітов Тұрсынов Бөкенов Қожахметов Аманжолов Ералин Хамитов Ташенов Молдабеков Искаков Жаңабаев Іргебаев
  Қалиев Сағындықов Досжанов Әубәкіров Өтегенов Мәжитов Нұғманов Күзембаев Арыстанов`);
const russianSurnames =
  words(`Иванов Петров Смирнов Кузнецов Соколов Ковалёв Орлов Фёдоров Щербаков Цыганов Юдин Журавлёв Шевелев Никитин Захаров
  Большаков Ёлкин Громов Эммануилов Тихонов Чернов Хохлов Яковлев Горшков`);
const kazakhMen =
  words(`Әділ Серік Нұрлан Ерасыл Алихан Дәурен Бекзат Мирас Санжар Ілияс Олжас Тұрар Ғалым Қайрат Шыңғыс Жәнібек Айдос Арман
  Бауыржан Дінмұхамед Ерболат Нұрсұлтан Рүстем Темірлан Өркен Ұлан Жиһангер Мәди Асхат Батырхан`);
const kazakhWomen =
  words(`Аружан Әсел Гауһар Дана Жұлдыз Меруерт Айгерім Толғанай Інжу Ұлпан Қарлығаш Маржан Назерке Балнұр Сәуле Үміт Ботагөз
  Жанель Ақбота Дильназ Көркем Мөлдір Рабиға Сымбат Аяулым Еңлік Гүлназ Зере`);
const russianMen = words(
  'Алексей Дмитрий Иван Максим Кирилл Егор Павел Юрий Фёдор Никита Артём Эдуард Степан Роман Виктор',
);
const russianWomen = words('Анна Мария Елена Ксения Алёна Юлия Дарья Полина Виктория Ольга Наталья Эльвира Яна');
const kazakhFathers =
  words(`Болат Марат Қанат Ерлан Серік Нұржан Талғат Асқар Берік Мұрат Қайрат Самат Әнуар Дәулет Жомарт Өмірбек Үсен Ғалым
  Сәкен Тілек`);
const russianFathers = words('Сергей Андрей Николай Алексей Игорь Олег Юрий Виталий Владимир Пётр');

/** Patronymics that do not follow the plain rule. */
const russianPatronymics: Readonly<Record<string, readonly [male: string, female: string]>> = {
  Сергей: ['Сергеевич', 'Сергеевна'],
  Андрей: ['Андреевич', 'Андреевна'],
  Николай: ['Николаевич', 'Николаевна'],
  Алексей: ['Алексеевич', 'Алексеевна'],
  Игорь: ['Игоревич', 'Игоревна'],
  Юрий: ['Юрьевич', 'Юрьевна'],
  Виталий: ['Витальевич', 'Витальевна'],
  Пётр: ['Петрович', 'Петровна'],
};

function patronymicOf(random: Random, kazakh: boolean, sex: Sex): string {
  const man = sex === 'male';
  if (kazakh) {
    const father = random.pick(kazakhFathers);
    if (random.chance(0.75)) return `${father}${man ? 'ұлы' : 'қызы'}`;
    return `${father}${man ? 'ович' : 'овна'}`;
  }
  const father = random.pick(russianFathers);
  const [male, female] = russianPatronymics[father] ?? [`${father}ович`, `${father}овна`];
  return man ? male : female;
}

/** An invented person whose surname, given name and patronymic agree in sex. */
export function makePerson(random: Random, sex: Sex = random.chance(0.55) ? 'male' : 'female'): Person {
  const kazakh = random.chance(0.7);
  const man = sex === 'male';
  const surname = random.pick(kazakh ? kazakhSurnames : russianSurnames);
  const given = kazakh ? (man ? kazakhMen : kazakhWomen) : man ? russianMen : russianWomen;
  return {
    surname: man ? surname : `${surname}а`,
    givenName: random.pick(given),
    patronymic: patronymicOf(random, kazakh, sex),
    sex,
    kazakh,
  };
}

/** «Surname Given Patronymic». */
export const fullName = (person: Person): string => `${person.surname} ${person.givenName} ${person.patronymic}`;

/** A day of birth within a year. */
export function makeBirthday(random: Random, year: number): string {
  const day = isoDateOf(year, random.between(1, 12), random.between(1, 28));
  if (day === null) throw new RangeError(`no such year: ${year}`);
  return day;
}

/** Numbers that are used up, so that no two records get the same. */
export type Taken = Set<string>;

function unused(taken: Taken, make: () => string | null): string {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const number = make();
    if (number === null || taken.has(number)) continue;
    taken.add(number);
    return number;
  }
  throw new RangeError('no free number found');
}

/** An IIN that agrees with the day of birth and the sex, with a right check digit. */
export function makeIin(random: Random, taken: Taken, bornOn: string, sex: Sex): string {
  const century = Number(bornOn.slice(0, 4)) >= 2000 ? 5 : 3;
  const mark = sex === 'male' ? century : century + 1;
  const day = `${bornOn.slice(2, 4)}${bornOn.slice(5, 7)}${bornOn.slice(8, 10)}`;
  return unused(taken, () => withCheckDigit(`${day}${mark}${String(random.between(0, 9999)).padStart(4, '0')}`));
}

/** The BIN of a resident legal entity, with a right check digit; founded between 1992 and 2023. */
export function makeBin(random: Random, taken: Taken): string {
  return unused(taken, () => {
    const year = String(random.between(1992, 2023) % 100).padStart(2, '0');
    const month = String(random.between(1, 12)).padStart(2, '0');
    return withCheckDigit(`${year}${month}40${String(random.between(0, 99_999)).padStart(5, '0')}`);
  });
}

/** A mobile number in E.164. */
export function makePhone(random: Random): string {
  return `+7${random.pick(['701', '702', '705', '707', '747', '771', '775', '777'])}${String(random.between(0, 9_999_999)).padStart(7, '0')}`;
}

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'аa әa бb вv гg ғg дd еe ёe жzh зz иi йi кk қk лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh цts чch шsh щsh ъ ыy іi ь эe юyu яya'
    .split(' ')
    .map(pair => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** Letters of a name as they stand in an e-mail address. */
export const toLatin = (text: string): string =>
  [...text.toLowerCase()].map(letter => latin[letter] ?? (/[a-z0-9]/u.test(letter) ? letter : '')).join('');
