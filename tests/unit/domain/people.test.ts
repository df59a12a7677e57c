import { describe, expect, test } from 'vitest';
import {
  fullName,
  namesAgree,
  personKey,
  personNameOf,
  shortName,
  signatureName,
  splitFullName,
} from '#shared/domain/people.ts';

describe('splitFullName', () => {
  test.each([
    ['Иванов Алексей Борисович', 'Иванов', 'Алексей', 'Борисович'],
    ['  Иванов  Алексей ', 'Иванов', 'Алексей', ''],
    ['Алексей Борисович Иванов', 'Иванов', 'Алексей', 'Борисович'],
    ['Сейітқали Ұлжан Серікқызы', 'Сейітқали', 'Ұлжан', 'Серікқызы'],
    ['Ахметов Болат Серік ұлы', 'Ахметов', 'Болат', 'Серік ұлы'],
    ['Ахметов Болат Серік Ұлы', 'Ахметов', 'Болат', 'Серік ұлы'],
    ['Иванов А.Б.', 'Иванов', 'А.', 'Б.'],
    ['Иванов А. Б.', 'Иванов', 'А.', 'Б.'],
    ['Иванов А', 'Иванов', 'А.', ''],
    ['А.Б. Иванов', 'Иванов', 'А.', 'Б.'],
    ['ИВАНОВ АЛЕКСЕЙ', 'Иванов', 'Алексей', ''],
    ['иванов-петров алексей', 'Иванов-Петров', 'Алексей', ''],
    ['ӘБДІХАЛЫҚ ӨМІР', 'Әбдіхалық', 'Өмір', ''],
    ['Ким', 'Ким', '', ''],
    ['Оспанов Ерлан Мұхтар Асылұлы', 'Оспанов', 'Ерлан', 'Мұхтар Асылұлы'],
    ['', '', '', ''],
  ])('%s', (text, surname, name, patronymic) => {
    expect(splitFullName(text)).toEqual({ surname, name, patronymic });
  });
});

test('a name in three cells stays in three parts, in one cell it is split', () => {
  expect(personNameOf('Ким', 'Анна')).toEqual({ surname: 'Ким', name: 'Анна', patronymic: '' });
  expect(personNameOf('ИВАНОВ', 'алексей', 'Борисович')).toEqual({
    surname: 'Иванов',
    name: 'Алексей',
    patronymic: 'Борисович',
  });
  expect(personNameOf('Ким Анна', '', '')).toEqual({ surname: 'Ким', name: 'Анна', patronymic: '' });
});

test('names are written in full, short and for a signature', () => {
  const person = splitFullName('Иванов Алексей Борисович');
  expect(fullName(person)).toBe('Иванов Алексей Борисович');
  expect(shortName(person)).toBe('Иванов А. Б.');
  expect(signatureName(person)).toBe('А. Б. Иванов');
  expect(shortName(splitFullName('Ахметов Болат Серік ұлы'))).toBe('Ахметов Б. С.');
  expect(shortName(splitFullName('Иванов А.'))).toBe('Иванов А.');
  expect(shortName(splitFullName('Ким'))).toBe('Ким');
});

test('keys and agreement find the same person in two lists', () => {
  expect(personKey(splitFullName('Сейітқали Елена'))).toBe(personKey(splitFullName('СЕЙIТҚАЛИ ЕЛЕНА')));
  const full = splitFullName('Иванов Алексей Борисович');
  expect(namesAgree(full, splitFullName('Иванов А.'))).toBe(true);
  expect(namesAgree(full, splitFullName('Иванов Алексей'))).toBe(true);
  expect(namesAgree(full, splitFullName('Иванов Б.'))).toBe(false);
  expect(namesAgree(full, splitFullName('Иванов Алексей Петрович'))).toBe(false);
  expect(namesAgree(full, splitFullName('Петров Алексей'))).toBe(false);
});
