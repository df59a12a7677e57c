import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import styles from './backup.module.css';
import { BackupList, type ListedBackup } from './backup-list.tsx';
import { ConcernLines } from './concern-lines.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SecondFolder } from './second-folder.tsx';

type Asked = { readonly source: 'own' | 'copy'; readonly backup: ListedBackup };

/** Backups: made, repeated on a second drive, rehearsed, looked at and put back. */
export function BackupsSection() {
  const { t } = useLanguage();
  const list = useQuery('backup.list', {});
  const create = useCommand('backup.create');
  const [asked, setAsked] = useState<Asked | null>(null);
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  if (!list.data) return <Skeleton rows={5} />;
  const make = async (): Promise<void> => {
    const result = await create.run({});
    if (!result.ok) return;
    const { missing, copy } = result.value;
    showDone(missing > 0 ? t('backup.createdMissing', { count: missing }) : t(`backup.copyStates.${copy}`));
  };
  return (
    <>
      <section className={styles['section']}>
        <ConcernLines />
        <p className={styles['help']}>{t('backup.help')}</p>
        <div className={styles['actions']}>
          <Button loading={create.running} onClick={() => void make()}>
            {t('backup.create')}
          </Button>
        </div>
        <h3>{t('backup.own')}</h3>
        <BackupList backups={list.data.backups} onRestore={backup => setAsked({ source: 'own', backup })} />
        <p className={styles['path']}>{t('settings.backupFolder', { folder: list.data.folder })}</p>
      </section>
      <SecondFolder second={list.data.second} onRestore={backup => setAsked({ source: 'copy', backup })} />
      {list.data.backups.length > 0 && <Rehearsal />}
      {asked && (
        <RestoreDialog
          source={asked.source}
          file={asked.backup.file}
          createdAt={asked.backup.createdAt}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
