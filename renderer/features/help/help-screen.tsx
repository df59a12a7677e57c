import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { go } from '#renderer/state/navigation.ts';
import { startTour } from '#renderer/state/tour.ts';
import { Guide } from './guide.tsx';
import styles from './help.module.css';
import { ShortcutList } from './shortcut-list.tsx';

/** The officer's guide by chapters, the keys, and the way to the tour. */
export function HelpScreen({ route }: ScreenProps) {
  const { t } = useLanguage();
  const keys = route.tab === 'keys';
  const views = [
    { label: t('help.guide'), shown: !keys, open: () => go({ area: 'help' }) },
    { label: t('system.shortcuts'), shown: keys, open: () => go({ area: 'help', tab: 'keys' }) },
  ];
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{t('shell.screens.help')}</h1>
        <div role="group" aria-label={t('shell.screens.help')} className={styles['views']}>
          {views.map(({ label, shown, open }) => (
            <button key={label} type="button" aria-pressed={shown} onClick={open}>
              {label}
            </button>
          ))}
        </div>
        <Button variant="default" leftSection={<IconFlag size={16} aria-hidden />} onClick={startTour}>
          {t('tour.start')}
        </Button>
      </div>
      {keys ? (
        <div className={styles['keys']} role="region" aria-label={t('system.shortcuts')} tabIndex={0}>
          <ShortcutList />
        </div>
      ) : (
        <Guide chapter={route.tab ?? ''} />
      )}
    </div>
  );
}
