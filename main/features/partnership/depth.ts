import { addYears } from '#shared/domain/dates.ts';
import {
  type Depth,
  type DepthRung,
  depthRungs,
  depths,
  depthYears,
  type RungsHeld,
} from '#shared/domain/depth-ladder.ts';
import type { ReadDb } from '../../database/handles.ts';
import { dayLiteral, inForceSql } from '../agreements/queries.ts';

/** The records that hold each rung for the firm `f` on a day, as SQL. */
function rungSql(today: string): Readonly<Record<DepthRung, string>> {
  const since = dayLiteral(addYears(today, -depthYears));
  const now = dayLiteral(today);
  const placed = `placement p WHERE p.firm_id = f.id AND p.starts_on <= ${now} AND p.ends_on >= ${since} AND p.state NOT IN ('planned', 'offered', 'didNotStart')`;
  const agreed = (code: string): string =>
    `EXISTS (SELECT 1 FROM agreement a JOIN agreement_type t ON t.id = a.type_id AND t.code = '${code}' WHERE a.firm_id = f.id AND ${inForceSql('a', today, today)})`;
  return {
    contact:
      '(EXISTS (SELECT 1 FROM interaction i WHERE i.firm_id = f.id) OR EXISTS (SELECT 1 FROM contact c WHERE c.firm_id = f.id))',
    memorandum: `EXISTS (SELECT 1 FROM agreement a WHERE a.firm_id = f.id AND ${inForceSql('a', today, today)})`,
    practice: `EXISTS (SELECT 1 FROM ${placed})`,
    dual: `(${agreed('dual')} OR EXISTS (SELECT 1 FROM ${placed} AND p.practice_type_id IN (SELECT id FROM practice_type WHERE dual = 1)))`,
    curriculum:
      "EXISTS (SELECT 1 FROM request r WHERE r.firm_id = f.id AND r.state IN ('approved', 'approvedWithChanges', 'implemented', 'effectChecked'))",
    hub: `(${agreed('project')} OR EXISTS (SELECT 1 FROM engagement e JOIN engagement_kind k ON k.id = e.kind_id AND k.code IN ('project', 'hub')
      WHERE e.firm_id = f.id AND e.starts_on <= ${now} AND ifnull(e.ends_on, ${now}) >= ${since}))`,
  };
}

/** How deep the partnership with the firm `f` is, as SQL; the same as the rule `depthOf`. */
export function depthSql(today: string): string {
  const held = rungSql(today);
  const steps = depthRungs.map((rung, index) => `WHEN NOT ${held[rung]} THEN '${depths[index]}'`);
  return `(CASE ${steps.join(' ')} ELSE '${depthRungs.at(-1)}' END)`;
}

/** The order of depths, so that a list runs up the ladder. */
export const depthOrderSql = (today: string): string =>
  `(CASE ${depthSql(today)} ${depths.map((depth, place) => `WHEN '${depth satisfies Depth}' THEN ${place}`).join(' ')} END)`;

/** Which rungs the records of a firm hold. */
export function rungsOf(db: ReadDb, firmId: string, today: string): RungsHeld {
  const held = rungSql(today);
  const row = db.get<Record<DepthRung, number>>(
    `SELECT ${depthRungs.map(rung => `${held[rung]} AS ${rung}`).join(', ')} FROM firm f WHERE f.id = ?`,
    firmId,
  );
  return Object.fromEntries(depthRungs.map(rung => [rung, row?.[rung] === 1])) as RungsHeld;
}
