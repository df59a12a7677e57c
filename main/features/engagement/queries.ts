import {
  ChallengeLevel,
  ChallengeStatus,
  type challengeFilter,
  challengeRow,
  type engagementFilter,
  engagementKindRecord,
  engagementRow,
  MilestoneState,
  type milestoneFilter,
  milestoneRow,
  PromiseSide,
  PromiseState,
  type promiseFilter,
  promiseRow,
} from '#shared/contract/engagement.ts';
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
  rowsByIds,
} from '../../database/list-query.ts';
import { firmOrderSql, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';

export const engagementKindList = (): ListSpec<typeof engagementKindRecord, { active?: boolean | undefined }> => ({
  entity: 'engagementKind',
  row: engagementKindRecord,
  from: 'engagement_kind k',
  alias: 'k',
  sorts: { position: { by: ['k.position'] } },
  defaultSort: { field: 'position', direction: 'asc' },
  filter: filter => (filter.active === undefined ? [] : [condition('k.active = ?', filter.active ? 1 : 0)]),
});

const kindOrder = '(SELECT position FROM engagement_kind WHERE id = e.kind_id)';

export const engagementList = (
  _today: string,
  db: ReadDb,
): ListSpec<typeof engagementRow, z.output<typeof engagementFilter>> => ({
  entity: 'engagement',
  row: engagementRow,
  from: 'engagement e',
  alias: 'e',
  joins: 'JOIN firm f ON f.id = e.firm_id JOIN engagement_kind k ON k.id = e.kind_id',
  columns: { firmName: nameSql('f'), kindCode: 'k.code', unit: 'k.unit' },
  sorts: {
    startsOn: { by: ['e.starts_on'] },
    kindId: { by: [kindOrder, 'e.starts_on'] },
    firmName: { by: [firmOrderSql(db, 'e.firm_id')] },
    hours: { by: ['e.hours'] },
    amountMinor: { by: ['e.amount_minor'] },
    updatedAt: { by: ['e.updated_at'] },
  },
  groups: { kindId: kindOrder, firmName: firmOrderSql(db, 'e.firm_id') },
  sums: ['hours', 'people', 'amountMinor'],
  defaultSort: { field: 'startsOn', direction: 'desc' },
  search: ownWords('engagement', 'e'),
  filter: filter => [
    ...oneOf('e.kind_id', filter.kindId),
    ...equals('e.firm_id', filter.firmId),
    ...amongIds('e.id', filter.ids),
    ...(filter.activeTo === undefined ? [] : [condition('e.starts_on <= ?', filter.activeTo)]),
    ...(filter.activeFrom === undefined ? [] : [condition('ifnull(e.ends_on, e.starts_on) >= ?', filter.activeFrom)]),
  ],
});

/** The state of a milestone as SQL, the same as the rule `milestoneState`. */
const milestoneStateSql = (today: string): string => `CASE
  WHEN m.done_on IS NOT NULL THEN CASE WHEN m.done_on > m.due_on THEN 'doneLate' ELSE 'done' END
  WHEN m.due_on < ${dayLiteral(today)} THEN 'late' ELSE 'open' END`;

export const milestoneList = (today: string): ListSpec<typeof milestoneRow, z.output<typeof milestoneFilter>> => ({
  entity: 'milestone',
  row: milestoneRow,
  from: 'milestone m',
  alias: 'm',
  joins: 'JOIN engagement e ON e.id = m.engagement_id JOIN firm f ON f.id = e.firm_id',
  columns: {
    engagementTopic: 'e.topic',
    firmId: 'e.firm_id',
    firmName: nameSql('f'),
    state: milestoneStateSql(today),
  },
  sorts: { dueOn: { by: ['m.due_on'] }, updatedAt: { by: ['m.updated_at'] } },
  groups: {
    state: placeIn(milestoneStateSql(today), MilestoneState.options),
    engagementTopic: '(SELECT topic FROM engagement WHERE id = m.engagement_id)',
  },
  defaultSort: { field: 'dueOn', direction: 'asc' },
  filter: filter => [
    ...equals('m.engagement_id', filter.engagementId),
    ...(filter.firmId === undefined
      ? []
      : [condition('m.engagement_id IN (SELECT id FROM engagement WHERE firm_id = ?)', filter.firmId)]),
    ...(filter.state === undefined || filter.state.length === 0
      ? []
      : oneOf(`(${milestoneStateSql(today)})`, filter.state)),
    ...(filter.dueFrom === undefined ? [] : [condition('m.due_on >= ?', filter.dueFrom)]),
    ...(filter.dueTo === undefined ? [] : [condition('m.due_on <= ?', filter.dueTo)]),
    ...amongIds('m.id', filter.ids),
  ],
});

/** The state of a promise as SQL, the same as the rule `promiseState`. */
export const promiseStateSql = (today: string): string => `CASE
  WHEN p.delivered_on IS NOT NULL THEN CASE WHEN p.delivered_on > p.due_on THEN 'keptLate' ELSE 'kept' END
  WHEN p.due_on < ${dayLiteral(today)} THEN 'late' ELSE 'open' END`;

function inPromiseState(states: readonly string[] | undefined, today: string): readonly Condition[] {
  return states === undefined || states.length === 0 ? [] : oneOf(`(${promiseStateSql(today)})`, states);
}

export const promiseList = (
  today: string,
  db: ReadDb,
): ListSpec<typeof promiseRow, z.output<typeof promiseFilter>> => ({
  entity: 'promise',
  row: promiseRow,
  from: 'promise p',
  alias: 'p',
  joins: `JOIN firm f ON f.id = p.firm_id LEFT JOIN agreement a ON a.id = p.agreement_id LEFT JOIN meeting g ON g.id = p.meeting_id
    LEFT JOIN letter l ON l.id = p.letter_id LEFT JOIN interaction i ON i.id = p.interaction_id`,
  columns: {
    firmName: nameSql('f'),
    agreementNumber: 'a.number',
    meetingTitle: "'№ ' || g.minute_number || ' · ' || g.held_on",
    letterNumber: 'l.number',
    interactionTitle: 'substr(i.summary, 1, 120)',
    state: promiseStateSql(today),
  },
  sorts: {
    dueOn: { by: ['p.due_on'] },
    promisedOn: { by: ['p.promised_on'] },
    firmName: { by: [firmOrderSql(db, 'p.firm_id')] },
    updatedAt: { by: ['p.updated_at'] },
  },
  groups: {
    state: placeIn(promiseStateSql(today), PromiseState.options),
    side: placeIn('p.side', PromiseSide.options),
    firmName: firmOrderSql(db, 'p.firm_id'),
  },
  defaultSort: { field: 'dueOn', direction: 'asc' },
  search: ownWords('promise', 'p'),
  filter: filter => [
    ...equals('p.firm_id', filter.firmId),
    ...equals('p.meeting_id', filter.meetingId),
    ...equals('p.letter_id', filter.letterId),
    ...equals('p.agreement_id', filter.agreementId),
    ...oneOf('p.side', filter.side),
    ...inPromiseState(filter.state, today),
    ...(filter.promisedFrom === undefined ? [] : [condition('p.promised_on >= ?', filter.promisedFrom)]),
    ...(filter.promisedTo === undefined ? [] : [condition('p.promised_on <= ?', filter.promisedTo)]),
    ...amongIds('p.id', filter.ids),
  ],
});

export const challengeList = (
  _today: string,
  db: ReadDb,
): ListSpec<typeof challengeRow, z.output<typeof challengeFilter>> => ({
  entity: 'challenge',
  row: challengeRow,
  from: 'challenge c',
  alias: 'c',
  joins: 'LEFT JOIN firm f ON f.id = c.firm_id',
  columns: { firmName: nameSql('f') },
  sorts: {
    raisedOn: { by: ['c.raised_on'] },
    level: { by: ['c.level', 'c.raised_on'] },
    status: { by: ['c.status', 'c.raised_on'] },
    updatedAt: { by: ['c.updated_at'] },
  },
  groups: {
    status: placeIn('c.status', ChallengeStatus.options),
    level: placeIn('c.level', ChallengeLevel.options),
    firmName: firmOrderSql(db, 'c.firm_id'),
  },
  defaultSort: { field: 'raisedOn', direction: 'desc' },
  search: ownWords('challenge', 'c'),
  filter: filter => [
    ...oneOf('c.level', filter.level),
    ...oneOf('c.status', filter.status),
    ...equals('c.firm_id', filter.firmId),
    ...(filter.raisedFrom === undefined ? [] : [condition('c.raised_on >= ?', filter.raisedFrom)]),
    ...(filter.raisedTo === undefined ? [] : [condition('c.raised_on <= ?', filter.raisedTo)]),
    ...amongIds('c.id', filter.ids),
  ],
});

/** The list row of one record, which is also its detail. */
export function rowOf<Row extends z.ZodObject, Filter>(
  db: ReadDb,
  spec: ListSpec<Row, Filter>,
  id: string,
): z.output<Row> {
  const [row] = rowsByIds(db, spec, [id]);
  if (row === undefined) throw new Error(`${spec.entity} vanished while being read`);
  return row;
}
