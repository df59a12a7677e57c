import { expect, test } from 'vitest';
import { randomIds } from '#main/ports.ts';

test('ids of version 7 rise and never repeat, however many one millisecond needs', () => {
  const ids = Array.from({ length: 50_000 }, () => randomIds.next());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
