import { Id, requiredText, Sort } from './primitives.ts';
import { command } from './procedure.ts';
import { recordMeta, recordProcedures } from './records.ts';
import { z } from './zod.ts';

/** The first part of a record kind's channels: `firms`, `placements` … */
export const ListName = z.string().regex(/^[a-z][A-Za-z]{1,39}$/u);
const Filter = z.record(z.string().max(60), z.unknown());

export const ListFormat = z.enum(['xlsx', 'csv', 'pdf']);
export type ListFormat = z.output<typeof ListFormat>;

/** Rows of a printed list: some three hundred sheets. */
export const mostPrintedRows = 10_000;

/** A way to look at a list that the officer has given a name: what is looked for, in which order and groups, in which columns. */
export const savedViewFields = z.strictObject({
  list: ListName,
  name: requiredText(80),
  search: z.string().max(200),
  filter: Filter,
  /** The order of the list itself when there is none. */
  sort: Sort.nullable(),
  /** Keys of the columns that do not show; those of the list itself when there are none. */
  hidden: z.array(z.string().max(60)).max(60).nullable(),
  /** One of `groupFields`; rows follow one another when there is none. */
  groupBy: z.string().max(40).nullable(),
  /** Which groups are folded, all or none but for some, known by `textMark` of their keys; all are open when there is none. */
  folds: z.strictObject({ all: z.boolean(), except: z.array(z.string().max(20)).max(10_000) }).nullable(),
  /** Pixels by the key of the column; those of the list itself for the others. The view leaves them as they are when there is none. */
  widths: z.record(z.string().max(60), z.int().min(40).max(2000)).nullable(),
  position: z.int().min(0),
  /** The list opens with it; at most one of a list. */
  isDefault: z.boolean(),
});
export const savedViewRecord = z.strictObject({ ...recordMeta, ...savedViewFields.shape });

export const lists = {
  ...recordProcedures({
    name: 'savedViews',
    entity: 'savedView',
    fields: savedViewFields,
    row: savedViewRecord,
    detail: savedViewRecord,
    filter: z.strictObject({ list: ListName.optional(), ids: z.array(z.string()).optional() }),
    reads: [],
  }),
  /** Writes what a list shows into a file: its columns, order, search and filter; only `ids` of it when they are given. */
  'lists.export': command(
    z.strictObject({
      list: ListName,
      search: z.string().max(200).default(''),
      filter: Filter.optional(),
      sort: Sort.optional(),
      /** Rows stand together by this field, as on the screen. */
      group: z.string().max(40).optional(),
      /** In the order of the screen; titles in its language. */
      columns: z
        .array(z.strictObject({ key: z.string().max(60), title: requiredText(200) }))
        .min(1)
        .max(60),
      ids: z.array(Id).max(1_000_000).optional(),
      /** Search, filters and order in the words of the screen: they stand under the heading of a PDF and below the rows of a workbook. */
      about: z.array(z.string().max(1000)).max(40).default([]),
      /** A PDF takes as many rows as `mostPrintedRows`. */
      format: ListFormat,
      /** Where to; the folder of exports when left out. */
      folder: z.string().max(1000).optional(),
    }),
    z.strictObject({ folder: z.string(), path: z.string(), name: z.string(), bytes: z.int(), rows: z.int() }),
  ),
} as const;
