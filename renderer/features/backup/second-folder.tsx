import { Button } from '@mantine/core';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './backup.module.css';
import { BackupList, type ListedBackup } from './backup-list.tsx';

type Props = {
  readonly second: Output<'backup.list'>['second'];
  readonly onRestore: (backup: ListedBackup) => void;
};

/** The folder on another drive to which each backup is repeated. */
export function SecondFolder({ second, onRestore }: Props) {
  const { t, locale } = useLanguage();
  const use = useCommand('backup.useFolder');
  const take = async (folder: string): Promise<void> => {
    const result = await use.run({ folder });
    if (result.ok && folder !== '') showDone(t('backup.secondSet'));
  };
  const choose = async (): Promise<void> => {
    const result = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'folder' });
    if (result.ok && result.value.path !== null) await take(result.value.path);
  };
  return (
    <section className={styles['section']}>
      <h3>{t('backup.second')}</h3>
      <p className={styles['help']}>{t('backup.secondHelp')}</p>
      {second.folder === '' ? (
        <p>{t('backup.secondNone')}</p>
      ) : (
        <div>
          <p className={styles['path']}>{second.folder}</p>
          <p className={second.present ? undefined : styles['lost']}>
            {t(second.present ? 'backup.secondPresent' : 'backup.secondAbsent')}{' '}
            {second.lastCopyAt === null
              ? t('backup.secondNever')
              : t('backup.secondLast', { time: locale.dateTime(second.lastCopyAt) })}
          </p>
        </div>
      )}
      <div className={styles['actions']}>
        <Button variant="default" loading={use.running} onClick={() => void choose()}>
          {t(second.folder === '' ? 'backup.secondChoose' : 'backup.secondChange')}
        </Button>
        {second.folder !== '' && (
          <Button variant="subtle" onClick={() => void take('')}>
            {t('backup.secondDrop')}
          </Button>
        )}
      </div>
      {second.present && second.backups.length > 0 && <BackupList backups={second.backups} onRestore={onRestore} />}
    </section>
  );
}
