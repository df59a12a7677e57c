import { Accepted, Id, Revision, Sort } from './primitives.ts';
import { command, type Dependency, type EntityName, type Procedure, query } from './procedure.ts';
import { z } from './zod.ts';

/** Fields that every stored record carries besides its own. */
export const recordMeta = {
  id: Id,
  revision: Revision,
  createdAt: z.string(),
  updatedAt: z.string(),
} as const;

/** A window of a list: rows are sorted, filtered and counted in SQL. */
export const listInput = <F extends z.ZodType>(filter: F) =>
  z.strictObject({
    search: z.string().max(200).default(''),
    filter: filter.optional(),
    sort: Sort.optional(),
    /** A field of `groupFields` by which rows stand together. */
    group: z.string().max(40).optional(),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(200),
  });

export const listOutput = <R extends z.ZodType>(row: R) =>
  z.strictObject({
    rows: z.array(row),
    total: z.int(),
    /** With the first window of a grouped list: how many rows each group has, in order, one of them, which says its name, and what its numbers add up to, by field. */
    groups: z.array(z.strictObject({ count: z.int(), row, sums: z.record(z.string(), z.number()) })).optional(),
  });

/** A short description of a record for pickers, links and search: two facts tell namesakes apart. */
export const Reference = z.strictObject({ id: Id, title: z.string(), detail: z.string() });
export type Reference = z.output<typeof Reference>;

export const updateInput = <P extends z.ZodType>(patch: P) =>
  z.strictObject({ id: Id, revision: Revision, patch, accepted: Accepted });

type RecordOptions<
  Name extends string,
  Fields extends z.ZodRawShape,
  Row extends z.ZodType,
  Detail extends z.ZodType,
  Filter extends z.ZodType,
> = {
  /** The feature's name, first part of each channel. */
  readonly name: Name;
  readonly entity: EntityName;
  readonly fields: z.ZodObject<Fields>;
  readonly row: Row;
  readonly detail: Detail;
  readonly filter: Filter;
  /** Other record kinds whose changes alter the list or the detail. */
  readonly reads: readonly Dependency[];
};

/** The procedures every kind of record has: list, ids, get, pick, create, update, remove. */
export function recordProcedures<
  Name extends string,
  Fields extends z.ZodRawShape,
  Row extends z.ZodType,
  Detail extends z.ZodType,
  Filter extends z.ZodType,
>(options: RecordOptions<Name, Fields, Row, Detail, Filter>) {
  const { name, entity, fields, row, detail, filter, reads } = options;
  const depends = [entity, ...reads];
  const saved = z.strictObject({ id: Id, revision: Revision });
  const list = listInput(filter);
  const patch = fields.partial();
  const procedures = {
    [`${name}.list`]: query(depends, list, listOutput(row)),
    [`${name}.ids`]: query(depends, list.omit({ offset: true, limit: true }), z.array(Id)),
    [`${name}.get`]: query(depends, z.strictObject({ id: Id }), detail),
    [`${name}.pick`]: query(
      depends,
      z.strictObject({
        search: z.string().max(200),
        ids: z.array(Id).max(500).optional(),
        within: z.string().max(64).optional(),
      }),
      z.array(Reference),
    ),
    [`${name}.create`]: command(fields.extend({ accepted: Accepted }), saved),
    [`${name}.update`]: command(updateInput(patch), saved),
    [`${name}.remove`]: command(z.strictObject({ id: Id, revision: Revision }), z.strictObject({ id: Id })),
  };
  type ListInput = ReturnType<typeof listInput<Filter>>;
  type Saved = typeof saved;
  return procedures as unknown as {
    readonly [K in `${Name}.list`]: Procedure<'query', ListInput, ReturnType<typeof listOutput<Row>>>;
  } & {
    readonly [K in `${Name}.ids`]: Procedure<
      'query',
      z.ZodType<
        { search: string; filter?: z.output<Filter>; sort?: Sort; group?: string },
        { search?: string; filter?: z.input<Filter>; sort?: Sort; group?: string }
      >,
      z.ZodArray<typeof Id>
    >;
  } & {
    readonly [K in `${Name}.get`]: Procedure<'query', z.ZodType<{ id: string }, { id: string }>, Detail>;
  } & {
    readonly [K in `${Name}.pick`]: Procedure<
      'query',
      z.ZodType<{ search: string; ids?: string[] | undefined; within?: string | undefined }>,
      z.ZodArray<typeof Reference>
    >;
  } & {
    readonly [K in `${Name}.create`]: Procedure<'command', z.ZodObject<Fields & { accepted: typeof Accepted }>, Saved>;
  } & {
    readonly [K in `${Name}.update`]: Procedure<'command', ReturnType<typeof updateInput<typeof patch>>, Saved>;
  } & {
    readonly [K in `${Name}.remove`]: Procedure<
      'command',
      z.ZodType<{ id: string; revision: number }>,
      z.ZodType<{ id: string }>
    >;
  };
}
