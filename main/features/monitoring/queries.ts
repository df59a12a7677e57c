import {
  type evaluationCriterionRecord as criterionRecord,
  EvaluationSide,
  evaluationCriterionRecord,
  type evaluationFilter,
  evaluationRow,
  VisitPurpose,
  type visitFilter,
  visitRow,
} from '#shared/contract/monitoring.ts';
import type { z } from '#shared/contract/zod.ts';
import type { ReadDb } from '../../database/handles.ts';
import {
  amongIds,
  type Condition,
  condition,
  equals,
  type ListSpec,
  oneOf,
  ownWords,
  placeIn,
  within,
} from '../../database/list-query.ts';
import { firmOrderSql, firmSortKey, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';
import { searchPlacements, studentNameSql } from '../placements/queries.ts';

/** The state of a visit as SQL, the same as the rule `visitState`. */
const visitStateSql = (today: string): string =>
  `CASE WHEN v.done_on IS NOT NULL THEN 'done' WHEN v.planned_on < ${dayLiteral(today)} THEN 'late' ELSE 'planned' END`;

/** One condition per state, so that each finds its visits through an index. */
function inVisitState(states: readonly string[] | undefined, today: string): readonly Condition[] {
  if (states === undefined || states.length === 0) return [];
  const parts = states.map(state => {
    if (state === 'done') return 'v.done_on IS NOT NULL';
    return `(v.done_on IS NULL AND v.planned_on ${state === 'late' ? '<' : '>='} ${dayLiteral(today)})`;
  });
  return [condition(`(${parts.join(' OR ')})`)];
}

export const visitList = (today: string, db: ReadDb): ListSpec<typeof visitRow, z.output<typeof visitFilter>> => ({
  entity: 'visit',
  row: visitRow,
  from: 'visit v',
  alias: 'v',
  joins: `JOIN firm f ON f.id = v.firm_id LEFT JOIN site w ON w.id = v.site_id
    LEFT JOIN placement p ON p.id = v.placement_id LEFT JOIN student s ON s.id = p.student_id`,
  columns: {
    state: visitStateSql(today),
    firmName: nameSql('f'),
    siteName: 'w.name',
    studentName: `CASE WHEN s.id IS NULL THEN NULL ELSE ${studentNameSql} END`,
  },
  sorts: {
    onDay: { by: ['v.on_day'] },
    plannedOn: { by: ['v.planned_on'] },
    doneOn: { by: ['v.done_on'] },
    firmName: { by: [`f.${firmSortKey(db)}`, 'f.id'], from: 'firm f CROSS JOIN visit v ON v.firm_id = f.id' },
    visitor: { by: ['v.visitor', 'v.on_day'] },
    purpose: { by: ['v.purpose', 'v.on_day'] },
    updatedAt: { by: ['v.updated_at'] },
  },
  groups: {
    firmName: firmOrderSql(db, 'v.firm_id'),
    state: visitStateSql(today),
    purpose: placeIn('v.purpose', VisitPurpose.options),
    visitor: 'v.visitor',
  },
  defaultSort: { field: 'onDay', direction: 'desc' },
  search: ownWords('visit', 'v'),
  filter: filter => [
    ...inVisitState(filter.state, today),
    ...equals('v.firm_id', filter.firmId),
    ...equals('v.site_id', filter.siteId),
    ...equals('v.placement_id', filter.placementId),
    ...oneOf('v.purpose', filter.purpose),
    ...(filter.open === undefined
      ? []
      : [condition(`${filter.open ? '' : 'NOT '}(v.next_step IS NOT NULL AND v.step_done_on IS NULL)`)]),
    ...within('v.on_day', filter.visitedFrom, filter.visitedTo),
    ...amongIds('v.id', filter.ids),
  ],
});

type CriterionFilter = { active?: boolean | undefined; side?: string[] | undefined };

export const criterionList = (): ListSpec<typeof criterionRecord, CriterionFilter> => ({
  entity: 'evaluationCriterion',
  row: evaluationCriterionRecord,
  from: 'evaluation_criterion c',
  alias: 'c',
  sorts: { position: { by: ['c.side', 'c.position'] } },
  defaultSort: { field: 'position', direction: 'asc' },
  filter: filter => [
    ...oneOf('c.side', filter.side),
    ...(filter.active === undefined ? [] : [condition('c.active = ?', filter.active ? 1 : 0)]),
  ],
});

/** The mean of the scores of an evaluation, to the hundredth; null when none is given. */
export const overallSql = (alias: string): string =>
  `(SELECT round(avg(score.value), 2) FROM json_each(${alias}.scores) score)`;

/** Evaluations of placements that the words are found in: of the student, or of the firm. */
function searchEvaluations(query: string, db: ReadDb): Condition | null {
  const found = searchPlacements(query, db);
  return found === null
    ? null
    : condition(`e.placement_id IN (SELECT p.id FROM placement p WHERE ${found.sql})`, ...found.values);
}

export const evaluationList = (
  _today: string,
  db: ReadDb,
): ListSpec<typeof evaluationRow, z.output<typeof evaluationFilter>> => ({
  entity: 'evaluation',
  row: evaluationRow,
  from: 'evaluation e',
  alias: 'e',
  joins: `JOIN placement p ON p.id = e.placement_id JOIN student s ON s.id = p.student_id
    LEFT JOIN student_group g ON g.id = s.group_id JOIN firm f ON f.id = p.firm_id`,
  columns: {
    overall: overallSql('e'),
    studentName: studentNameSql,
    groupCode: 'g.code',
    firmId: 'f.id',
    firmName: nameSql('f'),
  },
  sorts: {
    evaluatedOn: { by: ['e.evaluated_on'] },
    side: { by: ['e.side', 'e.evaluated_on'] },
    studentName: {
      by: ['s.sort_key', 's.id'],
      from: 'student s CROSS JOIN placement p ON p.student_id = s.id CROSS JOIN evaluation e ON e.placement_id = p.id',
    },
    firmName: {
      by: [`f.${firmSortKey(db)}`, 'f.id'],
      from: 'firm f CROSS JOIN placement p ON p.firm_id = f.id CROSS JOIN evaluation e ON e.placement_id = p.id',
    },
    updatedAt: { by: ['e.updated_at'] },
  },
  groups: {
    firmName: firmOrderSql(db, '(SELECT firm_id FROM placement WHERE id = e.placement_id)'),
    side: placeIn('e.side', EvaluationSide.options),
  },
  defaultSort: { field: 'evaluatedOn', direction: 'desc' },
  search: query => searchEvaluations(query, db),
  filter: filter => [
    ...oneOf('e.side', filter.side),
    ...equals('e.placement_id', filter.placementId),
    ...(filter.firmId === undefined
      ? []
      : [condition('e.placement_id IN (SELECT id FROM placement WHERE firm_id = ?)', filter.firmId)]),
    ...(filter.groupId === undefined || filter.groupId.length === 0
      ? []
      : [
          condition(
            `e.placement_id IN (SELECT p.id FROM student s JOIN placement p ON p.student_id = s.id
              WHERE s.group_id IN (SELECT value FROM json_each(?)))`,
            JSON.stringify(filter.groupId),
          ),
        ]),
    ...(filter.specialtyId === undefined || filter.specialtyId.length === 0
      ? []
      : [
          condition(
            'e.placement_id IN (SELECT id FROM placement WHERE specialty_id IN (SELECT value FROM json_each(?)))',
            JSON.stringify(filter.specialtyId),
          ),
        ]),
    ...within('e.evaluated_on', filter.evaluatedFrom, filter.evaluatedTo),
    ...amongIds('e.id', filter.ids),
  ],
});
