import { Button } from '@mantine/core';
import { useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Output } from '#shared/contract/index.ts';
import { useJobProgress } from '../reports/use-job-progress.ts';
import styles from './personal-data.module.css';

type Props = {
  readonly ids: readonly string[];
  readonly backups: Output<'personalData.erasures'>['backups'];
  readonly onClose: () => void;
};

/** The one question the program asks before something that cannot be undone. */
export function PurgeDialog({ ids, backups, onClose }: Props) {
  const { t, locale } = useLanguage();
  const purge = useCommand('personalData.purge');
  const job = useJobProgress('purge', purge.running);
  const submit = async (): Promise<void> => {
    const result = await purge.run({ ids: [...ids] });
    if (!result.ok) return;
    const { people, lines } = result.value;
    showDone(t('personalData.purgeDone', { count: people, lines }));
    onClose();
  };
  const day = (at: string | null): string => (at === null ? '' : locale.date(at.slice(0, 10)));
  return (
    <Dialog title={t('personalData.purgeTitle')} size={560} onClose={purge.running ? null : onClose}>
      <form
        className={styles['dialog']}
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t('personalData.purgeHelp', { count: ids.length })}</p>
        <p>
          <strong>{t('personalData.purgeForGood')}</strong>
        </p>
        {backups.count > 0 && (
          <p>
            {t('personalData.purgeCopies', {
              count: backups.count,
              oldest: day(backups.oldest),
              newest: day(backups.newest),
            })}
          </p>
        )}
        <div className={styles['actions']}>
          {job !== null && job.total > 0 && (
            <span role="status">{t('personalData.purging', { share: locale.percent(job.done / job.total) })}</span>
          )}
          <Button variant="default" disabled={purge.running} onClick={onClose}>
            {t('records.cancel')}
          </Button>
          <Button type="submit" color="red" loading={purge.running}>
            {t('personalData.purgeAction')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
