import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseDate, parseNumber } from '#shared/domain/dates.ts';
import { createLocale, guessLanguage, languages, roundTo } from '#shared/locale/index.ts';

const kk = createLocale('kk', { offsetMinutes: 300 });
const ru = createLocale('ru', { offsetMinutes: 300 });
const en = createLocale('en', { offsetMinutes: 300 });
const all = [kk, ru, en];
/** No-break spaces as plain ones, so that expectations can be read. */
const plain = (text: string): string => text.replace(/\u00a0/gu, ' ');
const day = fc.integer({ min: 0, max: 54_000 }).map(number => addDays('1970-01-01', number));

describe('dates', () => {
  test('are written as officials of each language write them', () => {
    expect(all.map(locale => locale.date('2025-09-01'))).toEqual(['01.09.2025', '01.09.2025', '01.09.2025']);
    expect(all.map(locale => locale.dateLong('2025-09-01'))).toEqual([
      '2025 жылғы 1 қыркүйек',
      '1 сентября 2025 года',
      'September 1, 2025',
    ]);
    expect(all.map(locale => locale.dayMonth('2025-05-09'))).toEqual(['9 мамыр', '9 мая', 'May 9']);
    expect(all.map(locale => locale.monthYear('2025-09'))).toEqual([
      '2025 жылғы қыркүйек',
      'сентябрь 2025',
      'September 2025',
    ]);
    expect(all.map(locale => locale.weekdayOf('2025-09-01'))).toEqual(['дүйсенбі', 'понедельник', 'Monday']);
    expect(kk.words.weekdaysShort).toEqual(['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс']);
    expect(ru.schoolYear(2025)).toBe('2025–2026');
  });

  test('that are missing or broken print as nothing', () => {
    for (const locale of all) {
      for (const date of [null, undefined, '', '2025-02-30']) {
        expect([locale.date(date), locale.dateLong(date), locale.weekdayOf(date), locale.monthYear(date)]).toEqual([
          '',
          '',
          '',
          '',
        ]);
      }
    }
  });

  test('every written date reads back as itself', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...all), (value, locale) => {
        expect(parseDate(locale.date(value))).toEqual({ kind: 'ok', value });
        expect(parseDate(locale.dateLong(value))).toEqual({ kind: 'ok', value });
      }),
    );
  });

  test('periods may be open on either side', () => {
    expect(ru.period('2025-09-01', '2025-12-26')).toBe('01.09.2025 – 26.12.2025');
    expect(all.map(locale => locale.period('2025-09-01', null))).toEqual([
      '01.09.2025 бастап',
      'с 01.09.2025',
      'from 01.09.2025',
    ]);
    expect(all.map(locale => locale.period(null, '2025-09-01'))).toEqual([
      '01.09.2025 дейін',
      'по 01.09.2025',
      'until 01.09.2025',
    ]);
    expect(ru.period(null, null)).toBe('');
  });

  test('moments are shown on the clock of the place', () => {
    expect(ru.dateTime('2025-08-31T20:05:00Z')).toBe('01.09.2025 01:05');
    expect(kk.time(new Date('2025-08-31T20:05:00Z'))).toBe('01:05');
    expect(ru.dateTime('никогда')).toBe('');
    const here = new Date(2025, 0, 15, 9, 7);
    expect(createLocale('ru').dateTime(here)).toBe('15.01.2025 09:07');
  });

  test.each([
    [0, 'бүгін', 'сегодня', 'today'],
    [1, 'ертең', 'завтра', 'tomorrow'],
    [-1, 'кеше', 'вчера', 'yesterday'],
    [3, '3 күннен кейін', 'через 3 дня', 'in 3 days'],
    [21, '21 күннен кейін', 'через 21 день', 'in 21 days'],
    [-5, '5 күн бұрын', '5 дней назад', '5 days ago'],
  ])('%d days away', (days, ...expected) => {
    const to = addDays('2025-09-10', days);
    expect(all.map(locale => plain(locale.relativeDays('2025-09-10', to)))).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each([
    [0, undefined, '0', '0'],
    [1234.5, undefined, '1 234,5', '1,234.5'],
    [1_234_567, undefined, '1 234 567', '1,234,567'],
    [-1234, undefined, '-1 234', '-1,234'],
    [2.5, 0, '3', '3'],
    [1.005, 2, '1,01', '1.01'],
    [-0.001, 2, '0,00', '0.00'],
    [12, 2, '12,00', '12.00'],
    [0.1 + 0.2, undefined, '0,3', '0.3'],
    [Number.NaN, undefined, '', ''],
  ])('%d with %s decimals', (value, digits, russian, english) => {
    expect(plain(ru.number(value, digits))).toBe(russian);
    expect(plain(kk.number(value, digits))).toBe(russian);
    expect(en.number(value, digits)).toBe(english);
  });

  test('every number reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.constantFrom(...all), (hundredths, locale) => {
        expect(parseNumber(locale.number(hundredths / 100, 2))).toBe(hundredths / 100);
      }),
    );
  });

  test('rounding is half away from zero', () => {
    expect([roundTo(0.5, 0), roundTo(-0.5, 0), roundTo(2.345, 2), roundTo(1e21, 2)]).toEqual([1, -1, 2.35, 1e21]);
    expect(Object.is(roundTo(-0.1, 0), 0)).toBe(true);
  });

  test('percent, money and sizes carry their sign', () => {
    expect(all.map(locale => plain(locale.percent(0.6)))).toEqual(['60%', '60 %', '60%']);
    expect(plain(ru.percent(0.1234, 1))).toBe('12,3 %');
    expect(ru.percent(0 / 0)).toBe('');
    expect(all.map(locale => plain(locale.money(125_000_050)))).toEqual([
      '1 250 000,50 ₸',
      '1 250 000,50 ₸',
      '₸1,250,000.50',
    ]);
    expect(plain(ru.money(-8_500_000))).toBe('-85 000 ₸');
    expect([0, 1023, 1024, 1536, 10_485_760, 1_048_575].map(size => plain(ru.fileSize(size)))).toEqual([
      '0 байт',
      '1 023 байт',
      '1 КБ',
      '1,5 КБ',
      '10 МБ',
      '1 МБ',
    ]);
  });
});

