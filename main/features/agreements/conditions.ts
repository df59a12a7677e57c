import { addDays, isIsoDate } from '#shared/domain/dates.ts';
import { type Condition, condition } from '../../database/list-query.ts';

/** A day as an SQL literal. Only real ISO days pass, so nothing else can get into a statement this way. */
export function dayLiteral(day: string): string {
  if (!isIsoDate(day)) throw new Error('not an ISO day');
  return `'${day}'`;
}

/** The last day an agreement holds: its end, or the day of early termination if that comes first; null means open-ended. */
export const lastDay = (alias: string): string =>
  `CASE WHEN ${alias}.stage = 'terminated' THEN min(ifnull(${alias}.terminated_on, '9999-12-31'), ifnull(${alias}.ends_on, '9999-12-31')) ELSE ${alias}.ends_on END`;

const firstDay = (alias: string): string => `ifnull(${alias}.starts_on, ${alias}.signed_on)`;

/** Signed, and holding on at least one day of the period. */
export function inForceSql(alias: string, from: string, to: string): string {
  return `(${alias}.stage IN ('signed', 'terminated') AND ${firstDay(alias)} <= ${dayLiteral(to)} AND ifnull(${lastDay(alias)}, '9999-12-31') >= ${dayLiteral(from)})`;
}

/** The same as a condition of a list. */
export const inForce = (alias: string, from: string, to: string): Condition => condition(inForceSql(alias, from, to));

/** SQL of an agreement's state on a day; the same rules as `agreementState` in shared/domain/states.ts. */
export function stateSql(alias: string, on: string, expiringDays: number): string {
  const day = dayLiteral(on);
  const successor = `EXISTS (SELECT 1 FROM agreement n WHERE n.parent_id = ${alias}.id AND n.stage = 'signed' AND n.type_id = ${alias}.type_id AND n.student_id IS ${alias}.student_id AND ifnull(n.starts_on, n.signed_on) > ${firstDay(alias)})`;
  return `CASE
      WHEN ${alias}.stage IN ('draft', 'sent', 'partlySigned', 'cancelled') THEN ${alias}.stage
      WHEN ${alias}.stage = 'terminated' AND ifnull(${alias}.terminated_on, '') <= ${day} THEN 'terminated'
      WHEN ${alias}.ends_on < ${day} THEN CASE WHEN ${successor} THEN 'renewed' ELSE 'expired' END
      WHEN ${firstDay(alias)} > ${day} THEN 'notStarted'
      WHEN ${alias}.ends_on <= ${dayLiteral(addDays(on, expiringDays))} THEN 'expiring'
      ELSE 'inForce' END`;
}
