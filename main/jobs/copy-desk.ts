import { type Backup, type BackupPlace, type BackupReason, createBackup } from '#main/database/backup.ts';
import { openBeside } from '#main/database/connection.ts';
import type { DeskCall } from './serve-desk.ts';

/** Where a college lies and where its backups go. */
export type CopyPlace = BackupPlace & { readonly databaseFile: string };

export type CopyInput = { readonly reason: BackupReason; readonly spared: string };

/** Backups of a large college, written by another thread over a connection of its own. */
export type CopyDesk = { readonly backUp: (input: CopyInput, call: DeskCall) => Backup };

export const createCopyDesk = (place: CopyPlace): CopyDesk => ({
  backUp: ({ reason, spared }, { now }) => {
    const db = openBeside(place.databaseFile);
    try {
      db.pragma('cache_size = -8192'); // each page is read once
      return createBackup(db, place, reason, now, spared);
    } finally {
      db.close();
    }
  },
});
