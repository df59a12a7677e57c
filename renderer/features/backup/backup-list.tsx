import { Button } from '@mantine/core';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './backup.module.css';

export type ListedBackup = Output<'backup.list'>['backups'][number];

type Props = { readonly backups: readonly ListedBackup[]; readonly onRestore: (backup: ListedBackup) => void };

/** Backups with their age, cause, size and files; any of them can be looked at and put back. */
export function BackupList({ backups, onRestore }: Props) {
  const { t, locale, word } = useLanguage();
  if (backups.length === 0) return <p className={styles['help']}>{t('backup.none')}</p>;
  return (
    <ul className={styles['list']}>
      {backups.map(backup => {
        const files = backup.files === null ? t('backup.filesNone') : t('backup.filesCount', { count: backup.files });
        return (
          <li key={backup.file}>
            <span className={styles['when']}>{locale.dateTime(backup.createdAt)}</span>
            <span className={styles['facts']}>
              {word(`states.backupReason.${backup.reason}`)} · {locale.fileSize(backup.bytes)} · {files}
              {backup.missing > 0 && (
                <span className={styles['lost']}> · {t('backup.filesLost', { count: backup.missing })}</span>
              )}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('backup.restoreFrom', { time: locale.dateTime(backup.createdAt) })}
              onClick={() => onRestore(backup)}
            >
              {t('backup.restore')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
