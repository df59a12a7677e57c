import type { Input, Output } from '#shared/contract/index.ts';
import { ownIndicatorRecord } from '#shared/contract/indicators.ts';
import type { ReportArea } from '#shared/contract/reports.ts';
import { amongIds, condition, equals, type ListSpec } from '../../database/list-query.ts';
import { readRecord, type Transaction } from '../../database/records.ts';
import { type Fields, type Prepare, recordUseCases, refuseFields } from '../shared/record-feature.ts';
import { canBeSplit, choicesOf, ownDrill } from './own-indicators.ts';

type Filter = { readonly area?: ReportArea | undefined; readonly ids?: string[] | undefined };

const ownIndicatorList = (): ListSpec<typeof ownIndicatorRecord, Filter> => ({
  entity: 'ownIndicator',
  row: ownIndicatorRecord,
  from: 'own_indicator o',
  alias: 'o',
  sorts: { created: { by: ['o.created_at'] } },
  defaultSort: { field: 'created', direction: 'asc' },
  search: query => condition('instr(o.name_ru, ?) > 0', query.trim()),
  filter: filter => [...equals('o.area', filter.area), ...amongIds('o.id', filter.ids)],
});

const anyPeriod = { start: '2025-09-01', end: '2026-08-31' };

/** Every value the part allows has to be allowed in the whole; otherwise the share could exceed it. */
function isPartOf(part: Readonly<Record<string, unknown>>, whole: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(whole).every(([field, allowed]) => {
    const value = part[field];
    if (value === undefined) return true;
    return Array.isArray(allowed) && Array.isArray(value)
      ? value.every(one => allowed.includes(one))
      : JSON.stringify(value) === JSON.stringify(allowed);
  });
}

/** The list has to know the filter, the way to count and the breakdown. Errors: validation. */
const prepare: Prepare<'ownIndicator'> = (_tx, next: Fields<'ownIndicator'>) => {
  const { area, filter, timing, measure, dimension, wholeFilter } = next;
  const choices = choicesOf(area);
  const share = measure === 'share';
  const problems: Record<string, string> = {};
  if (!choices.timings.includes(timing)) problems['timing'] = 'invalid';
  if (!choices.measures.includes(measure)) problems['measure'] = 'invalid';
  if (dimension !== null && !choices.dimensions.includes(dimension)) problems['dimension'] = 'invalid';
  if (dimension !== null && !canBeSplit(measure)) problems['dimension'] = 'meanOfParts';
  if (ownDrill(next, filter, anyPeriod) === null) problems['filter'] = 'invalid';
  if (share && ownDrill(next, wholeFilter ?? {}, anyPeriod) === null) problems['wholeFilter'] = 'invalid';
  if (share && !isPartOf(filter, wholeFilter ?? {})) problems['wholeFilter'] = 'notWhole';
  refuseFields(problems);
  return share ? next : { ...next, wholeFilter: null, wholeViewName: null };
};

const useCases = recordUseCases({
  entity: 'ownIndicator',
  list: ownIndicatorList,
  pick: { title: 'o.name_ru', detail: 'o.area' },
  detail: (_db, own) => own,
  prepare,
});

export const ownIndicatorUseCases: typeof useCases = {
  ...useCases,
  /** Its place and its targets go with it, and come back with it. */
  remove: (tx, request) => {
    const indicator = `own:${request.id}`;
    const removed = useCases.remove(tx, request);
    if (readRecord(tx.db, 'indicatorChoice', indicator) !== undefined) tx.remove('indicatorChoice', indicator);
    for (const id of tx.db.column<string>('SELECT id FROM indicator_target WHERE indicator = ?', indicator))
      tx.remove('indicatorTarget', id);
    return removed;
  },
};

/** Writes which indicators the report has, in which order; only what differs is written. */
export function arrangeIndicators(
  tx: Transaction,
  { order }: Input<'indicators.arrange'>,
): Output<'indicators.arrange'> {
  const unique = [...new Map(order.map(one => [one.id, one])).values()];
  let changed = 0;
  for (const [position, { id, shown }] of unique.entries()) {
    const known = readRecord(tx.db, 'indicatorChoice', id);
    if (known?.shown === shown && known.position === position) continue;
    if (known === undefined) tx.insert('indicatorChoice', { id, shown, position });
    else tx.update('indicatorChoice', id, { shown, position });
    changed += 1;
  }
  tx.label('indicatorsArranged');
  return { changed };
}

/** Takes every choice back. */
export function resetIndicators(tx: Transaction): Output<'indicators.resetLayout'> {
  const ids = tx.db.column<string>('SELECT id FROM indicator_choice ORDER BY id');
  for (const id of ids) tx.remove('indicatorChoice', id);
  tx.label('indicatorsArranged');
  return { changed: ids.length };
}

/** Sets, changes and removes targets of figures. */
export function setTargets(
  tx: Transaction,
  { targets }: Input<'indicators.setTargets'>,
): Output<'indicators.setTargets'> {
  let changed = 0;
  for (const { value, ...target } of targets) {
    const { indicator, rowKey, columnKey, span, year, direction } = target;
    const id = tx.db.value<string>(
      'SELECT id FROM indicator_target WHERE span = ? AND year = ? AND indicator = ? AND row_key = ? AND column_key = ?',
      span,
      year,
      indicator,
      rowKey,
      columnKey,
    );
    const known = id === undefined ? undefined : readRecord(tx.db, 'indicatorTarget', id);
    if (known === undefined ? value === null : known.value === value && known.direction === direction) continue;
    if (known === undefined && value !== null) tx.insert('indicatorTarget', { ...target, value });
    else if (known !== undefined && value === null) tx.remove('indicatorTarget', known.id);
    else if (known !== undefined && value !== null) tx.update('indicatorTarget', known.id, { value, direction });
    changed += 1;
  }
  tx.label('targetsSet', { count: changed });
  return { changed };
}
