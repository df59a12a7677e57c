import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overallScore, readScore } from '#shared/domain/evaluation.ts';
import { evaluationReminder, visitReminder, visitStepReminder } from '#shared/domain/reminders.ts';
import { visitState } from '#shared/domain/visits.ts';

test('the overall score is the mean of what was given, to the hundredth', () => {
  expect([[], [5], [5, 4, 4], [1, 2], [3, 3, 4]].map(overallScore)).toEqual([null, 5, 4.33, 1.5, 3.33]);
});

test('the overall score lies between the lowest and the highest score', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), scores => {
      const overall = overallScore(scores) ?? 0;
      expect(overall).toBeGreaterThanOrEqual(Math.min(...scores));
      expect(overall).toBeLessThanOrEqual(Math.max(...scores));
    }),
  );
});

test('a score is read from 1 to 5, an empty cell is none, anything else is wrong', () => {
  expect(['', ' ', '1', ' 5 ', '0', '6', '4,5', '45', 'пять', '-3'].map(readScore)).toEqual([
    null,
    null,
    1,
    5,
    ...Array.from({ length: 6 }, () => 'wrong'),
  ]);
});

test('a visit is planned until its day is over, late after it, and done from the day it took place', () => {
  const on = '2025-11-20';
  expect([
    visitState({ plannedOn: '2025-11-21', doneOn: null }, on),
    visitState({ plannedOn: on, doneOn: null }, on),
    visitState({ plannedOn: '2025-11-19', doneOn: null }, on),
    visitState({ plannedOn: '2025-11-01', doneOn: '2025-11-19' }, on),
    visitState({ plannedOn: null, doneOn: '2025-11-19' }, on),
  ]).toEqual(['planned', 'planned', 'late', 'done', 'done']);
});

test('a visit calls on its day, its next step on the day of the step, evaluations a week after the end for two months', () => {
  const on = '2025-11-20';
  expect([
    visitReminder('v', '2025-11-21', on),
    visitReminder('v', '2025-11-20', on),
    visitStepReminder('v', '2025-11-21', on),
    visitStepReminder('v', '2025-11-19', on)?.cause,
    ...['2025-11-14', '2025-11-13', '2025-09-21', '2025-09-20'].map(day => evaluationReminder('t', day, on)?.dueOn),
  ]).toEqual([
    null,
    { kind: 'visitDue', cause: 'visitDue v 2025-11-20', entity: 'visit', entityId: 'v', dueOn: '2025-11-20' },
    null,
    'nextStep v 2025-11-19',
    undefined,
    '2025-11-20',
    '2025-09-28',
    undefined,
  ]);
});
