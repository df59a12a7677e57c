import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createLocale } from '#shared/locale/index.ts';
import type { FlatKey, ParamName } from '#shared/text/translate.ts';
import { fillTemplate, paramsOf, translatorOver } from '#shared/text/translate.ts';

const ru = {
  firms: { title: 'Организации', found: 'Найдено: {count|# запись|# записи|# записей} за {year}' },
} as const;
const kk = { firms: { title: 'Ұйымдар', found: 'Табылды: {count} жазба, {year} ж.' } };
const en = { firms: { title: 'Firms', found: 'Found: {count|# record|# records} in {year}' } };

describe('translatorOver', () => {
  test.each([
    [1, 'Найдено: 1 запись за 2025'],
    [3, 'Найдено: 3 записи за 2025'],
    [11, 'Найдено: 11 записей за 2025'],
    [1234, 'Найдено: 1\u00a0234 записи за 2025'],
  ])('Russian chooses among three forms for %d', (count, expected) => {
    expect(translatorOver<typeof ru>(ru, 'ru')('firms.found', { count, year: 2025 })).toBe(expected);
  });

  test('Kazakh and English have their own forms', () => {
    expect(translatorOver<typeof ru>(kk, 'kk')('firms.found', { count: 5, year: 2025 })).toBe(
      'Табылды: 5 жазба, 2025 ж.',
    );
    expect(translatorOver<typeof ru>(en, 'en')('firms.found', { count: 1, year: 2025 })).toBe(
      'Found: 1 record in 2025',
    );
    expect(translatorOver<typeof ru>(en, 'en')('firms.found', { count: 5, year: 2025 })).toBe(
      'Found: 5 records in 2025',
    );
  });

  test('keys and parameters are known to the compiler', () => {
    expectTypeOf<FlatKey<typeof ru>>().toEqualTypeOf<'firms.title' | 'firms.found'>();
    expectTypeOf<ParamName<typeof ru.firms.found>>().toEqualTypeOf<'count' | 'year'>();
    const t = translatorOver<typeof ru>(ru, 'ru');
    // @ts-expect-error: no such key
    t('firms.titel');
    // @ts-expect-error: the year is missing
    t('firms.found', { count: 1 });
    expect(t('firms.title')).toBe('Организации');
  });

  test('a key known only at run time gives its text, or itself', () => {
    const t = translatorOver<typeof ru>(en, 'en');
    expect(t.dynamic('firms.title')).toBe('Firms');
    expect(t.dynamic('firms.none')).toBe('firms.none');
    expect([t.has('firms.title'), t.has('firms.none'), t.has('constructor')]).toEqual([true, false, false]);
  });
});

describe('fillTemplate', () => {
  const locale = createLocale('ru');

  test.each([
    ['{name}', {}, ''],
    ['{name}', { name: null }, ''],
    ['{toString}', {}, ''],
    ['{count|#|#|#}', {}, ''],
    ['{{n}} {n}', { n: 'x' }, '{n} x'],
    ['Файл[ «{name}»] пуст.', {}, 'Файл пуст.'],
    ['Файл[ «{name}»] пуст.', { name: 'a' }, 'Файл «a» пуст.'],
    ['[{a}{b}]', { a: '1' }, ''],
    ['[x]', {}, '[x]'],
    ['{count} из {total}', { count: 1200, total: 12_000 }, '1\u00a0200 из 12\u00a0000'],
    ['{count|запись|записи|записей}', { count: '2' }, 'записи'],
  ])('%s with %j', (template, params, expected) => {
    expect(fillTemplate(template, params, locale)).toBe(expected);
  });

  test('inserted values are never read as templates', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fillTemplate('{a}-{b}', { a, b }, locale)).toBe(`${a}-${b}`);
      }),
    );
    expect(fillTemplate('{a}', { a: "{b} $& $1 [{c}] '" }, locale)).toBe("{b} $& $1 [{c}] '");
  });
});

test('paramsOf lists each name once, without literal braces', () => {
  expect(paramsOf('{b} {a|x|y} {b} {{n}}')).toEqual(['a', 'b']);
});
