import { Button } from '@mantine/core';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useNotices } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import type { BackupSource } from '#shared/contract/backup.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './backup.module.css';

type Props = {
  readonly source: BackupSource;
  readonly file: string;
  readonly createdAt: string;
  readonly onClose: () => void;
};

/** What a restore would change, before it does; afterwards there is a way back. */
export function RestoreDialog({ source, file, createdAt, onClose }: Props) {
  const { t, locale } = useLanguage();
  const preview = useQuery('backup.compare', { source, file });
  const restore = useCommand('backup.restore');
  const time = locale.dateTime(createdAt);
  const putBack = async (): Promise<void> => {
    const result = await restore.run({ source, file });
    if (!result.ok) return;
    onClose();
    const { kept, missing } = result.value;
    useNotices.getState().show({
      text: missing === 0 ? t('backup.restored') : t('backup.restoredMissing', { count: missing }),
      action: { label: t('backup.undoRestore'), run: () => void restore.run({ source: 'own', file: kept }) },
    });
  };
  return (
    <Dialog title={t('backup.restoreTitle')} size={620} onClose={restore.running ? null : onClose}>
      <div className={styles['preview']}>
        <p className={styles['help']}>{t('backup.restoreHelp', { time })}</p>
        {preview.problem && <ErrorNotice problem={preview.problem} onRetry={preview.refresh} />}
        {!preview.data && !preview.problem && <Skeleton rows={4} />}
        {preview.data && <Differences preview={preview.data} />}
      </div>
      <div className={styles['footer']}>
        <Button variant="default" data-autofocus disabled={restore.running} onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={!preview.data} loading={restore.running} onClick={() => void putBack()}>
          {t('backup.restore')}
        </Button>
      </div>
    </Dialog>
  );
}

function Differences({ preview }: { readonly preview: Output<'backup.compare'> }) {
  const { t, locale, word } = useLanguage();
  const { kinds, since, copyLast, presentLast, missingFiles, older } = preview;
  return (
    <>
      {older && <p>{t('backup.restoreOlder')}</p>}
      {kinds.length === 0 ? (
        <p>{t('backup.restoreSame')}</p>
      ) : (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('backup.restoreTitle')}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('backup.kind')}</th>
                <th scope="col" data-number>
                  {t('backup.returning')}
                </th>
                <th scope="col" data-number>
                  {t('backup.leaving')}
                </th>
                <th scope="col" data-number>
                  {t('backup.changed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {kinds.map(({ entity, returning, leaving, changed }) => (
                <tr key={entity}>
                  <th scope="row">{locale.capitalize(word(`entities.${entity}`))}</th>
                  {[returning, leaving, changed].map((count, index) => (
                    // Three columns that never move.
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={index} data-number>
                      {count === 0 ? '–' : locale.number(count)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles['help']}>
        {copyLast && <p>{t('backup.copyLast', { time: locale.dateTime(copyLast.at), actor: copyLast.actor })}</p>}
        {presentLast && (
          <p>{t('backup.presentLast', { time: locale.dateTime(presentLast.at), actor: presentLast.actor })}</p>
        )}
        {since.map(({ actor, steps }) => (
          <p key={actor}>{t('backup.since', { actor, count: steps })}</p>
        ))}
      </div>
      {missingFiles.length > 0 && (
        <div className={styles['lost']}>
          <p>{t('backup.missingFiles')}</p>
          <ul className={styles['names']}>
            {missingFiles.map(({ name, title }) => (
              <li key={`${name} ${title}`}>{title === '' ? name : `${name} – ${title}`}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
