import type { Input, Output } from '#shared/contract/index.ts';
import { interactionRecord } from '#shared/contract/relations.ts';
import { z } from '#shared/contract/zod.ts';
import type { RecordOf } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { amongIds, condition, equals, type ListSpec, oneOf, ownWords } from '../../database/list-query.ts';
import { nameSql } from '../../database/localized-name.ts';
import { type Prepare, recordUseCases, refuseFields } from '../shared/record-feature.ts';

const row = interactionRecord.extend({ firmName: z.string(), contactName: z.string().nullable() });
type Filter = NonNullable<Input<'interactions.list'>['filter']>;

const list = (): ListSpec<typeof row, Filter> => ({
  entity: 'interaction',
  row,
  from: 'interaction i',
  alias: 'i',
  joins: 'JOIN firm f ON f.id = i.firm_id LEFT JOIN contact c ON c.id = i.contact_id',
  columns: { firmName: nameSql('f'), contactName: 'c.name' },
  sorts: { happenedOn: { by: ['i.happened_on'] }, nextOn: { by: ['i.next_on'] }, kind: { by: ['i.kind'] } },
  defaultSort: { field: 'happenedOn', direction: 'desc' },
  search: ownWords('interaction', 'i'),
  filter: filter => [
    ...equals('i.firm_id', filter.firmId),
    ...equals('i.contact_id', filter.contactId),
    ...oneOf('i.kind', filter.kind),
    ...amongIds('i.id', filter.ids),
    ...(filter.happenedFrom === undefined ? [] : [condition('i.happened_on >= ?', filter.happenedFrom)]),
    ...(filter.happenedTo === undefined ? [] : [condition('i.happened_on <= ?', filter.happenedTo)]),
    ...(filter.open === undefined
      ? []
      : [condition(`${filter.open ? '' : 'NOT '}(i.next_step IS NOT NULL AND i.done_on IS NULL)`)]),
  ],
});

export const prepareInteraction: Prepare<'interaction'> = (tx, next) => {
  const problems: Record<string, string> = {};
  if (next.happenedOn > tx.today) problems['happenedOn'] = 'inFuture';
  if (next.nextOn !== null && next.nextStep === null) problems['nextStep'] = 'required';
  if (next.nextOn !== null && next.nextOn < next.happenedOn) problems['nextOn'] = 'endBeforeStart';
  if (next.doneOn !== null && next.doneOn < next.happenedOn) problems['doneOn'] = 'endBeforeStart';
  const own = 'SELECT 1 FROM contact WHERE id = ? AND firm_id = ?';
  if (next.contactId !== null && tx.db.value(own, next.contactId, next.firmId) === undefined)
    problems['contactId'] = 'otherFirm';
  refuseFields(problems);
  return next;
};

function detail(db: ReadDb, interaction: RecordOf<'interaction'>): Output<'interactions.get'> {
  const name = (table: 'firm' | 'contact', column: string, id: string | null): string | null =>
    id === null ? null : (db.value<string>(`SELECT ${column} FROM ${table} WHERE id = ?`, id) ?? null);
  return {
    ...interaction,
    firmName: name('firm', nameSql('firm'), interaction.firmId) ?? '',
    contactName: name('contact', 'name', interaction.contactId),
  };
}

export const interactionUseCases = recordUseCases({
  entity: 'interaction',
  list,
  pick: { title: 'i.summary', detail: `${nameSql('f')} || ' · ' || i.happened_on`, within: 'i.firm_id' },
  detail,
  prepare: prepareInteraction,
});
