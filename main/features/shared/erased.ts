import { AppError } from '#shared/result.ts';
import type { ReadDb } from '../../database/handles.ts';

/** A person who was erased is not written again: what stays of them counts, and nothing else. Errors: personErased. */
export function requireNotErased(db: ReadDb, personId: string): void {
  if (db.value('SELECT 1 FROM erasure WHERE entity_id = ?', personId) !== undefined) throw new AppError('personErased');
}
