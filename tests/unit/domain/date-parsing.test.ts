import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseDate, parseEndDate, parsePeriod } from '#shared/domain/dates.ts';

const today = '2025-09-10';
const day = fc.integer({ min: 0, max: 54_000 }).map(number => addDays('1970-01-01', number));

describe('parseDate', () => {
  test.each([
    '01.09.2025',
    '01.09.25',
    '1.9.25',
    '1.9.2025',
    '01.09.25 г.',
    '01.09.2025г.',
    '01.09.2025 года',
    '01.09.2025 ж.',
    '01/09/2025',
    '01-09-2025',
    '01–09–2025',
    '01, 09, 2025',
    '01. 09. 2025',
    '01 09 2025',
    '010925',
    '01092025',
    '20250901',
    '2025-09-01',
    '2025.09.01',
    '2025/9/1',
    '2025-09-01T00:00:00.000Z',
    '01.09.2025 0:00:00',
    '2025 ж. 01.09.',
    '1 сентября 2025 г.',
    '1 сентября 2025 года',
    '«1» сентября 2025 г.',
    '"01" сентября 2025 г.',
    '1 сент. 2025',
    '1 сен 25',
    '1-сентября 2025',
    '2025 ж. 1 қыркүйек',
    '2025 жылғы 1 қыркүйек',
    '2025 жылғы «1» қыркүйек',
    '2025 жылдың 1 қыркүйегі',
    '1 қыркүйек 2025 жыл',
    '1 қыр. 2025',
    '1 СЕНТЯБРЯ 2025',
    'September 1, 2025',
    '1 September 2025',
    '1st of September 2025',
    'Sep 1, 2025',
    '="01.09.2025"',
    ' 01.09.2025\u00a0',
    '45901',
    '45901.0',
    '45901,75',
  ])('reads %s', text => {
    expect(parseDate(text)).toEqual({ kind: 'ok', value: '2025-09-01' });
  });

  test.each([
    ['завтра', '2025-09-11'],
    ['ертең', '2025-09-11'],
    ['tomorrow', '2025-09-11'],
    ['Сегодня', '2025-09-10'],
    ['бүгін', '2025-09-10'],
    ['вчера', '2025-09-09'],
    ['кеше', '2025-09-09'],
    ['послезавтра', '2025-09-12'],
    ['01.12', '2025-12-01'],
    ['1 декабря', '2025-12-01'],
  ])('%s depends on today', (text, value) => {
    expect(parseDate(text, { today })).toEqual({ kind: 'ok', value });
    expect(parseDate(text)).toEqual({ kind: 'problem', problem: 'notDate' });
  });

  test.each([
    ['31.02.2025', 'impossible'],
    ['29.02.2025', 'impossible'],
    ['31 сентября 2025', 'impossible'],
    ['00.01.2025', 'impossible'],
    ['01.13.2025', 'impossible'],
    ['310225', 'impossible'],
    ['01.09.1025', 'yearOutOfRange'],
    ['01.09.2925', 'yearOutOfRange'],
    ['12 мая 1025 года', 'yearOutOfRange'],
    ['', 'empty'],
    ['  ', 'empty'],
    [null, 'empty'],
    [undefined, 'empty'],
    ['скоро', 'notDate'],
    ['бессрочно', 'notDate'],
    ['2025', 'notDate'],
    ['сентябрь 2025', 'notDate'],
    ['01.09.202', 'notDate'],
    ['1 марта 2025 2026', 'notDate'],
    ['1 марта апреля 2025', 'notDate'],
    ['Марта Иванова 1 2025', 'notDate'],
    ['071014524150', 'notDate'],
    [-5, 'notDate'],
    [Number.NaN, 'notDate'],
    [new Date(Number.NaN), 'notDate'],
    [60, 'impossible'],
  ])('refuses %j: %s', (input, problem) => {
    expect(parseDate(input)).toEqual({ kind: 'problem', problem });
  });

  test.each([
    ['январь', '01'],
    ['қаңтар', '01'],
    ['ақпан', '02'],
    ['марта', '03'],
    ['наурыз', '03'],
    ['сәуір', '04'],
    ['мая', '05'],
    ['май', '05'],
    ['мамыр', '05'],
    ['June', '06'],
    ['маусым', '06'],
    ['июля', '07'],
    ['шілде', '07'],
    ['тамыз', '08'],
    ['қазан', '10'],
    ['қараша', '11'],
    ['желтоқсан', '12'],
    ['дек.', '12'],
  ])('knows the month %s', (name, month) => {
    expect(parseDate(`5 ${name} 2025`)).toEqual({ kind: 'ok', value: `2025-${month}-05` });
  });

  test('takes the UTC day of a date object and the day of a serial number', () => {
    expect(parseDate(new Date('2025-09-01T00:00:00Z'))).toEqual({ kind: 'ok', value: '2025-09-01' });
    expect(parseDate(45_901)).toEqual({ kind: 'ok', value: '2025-09-01' });
    expect(parseDate(45_901.999)).toEqual({ kind: 'ok', value: '2025-09-01' });
    expect(parseDate(1)).toEqual({ kind: 'ok', value: '1900-01-01' });
    expect(parseDate(59)).toEqual({ kind: 'ok', value: '1900-02-28' });
    expect(parseDate(61)).toEqual({ kind: 'ok', value: '1900-03-01' });
    expect(parseDate(44_439, { epoch: 1904 })).toEqual({ kind: 'ok', value: '2025-09-01' });
  });

  test('short years up to 69 belong to this century', () => {
    expect(parseDate('01.01.69')).toEqual({ kind: 'ok', value: '2069-01-01' });
    expect(parseDate('01.01.70')).toEqual({ kind: 'ok', value: '1970-01-01' });
  });

  test('every date survives each way of writing it', () => {
    fc.assert(
      fc.property(day, value => {
        const [year = '', month = '', date = ''] = value.split('-');
        for (const text of [
          value,
          `${date}.${month}.${year}`,
          `${Number(date)}/${Number(month)}/${year}`,
          `${date}${month}${year}`,
        ]) {
          expect(parseDate(text)).toEqual({ kind: 'ok', value });
        }
      }),
    );
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.-/ гжянвмай–') })), text => {
        expect(['ok', 'problem']).toContain(parseDate(text, { today }).kind);
        expect(['ok', 'problem']).toContain(parsePeriod(text, { today }).kind);
        expect(['ok', 'problem', 'open']).toContain(parseEndDate(text, { today }).kind);
      }),
    );
  });
});

