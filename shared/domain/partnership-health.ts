import { daysBetween, type IsoDate } from './iso-date.ts';

/** The rules of partnership health, in the order in which they are shown. */
export const healthRules = ['contact', 'promises', 'agreement', 'requests', 'nextStep', 'hires'] as const;
export type HealthRule = (typeof healthRules)[number];
/** Points a rule can give, 0–100 each; 0 leaves the rule out. */
export type HealthWeights = Readonly<Record<HealthRule, number>>;

/** What the records say about a firm on a day. */
export type HealthFacts = {
  /** The last call, visit, meeting, letter or e-mail. */
  readonly lastContactOn: IsoDate | null;
  /** The earliest next step that is not done. */
  readonly nextStepOn: IsoDate | null;
  /** Promises of both sides that fell due within a year, and those still late whatever their age. */
  readonly promisesKept: number;
  readonly promisesKeptLate: number;
  readonly promisesLate: number;
  readonly agreementsSigned: number;
  readonly agreementsInForce: number;
  /** The last day of the agreement that runs longest; null for an open-ended one, or when none is in force. */
  readonly agreementLastOn: IsoDate | null;
  /** Requests that are open, or decided of late. */
  readonly requests: number;
  /** Of these: without a decision for more than a month, or decided without a reply to the firm. */
  readonly requestsWaiting: number;
  /** Students whose practice ended within two years, and those of them who were hired. */
  readonly finished: number;
  readonly hired: number;
};

export type HealthReason =
  | 'contactRecent'
  | 'contactOld'
  | 'contactNone'
  | 'promisesKept'
  | 'promisesLate'
  | 'promisesKeptLate'
  | 'agreementRuns'
  | 'agreementOpenEnded'
  | 'agreementExpiring'
  | 'agreementNone'
  | 'requestsAnswered'
  | 'requestsWaiting'
  | 'nextStepAhead'
  | 'nextStepOverdue'
  | 'hiredSome'
  | 'hiredNone';

/** What one rule says: its share of the points, 0–1, and the facts behind it. */
export type HealthFinding = {
  readonly rule: HealthRule;
  readonly weight: number;
  readonly share: number;
  readonly reason: HealthReason;
  /** Days, promises, requests or students, as the reason says. */
  readonly count: number;
  readonly total: number;
  readonly on: IsoDate | null;
};

export type HealthLimits = {
  /** Days after a contact in which it counts in full; it counts for nothing after three times as many. */
  readonly contactDays: number;
  /** Days before its end at which an agreement begins to expire. */
  readonly expiringDays: number;
};

/** Of those who finished their practice, the share who are hired that earns all the points of the rule. */
export const hiredShareInFull = 0.25;

type Judged = Omit<HealthFinding, 'rule' | 'weight'>;

const judged = (
  share: number,
  reason: HealthReason,
  { count = 0, total = 0, on = null }: { count?: number; total?: number; on?: IsoDate | null } = {},
): Judged => ({ share: Math.min(1, Math.max(0, share)), reason, count, total, on });

/** What a rule says, or null where the records give it nothing to judge. */
type Judge = (facts: HealthFacts, today: IsoDate, limits: HealthLimits) => Judged | null;

const judges: Readonly<Record<HealthRule, Judge>> = {
  contact: ({ lastContactOn: on }, today, { contactDays }) => {
    if (on === null) return judged(0, 'contactNone');
    const count = Math.max(0, daysBetween(on, today));
    if (count <= contactDays) return judged(1, 'contactRecent', { count, on });
    return judged((3 * contactDays - count) / (2 * contactDays), 'contactOld', { count, on });
  },
  promises: ({ promisesKept: kept, promisesKeptLate: keptLate, promisesLate: late }) => {
    const total = kept + keptLate + late;
    if (total === 0) return null;
    const share = (kept + keptLate / 2) / total;
    if (late > 0) return judged(share, 'promisesLate', { count: late, total });
    if (keptLate > 0) return judged(share, 'promisesKeptLate', { count: keptLate, total });
    return judged(1, 'promisesKept', { count: kept, total });
  },
  agreement: ({ agreementsSigned, agreementsInForce, agreementLastOn: on }, today, { expiringDays }) => {
    if (agreementsSigned === 0) return null;
    if (agreementsInForce === 0) return judged(0, 'agreementNone');
    if (on === null) return judged(1, 'agreementOpenEnded');
    const count = Math.max(0, daysBetween(today, on));
    return count > expiringDays
      ? judged(1, 'agreementRuns', { count, on })
      : judged(count / expiringDays, 'agreementExpiring', { count, on });
  },
  requests: ({ requests: total, requestsWaiting: count }) => {
    if (total === 0) return null;
    return count === 0
      ? judged(1, 'requestsAnswered', { count: total, total })
      : judged(1 - count / total, 'requestsWaiting', { count, total });
  },
  nextStep: ({ nextStepOn: on }, today) => {
    if (on === null) return null;
    return on >= today
      ? judged(1, 'nextStepAhead', { on })
      : judged(0, 'nextStepOverdue', { on, count: daysBetween(on, today) });
  },
  hires: ({ finished: total, hired: count }) => {
    if (total === 0) return null;
    return count === 0
      ? judged(0, 'hiredNone', { total })
      : judged(count / total / hiredShareInFull, 'hiredSome', { count, total });
  },
};

/** What each rule that applies says; rules without weight, or without anything to judge, are left out. */
export function judgeHealth(
  facts: HealthFacts,
  weights: HealthWeights,
  today: IsoDate,
  limits: HealthLimits,
): HealthFinding[] {
  return healthRules.flatMap(rule => {
    const weight = weights[rule];
    const found = weight > 0 ? judges[rule](facts, today, limits) : null;
    return found === null ? [] : [{ rule, weight, ...found }];
  });
}

/** The score, 0–100: the points earned out of those the rules that apply could give. Null when none applies. */
export function healthScore(findings: readonly HealthFinding[]): number | null {
  const most = findings.reduce((sum, finding) => sum + finding.weight, 0);
  if (most === 0) return null;
  return Math.round((100 * findings.reduce((sum, { weight, share }) => sum + weight * share, 0)) / most);
}

/** Points that a finding takes away. */
export const lostPoints = ({ weight, share }: HealthFinding): number => weight * (1 - share);

/** How much a firm needs a call: all the points that were lost. */
export const callNeed = (findings: readonly HealthFinding[]): number =>
  findings.reduce((sum, finding) => sum + lostPoints(finding), 0);

/** Days after a contact in which a firm is not asked to be called again. */
export const calledWithinDays = 7;
