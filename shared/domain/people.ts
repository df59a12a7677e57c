import { fold, repairLookAlikes, tidy } from './fold.ts';

/** A person's name in its parts; parts that are not known are empty. */
export type PersonName = { readonly surname: string; readonly name: string; readonly patronymic: string };

/** «Son of» and «daughter of» as Kazakh, Kyrgyz, Uzbek and Azerbaijani names are written in Cyrillic letters. */
const sonOf = 'ұлы|улы|уулу|оғлы|оглы|огли|оглу|угли';
const daughterOf = 'қызы|кызы|ғызы|гызы|кизи|қизи';
const sonEnding = new RegExp(`(?:ич|${sonOf})$`, 'iu');
const daughterEnding = new RegExp(`(?:вна|чна|${daughterOf})$`, 'iu');
const turkicEnding = new RegExp(`(?:${sonOf}|${daughterOf})$`, 'iu');
const patronymicEnding = new RegExp(`(?:ич|овна|евна|ична|${sonOf}|${daughterOf})$`, 'iu');
const patronymicWord = new RegExp(`^(?:${sonOf}|${daughterOf})$`, 'iu');
const initial = /^\p{Lu}\.?$/u;

/** Splits a name in one cell: «Фамилия Имя Отчество», «Имя Отчество Фамилия», «Иванов А.Б.», «А. Б. Иванов». */
export function splitFullName(text: string): PersonName {
  const words = attachPatronymicWords(wordsOf(text));
  const [first = '', second = '', ...others] = words;
  const rest = others.join(' ');
  if (initial.test(first) && words.length > 1) {
    const surnameAt = words.findIndex(word => !initial.test(word));
    if (surnameAt > 0) {
      return named(words[surnameAt], words[0], words.slice(1, surnameAt).join(' '));
    }
  }
  const third = others[0] ?? '';
  if (words.length === 3 && isPatronymic(second) && !isPatronymic(third)) return named(third, first, second);
  return named(first, second, rest);
}

function wordsOf(text: string): string[] {
  const plain = repairLookAlikes(tidy(text))
    .replace(/["«»“”,;]/gu, ' ')
    .replace(/\.(?=\S)/gu, '. ')
    .trim();
  return plain.split(/\s+/u).filter(word => /\p{L}/u.test(word));
}

/** «Серік ұлы» is one patronymic in two words. */
function attachPatronymicWords(words: readonly string[]): string[] {
  return words.reduce<string[]>((found, word) => {
    const previous = found.at(-1);
    if (patronymicWord.test(word) && previous !== undefined && found.length > 1) {
      return [...found.slice(0, -1), `${previous} ${word}`];
    }
    return [...found, word];
  }, []);
}

/** Whether a patronymic, or a surname made like one, ends in «-ұлы», «-оглы», «-қызы» …: no Russian case changes it. */
export const isPatronymicOfTurkicForm = (word: string): boolean => turkicEnding.test(word);

/** A person's sex as the patronymic shows it; null when it does not. */
export function sexOfPatronymic(patronymic: string): 'male' | 'female' | null {
  if (sonEnding.test(patronymic)) return 'male';
  return daughterEnding.test(patronymic) ? 'female' : null;
}

function isPatronymic(word: string): boolean {
  return word.length > 4 && patronymicEnding.test(word);
}

function named(surname = '', name = '', patronymic = ''): PersonName {
  return { surname: calm(surname), name: calm(name), patronymic: calm(patronymic) };
}

/** A word typed in capitals or in small letters gets one capital per part; initials get their dot. */
function calm(text: string): string {
  return text
    .split(' ')
    .map(word => {
      if (initial.test(word)) return word.endsWith('.') ? word : `${word}.`;
      if (patronymicWord.test(word)) return word.toLowerCase();
      const isShouted = word.length > 1 && word === word.toUpperCase() && !word.includes('.');
      if (!isShouted && word !== word.toLowerCase()) return word;
      return word
        .toLowerCase()
        .replace(/(^|[-’'])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase());
    })
    .join(' ');
}

/** Reads a name given in up to three cells; a full name in the first cell is split. */
export function personNameOf(surname: string, name = '', patronymic = ''): PersonName {
  const parts = [surname, name, patronymic].map(part => wordsOf(part).join(' '));
  if (parts[1] === '' && parts[2] === '') return splitFullName(surname);
  return named(parts[0], parts[1], parts[2]);
}

/** «Иванов Алексей Борисович». */
export function fullName(person: PersonName): string {
  return [person.surname, person.name, person.patronymic].filter(part => part !== '').join(' ');
}

/** «Иванов А. Б.» */
export function shortName(person: PersonName): string {
  return [person.surname, ...initialsOf(person)].filter(part => part !== '').join(' ');
}

/** «А. Б. Иванов», as under a signature. */
export function signatureName(person: PersonName): string {
  return [...initialsOf(person), person.surname].filter(part => part !== '').join(' ');
}

function initialsOf(person: PersonName): string[] {
  if (person.surname === '') return [person.name, person.patronymic];
  return [person.name, person.patronymic].map(part => {
    const letter = [...part][0];
    return letter === undefined ? '' : `${letter.toUpperCase()}.`;
  });
}

/** Folded name for finding the same person in another list; the order of surname and name counts. */
export function personKey(person: PersonName): string {
  return fold(fullName(person))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two names can belong to one person: missing patronymics and initials are no contradiction. */
export function namesAgree(a: PersonName, b: PersonName): boolean {
  if (fold(a.surname) !== fold(b.surname)) return false;
  return partsAgree(a.name, b.name) && partsAgree(a.patronymic, b.patronymic);
}

function partsAgree(a: string, b: string): boolean {
  const left = fold(a).replace(/\.$/u, '');
  const right = fold(b).replace(/\.$/u, '');
  if (left === '' || right === '') return true;
  return left.length === 1 || right.length === 1 ? left[0] === right[0] : left === right;
}
