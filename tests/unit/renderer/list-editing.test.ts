import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCell } from '#renderer/features/record-area/paste-block.ts';
import { sumsOf } from '#renderer/features/record-area/selection-sums.ts';
import { clampWidth, narrowest, widest, withWidth } from '#renderer/ui/column-layout.ts';

const words = {
  word: (key: string): string =>
    ({ 'states.student.active': 'обучается', 'states.student.leave': 'в отпуске' })[key] ?? key,
  optionsOf: () => [{ value: 'type-1', label: 'Дуальное обучение' }],
};
const status = { kind: 'choice', values: ['active', 'leave'], text: 'student' } as const;

test.for([
  [{ kind: 'text' }, '  Қарағанды ', { kind: 'value', value: 'Қарағанды' }],
  [{ kind: 'text' }, '   ', { kind: 'value', value: null }],
  [{ kind: 'date' }, '1.9.25', { kind: 'value', value: '2025-09-01' }],
  [{ kind: 'date' }, 'осенью', { kind: 'unread', code: 'dateUnclear' }],
  [{ kind: 'date' }, '31.02.2025', { kind: 'unread', code: 'date' }],
  [{ kind: 'number', min: 1, max: 6 }, '3', { kind: 'value', value: 3 }],
  [{ kind: 'number', min: 1, max: 6 }, '9', { kind: 'unread', code: 'tooLarge' }],
  [{ kind: 'number', min: 1, max: 6 }, 'третий', { kind: 'unread', code: 'number' }],
  [{ kind: 'money' }, '1 250,50 ₸', { kind: 'value', value: 125_050 }],
  [{ kind: 'boolean', nullable: true }, 'да', { kind: 'value', value: true }],
  [{ kind: 'schoolYear' }, '2025/2026', { kind: 'value', value: 2025 }],
  [status, 'В отпуске', { kind: 'value', value: 'leave' }],
  [status, 'active', { kind: 'value', value: 'active' }],
  [status, 'неизвестно', { kind: 'unread', code: null }],
  [{ kind: 'dictionary', name: 'agreementTypes' }, 'дуальное обучение', { kind: 'value', value: 'type-1' }],
  [{ kind: 'reference', name: 'firms' }, ' ТОО «Болат» ', { kind: 'reference', text: 'ТОО «Болат»' }],
  [{ kind: 'long' }, 'что угодно', { kind: 'unread', code: null }],
] as const)('a pasted cell for %o reads «%s» as %o', ([field, text, reading]) => {
  expect(readCell(field, text, words, '2025-11-20')).toEqual(reading);
});

test('an empty cell clears a field of any kind', () => {
  const kinds = [{ kind: 'date' }, { kind: 'money' }, status, { kind: 'legalForm' }] as const;
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[ \u00a0]{0,4}$/u), (field, blank) => {
      expect(readCell(field, blank, words, '2025-11-20')).toEqual({ kind: 'value', value: null });
    }),
  );
});

test('a selection adds up columns of numbers and leaves out words, empty columns and course numbers', () => {
  const row = (values: Record<string, unknown>) => ({ id: 'x', revision: 0, ...values });
  const rows = [
    row({ places: 4, amountMinor: 1_000, course: 2, note: 'a', mixed: 1, none: null }),
    row({ places: null, amountMinor: 250, course: 3, note: 'b', mixed: 'x', none: null }),
  ];
  expect(sumsOf(['places', 'amountMinor', 'course', 'note', 'mixed', 'none'], rows)).toEqual([
    { key: 'places', sum: 4 },
    { key: 'amountMinor', sum: 1_250 },
  ]);
});

test('a width is kept within what can be read, beside the other widths, and can be given back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 5_000 }), width => {
      const kept = clampWidth(width);
      expect(kept >= narrowest && kept <= widest).toBe(true);
      const layout = withWidth({ hidden: ['a'], widths: { b: 90 } }, 'c', kept);
      expect([layout, withWidth(layout, 'c', null)]).toEqual([
        { hidden: ['a'], widths: { b: 90, c: kept } },
        { hidden: ['a'], widths: { b: 90 } },
      ]);
    }),
  );
});
