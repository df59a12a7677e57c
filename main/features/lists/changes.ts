import { type Channel, contract, type Input, type Output } from '#shared/contract/index.ts';
import type { RehearsedRow } from '#shared/contract/list-changes.ts';
import type { EntityName } from '#shared/contract/procedure.ts';
import { AppError } from '#shared/result.ts';
import { entities } from '../../database/entities.ts';
import type { ReadDb } from '../../database/handles.ts';
import { readRecord, refusalOf, type Transaction } from '../../database/records.ts';
import { titleOf } from '../shared/record-feature.ts';
import { schemaFields } from '../shared/schema-problem.ts';

/** The commands a list's rows are changed and removed by: the same as for one record. */
export type RowCommands = {
  readonly entity: EntityName;
  // The input is checked against the contract of the list before it gets here.
  readonly update: (tx: Transaction, input: never) => { readonly id: string };
  readonly remove: (tx: Transaction, input: never) => { readonly id: string };
};

/** By the name of a list's procedures. */
export type ChangeableLists = Readonly<Record<string, RowCommands>>;

type Change = Input<'lists.change'>;
type Item = Change['items'][number];
type Values = Readonly<Record<string, unknown>>;

function commandsOf(lists: ChangeableLists, list: string): RowCommands {
  const commands = Object.hasOwn(lists, list) ? lists[list] : undefined;
  if (commands === undefined) throw new AppError('refused', { reason: list });
  return commands;
}

/** One row by the rules of its kind. Errors: those of `<list>.update`. */
function changeRow(tx: Transaction, commands: RowCommands, { list, accepted }: Change, item: Item): void {
  const input = contract[`${list}.update` as Channel].input.safeParse({ ...item, accepted });
  if (!input.success) throw new AppError('validation', {}, schemaFields(input.error));
  commands.update(tx, input.data as never);
}

/** Changes all of the rows as one batch. Errors: refused (no such list), those of `<list>.update` for the first row that has one. */
export const changeRows =
  (lists: ChangeableLists) =>
  (tx: Transaction, input: Change): Output<'lists.change'> => {
    const commands = commandsOf(lists, input.list);
    for (const item of input.items) changeRow(tx, commands, input, item);
    if (input.items.length > 1) tx.label('updatedMany', { count: input.items.length });
    return { changed: input.items.length };
  };

/** Removes all of the rows as one batch. Errors: refused (no such list), notFound, stale, inUse. */
export const removeRows =
  (lists: ChangeableLists) =>
  (tx: Transaction, { list, items }: Input<'lists.remove'>): Output<'lists.remove'> => {
    const commands = commandsOf(lists, list);
    for (const item of items) commands.remove(tx, item as never);
    if (items.length > 1) tx.label('removedMany', { count: items.length });
    return { removed: items.length };
  };

/** Carries what was found out of a transaction that must not stay. */
class Rehearsal extends Error {}

/**
 * What `changeRows` would do, row by row: the change is made by the same rules inside a transaction that is then taken back.
 * `run` runs a function in a transaction. Errors: refused (no such list).
 */
export function rehearseChange(
  lists: ChangeableLists,
  input: Change,
  run: (rehearse: (tx: Transaction) => never) => unknown,
): Output<'lists.previewChange'> {
  const commands = commandsOf(lists, input.list);
  let answer: Output<'lists.previewChange'> = { rows: [], names: {} };
  try {
    run(tx => {
      const rows = input.items.map(item => rehearseRow(tx, commands, input, item));
      answer = { rows, names: namesOf(tx.db, commands.entity, rows) };
      throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
  return answer;
}

function rehearseRow(tx: Transaction, commands: RowCommands, input: Change, item: Item): RehearsedRow {
  const { entity } = commands;
  const stored = readRecord(tx.db, entity, item.id);
  const fields = Object.keys(item.patch);
  const of = (record: Values | undefined): Record<string, unknown> =>
    Object.fromEntries(fields.map(field => [field, record?.[field] ?? null]));
  const row = {
    id: item.id,
    title: stored === undefined ? '' : titleOf(tx.db, entity, stored),
    before: of(stored),
    warnings: [],
    problem: null,
  };
  try {
    changeRow(tx, commands, input, item);
    const after = of(readRecord(tx.db, entity, item.id));
    const same = JSON.stringify(after) === JSON.stringify(row.before);
    return { ...row, after, outcome: same ? 'same' : 'changed' };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    const after = { ...item.patch };
    const { code, params, fields: beside = {} } = refusal.toProblem();
    if (code === 'needsConfirmation' && typeof params['warnings'] === 'string')
      return { ...row, after, outcome: 'warned', warnings: params['warnings'].split(',') };
    return { ...row, after, outcome: 'refused', problem: { code, params: { ...params }, fields: { ...beside } } };
  }
}

/** The titles of the records that old and new values refer to. */
function namesOf(db: ReadDb, entity: EntityName, rows: readonly RehearsedRow[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [field, target] of Object.entries(entities[entity].references))
    for (const row of rows)
      for (const id of [row.before[field], row.after[field]]) {
        if (typeof id !== 'string' || Object.hasOwn(names, id)) continue;
        const record = readRecord(db, target, id);
        if (record !== undefined) names[id] = titleOf(db, target, record);
      }
  return names;
}
