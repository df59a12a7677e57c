import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeKey, compareKey, fold, searchTerms, sortKey } from '#shared/domain/folding.ts';

const letters = fc
  .array(fc.constantFrom(...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚӨҰҮҺІЁЙ09 -«»"xyzABC'), { maxLength: 20 })
  .map(found => found.join(''));

describe('fold', () => {
  test.each([
    ['Қазақстан', 'казакстан'],
    ['ӘҒҚҢӨҰҮҺІ ёй', 'агкноуухи еи'],
    ['  Темір\u00a0\u200bЖолы ', 'темир жолы'],
    ['Өндiрiс', 'ондирис'], // Latin i
    ['Жаhан', 'жахан'], // Latin h for һ
    ['Hефть', 'нефть'], // Latin H for Н
    ['Əсел', 'асел'], // Latin schwa
    ['Fanuc', 'fanuc'],
    ['Заменить C++ на TypeScript', 'заменить c++ на typescript'],
    ['Договор №15/24', 'договор 15/24'],
    ['и\u0306од', 'иод'],
  ])('%s → %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.oneof(letters, fc.string()), text => void expect(fold(fold(text))).toBe(fold(text))));
  });

  test('a plain Cyrillic text takes a shorter way to the same key', () => {
    // The trailing no-break space sends the same text the long way.
    fc.assert(fc.property(letters, text => void expect(fold(`${text}\u00a0`)).toBe(fold(text))));
  });

  test('the case of a Cyrillic text does not matter', () => {
    const cyrillic = fc.stringMatching(/^[а-яәғқңөұүһі ]{0,20}$/u);
    fc.assert(fc.property(cyrillic, text => void expect(fold(text.toUpperCase())).toBe(fold(text))));
  });
});

test('searchTerms gives each folded word once', () => {
  expect(searchTerms('«Темір-Прокат» темир, 24ТМ')).toEqual(['темир', 'прокат', '24тм']);
  expect(searchTerms(' – ')).toEqual([]);
  expect(searchTerms(Array.from({ length: 30 }, (_, index) => `w${index}`).join(' '))).toHaveLength(12);
});

test('codeKey does not care how a code was typed', () => {
  expect(codeKey('24TM-21p')).toBe(codeKey('24ТМ–21р'));
  expect(codeKey('№ 1/24-Д')).toBe('1/24-д');
  expect(codeKey('25ПО-11р')).not.toBe(codeKey('25ПО-11к'));
});

test('compareKey ignores spaces and punctuation and look-alike words', () => {
  expect(compareKey('Темир-Прокат')).toBe(compareKey('«темир прокат»'));
  expect(compareKey('Эко-Су KZ')).toBe(compareKey('ЭкоСу КZ'));
  expect(compareKey('OH')).toBe(compareKey('oh'));
  expect(compareKey('«»')).toBe('');
});

describe('sortKey', () => {
  const inOrder = [
    ['', 'а'],
    ['2-бөлім', '10-бөлім'],
    ['9', '0010'],
    ['1/24-Д', '2/23-Д', '10/23-Д'],
    ['999999999999', '1000000000000'],
    ['123', 'Аба'],
    ['Аба', 'Әбіш', 'Баба'],
    ['Гүл', 'Ғани', 'Дана'],
    ['Еркін', 'Ёлка', 'Жан'],
    ['Кен', 'Қант', 'Лола'],
    ['Нан', 'Ңы', 'Орал', 'Өмір', 'Пана'],
    ['Ушу', 'Ұлан', 'Үсен', 'Фара', 'Хан', 'Һамза', 'Цех'],
    ['Ыбырай', 'Ілияс', 'Эко', 'Яна'],
    ['Иванов Анна', 'Иванова'],
    ['Яна', 'Alpha', 'Zeta'],
    ['24ПО-9', '24ПО-21'],
  ];

  test.each(inOrder)('%s < %s', (...texts) => {
    const keys = texts.filter(text => text !== undefined).map(sortKey);
    expect([...keys].toReversed().toSorted()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ['«Болат»', 'болат'],
    ['ТЕМІР', 'темір'],
    ['Темiр', 'Темір'],
    ['Темир-Прокат', 'ТемирПрокат'],
    ['  a  b ', 'A B'],
    ['é', 'e'],
  ])('%s and %s stand at the same place', (a, b) => {
    expect(sortKey(a)).toBe(sortKey(b));
  });

  test('is the same for a text with a sign behind it, which does not count', () => {
    fc.assert(fc.property(letters, text => void expect(sortKey(text)).toBe(sortKey(`${text}»`))));
  });

  test('keys of Kazakh, Russian and English text are plain ASCII, so that every binary order agrees', () => {
    fc.assert(fc.property(letters, text => void expect(sortKey(text)).toMatch(/^[\x20-\x7e]*$/u)));
  });

  test('numbers sort by value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 0n, max: 10n ** 30n }), (a, b) => {
        fc.pre(a !== b);
        expect(sortKey(`№ ${a}-Д`) < sortKey(`№ ${b}-Д`)).toBe(a < b);
      }),
    );
  });
});
