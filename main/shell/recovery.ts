import { dirname } from 'node:path';
import { app, dialog, shell } from 'electron';
import { AppError } from '#shared/result.ts';
import { problemText, type Translator } from '#shared/text/index.ts';
import { keptFolder, newestSoundBackup, readManifest } from '../database/backup.ts';
import { keepFiles } from '../database/kept-files.ts';
import { putBackupInPlace } from '../database/restore.ts';
import type { Clock } from '../ports.ts';
import type { Workspace } from '../workspace.ts';

type Situation = { readonly workspace: Workspace; readonly clock: Clock; readonly t: Translator };

/**
 * Says why the college cannot be opened and, for a damaged file, offers the newest backup that passes its check.
 * Answers whether to try again. Nothing is deleted, and no empty college is begun in place of a full one.
 */
export async function explainAndRecover(error: unknown, { workspace, clock, t }: Situation): Promise<boolean> {
  const problem = error instanceof AppError ? error.toProblem() : { code: 'unexpected' as const, params: {} };
  const damaged = problem.code === 'databaseDamaged' || problem.code === 'databaseMissing';
  const backup = damaged ? newestSoundBackup(workspace.backupFolder, clock.now()) : undefined;
  const offer = !damaged
    ? ''
    : backup === undefined
      ? t('system.restoreNone')
      : t('system.restoreOffer', { date: t.locale.dateTime(backup.createdAt) });
  const buttons = [...(backup === undefined ? [] : [t('system.restore')]), t('system.openFolder'), t('system.close')];
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: app.getName(),
    message: t('system.cannotOpen'),
    detail: [problemText(t, problem), offer, t('system.dataFile', { file: workspace.databaseFile })]
      .filter(Boolean)
      .join('\n\n'),
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
    noLink: true,
  });
  if (backup !== undefined && response === 0) {
    const { backupFolder, fileFolder } = workspace;
    putBackupInPlace(workspace, backupFolder, backup.file, clock.now());
    const files = readManifest(backupFolder, backup.file)?.files ?? [];
    await keepFiles({ files, from: keptFolder(backupFolder), to: fileFolder });
    return true;
  }
  if (response === buttons.length - 2) await shell.openPath(dirname(workspace.databaseFile));
  return false;
}
