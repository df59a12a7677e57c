import { expect, test } from 'vitest';
import { AppError, errorCodes, fail, isErrorCode, succeed } from '#shared/result.ts';

test('an expected failure becomes a problem that survives the bridge', () => {
  const error = new AppError('validation', { name: 'a' }, { bin: 'validation.checkDigit' });
  expect(error).toBeInstanceOf(Error);
  expect(structuredClone(fail(error.toProblem()))).toEqual({
    ok: false,
    error: { code: 'validation', params: { name: 'a' }, fields: { bin: 'validation.checkDigit' } },
  });
  expect(Object.keys(new AppError('stale').toProblem())).toEqual(['code', 'params']);
});

test('a success names what changed only when something did', () => {
  expect(succeed(1)).toEqual({ ok: true, value: 1 });
  expect(succeed(1, ['firm'])).toEqual({ ok: true, value: 1, changed: ['firm'] });
});

test('error codes are known by name', () => {
  expect(errorCodes.every(isErrorCode)).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
});
