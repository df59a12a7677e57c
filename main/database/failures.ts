import { AppError } from '#shared/result.ts';

/** SQLite result codes that mean the file itself is broken. */
const damageCodes = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_CORRUPT_INDEX', 'SQLITE_CORRUPT_VTAB']);

/** Turns a failure of SQLite or the file system into one the officer can act on; others pass unchanged. */
export function explainDatabaseFailure(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  if (damageCodes.has(code)) return new AppError('databaseDamaged', { file });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new AppError('diskFull', { file });
  if (
    ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR'].some(known =>
      code.startsWith(known),
    )
  )
    return new AppError('noAccess', { file });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('alreadyRunning', { file });
  return error;
}
