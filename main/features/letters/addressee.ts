import { type PersonName, sexOfPatronymic, shortName, signatureName, splitFullName } from '#shared/domain/people.ts';
import { declineRussian, type Sex } from '#shared/domain/words/decline-russian.ts';
import { kazakhCase } from '#shared/domain/words/kazakh-suffixes.ts';
import { nameFormKey } from '#shared/domain/words/name-form-key.ts';
import type { NameForms } from './name-cases.ts';

/** Parts of names that only one sex bears, whatever form the surname has: «Ибраев Айгүл». */
const namesOfWomen = /(?:гүл|гуль|г[уү]лим|с[уұ]лу|айым|ханым|биби|бибі)/iu;
const namesOfMen = /(?:бек|мұрат|мурат|ғали|гали|берген)$/iu;
/** A surname of one syllable tells nothing: «Шин», «Лев». */
const surnamesOfWomen = /[аеёиоуыэюяәіөүұ].*(?:[оеё]ва|[иы]на|ская|цкая)$/iu;
const surnamesOfMen = /[аеёиоуыэюяәіөүұ].*(?:[оеё]в|[иы]н|ский|цкий)$/iu;

/** A person's sex as the patronymic, the name and the surname show it, in this order; null when none does. */
export function sexFromName(person: PersonName): Sex | null {
  const told = sexOfPatronymic(person.patronymic);
  if (told !== null) return told;
  if (namesOfMen.test(person.name)) return 'male';
  if (namesOfWomen.test(person.name)) return 'female';
  if (surnamesOfWomen.test(person.surname)) return 'female';
  return surnamesOfMen.test(person.surname) ? 'male' : null;
}

/** Positions whose name in the other language is known; any other stands as it was entered. */
const positions: readonly (readonly [ru: string, kk: string, en: string])[] = [
  ['директор', 'директор', 'director'],
  ['генеральный директор', 'бас директор', 'general director'],
  ['исполнительный директор', 'атқарушы директор', 'executive director'],
  ['технический директор', 'техникалық директор', 'technical director'],
  ['заместитель директора', 'директордың орынбасары', 'deputy director'],
  ['руководитель', 'басшы', 'head'],
  ['председатель правления', 'басқарма төрағасы', 'chairman of the board'],
  ['начальник', 'бастық', 'head'],
  ['начальник отдела кадров', 'кадрлар бөлімінің бастығы', 'head of human resources'],
  ['начальник цеха', 'цех бастығы', 'workshop manager'],
  ['мастер', 'шебер', 'foreman'],
  ['инженер', 'инженер', 'engineer'],
  ['специалист по кадрам', 'кадрлар жөніндегі маман', 'human resources officer'],
  ['менеджер по персоналу', 'персонал жөніндегі менеджер', 'human resources manager'],
  ['главный бухгалтер', 'бас бухгалтер', 'chief accountant'],
  ['бухгалтер', 'бухгалтер', 'accountant'],
  ['главный инженер', 'бас инженер', 'chief engineer'],
  ['главный врач', 'бас дәрігер', 'chief physician'],
  ['заведующий', 'меңгеруші', 'manager'],
  ['управляющий', 'басқарушы', 'manager'],
  ['индивидуальный предприниматель', 'жеке кәсіпкер', 'sole proprietor'],
  ['предприниматель', 'кәсіпкер', 'entrepreneur'],
  ['владелец', 'иесі', 'owner'],
];

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A position in the language of the letter, where both names are known. */
export function positionIn(position: string, language: 'kk' | 'ru' | 'en'): string {
  const wanted = position.trim().toLowerCase();
  const pair = positions.find(names => names.includes(wanted));
  if (pair === undefined) return position.trim();
  const [ru, kk, en] = pair;
  return capitalized({ kk, ru, en }[language]);
}

/** The cases in which letters name positions. */
type PositionCase = 'genitive' | 'dative';

function adjectiveIn(word: string, grammaticalCase: PositionCase): string | null {
  const [hard, soft] = grammaticalCase === 'dative' ? (['ому', 'ему'] as const) : (['ого', 'его'] as const);
  if (/(?:[кгх]ий|ый|ой)$/u.test(word)) return `${word.slice(0, -2)}${hard}`;
  if (word.endsWith('ий')) return `${word.slice(0, -2)}${soft}`;
  if (/(?:[щшчж]ая|яя)$/u.test(word)) return `${word.slice(0, -2)}ей`;
  return word.endsWith('ая') ? `${word.slice(0, -2)}ой` : null;
}

function nounIn(word: string, grammaticalCase: PositionCase): string {
  const stem = word.slice(0, -1);
  const dative = grammaticalCase === 'dative';
  if (word.endsWith('ия')) return `${stem}и`;
  if (/[ая]$/u.test(word)) return `${stem}${dative ? 'е' : /(?:[кгхжшщч]а|я)$/u.test(word) ? 'и' : 'ы'}`;
  if (/[ьй]$/u.test(word)) return `${stem}${dative ? 'ю' : 'я'}`;
  return /[бвгджзклмнпрстфхцчшщ]$/u.test(word) ? `${word}${dative ? 'у' : 'а'}` : word;
}

/** A Russian position in a case: the adjectives before the first noun and the noun itself; what follows stays («отдела кадров»). */
export function positionInCase(position: string, grammaticalCase: PositionCase): string {
  const words = position.trim().split(/\s+/u);
  let declined = false;
  return words
    .map((word, index) => {
      if (declined || !/^[а-яё-]+$/iu.test(word)) return word;
      const adjective = adjectiveIn(word, grammaticalCase);
      if (adjective !== null && (index < words.length - 1 || /(?:щий|щая)$/u.test(word))) {
        // «Заведующий складом»: a participle that stands for a noun is the last word to decline.
        if (/(?:щий|щая)$/u.test(word)) declined = true;
        return adjective;
      }
      declined = true;
      return word
        .split('-')
        .map(part => nounIn(part, grammaticalCase))
        .join('-');
    })
    .join(' ');
}

export const positionInDative = (position: string): string => positionInCase(position, 'dative');

/**
 * To whom a letter goes, in the dative: «Директору Хамитову С. А.», «Директор С. Ә. Һамитовқа»; without a person, to the head.
 * English has no cases.
 */
export function addressLine(
  name: string | null,
  position: string | null,
  language: 'kk' | 'ru' | 'en',
  names: NameForms = new Map(),
): string {
  const post = position === null ? '' : positionIn(position, language);
  if (language === 'en')
    return name === null || name.trim() === ''
      ? post || 'Head of the firm'
      : [post, signatureName(splitFullName(name))].filter(Boolean).join(' ');
  if (name === null || name.trim() === '') {
    if (language === 'kk') return post === '' ? 'Кәсіпорын басшысына' : kazakhCase(post, 'dative');
    return post === '' ? 'Руководителю предприятия' : positionInDative(post);
  }
  const own = names.get(nameFormKey(name));
  const person = splitFullName(name);
  if (language === 'kk') {
    const remembered = own?.forms.dativeKk;
    const short = remembered === undefined ? kazakhCase(signatureName(person), 'dative') : remembered;
    return [post, short].filter(Boolean).join(' ');
  }
  const sex = own?.sex ?? sexFromName(person);
  const remembered = own?.forms.dativeRu;
  const declined =
    remembered !== undefined
      ? { ...person, surname: splitFullName(remembered).surname }
      : sex === null
        ? person
        : { ...person, surname: declineRussian(person, sex, 'dative').surname };
  return [positionInDative(post), shortName(declined)].filter(Boolean).join(' ');
}
