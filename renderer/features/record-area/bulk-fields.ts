import type { RecordName } from '#renderer/api/records.ts';
import { type AreaDescriptor, type FieldDescriptor, fieldsOf } from './descriptor.ts';

/** Fields that name one record only: the same value in two records would be a mistake. */
export const namesOneRecord: ReadonlySet<string> = new Set(['bin', 'iin', 'number', 'externalId']);

/** Fields that are changed by commands of their own, which ask for more than the value. */
const guarded: Partial<Record<RecordName, readonly string[]>> = { students: ['status'] };

/** Kinds that are read and typed as one value. */
const plainKinds: ReadonlySet<string> = new Set([
  'text',
  'identifier',
  'date',
  'number',
  'money',
  'schoolYear',
  'legalForm',
  'choice',
  'boolean',
  'dictionary',
  'reference',
]);

const isGuarded = (area: AreaDescriptor, field: FieldDescriptor): boolean =>
  guarded[area.name]?.includes(field.name) ?? false;

/** Fields that many records can be given the same value of. */
export const bulkFields = (area: AreaDescriptor): readonly FieldDescriptor[] =>
  fieldsOf(area).filter(
    field =>
      (plainKinds.has(field.field.kind) || field.field.kind === 'long' || field.field.kind === 'week') &&
      !namesOneRecord.has(field.name) &&
      !isGuarded(area, field),
  );

/** The field that a column of the list shows and that can be typed over in its cell; null when there is none. */
export function fieldOfColumn(area: AreaDescriptor, key: string): FieldDescriptor | null {
  const label = area.columns.find(column => column.key === key)?.label ?? '';
  const labelled = label.startsWith(`fields.${area.entity}.`) ? label.split('.').at(-1) : undefined;
  const field = fieldsOf(area).find(({ name }) => name === key) ?? fieldsOf(area).find(({ name }) => name === labelled);
  return field && plainKinds.has(field.field.kind) && !isGuarded(area, field) ? field : null;
}
