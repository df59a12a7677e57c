import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { isPatronymicOfTurkicForm, type PersonName } from '../people.ts';
import { exceptionalForm, type RussianCase, type Sex } from './russian-exceptions.ts';

export type { RussianCase, Sex } from './russian-exceptions.ts';

/** Forms the officer has corrected by hand; they win over the rules, part by part. */
export type DeclinedOverride = Partial<PersonName>;

/** A woman's surname that ends in a consonant, «й» or «ь» stays as it is (Ковальчук, Цой, Соболь). */
const FIXED_FEMALE = /[бвгджзйклмнпрстфхцчшщьңғқһ]$/iu;
/** Parts of double surnames that are no surname by themselves, and particles: «Бонч-Бруевича», «Тер-Петросяна», «де Голля». */
const FIXED_BEFORE_ANOTHER =
  /^(?:бонч|грум|тер|демут|тан|сквозник|сен|сент|мак|аль|эль|абу|ибн|бен|ван|фон|дер|де|ди|да|дю|ла|ле|дон|о['’]?)$/iu;

type Word = { readonly text: string; readonly part: keyof PersonName; readonly sex: Sex; readonly in: RussianCase };

/**
 * A person's name in a Russian case. The sex is always given: a name alone does not tell it («Аружан», «Бекзат»). Surnames may be
 * Kazakh or Russian, simple or double. A library declines; where it goes against the grammar, `russian-exceptions.ts` has the rule.
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
  if (isPatronymicOfTurkicForm(surname)) return surname;
  const pieces = surname.split(/([-\s]+)/u);
  return pieces
    .map((text, index) => {
      if (isInitial(text) || /^[-\s]+$/u.test(text)) return text;
      if (index < pieces.length - 1 && FIXED_BEFORE_ANOTHER.test(text)) return text;
      if (sex === 'female' && FIXED_FEMALE.test(text)) return text;
      return decline({ text, part: 'surname', sex, in: grammaticalCase });
    })
    .join('');
}

/** Of a man's double name only the last part changes: Касым-Жомарту; of a woman's both do: Анне-Марии. */
function declineName(name: string, sex: Sex, grammaticalCase: RussianCase): string {
  return name
    .split(' ')
    .map(whole => {
      const parts = whole.split('-');
      return parts
        .map((text, index) => {
          if (isInitial(text) || (sex === 'male' && index < parts.length - 1)) return text;
          return decline({ text, part: 'name', sex, in: grammaticalCase });
        })
        .join('-');
    })
    .join(' ');
}

function declinePatronymic(patronymic: string, sex: Sex, grammaticalCase: RussianCase): string {
  if (isInitial(patronymic) || isPatronymicOfTurkicForm(patronymic)) return patronymic;
  return decline({ text: patronymic, part: 'patronymic', sex, in: grammaticalCase });
}

const byLibrary = { surname: inclineLastname, name: inclineFirstname, patronymic: inclineMiddlename } as const;

/** The Russian letters as which Kazakh consonants are declined: «Жақсылық» like «Кулик», «Байға» like «Серьга», «Әбең» like «Ким». */
const RUSSIAN_LETTERS: Readonly<Record<string, string>> = { қ: 'к', ғ: 'г', ң: 'м', һ: 'х' };

/** One word in a case; its own letters stand wherever the declined word still has them. */
function decline({ text, part, sex, in: grammaticalCase }: Word): string {
  const letters = [...text];
  const russian = letters.map(letter => RUSSIAN_LETTERS[letter] ?? letter);
  const word = russian.join('');
  const declined = exceptionalForm(word, part, sex, grammaticalCase) ?? byLibrary[part](word, grammaticalCase, sex);
  return [...declined]
    .map((letter, index) => (letter === russian[index] ? (letters[index] ?? letter) : letter))
    .join('');
}

function isInitial(part: string): boolean {
  return part === '' || part.endsWith('.') || part.length === 1;
}
