import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from '../backup/backup.module.css';
import { RestoreDialog } from '../backup/restore-dialog.tsx';
import { TakeDialog } from './take-dialog.tsx';
import own from './transfer.module.css';

type Props = { readonly opened: NonNullable<Output<'archives.opened'>>; readonly onClose: () => void };

/** A file that was checked and unpacked beside the data, and what can be done with it. */
export function OpenedFile({ opened, onClose }: Props) {
  const { t, locale, word } = useLanguage();
  const [asked, setAsked] = useState<'replace' | 'take' | null>(null);
  const counts = opened.counts.filter(({ count }) => count > 0);
  return (
    <div className={own['opened']} role="region" aria-label={t('transfer.openTitle', { name: opened.name })}>
      <h4>{t('transfer.openTitle', { name: opened.name })}</h4>
      <p className={styles['help']}>{t('transfer.openHelp')}</p>
      <ul className={own['facts']}>
        {opened.college !== '' && (
          <li>
            {t('transfer.college')}: {opened.college}
          </li>
        )}
        <li>{t('transfer.createdAt', { time: locale.dateTime(opened.createdAt) })}</li>
        {opened.program !== '' && <li>{t('transfer.program', { version: opened.program })}</li>}
        {counts.map(({ entity, count }) => (
          <li key={entity}>
            {locale.capitalize(word(`entities.${entity}`))}: {locale.number(count)}
          </li>
        ))}
        {opened.missing > 0 && (
          <li className={styles['lost']}>{t('transfer.missingFiles', { count: opened.missing })}</li>
        )}
      </ul>
      <div className={styles['actions']}>
        <Button variant="default" onClick={() => setAsked('take')}>
          {t('transfer.take')}
        </Button>
        <Button variant="default" onClick={() => setAsked('replace')}>
          {t('transfer.replace')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('transfer.close')}
        </Button>
      </div>
      {asked === 'replace' && (
        <RestoreDialog
          source="archive"
          file={opened.file}
          createdAt={opened.createdAt}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'take' && <TakeDialog name={opened.name} onClose={() => setAsked(null)} />}
    </div>
  );
}
