import type { Input, Output } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { addDays } from '#shared/domain/dates.ts';
import { depthOf, depthRungs } from '#shared/domain/depth-ladder.ts';
import {
  calledWithinDays,
  callNeed,
  type HealthFinding,
  type HealthLimits,
  type HealthWeights,
  healthScore,
  judgeHealth,
  lostPoints,
} from '#shared/domain/partnership-health.ts';
import type { ReadDb } from '../../database/handles.ts';
import { nameSql } from '../../database/localized-name.ts';
import { requireRecord } from '../../database/records.ts';
import { readSettings } from '../settings/queries.ts';
import { rungsOf } from './depth.ts';
import { healthFacts } from './health-facts.ts';

export { depthOrderSql, depthSql } from './depth.ts';

type Line = Output<'partnership.firm'>['findings'][number];

const weightsOf = (settings: Settings): HealthWeights => ({
  contact: settings.healthContactWeight,
  promises: settings.healthPromisesWeight,
  agreement: settings.healthAgreementWeight,
  requests: settings.healthRequestsWeight,
  nextStep: settings.healthNextStepWeight,
  hires: settings.healthHiresWeight,
});

const limitsOf = ({ healthContactDays, expiringDays }: Settings): HealthLimits => ({
  contactDays: healthContactDays,
  expiringDays,
});

const lineOf = ({ rule, weight, share, reason, count, total, on }: HealthFinding): Line => ({
  rule,
  weight,
  points: Math.round(weight * share * 10) / 10,
  reason,
  count,
  total,
  on,
});

const pausedSql = 'SELECT max(until_on) FROM call_pause WHERE firm_id = ? AND until_on > ?';

/** The score of one partnership with its reasons, and its place on the ladder. Errors: notFound. */
export function partnershipOf(
  db: ReadDb,
  { id }: Input<'partnership.firm'>,
  today: string,
): Output<'partnership.firm'> {
  requireRecord(db, 'firm', id);
  const settings = readSettings(db);
  const [known] = healthFacts(db, today, id);
  const findings = known === undefined ? [] : judgeHealth(known.facts, weightsOf(settings), today, limitsOf(settings));
  const held = rungsOf(db, id, today);
  return {
    score: healthScore(findings),
    findings: findings.map(lineOf),
    depth: depthOf(held),
    rungs: depthRungs.map(rung => ({ rung, held: held[rung] })),
    pausedUntil: db.value<string | null>(pausedSql, id, today) ?? null,
  };
}

type Candidate = {
  readonly id: string;
  readonly need: number;
  readonly finished: number;
  readonly lastContactOn: string;
  readonly findings: readonly HealthFinding[];
};

/** The neediest first; then who takes more students, and who has waited longest. */
const byNeed = (left: Candidate, right: Candidate): number =>
  right.need - left.need ||
  right.finished - left.finished ||
  (left.lastContactOn < right.lastContactOn ? -1 : left.lastContactOn > right.lastContactOn ? 1 : 0) ||
  (left.id < right.id ? -1 : 1);

type Person = Pick<Output<'partnership.callList'>['firms'][number], 'name' | 'phone' | 'contactName' | 'contactPhone'>;

/** Whom to call: the firms that lose most points, with what takes them away. */
export function callList(
  db: ReadDb,
  { limit }: Input<'partnership.callList'>,
  today: string,
): Output<'partnership.callList'> {
  const settings = readSettings(db);
  const weights = weightsOf(settings);
  const limits = limitsOf(settings);
  const paused = new Set(db.column<string>('SELECT DISTINCT firm_id FROM call_pause WHERE until_on > ?', today));
  const calledSince = addDays(today, -calledWithinDays);
  const candidates = healthFacts(db, today, null).flatMap(({ id, facts }): Candidate[] => {
    if (facts.lastContactOn !== null && facts.lastContactOn > calledSince) return [];
    const findings = judgeHealth(facts, weights, today, limits);
    const need = callNeed(findings);
    if (need <= 0) return [];
    return [{ id, need, finished: facts.finished, lastContactOn: facts.lastContactOn ?? '', findings }];
  });
  const waiting = candidates.filter(candidate => !paused.has(candidate.id)).toSorted(byNeed);
  const people = new Map(
    db
      .all<Person & { id: string }>(
        `SELECT f.id, ${nameSql('f')} AS name, f.phone, c.name AS contactName, c.phone AS contactPhone FROM json_each(?) wanted
           JOIN firm f ON f.id = wanted.value
           LEFT JOIN contact c ON c.id = coalesce(
             (SELECT i.contact_id FROM interaction i WHERE i.firm_id = f.id AND i.contact_id IS NOT NULL ORDER BY i.happened_on DESC LIMIT 1),
             (SELECT n.id FROM contact n WHERE n.firm_id = f.id ORDER BY n.sort_key, n.id LIMIT 1))`,
        JSON.stringify(waiting.slice(0, limit).map(({ id }) => id)),
      )
      .map(
        ({ id, name, phone, contactName, contactPhone }) => [id, { name, phone, contactName, contactPhone }] as const,
      ),
  );
  return {
    firms: waiting.slice(0, limit).flatMap(({ id, findings }) => {
      const person = people.get(id);
      if (person === undefined) return [];
      const lost = findings
        .filter(finding => finding.share < 1)
        .toSorted((left, right) => lostPoints(right) - lostPoints(left));
      return [{ id, ...person, score: healthScore(findings), findings: lost.map(lineOf) }];
    }),
    total: waiting.length,
    paused: candidates.length - waiting.length,
  };
}
