import { Button } from '@mantine/core';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import { useJobProgress } from '../reports/use-job-progress.ts';
import styles from './settings.module.css';

/** Takes the data folder to another place, or says why it stays. */
export function MoveData({ movable }: { readonly movable: boolean }) {
  const { t } = useLanguage();
  const command = useCommand('app.moveData');
  const job = useJobProgress('transfer', command.running);
  if (!movable) return <p className={styles['help']}>{t('settings.portable')}</p>;
  const move = async (): Promise<void> => {
    const chosen = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'folder' });
    if (!chosen.ok || chosen.value.path === null) return;
    const result = await command.run({ folder: chosen.value.path });
    if (result.ok) showDone(t('settings.moved', { count: result.value.files }));
  };
  return (
    <div data-setting="dataFolder">
      <p className={styles['help']}>{t('settings.moveHelp')}</p>
      <Button variant="default" mt="xs" loading={command.running} onClick={() => void move()}>
        {t('settings.moveData')}
      </Button>
      {job !== null && <progress value={job.done} max={Math.max(1, job.total)} aria-label={t('settings.moving')} />}
    </div>
  );
}
