import { Button } from '@mantine/core';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go } from '#renderer/state/navigation.ts';
import styles from './personal-data.module.css';

/** On «Today»: that some leavers are kept longer than the officer wants, or that a purge was cut short; nothing otherwise. */
export function DueLine() {
  const { t } = useLanguage();
  const { total = 0, purgeUnfinished = false } = useQuery('personalData.due', { limit: 1 }).data ?? {};
  if (total === 0 && !purgeUnfinished) return null;
  return (
    <p className={styles['due']} role="status">
      <span>{purgeUnfinished ? t('personalData.unfinished') : t('personalData.dueToday', { count: total })}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => go({ area: 'settings', tab: 'personalData' })}>
        {t('personalData.dueOpen')}
      </Button>
    </p>
  );
}
