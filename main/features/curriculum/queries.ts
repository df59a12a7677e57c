import { RequestState, type requestFilter, requestRow } from '#shared/contract/curriculum.ts';
import type { Output } from '#shared/contract/index.ts';
import type { z } from '#shared/contract/zod.ts';
import { daysBetween } from '#shared/domain/dates.ts';
import { openStates } from '#shared/domain/request-ageing.ts';
import { requestMoves } from '#shared/domain/states.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { amongIds, condition, equals, type ListSpec, oneOf, ownWords, placeIn } from '../../database/list-query.ts';
import { firmOrderSql, nameSql } from '../../database/localized-name.ts';
import { dayLiteral } from '../agreements/queries.ts';

const waitingSql = `r.state IN (${openStates.map(state => `'${state}'`).join(', ')})`;

/** Days from receipt to the decision, or to today while somebody waits for it; null when it is over and its day is not known. */
const ageSql = (today: string): string =>
  `CAST(julianday(ifnull(r.decided_on, CASE WHEN ${waitingSql} THEN ${dayLiteral(today)} END)) - julianday(r.received_on) AS INTEGER)`;

function ageOf({ state, receivedOn, decidedOn }: RecordOf<'request'>, today: string): number | null {
  const end = decidedOn ?? (openStates.includes(state) ? today : null);
  return end === null ? null : daysBetween(receivedOn, end);
}

/** A request that the council has decided, whatever has happened to it since. */
const decidedSql = "r.state IN ('approved', 'approvedWithChanges', 'rejected', 'implemented', 'effectChecked')";

const priorityOrder = placeIn('r.priority', ['high', 'normal', 'low']);

export const requestList = (
  today: string,
  db: ReadDb,
): ListSpec<typeof requestRow, z.output<typeof requestFilter>> => ({
  entity: 'request',
  row: requestRow,
  from: 'request r',
  alias: 'r',
  joins: 'LEFT JOIN firm f ON f.id = r.firm_id LEFT JOIN specialty sp ON sp.id = r.specialty_id',
  columns: { firmName: nameSql('f'), specialtyCode: 'sp.code', ageDays: ageSql(today) },
  sorts: {
    number: { by: ['r.sort_key'] },
    receivedOn: { by: ['r.received_on'] },
    firmName: { by: [firmOrderSql(db, 'r.firm_id')] },
    specialtyCode: { by: ['(SELECT code FROM specialty WHERE id = r.specialty_id)'] },
    state: { by: ['r.state', 'r.received_on'] },
    ageDays: { by: [ageSql(today)] },
    priority: { by: [priorityOrder] },
    updatedAt: { by: ['r.updated_at'] },
  },
  groups: {
    state: placeIn('r.state', RequestState.options),
    firmName: firmOrderSql(db, 'r.firm_id'),
    specialtyCode: '(SELECT code FROM specialty WHERE id = r.specialty_id)',
    priority: priorityOrder,
  },
  defaultSort: { field: 'receivedOn', direction: 'desc' },
  search: ownWords('request', 'r'),
  filter: filter => [
    ...oneOf('r.state', filter.state),
    ...equals('r.firm_id', filter.firmId),
    ...oneOf('r.specialty_id', filter.specialtyId),
    ...oneOf('r.priority', filter.priority),
    ...amongIds('r.id', filter.ids),
    ...(filter.receivedFrom === undefined ? [] : [condition('r.received_on >= ?', filter.receivedFrom)]),
    ...(filter.receivedTo === undefined ? [] : [condition('r.received_on <= ?', filter.receivedTo)]),
    ...(filter.decidedFrom === undefined && filter.decidedTo === undefined && filter.withoutDecisionDay !== true
      ? []
      : [condition(decidedSql)]),
    ...(filter.decidedFrom === undefined ? [] : [condition('r.decided_on >= ?', filter.decidedFrom)]),
    ...(filter.decidedTo === undefined ? [] : [condition('r.decided_on <= ?', filter.decidedTo)]),
    ...(filter.withoutDecisionDay === true ? [condition('r.decided_on IS NULL')] : []),
    ...(filter.implementedFrom === undefined &&
    filter.implementedTo === undefined &&
    filter.withoutImplementationDay !== true
      ? []
      : [condition("r.state IN ('implemented', 'effectChecked')")]),
    ...(filter.withoutImplementationDay === true ? [condition('r.implemented_on IS NULL')] : []),
    ...(filter.implementedFrom === undefined ? [] : [condition('r.implemented_on >= ?', filter.implementedFrom)]),
    ...(filter.implementedTo === undefined ? [] : [condition('r.implemented_on <= ?', filter.implementedTo)]),
  ],
});

type Names = Pick<
  Output<'requests.get'>,
  'firmName' | 'contactName' | 'councilName' | 'specialtyCode' | 'qualificationCode'
>;

export function requestDetail(db: ReadDb, request: RecordOf<'request'>, today: string): Output<'requests.get'> {
  const names = db.get<Names>(
    `SELECT (SELECT ${nameSql('f')} FROM firm f WHERE id = r.firm_id) AS firmName, (SELECT name FROM contact WHERE id = r.contact_id) AS contactName,
       (SELECT ${nameSql('k')} FROM council k WHERE id = r.council_id) AS councilName,
       (SELECT code FROM specialty WHERE id = r.specialty_id) AS specialtyCode, (SELECT code FROM qualification WHERE id = r.qualification_id) AS qualificationCode
     FROM request r WHERE r.id = ?`,
    request.id,
  );
  if (names === undefined) throw new Error('request vanished while being read');
  return {
    ...request,
    ...names,
    ageDays: ageOf(request, today),
    moves: [...requestMoves[request.state]],
    meetings: db.all<Output<'requests.get'>['meetings'][number]>(
      `SELECT g.id, g.held_on AS heldOn, g.minute_number AS minuteNumber, i.decision
         FROM agenda_item i JOIN meeting g ON g.id = i.meeting_id WHERE i.request_id = ? ORDER BY g.held_on DESC, g.id`,
      request.id,
    ),
  };
}
