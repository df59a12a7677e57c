import type { studentFilter } from '#shared/contract/students.ts';
import type { z } from '#shared/contract/zod.ts';
import { type Condition, condition, oneOf, within } from '../../database/list-query.ts';
import { dayLiteral } from '../agreements/queries.ts';

type Filter = z.output<typeof studentFilter>;

/** Placements that take place on any day of a period; planned ones count, those that did not start do not. */
const takesPlace = (alias: string, from: string, to: string): string =>
  `${alias}.starts_on <= ${dayLiteral(to)} AND ${alias}.ends_on >= ${dayLiteral(from)} AND ${alias}.state <> 'didNotStart'`;

/**
 * Per student with a placement in the period: hours at the enterprise, and the hours they are a share of. That base is the
 * specialty's practice hours of a year; where they are not set, the programme hours of the student's own placements.
 */
export const enterpriseShareSql = (from: string, to: string): string =>
  `SELECT pl.student_id, pl.hours, CASE WHEN sp.practice_hours > 0 THEN sp.practice_hours ELSE pl.planned END AS base
     FROM (SELECT p.student_id, sum(coalesce(p.hours_enterprise, p.hours_planned, 0)) AS hours, sum(coalesce(p.hours_planned, p.hours_enterprise, 0)) AS planned
             FROM placement p WHERE ${takesPlace('p', from, to)} GROUP BY +p.student_id) pl
     JOIN student st ON st.id = pl.student_id LEFT JOIN specialty sp ON sp.id = st.specialty_id`;

const dualOnly = 'p.practice_type_id IN (SELECT id FROM practice_type WHERE dual = 1)';

function placed(filter: Filter): readonly Condition[] {
  const { placedFrom, placedTo, dual, shareAtLeast } = filter;
  if ([placedFrom, placedTo, dual, shareAtLeast].every(part => part === undefined)) return [];
  const from = placedFrom ?? '0001-01-01';
  const to = placedTo ?? '9999-12-31';
  const kind = dual === undefined ? '' : ` AND ${dual ? dualOnly : `NOT ${dualOnly}`}`;
  return [
    // Who has a share of hours has a placement in the period.
    ...(dual === undefined && shareAtLeast !== undefined
      ? []
      : [condition(`s.id IN (SELECT p.student_id FROM placement p WHERE ${takesPlace('p', from, to)}${kind})`)]),
    ...(shareAtLeast === undefined
      ? []
      : [
          condition(
            `s.id IN (SELECT student_id FROM (${enterpriseShareSql(from, to)}) WHERE base > 0 AND hours * 100 >= base * ?)`,
            shareAtLeast,
          ),
        ]),
  ];
}

function contingent({ contingentFrom: from, contingentTo: to }: Filter): readonly Condition[] {
  if (from === undefined || to === undefined) return [];
  return [
    condition(
      `(s.status IN ('active', 'leave') OR s.left_on >= ? OR s.id IN (SELECT p.student_id FROM placement p WHERE ${takesPlace('p', from, to)}))`,
      from,
    ),
  ];
}

function hired(filter: Filter): readonly Condition[] {
  if (filter.hired === undefined) return [];
  const parts = ['p.hired = 1'];
  const values: unknown[] = [];
  if (filter.hiredFrom !== undefined && filter.hiredTo !== undefined) {
    parts.push('ifnull(p.hired_on, p.ends_on) BETWEEN ? AND ?');
    values.push(filter.hiredFrom, filter.hiredTo);
  }
  if (filter.hiredInSpecialty !== undefined) {
    parts.push('p.hired_in_specialty = ?');
    values.push(filter.hiredInSpecialty ? 1 : 0);
  }
  const found = `s.id IN (SELECT p.student_id FROM placement p WHERE ${parts.join(' AND ')})`;
  return [condition(filter.hired ? found : `NOT ${found}`, ...values)];
}

/** What became of those hired, 6 or 12 months later; of several placements that brought work any will do. */
function followedUp({ followUpAfter, followUpFrom, followUpTo, followUpAnswer }: Filter): readonly Condition[] {
  if (followUpAfter === undefined) return [];
  const parts = [
    condition('p.hired = 1'),
    ...within(`p.follow_up${followUpAfter}_on`, followUpFrom, followUpTo),
    ...oneOf(`p.follow_up${followUpAfter}`, followUpAnswer),
  ];
  const found = `s.id IN (SELECT p.student_id FROM placement p WHERE ${parts.map(part => part.sql).join(' AND ')})`;
  return [condition(found, ...parts.flatMap(part => part.values))];
}

/** The conditions that look at a period: contingent, placed, share at the enterprise, hired, asked afterwards, left. */
export const periodConditions = (filter: Filter): readonly Condition[] => [
  ...contingent(filter),
  ...placed(filter),
  ...hired(filter),
  ...followedUp(filter),
  ...(filter.leftFrom !== undefined && filter.leftTo !== undefined
    ? [condition('s.left_on BETWEEN ? AND ?', filter.leftFrom, filter.leftTo)]
    : within('s.left_on', filter.leftFrom, filter.leftTo)),
];
