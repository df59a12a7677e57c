import type { Input, Output } from '#shared/contract/index.ts';
import type { Application } from '../../application.ts';
import { createBackup, listBackups } from '../../database/backup.ts';
import { putBackupInPlace } from '../../database/restore.ts';

export function listAllBackups({ workspace }: Application): Output<'backup.list'> {
  return { folder: workspace.backupFolder, backups: [...listBackups(workspace.backupFolder)] };
}

/** Errors: diskFull, noAccess. */
export function backUpNow({ db, workspace, ports }: Application): Output<'backup.create'> {
  return createBackup(db(), workspace, 'manual', ports.clock.now());
}

/** The present state is kept as a backup before the chosen one takes its place, so a restore can be undone by another one. */
export function restoreBackup(application: Application, input: Input<'backup.restore'>): Output<'backup.restore'> {
  const { workspace, ports } = application;
  const kept = createBackup(application.db(), workspace, 'restore', ports.clock.now());
  application.exchangeDatabase(() =>
    putBackupInPlace(workspace, workspace.backupFolder, input.file, ports.clock.now()),
  );
  return { restored: input.file, kept: kept.file };
}