describe('plural forms', () => {
  test.each([
    [0, 'записей'],
    [1, 'запись'],
    [2, 'записи'],
    [5, 'записей'],
    [11, 'записей'],
    [12, 'записей'],
    [21, 'запись'],
    [22, 'записи'],
    [101, 'запись'],
    [111, 'записей'],
    [1.5, 'записи'],
    [-2, 'записи'],
  ])('%d %s', (count, expected) => {
    expect(ru.plural(count, ['запись', 'записи', 'записей'])).toBe(expected);
  });

  test('Kazakh needs one form, English two', () => {
    expect([1, 2, 5].map(count => kk.plural(count, ['жазба']))).toEqual(['жазба', 'жазба', 'жазба']);
    expect([0, 1, 2].map(count => en.plural(count, ['record', 'records']))).toEqual(['records', 'record', 'records']);
    expect(ru.plural(5, [])).toBe('');
    expect(all.map(locale => plain(locale.hours(72)))).toEqual(['72 сағат', '72 часа', '72 hours']);
    expect(all.map(locale => plain(locale.days(1)))).toEqual(['1 күн', '1 день', '1 day']);
  });
});

test('words are joined and ordered as the language does', () => {
  expect(all.map(locale => locale.list(['А', 'Ә', 'Б']))).toEqual(['А, Ә және Б', 'А, Ә и Б', 'А, Ә, and Б']);
  expect([ru.list([]), ru.list(['А']), en.list(['A', 'B'])]).toEqual(['', 'А', 'A and B']);
  expect(['Орал', 'Әбіш', 'Өмір', 'Аба', 'Zeta', '10', '9'].toSorted(kk.compare)).toEqual([
    '9',
    '10',
    'Аба',
    'Әбіш',
    'Орал',
    'Өмір',
    'Zeta',
  ]);
  expect(kk.capitalize('қыркүйек')).toBe('Қыркүйек');
});

test.each([
  [['kk-KZ', 'ru'], 'kk'],
  [['ru_RU.UTF-8'], 'ru'],
  [['de', 'en-GB'], 'en'],
  [['uz-Latn-UZ', 'en'], 'ru'],
  [['de', 'fr'], 'ru'],
  [[], 'ru'],
])('guessLanguage(%j) is %s', (preferred, expected) => {
  expect(guessLanguage(preferred)).toBe(expected);
  expect(languages).toContain(guessLanguage(preferred));
});

test('no formatter leans on Intl, which is a stub for Kazakh in the product', () => {
  const held = globalThis.Intl;
  Object.defineProperty(globalThis, 'Intl', { value: undefined, configurable: true });
  try {
    for (const language of languages) {
      const locale = createLocale(language, { offsetMinutes: 300 });
      expect(locale.dateLong('2025-09-01')).not.toBe('');
      expect(locale.dateTime(0)).toBe('01.01.1970 05:00');
      expect(locale.number(1234.5)).toMatch(/^1.234.5$/u);
    }
  } finally {
    Object.defineProperty(globalThis, 'Intl', { value: held, configurable: true, writable: true });
  }
});
