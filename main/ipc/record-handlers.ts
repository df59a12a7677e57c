import type { Channel, Input, Output } from '#shared/contract/index.ts';
import type { Application } from '../application.ts';
import type { ReadDb } from '../database/handles.ts';
import { runBatch, type Transaction } from '../database/records.ts';
import type { Handlers } from './router.ts';

type RecordName = Channel extends infer C ? (C extends `${infer Name}.pick` ? Name : never) : never;
type Of<Name extends RecordName, Action extends string> = Extract<Channel, `${Name}.${Action}`>;

/** The use cases of one kind of record, typed by the contract. */
export type RecordUseCases<Name extends RecordName> = {
  readonly list: (db: ReadDb, input: Input<Of<Name, 'list'>>, today: string) => Output<Of<Name, 'list'>>;
  readonly ids: (db: ReadDb, input: Input<Of<Name, 'ids'>>, today: string) => Output<Of<Name, 'ids'>>;
  readonly get: (db: ReadDb, input: Input<Of<Name, 'get'>>, today: string) => Output<Of<Name, 'get'>>;
  readonly pick: (db: ReadDb, input: Input<Of<Name, 'pick'>>, today: string) => Output<Of<Name, 'pick'>>;
  readonly create: (tx: Transaction, input: Input<Of<Name, 'create'>>) => Output<Of<Name, 'create'>>;
  readonly update: (tx: Transaction, input: Input<Of<Name, 'update'>>) => Output<Of<Name, 'update'>>;
  readonly remove: (tx: Transaction, input: Input<Of<Name, 'remove'>>) => Output<Of<Name, 'remove'>>;
};

/** The handlers of one kind of record: queries read, commands run as one batch. */
export function recordHandlers<Name extends RecordName>(
  { db, ports }: Application,
  name: Name,
  use: RecordUseCases<Name>,
): Pick<Handlers, Of<Name, 'list' | 'ids' | 'get' | 'pick' | 'create' | 'update' | 'remove'>> {
  const today = (): string => ports.clock.today();
  const handlers = {
    [`${name}.list`]: (input: Input<Of<Name, 'list'>>) => use.list(db(), input, today()),
    [`${name}.ids`]: (input: Input<Of<Name, 'ids'>>) => use.ids(db(), input, today()),
    [`${name}.get`]: (input: Input<Of<Name, 'get'>>) => use.get(db(), input, today()),
    [`${name}.pick`]: (input: Input<Of<Name, 'pick'>>) => use.pick(db(), input, today()),
    [`${name}.create`]: (input: Input<Of<Name, 'create'>>) => runBatch(db(), ports, tx => use.create(tx, input)),
    [`${name}.update`]: (input: Input<Of<Name, 'update'>>) => runBatch(db(), ports, tx => use.update(tx, input)),
    [`${name}.remove`]: (input: Input<Of<Name, 'remove'>>) => runBatch(db(), ports, tx => use.remove(tx, input)),
  };
  return handlers as unknown as Pick<
    Handlers,
    Of<Name, 'list' | 'ids' | 'get' | 'pick' | 'create' | 'update' | 'remove'>
  >;
}
