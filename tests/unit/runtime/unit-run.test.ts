import { expect, test } from 'vitest';
import { afterSecondGo, readUnitReport } from '#tests/runtime/unit-run.ts';

const report = (...results: readonly (readonly [test: string, reason?: string])[]): string =>
  JSON.stringify({
    numPassedTests: results.filter(([, reason]) => reason === undefined).length,
    testResults: [
      {
        name: 'a.test.ts',
        status: results.some(([, reason]) => reason !== undefined) ? 'failed' : 'passed',
        message: '',
        assertionResults: results.map(([fullName, reason]) => ({
          fullName,
          status: reason === undefined ? 'passed' : 'failed',
          failureMessages: reason === undefined ? [] : [reason],
        })),
      },
    ],
  });

test('a failure is told with its file, its name and the first line of its reason', () => {
  expect(readUnitReport(report(['holds'], ['breaks', 'expected 1\n    at a line']), 1)).toEqual({
    passed: 1,
    failures: [{ file: 'a.test.ts', test: 'breaks', reason: 'expected 1' }],
  });
});

test('a file that cannot be loaded, an exit nobody explains and a missing report are failures', () => {
  const unloaded = { name: 'b.test.ts', status: 'failed', message: 'No such module\nb', assertionResults: [] };
  expect(readUnitReport(JSON.stringify({ numPassedTests: 0, testResults: [unloaded] }), 1).failures).toEqual([
    { file: 'b.test.ts', test: '(the file)', reason: 'No such module' },
  ]);
  expect(readUnitReport(report(['holds']), 1).failures).toHaveLength(1);
  expect(readUnitReport(undefined, 137).failures).toEqual([{ file: '', test: 'vitest', reason: 'ended with 137' }]);
  expect(readUnitReport(report(['holds']), 0).failures).toEqual([]);
});

test('what fails twice has failed, what holds at its second go has held, and both are named', () => {
  const first = readUnitReport(report(['holds'], ['sometimes', 'too slow'], ['never', 'wrong']), 1);
  const second = readUnitReport(report(['holds'], ['sometimes'], ['never', 'wrong']), 1);
  expect(afterSecondGo(first, second)).toEqual({
    passed: 2,
    failed: 1,
    remarks: ['failed: a.test.ts › never: wrong', 'held at a second go: a.test.ts › sometimes: too slow'],
  });
});

test('what fails only at the second go has failed too', () => {
  const first = readUnitReport(report(['one', 'wrong'], ['two']), 1);
  const second = readUnitReport(report(['one'], ['two', 'wrong']), 1);
  expect(afterSecondGo(first, second).failed).toBe(1);
});
