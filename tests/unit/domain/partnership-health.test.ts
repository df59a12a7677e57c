import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  callNeed,
  type HealthFacts,
  type HealthWeights,
  healthRules,
  healthScore,
  judgeHealth,
} from '#shared/domain/partnership-health.ts';

const today = '2025-11-20';
const limits = { contactDays: 60, expiringDays: 90 };
const weights: HealthWeights = { contact: 25, promises: 20, agreement: 20, requests: 15, nextStep: 10, hires: 10 };
const nothing: HealthFacts = {
  lastContactOn: null,
  nextStepOn: null,
  promisesKept: 0,
  promisesKeptLate: 0,
  promisesLate: 0,
  agreementsSigned: 0,
  agreementsInForce: 0,
  agreementLastOn: null,
  requests: 0,
  requestsWaiting: 0,
  finished: 0,
  hired: 0,
};
const judge = (facts: Partial<HealthFacts>) => judgeHealth({ ...nothing, ...facts }, weights, today, limits);

test.each<[name: string, facts: Partial<HealthFacts>, rule: string, reason: string, share: number]>([
  ['a contact within the days of the setting', { lastContactOn: '2025-09-21' }, 'contact', 'contactRecent', 1],
  ['a contact twice as long ago', { lastContactOn: '2025-07-23' }, 'contact', 'contactOld', 0.5],
  ['a contact three times as long ago', { lastContactOn: '2025-05-24' }, 'contact', 'contactOld', 0],
  ['no contact ever', {}, 'contact', 'contactNone', 0],
  ['promises kept in time', { promisesKept: 3 }, 'promises', 'promisesKept', 1],
  ['a promise kept late', { promisesKept: 1, promisesKeptLate: 1 }, 'promises', 'promisesKeptLate', 0.75],
  ['a promise that is late', { promisesKept: 1, promisesLate: 1 }, 'promises', 'promisesLate', 0.5],
  ['signed agreements, none in force', { agreementsSigned: 2 }, 'agreement', 'agreementNone', 0],
  ['an agreement without an end', { agreementsSigned: 1, agreementsInForce: 1 }, 'agreement', 'agreementOpenEnded', 1],
  [
    'an agreement that runs longer than it takes to expire',
    { agreementsSigned: 1, agreementsInForce: 1, agreementLastOn: '2026-02-19' },
    'agreement',
    'agreementRuns',
    1,
  ],
  [
    'an agreement in the middle of its last days',
    { agreementsSigned: 1, agreementsInForce: 1, agreementLastOn: '2026-01-04' },
    'agreement',
    'agreementExpiring',
    0.5,
  ],
  ['answered requests', { requests: 2 }, 'requests', 'requestsAnswered', 1],
  ['one of two requests without an answer', { requests: 2, requestsWaiting: 1 }, 'requests', 'requestsWaiting', 0.5],
  ['a next step today', { nextStepOn: today }, 'nextStep', 'nextStepAhead', 1],
  ['a next step that was due yesterday', { nextStepOn: '2025-11-19' }, 'nextStep', 'nextStepOverdue', 0],
  ['a quarter of those who finished were hired', { finished: 8, hired: 2 }, 'hires', 'hiredSome', 1],
  ['fewer were hired', { finished: 8, hired: 1 }, 'hires', 'hiredSome', 0.5],
  ['nobody was hired', { finished: 8 }, 'hires', 'hiredNone', 0],
])('%s', (_name, facts, rule, reason, share) => {
  expect(judge(facts).find(finding => finding.rule === rule)).toMatchObject({
    reason,
    share,
    weight: weights[rule as keyof HealthWeights],
  });
});

test('rules without records say nothing and do not count', () => {
  expect([
    judge({ lastContactOn: today }).map(({ rule }) => rule),
    healthScore(judge({ lastContactOn: today })),
  ]).toEqual([['contact'], 100]);
});

test('a rule without weight is left out, and without any rule there is no score', () => {
  const silent = Object.fromEntries(healthRules.map(rule => [rule, 0])) as HealthWeights;
  expect(healthScore(judgeHealth(nothing, silent, today, limits))).toBeNull();
});

test('the score is the weighted share of the rules that apply', () => {
  // 25 × 1 + 20 × 0 out of 45.
  expect(healthScore(judge({ lastContactOn: today, agreementsSigned: 1 }))).toBe(56);
});

test('the need of a call is the sum of what each rule takes away', () => {
  expect(callNeed(judge({ nextStepOn: '2025-11-01', promisesLate: 2 }))).toBe(25 + 20 + 10);
});

const count = fc.integer({ min: 0, max: 40 });
const day = fc.integer({ min: -900, max: 900 }).map(days => addDays(today, days));
const facts: fc.Arbitrary<HealthFacts> = fc
  .record({
    lastContactOn: fc.option(day),
    nextStepOn: fc.option(day),
    promisesKept: count,
    promisesKeptLate: count,
    promisesLate: count,
    agreementsSigned: count,
    agreementsInForce: count,
    agreementLastOn: fc.option(day),
    requests: count,
    requestsWaiting: count,
    finished: count,
    hired: count,
  })
  .map(found => ({
    ...found,
    requestsWaiting: Math.min(found.requests, found.requestsWaiting),
    hired: Math.min(found.finished, found.hired),
  }));

test('whatever the records, each share lies between nothing and all, and the score between 0 and 100', () => {
  fc.assert(
    fc.property(facts, found => {
      const findings = judgeHealth(found, weights, today, limits);
      const score = healthScore(findings);
      expect(findings.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
      expect(score === null || (score >= 0 && score <= 100)).toBe(true);
    }),
  );
});

test('a later contact never makes a score worse', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (found, near, more) => {
      const score = (days: number): number =>
        healthScore(judgeHealth({ ...found, lastContactOn: addDays(today, -days) }, weights, today, limits)) ?? 0;
      expect(score(near)).toBeGreaterThanOrEqual(score(near + more));
    }),
  );
});
