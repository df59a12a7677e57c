import type { AnnualReport, Indicator } from '#shared/contract/reports.ts';
import type { ReadDb } from '../../database/handles.ts';

type Choice = { readonly id: string; readonly shown: number; readonly position: number };

const readChoices = (db: ReadDb): readonly Choice[] =>
  db.all<Choice>('SELECT id, shown, position FROM indicator_choice ORDER BY position, id');

/** An indicator nobody has placed comes after the one before it in the order of the program. */
export function inOrder(ids: readonly string[], arranged: readonly string[]): string[] {
  const order = arranged.filter(id => ids.includes(id));
  const placed = new Set(order);
  for (const [place, id] of ids.entries()) {
    if (placed.has(id)) continue;
    const before = ids[place - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    placed.add(id);
  }
  return order;
}

/** Every indicator in the order of the report, with whether it is shown. */
export function arranged<T extends { readonly id: string }>(
  db: ReadDb,
  indicators: readonly T[],
): { readonly indicator: T; readonly shown: boolean }[] {
  const choices = readChoices(db);
  const hidden = new Set(choices.filter(({ shown }) => shown === 0).map(({ id }) => id));
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]));
  const order = inOrder(
    [...byId.keys()],
    choices.map(({ id }) => id),
  );
  return order.flatMap(id => {
    const indicator = byId.get(id);
    return indicator === undefined ? [] : [{ indicator, shown: !hidden.has(id) }];
  });
}

type Target = {
  readonly place: string;
  readonly value: number;
  readonly direction: 'atLeast' | 'atMost';
};

const placeOf = (indicator: string, row: string, column: string): string => JSON.stringify([indicator, row, column]);

/** Puts the targets of the report's year beside its figures; half-years and odd periods have none. */
export function withTargets(
  db: ReadDb,
  span: NonNullable<AnnualReport['span']>,
  indicators: readonly Indicator[],
): Indicator[] {
  if (span.kind !== 'schoolYear' && span.kind !== 'calendarYear') return [...indicators];
  const targets = new Map(
    db
      .all<Target & { readonly indicator: string; readonly row: string; readonly column: string }>(
        'SELECT indicator, row_key AS row, column_key AS "column", value, direction FROM indicator_target WHERE span = ? AND year = ?',
        span.kind,
        span.year,
      )
      .map(({ indicator, row, column, value, direction }) => [placeOf(indicator, row, column), { value, direction }]),
  );
  if (targets.size === 0) return [...indicators];
  return indicators.map(indicator => {
    const aimed = <Row extends Indicator['rows'][number]>(row: Row): Row => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => {
          const target = targets.get(placeOf(indicator.id, row.key, column));
          return [column, target === undefined ? cell : { ...cell, target }];
        }),
      ),
    });
    return {
      ...indicator,
      rows: indicator.rows.map(aimed),
      total: indicator.total === null ? null : aimed(indicator.total),
    };
  });
}
