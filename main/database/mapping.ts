import type { z } from '#shared/contract/zod.ts';

/** `nameRu` → `name_ru`. */
export const toColumn = (field: string): string => field.replace(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`);

type Kind = 'plain' | 'boolean' | 'json';

/** Looks through optional, nullable, default and transform to the stored kind of a field. */
function kindOf(schema: z.ZodType): Kind {
  const definition = schema.def as { type: string; innerType?: z.ZodType; in?: z.ZodType };
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return definition.innerType === undefined ? 'plain' : kindOf(definition.innerType);
    case 'pipe':
      return definition.in === undefined ? 'plain' : kindOf(definition.in);
    case 'boolean':
      return 'boolean';
    case 'array':
    case 'object':
    case 'record':
    case 'unknown':
      return 'json';
    default:
      return 'plain';
  }
}

export type FieldMap = readonly { readonly field: string; readonly column: string; readonly kind: Kind }[];

const maps = new WeakMap<z.ZodObject, FieldMap>();

/** The fields of a schema with their columns; made once per schema. */
export function fieldMap(schema: z.ZodObject): FieldMap {
  const known = maps.get(schema);
  if (known !== undefined) return known;
  const map = Object.entries(schema.shape).map(([field, type]) => ({
    field,
    column: toColumn(field),
    kind: kindOf(type as z.ZodType),
  }));
  maps.set(schema, map);
  return map;
}

/** A stored value as its field has it. */
export const fromStored = (kind: Kind, stored: unknown): unknown => {
  if (stored === null || stored === undefined) return null;
  if (kind === 'boolean') return stored !== 0;
  return kind === 'json' ? (JSON.parse(stored as string) as unknown) : stored;
};

/** A row of SQLite as the record its schema describes; columns the schema does not name are dropped. */
export function fromRow<S extends z.ZodObject>(schema: S, row: Readonly<Record<string, unknown>>): z.output<S> {
  const record: Record<string, unknown> = {};
  for (const { field, column, kind } of fieldMap(schema)) record[field] = fromStored(kind, row[column]);
  return record as z.output<S>;
}

/** A value as SQLite stores it. */
export function toStored(kind: Kind, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'boolean') return value === true ? 1 : 0;
  return kind === 'json' ? JSON.stringify(value) : value;
}
