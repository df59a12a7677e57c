import { addressInKazakh } from '#shared/domain/addresses.ts';
import type { Transaction } from '../database/records.ts';
import { phrasesInKazakh } from './phrases-in-kazakh.ts';

/** Fields that name a town or a region alone; whole addresses stay, since letters in Kazakh turn them by themselves. */
const places: ReadonlySet<string> = new Set(['city', 'region', 'town']);

/** «область Ұлытау»: the kind of place may stand first in Russian, in Kazakh it stands last. */
const placeInKazakh = (place: string): string => addressInKazakh(place.replace(/^область (.+)$/u, '$1 область'));

/** What an officer who works in Kazakh would have written in a field; names of persons and firms stay as they are. */
export function fieldInKazakh(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (places.has(field)) return placeInKazakh(value);
  return phrasesInKazakh.get(value) ?? value.replace(/^РУП (\d{4}), редакция (\d+)$/u, 'ЖОЖ $1, $2-редакция');
}

/** The same transaction, which writes the words of the sample in Kazakh. */
export const inKazakh = (tx: Transaction): Transaction => ({
  ...tx,
  insert: (entity, fields, times) => {
    const said = Object.entries(fields).map(([field, value]) => [field, fieldInKazakh(field, value)]);
    return tx.insert(entity, Object.fromEntries(said) as typeof fields, times);
  },
});
