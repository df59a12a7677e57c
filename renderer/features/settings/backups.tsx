import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './settings.module.css';

type Backup = Output<'backup.list'>['backups'][number];

/** The verified copies of the data; one can be made at any time, and any of them put back. */
export function Backups() {
  const { t, locale, word } = useLanguage();
  const list = useQuery('backup.list', {});
  const create = useCommand('backup.create');
  const restore = useCommand('backup.restore');
  const [asked, setAsked] = useState<Backup | null>(null);
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  if (!list.data) return <Skeleton rows={5} />;
  const make = async (): Promise<void> => {
    const result = await create.run({});
    if (result.ok) showDone(t('settings.backupCreated'));
  };
  const putBack = async (backup: Backup): Promise<void> => {
    setAsked(null);
    const result = await restore.run({ file: backup.file });
    if (result.ok) showDone(t('settings.backupRestored'));
  };
  return (
    <>
      <p className={styles['help']}>{t('settings.backupsHelp')}</p>
      <div>
        <Button loading={create.running} onClick={() => void make()}>
          {t('settings.backupCreate')}
        </Button>
      </div>
      {list.data.backups.length === 0 ? (
        <p className={styles['help']}>{t('settings.backupNone')}</p>
      ) : (
        <ul className={styles['backups']}>
          {list.data.backups.map(backup => (
            <li key={backup.file}>
              <span className={styles['when']}>{locale.dateTime(backup.createdAt)}</span>
              <span className={styles['quiet']}>
                {word(`states.backupReason.${backup.reason}`)} · {locale.fileSize(backup.bytes)}
              </span>
              <Button
                variant="default"
                size="compact-sm"
                loading={restore.running}
                aria-label={`${t('settings.backupRestore')}: ${locale.dateTime(backup.createdAt)}`}
                onClick={() => setAsked(backup)}
              >
                {t('settings.backupRestore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['path']}>{t('settings.backupFolder', { folder: list.data.folder })}</p>
      {asked && (
        <Dialog
          title={t('settings.backupRestoreTitle', { time: locale.dateTime(asked.createdAt) })}
          size={480}
          onClose={() => setAsked(null)}
        >
          <p>{t('settings.backupRestoreHelp')}</p>
          <div className={styles['dialogActions']}>
            <Button variant="default" data-autofocus onClick={() => setAsked(null)}>
              {t('common.cancel')}
            </Button>
            <Button onClick={() => void putBack(asked)}>{t('settings.backupRestore')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
