import type { WriteDb } from './handles.ts';

/**
 * Whether every page of a file is in order, as SQLite sees it; `quick_check` leaves out whether indexes agree with their tables.
 * Other failures than the file's own pass unchanged.
 */
export function pagesAreSound(db: Pick<WriteDb, 'pragma'>, check: 'quick_check' | 'integrity_check'): boolean {
  try {
    return db.pragma(`${check}(1)`) === 'ok';
  } catch (error) {
    // A search index whose own version is damaged stops the check with SQLite's general code instead of a finding.
    if ((error as { code?: unknown }).code === 'SQLITE_ERROR') return false;
    throw error;
  }
}
