import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { ScreenProps } from '#renderer/app/screens.tsx';
import { startTour } from '#renderer/state/tour.ts';
import { ViewTabs } from '#renderer/ui/view-tabs.tsx';
import { Guide } from './guide.tsx';
import styles from './help.module.css';
import { ShortcutList } from './shortcut-list.tsx';

/** The officer's guide by chapters, the keys, and the way to the tour. */
export function HelpScreen({ route }: ScreenProps) {
  const { t } = useLanguage();
  const keys = route.tab === 'keys';
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{t('shell.screens.help')}</h1>
        <ViewTabs
          label={t('shell.screens.help')}
          tabs={[
            { title: t('help.guide'), route: { area: 'help' }, current: !keys },
            { title: t('system.shortcuts'), route: { area: 'help', tab: 'keys' }, current: keys },
          ]}
        />
        <Button
          className={styles['tour'] ?? ''}
          variant="default"
          leftSection={<IconFlag size={16} aria-hidden />}
          onClick={startTour}
        >
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
