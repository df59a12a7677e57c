import { expect, test } from 'vitest';
import { feedbackYear } from '#shared/domain/feedback-year.ts';

test.each([
  ['2025-09-01', 9, 2024],
  ['2025-11-20', 9, 2024],
  ['2026-05-31', 9, 2024],
  ['2026-06-01', 9, 2025],
  ['2026-08-31', 9, 2025],
  ['2026-09-01', 9, 2025],
  ['2026-01-10', 1, 2025],
  ['2026-10-01', 1, 2026],
])('a letter of %s sums up, with years from month %i, the year %i', (issuedOn, startMonth, year) => {
  expect(feedbackYear(issuedOn, startMonth)).toBe(year);
});
