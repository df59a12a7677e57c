import { type savedViewFields, savedViewRecord } from '#shared/contract/lists.ts';
import type { z } from '#shared/contract/zod.ts';
import { amongIds, condition, equals, type ListSpec } from '../../database/list-query.ts';
import { type Prepare, recordUseCases, refuseFields } from '../shared/record-feature.ts';

type Filter = { readonly list?: string | undefined; readonly ids?: string[] | undefined };
type View = z.output<typeof savedViewFields>;

const savedViewList = (): ListSpec<typeof savedViewRecord, Filter> => ({
  entity: 'savedView',
  row: savedViewRecord,
  from: 'saved_view v',
  alias: 'v',
  sorts: { position: { by: ['v.list', 'v.position'] }, name: { by: ['v.name'] } },
  defaultSort: { field: 'position', direction: 'asc' },
  search: query => condition('instr(v.name, ?) > 0', query.trim()),
  filter: filter => [...equals('v.list', filter.list), ...amongIds('v.id', filter.ids)],
});

/** Names are told apart within a list, and the list opens with one view at most. */
const prepare: Prepare<'savedView'> = (tx, next: View, { before }) => {
  const others = tx.db.all<{ id: string; name: string; isDefault: number }>(
    'SELECT id, name, is_default AS isDefault FROM saved_view WHERE list = ? AND id <> ?',
    next.list,
    before?.id ?? '',
  );
  if (others.some(other => other.name.toLowerCase() === next.name.toLowerCase())) refuseFields({ name: 'nameTaken' });
  if (next.isDefault)
    for (const other of others) if (other.isDefault === 1) tx.update('savedView', other.id, { isDefault: false });
  return next;
};

export const savedViewUseCases = recordUseCases({
  entity: 'savedView',
  list: savedViewList,
  pick: { title: 'v.name', detail: 'v.list', within: 'v.list' },
  detail: (_db, view) => view,
  prepare,
});
