import { describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/result.ts';
import { createTranslator, fieldProblemText, problemText, texts } from '#shared/text/index.ts';
import { flatten, paramsOf } from '#shared/text/translate.ts';

const russian = flatten(texts.ru);
const languages = ['ru', 'kk', 'en'] as const;

describe.each(languages)('texts in %s', language => {
  const own = flatten(texts[language]);

  test('have the keys of the Russian texts', () => {
    expect([...own.keys()].toSorted()).toEqual([...russian.keys()].toSorted());
  });

  test('use the parameters of the Russian texts', () => {
    const differing = [...own].filter(
      ([key, text]) => paramsOf(text).join() !== paramsOf(russian.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('are neither empty nor exclaimed, without stray spaces', () => {
    const odd = [...own].filter(([, text]) => text.trim() === '' || text !== text.trim() || /!| {2}/u.test(text));
    expect(odd).toEqual([]);
  });

  test('mix no Latin letters into Cyrillic words', () => {
    const mixed = [...own].filter(([, text]) =>
      (text.replace(/\{[^{}|]*/gu, ' ').match(/[\p{L}\p{M}]+/gu) ?? []).some(
        word => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word),
      ),
    );
    expect(mixed).toEqual([]);
  });

  test('have balanced braces and brackets', () => {
    const open = [...own].filter(
      ([, text]) =>
        text.split('{').length !== text.split('}').length || text.split('[').length !== text.split(']').length,
    );
    expect(open).toEqual([]);
  });

  test('offer the plural forms the language needs', () => {
    const needed = { ru: 3, kk: 1, en: 2 }[language];
    const wrong = [...own].filter(([, text]) =>
      [...text.matchAll(/\{\w+\|([^{}]*)\}/gu)].some(match => {
        const count = (match[1] ?? '').split('|').length;
        return language === 'kk' ? count > 2 : count !== needed;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('Kazakh and English leave no Russian letters or words behind', () => {
  const english = [...flatten(texts.en)].filter(
    ([key, text]) => /\p{Script=Cyrillic}/u.test(text) && !/language/iu.test(key),
  );
  expect(english).toEqual([]);
});

describe('problems', () => {
  test.each(languages)('every error code has a text in %s that reads well without parameters', language => {
    const t = createTranslator(language);
    for (const code of errorCodes) {
      expect(t.has(`errors.${code}`)).toBe(true);
      const text = problemText(t, { code, params: {} });
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(text).not.toMatch(/[[\]{}]|«»|“”|\(\)| {2}| [.,:](?!\w)/u);
    }
  });

  test('name the file, the record and the reference when they are known', () => {
    const t = createTranslator('ru');
    expect(problemText(t, { code: 'fileEmpty', params: { name: 'книга.xlsx' } })).toBe(
      'В файле «книга.xlsx» нет данных.',
    );
    expect(problemText(t, { code: 'inUse', params: { title: 'Болат', by: 'agreement' } })).toContain(
      '«Болат» используется в других записях (договор)',
    );
    expect(problemText(t, { code: 'unexpected', params: {}, reference: 'A1B2' })).toContain('A1B2');
  });

  test('beside a field may use a bare key of the validation texts', () => {
    const t = createTranslator('ru');
    expect(fieldProblemText(t, 'required')).toBe(t('validation.required'));
    expect(fieldProblemText(t, 'common.save')).toBe(t('common.save'));
  });
});
