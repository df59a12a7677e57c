import { expect, test } from 'vitest';
import { progressOf } from '#main/shell/taskbar.ts';

const job = (done: number, total: number) => ({
  id: 'a',
  kind: 'letters' as const,
  done,
  total,
  stopping: false,
  alone: false,
});

test.each([
  ['nothing runs', [], -1],
  ['it is not known how much there is', [job(0, 0)], 2],
  ['a quarter is done', [job(1, 4)], 0.25],
  ['two works count as one', [job(1, 4), job(3, 4)], 0.5],
  ['more was done than expected', [job(9, 4)], 1],
])('the icon shows long work: %s', (_case, jobs, expected) => {
  expect(progressOf(jobs)).toBe(expected);
});
