import { Button, Progress } from '@mantine/core';
import { api } from '#renderer/api/client.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useJobProgress } from '../reports/use-job-progress.ts';
import styles from './importing.module.css';

type Props = {
  /** What is being done, in words. */
  readonly words: string;
};

/** How far the import is while it runs, and a way to stop it; what it has done so far is taken back. */
export function ImportProgress({ words }: Props) {
  const { t, locale } = useLanguage();
  const job = useJobProgress('import', true);
  const share = job === null || job.total === 0 ? 0 : Math.min(1, job.done / job.total);
  return (
    <div className={styles['progress']}>
      <span role="status">
        {words} {share > 0 && <span className="numbers">{locale.percent(share)}</span>}
      </span>
      <Progress value={share * 100} animated={share === 0} aria-label={words} w={160} />
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={job === null || job.stopping}
        onClick={() => job && void api('jobs.cancel', { id: job.id })}
      >
        {t('importing.stop')}
      </Button>
    </div>
  );
}
