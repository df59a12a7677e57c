import type { AnyRecord } from '#renderer/api/records.ts';
import { openCreate } from '#renderer/state/dialogs.ts';
import { type AreaDescriptor, fieldsOf, type Values } from './descriptor.ts';

/** Fields that name one record only and must not be copied to another. */
const unique: Values = { bin: null, iin: null, number: '', externalId: null };

/** Opens the form of a new record with the values of another. */
export function openSimilar(area: AreaDescriptor, detail: AnyRecord, onCreated: (id: string) => void): void {
  const values = Object.fromEntries(fieldsOf(area).map(field => [field.name, detail[field.name] ?? null]));
  const own = Object.fromEntries(Object.entries(unique).filter(([name]) => name in values));
  openCreate({ name: area.name, values: { ...values, ...own }, onCreated });
}
