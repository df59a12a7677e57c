import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textMark } from '#shared/domain/text-mark.ts';

test('the mark of a text stays the same over the years, since it is stored', () => {
  expect(['', 'a', '«Қарағанды» ЖШС'].map(textMark)).toEqual(['ztntfp.ztntfp', '1r9wi7g.wfmzd8', '1gc9awt.1cmv64t']);
});

test('texts that differ have different marks, which are short and do not hold the text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 3, maxLength: 40 }), { maxLength: 200 }), texts => {
      const marks = texts.map(textMark);
      return new Set(marks).size === texts.length && marks.every(mark => /^[a-z\d]{1,7}\.[a-z\d]{1,7}$/u.test(mark));
    }),
  );
});
