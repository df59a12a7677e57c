import type { Input, Output } from '#shared/contract/index.ts';
import { type RequestState, requestStates } from '#shared/domain/states.ts';
import type { ReadDb } from '../../database/handles.ts';
import { listCondition, rowsByIds } from '../../database/list-query.ts';
import { requestList } from './queries.ts';

type Board = Output<'requests.board'>;
type Card = {
  readonly id: string;
  readonly state: RequestState;
  readonly lane: string | null;
  readonly place: number;
  readonly total: number;
};
type Lane = { readonly code: string; readonly nameRu: string | null; readonly nameKk: string | null };

/** The requests of a list as columns by state; the most urgent and then the oldest come first. */
export function requestBoard(db: ReadDb, input: Input<'requests.board'>, today: string): Board {
  const spec = requestList(today, db);
  const where = listCondition(spec, input, today);
  const lane = input.lanes ? 'r.specialty_id' : 'NULL';
  const window = `PARTITION BY r.state, ${lane}`;
  const cards = db.all<Card>(
    `SELECT id, state, lane, place, total FROM (
       SELECT r.id, r.state, ${lane} AS lane, count(*) OVER (${window}) AS total,
         row_number() OVER (${window} ORDER BY CASE r.priority WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, r.received_on, r.id) AS place
       FROM ${spec.from} ${where.sql}
     ) WHERE place <= ? ORDER BY lane, state, place`,
    ...where.values,
    input.most,
  );
  const rows = new Map(
    rowsByIds(
      db,
      spec,
      cards.map(card => card.id),
    ).map(row => [row.id, row]),
  );
  const specialties = new Map(
    db
      .all<Lane & { id: string }>('SELECT id, code, name_ru AS nameRu, name_kk AS nameKk FROM specialty')
      .map(specialty => [specialty.id, specialty]),
  );
  const laneIds = [...new Set(cards.map(card => card.lane))].toSorted((left, right) =>
    codeOf(specialties, left) < codeOf(specialties, right) ? -1 : 1,
  );
  const lanes = (laneIds.length === 0 ? [null] : laneIds).map(id => {
    const known = id === null ? undefined : specialties.get(id);
    const own = cards.filter(card => card.lane === id);
    const columns = requestStates.map(state => {
      const column = own.filter(card => card.state === state);
      return {
        state,
        total: column[0]?.total ?? 0,
        rows: column.flatMap(card => {
          const row = rows.get(card.id);
          return row === undefined ? [] : [row];
        }),
      };
    });
    return {
      specialtyId: id,
      specialtyCode: known?.code ?? null,
      specialtyNameRu: known?.nameRu ?? null,
      specialtyNameKk: known?.nameKk ?? null,
      total: columns.reduce((sum, column) => sum + column.total, 0),
      columns,
    };
  });
  return { total: lanes.reduce((sum, one) => sum + one.total, 0), lanes };
}

/** Lanes stand in the order of their codes; requests without a specialty come last. */
const codeOf = (specialties: ReadonlyMap<string, Lane>, id: string | null): string =>
  (id === null ? undefined : specialties.get(id)?.code) ?? '\uFFFF';
