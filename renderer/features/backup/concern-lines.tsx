import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go } from '#renderer/state/navigation.ts';
import styles from './backup.module.css';

type Props = {
  /** On «Today» only what cannot wait, with a way to the settings. */
  readonly urgentOnly?: boolean;
};

/** What the officer should know about the safety of the data; nothing when all is well. */
export function ConcernLines({ urgentOnly = false }: Props) {
  const { t, locale, word } = useLanguage();
  const concerns = (useQuery('backup.concerns', {}).data ?? []).filter(({ urgent }) => urgent || !urgentOnly);
  if (concerns.length === 0) return null;
  return (
    <ul className={styles['concerns']} aria-label={t('backup.concernsTitle')}>
      {concerns.map(({ kind, name, at, urgent }) => (
        <li key={kind} data-urgent={urgent || undefined}>
          {urgent ? (
            <IconAlertTriangle size={16} aria-hidden="true" />
          ) : (
            <IconInfoCircle size={16} aria-hidden="true" />
          )}
          <span>
            {word(`backup.concerns.${kind}`, { name, ...(at === null ? {} : { time: locale.dateTime(at) }) })}
          </span>
          {urgentOnly && (
            <Button variant="subtle" size="compact-sm" onClick={() => go({ area: 'settings', tab: 'backups' })}>
              {t('backup.openSettings')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
