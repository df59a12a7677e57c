import { addDays, isIsoDate } from '#shared/domain/dates.ts';
import { beginningOfTime, endOfTime } from '#shared/domain/effective.ts';
import { type Condition, condition } from '../../database/list-query.ts';

/** A day as an SQL literal. Only real ISO days pass, so nothing else can get into a statement this way. */
export function dayLiteral(day: string): string {
  if (!isIsoDate(day)) throw new Error('not an ISO day');
  return `'${day}'`;
}

/** The latest day that is an end: an open-ended agreement has the day after it. */
const lastEnd = addDays(endOfTime, -1);

/** What an agreement says on a day, amendments included: the condition that picks its version (ADR-0007). */
export const versionSql = (version: string, agreement: string, on: string): string =>
  `${version}.agreement_id = ${agreement}.id AND ${version}.from_on <= ${dayLiteral(on)} AND ${version}.until_on >= ${dayLiteral(on)}`;

/** One term of an agreement as it holds on a day. */
export const effectiveSql = (
  alias: string,
  column: 'starts_on' | 'ends_on' | 'terminated_on' | 'places' | 'signatory_id' | 'mentor_id' | 'pay_minor',
  on: string,
): string => `(SELECT ver.${column} FROM agreement_version ver WHERE ${versionSql('ver', alias, on)})`;

/** The last day an agreement holds, all signed amendments and an early end considered; null means open-ended. */
export const lastDay = (alias: string): string =>
  `(SELECT nullif(ver.last_on, '${endOfTime}') FROM agreement_version ver WHERE ver.agreement_id = ${alias}.id LIMIT 1)`;

/** The agreements whose last day lies in a period; through the index of last days, so it starts from the few that do. */
export function lastDayWithin(alias: string, from: string | undefined, to: string | undefined): readonly Condition[] {
  if (from === undefined && to === undefined) return [];
  const day = `${alias}.id IN (SELECT ver.agreement_id FROM agreement_version ver WHERE ver.last_on BETWEEN ? AND ?)`;
  return [condition(day, from ?? beginningOfTime, to ?? lastEnd)];
}

/** Signed, and holding on at least one day of the period by the terms of that day. */
export function inForceSql(alias: string, from: string, to: string): string {
  return `(${alias}.stage IN ('signed', 'terminated') AND EXISTS (SELECT 1 FROM agreement_version ver
    WHERE ver.agreement_id = ${alias}.id AND ver.held_from <= ${dayLiteral(to)} AND ver.held_until >= ${dayLiteral(from)}))`;
}

/** Signed, and holding from the first day of a period to its last. */
export const heldThroughoutSql = (alias: string, from: string, to: string): string =>
  `(${alias}.stage IN ('signed', 'terminated') AND EXISTS (SELECT 1 FROM agreement_version ver
    WHERE ver.agreement_id = ${alias}.id AND ver.held_from <= ${dayLiteral(from)} AND ver.held_until >= ${dayLiteral(from)} AND ver.last_on >= ${dayLiteral(to)}))`;

/** The same as a condition of a list. */
export const inForce = (alias: string, from: string, to: string): Condition => condition(inForceSql(alias, from, to));

/** Ended early, by the agreement itself or by an amendment. */
export const endedEarlySql = (alias: string): string =>
  `(${alias}.stage = 'terminated' OR ${alias}.id IN (SELECT ver.agreement_id FROM agreement_version ver WHERE ver.terminated_on IS NOT NULL AND ver.until_on = '${endOfTime}'))`;

/** The agreement that continues another is signed: of the same type and student, and beginning later than `first`. */
const succeededSql = (alias: string, first: string): string =>
  `EXISTS (SELECT 1 FROM agreement n WHERE n.parent_id = ${alias}.id AND n.stage = 'signed' AND n.type_id = ${alias}.type_id AND n.student_id IS ${alias}.student_id AND ifnull(n.starts_on, n.signed_on) > ${first})`;

/** Continued by the next agreement; its own first day is that of its last version. */
export const renewedSql = (alias: string): string =>
  `EXISTS (SELECT 1 FROM agreement_version ver WHERE ver.agreement_id = ${alias}.id AND ver.until_on = '${endOfTime}' AND ${succeededSql(alias, `ifnull(ver.starts_on, ${alias}.signed_on)`)})`;

/** SQL of an agreement's state on a day; the same rules as `amendedState` in shared/domain/effective.ts. */
export function stateSql(alias: string, on: string, expiringDays: number): string {
  const day = dayLiteral(on);
  const first = `ifnull(ver.starts_on, ${alias}.signed_on)`;
  const over = `CASE WHEN ${succeededSql(alias, first)} THEN 'renewed' ELSE 'expired' END`;
  return `CASE WHEN ${alias}.stage IN ('draft', 'sent', 'partlySigned', 'cancelled') THEN ${alias}.stage
      ELSE (SELECT CASE
        WHEN ver.terminated_on <= ${day} OR (${alias}.stage = 'terminated' AND ver.terminated_on IS NULL) THEN 'terminated'
        WHEN ver.ends_on < ${day} OR ver.last_on < ${day} THEN ${over}
        WHEN ${first} > ${day} THEN 'notStarted'
        WHEN ver.last_on <= ${dayLiteral(addDays(on, expiringDays))} THEN 'expiring'
        ELSE 'inForce' END
      FROM agreement_version ver WHERE ${versionSql('ver', alias, on)}) END`;
}
