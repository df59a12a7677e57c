import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import type { PersonName } from '../people.ts';

export type Sex = 'male' | 'female';

/** Cases of Russian besides the nominative. */
export type RussianCase = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';

/** Forms the officer has corrected by hand; they win over the rules, part by part. */
export type DeclinedOverride = Partial<PersonName>;

/** A woman's surname that ends in a consonant, «й» or «ь» stays as it is (Ковальчук, Цой, Соболь). */
const FIXED_FEMALE = /[бвгджзйклмнпрстфхцчшщьңғқһ]$/iu;
/** Kazakh patronymics are not declined in Russian. */
const KAZAKH_PATRONYMIC = /(?:ұлы|улы|қызы|кызы|оғлы|оглы|кизи)$/iu;

/**
 * A person's name in a Russian case. The sex is always given: a name alone does not tell it («Аружан», «Бекзат»). Surnames may be
 * Kazakh or Russian, simple or hyphenated.
 */
export function declineRussian(
  person: PersonName,
  sex: Sex,
  grammaticalCase: RussianCase,
  override: DeclinedOverride = {},
): PersonName {
  return {
    surname: override.surname ?? declineSurname(person.surname, sex, grammaticalCase),
    name: override.name ?? declineName(person.name, sex, grammaticalCase),
    patronymic: override.patronymic ?? declinePatronymic(person.patronymic, sex, grammaticalCase),
  };
}

function declineSurname(surname: string, sex: Sex, grammaticalCase: RussianCase): string {
  return surname
    .split('-')
    .map(part => {
      if (isInitial(part) || KAZAKH_PATRONYMIC.test(part)) return part;
      if (sex === 'female' && FIXED_FEMALE.test(part)) return part;
      return inclineLastname(part, grammaticalCase, sex);
    })
    .join('-');
}

function declineName(name: string, sex: Sex, grammaticalCase: RussianCase): string {
  return name
    .split(' ')
    .map(part => (isInitial(part) ? part : declineGivenName(part, sex, grammaticalCase)))
    .join(' ');
}

/** Of a man's double name only the last part changes: Касым-Жомарту; of a woman's both do: Анне-Марии. */
function declineGivenName(name: string, sex: Sex, grammaticalCase: RussianCase): string {
  const hyphen = sex === 'male' ? name.lastIndexOf('-') + 1 : 0;
  return name.slice(0, hyphen) + inclineFirstname(name.slice(hyphen), grammaticalCase, sex);
}

function declinePatronymic(patronymic: string, sex: Sex, grammaticalCase: RussianCase): string {
  if (isInitial(patronymic) || KAZAKH_PATRONYMIC.test(patronymic)) return patronymic;
  return inclineMiddlename(patronymic, grammaticalCase, sex);
}

function isInitial(part: string): boolean {
  return part === '' || part.endsWith('.') || part.length === 1;
}