describe('parseEndDate', () => {
  test.each([
    'бессрочно',
    'Бессрочный',
    'б/с',
    'мерзімсіз',
    'Мерзімі шектелмеген',
    'ұзартылады',
    'с автопролонгацией',
    'open-ended',
    '—',
  ])('%s means no end', text => {
    expect(parseEndDate(text)).toEqual({ kind: 'open' });
  });

  test.each([
    ['07.08.2029', '2029-08-07'],
    ['24.12.2025 г.', '2025-12-24'],
    ['до 31.12.2026', '2026-12-31'],
    ['31.12.2026 дейін', '2026-12-31'],
    [47_051, '2028-10-25'],
  ])('%s is a date', (input, value) => {
    expect(parseEndDate(input)).toEqual({ kind: 'ok', value });
  });

  test('an empty or unreadable end is not «open»', () => {
    expect(parseEndDate('')).toEqual({ kind: 'problem', problem: 'empty' });
    expect(parseEndDate('скоро')).toEqual({ kind: 'problem', problem: 'notDate' });
    expect(parseEndDate('31.02.2026')).toEqual({ kind: 'problem', problem: 'impossible' });
  });
});

describe('parsePeriod', () => {
  test.each([
    '01.09.2025-25.12.2025',
    '01.09.2025 - 25.12.2025',
    '01.09.2025–25.12.2025',
    '01.09.2025 — 25.12.2025',
    'с 01.09.2025 по 25.12.2025',
    'с 1 сентября по 25 декабря 2025 года',
    'с 01.09.25 г. по 25.12.25 г.',
    '01.09.2025 г. - 25.12.2025 г.',
    '2025.09.01–2025.12.25 аралығы',
    '2025-09-01 - 2025-12-25',
    '2025-09-01–2025-12-25',
    '01.09.2025 ... 25.12.2025',
    '01.09-25.12.2025',
    '01.09.2025 ж. – 25.12.2025 ж. аралығында',
    '2025 жылғы 1 қыркүйек – 2025 жылғы 25 желтоқсан',
    'from September 1, 2025 to December 25, 2025',
  ])('reads %s', text => {
    expect(parsePeriod(text)).toEqual({ kind: 'ok', value: { start: '2025-09-01', end: '2025-12-25' } });
  });

  test('a start without a year may lie in the year before', () => {
    expect(parsePeriod('01.11 – 15.02.2026')).toEqual({
      kind: 'ok',
      value: { start: '2025-11-01', end: '2026-02-15' },
    });
    expect(parsePeriod('с 12 по 29 мая 2026')).toEqual({
      kind: 'ok',
      value: { start: '2026-05-12', end: '2026-05-29' },
    });
  });

  test.each([
    ['25.12.2025-01.09.2025', 'backwards'],
    ['31.02.2025-01.09.2025', 'impossible'],
    ['01.09.2025-31.11.2025', 'impossible'],
    ['01.09.2025', 'notDate'],
    ['вся осень', 'notDate'],
    ['', 'empty'],
    [null, 'empty'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parsePeriod(text)).toEqual({ kind: 'problem', problem });
  });

  test('every period survives being written with a hyphen or a dash', () => {
    fc.assert(
      fc.property(day, fc.nat(1000), (start, length) => {
        const end = addDays(start, length);
        const dotted = (date: string): string => date.split('-').toReversed().join('.');
        for (const mark of ['-', ' - ', '–', ' по ']) {
          expect(parsePeriod(`${dotted(start)}${mark}${dotted(end)}`)).toEqual({ kind: 'ok', value: { start, end } });
        }
        expect(parsePeriod(`${start} - ${end}`)).toEqual({ kind: 'ok', value: { start, end } });
      }),
    );
  });
});
