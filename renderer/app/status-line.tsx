import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { labelText } from '#renderer/features/history/label-text.ts';
import { startTour } from '#renderer/state/tour.ts';
import { today } from '#renderer/ui/today.ts';
import { dateOfMoment, daysBetween } from '#shared/domain/iso-date.ts';
import { languageNames, languages } from '#shared/locale/language.ts';
import { useLanguage } from './language.tsx';
import { leaveSample } from './leave-sample.ts';
import styles from './shell.module.css';
import { useSettings } from './use-settings.ts';
import { stepHistory } from './use-shortcuts.ts';

const themeIcons = { system: IconSunMoon, light: IconSun, dark: IconMoon } as const;
const themes = ['system', 'light', 'dark'] as const;

/** The state of the data and of the window: saved, backed up, what can be undone, language, theme. */
export function StatusLine() {
  const tools = useLanguage();
  const { t, word, locale, language } = tools;
  const { theme } = useSettings();
  const status = useQuery('app.status', {}).data;
  const history = useQuery('history.state', {}).data;
  const settings = useCommand('settings.update');
  const ThemeIcon = themeIcons[theme];

  const moment = (at: string): string => {
    const day = dateOfMoment(new Date(at), -new Date(at).getTimezoneOffset());
    const days = daysBetween(day, today());
    return days === 0 ? locale.time(at) : days < 7 ? locale.relativeDays(today(), day) : locale.date(day);
  };
  const undo = history?.undo ? labelText(tools, history.undo.label) : null;
  const redo = history?.redo ? labelText(tools, history.redo.label) : null;
  return (
    <footer className={styles['status']} aria-label={t('shell.statusLine')}>
      <Tooltip label={undo === null ? t('shell.undoNothing') : `${t('shell.undoOf', { action: undo })} (Ctrl+Z)`}>
        <button
          type="button"
          data-tour="undo"
          aria-disabled={undo === null}
          aria-label={undo === null ? t('shell.undo') : t('shell.undoOf', { action: undo })}
          onClick={() => undo !== null && void stepHistory('history.undo')}
        >
          <IconArrowBackUp size={16} aria-hidden="true" />
          <span className={styles['action']}>{undo ?? ''}</span>
        </button>
      </Tooltip>
      <Tooltip label={redo === null ? t('shell.redoNothing') : `${t('shell.redoOf', { action: redo })} (Ctrl+Y)`}>
        <button
          type="button"
          aria-disabled={redo === null}
          aria-label={redo === null ? t('shell.redo') : t('shell.redoOf', { action: redo })}
          onClick={() => redo !== null && void stepHistory('history.redo')}
        >
          <IconArrowForwardUp size={16} aria-hidden="true" />
        </button>
      </Tooltip>
      <span className={styles['space']} />
      {status?.sample && (
        <Menu position="top-end">
          <Menu.Target>
            <button type="button" className={styles['mark']}>
              {t('shell.sample')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={startTour}>{t('tour.start')}</Menu.Item>
            <Menu.Item onClick={() => void leaveSample(t('shell.sampleLeft'))}>{t('shell.leaveSample')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {status?.testRuntime && <span className={styles['mark']}>{t('shell.testRuntime')}</span>}
      <span className={styles['fact']}>
        {status?.savedAt ? t('shell.saved', { time: moment(status.savedAt) }) : t('shell.savedNever')}
      </span>
      <span className={styles['fact']}>
        {status?.backupAt ? t('shell.backup', { time: moment(status.backupAt) }) : t('shell.backupNever')}
      </span>
      <Menu position="top-end">
        <Menu.Target>
          <button type="button" aria-label={`${t('shell.language')}: ${languageNames[language]}`}>
            {languageNames[language]}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map(other => (
            <Menu.Item key={other} lang={other} onClick={() => void settings.run({ language: other })}>
              {languageNames[other]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={`${t('shell.theme')}: ${word(`states.theme.${theme}`)}`}>
            <ThemeIcon size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {themes.map(other => (
            <Menu.Item key={other} onClick={() => void settings.run({ theme: other })}>
              {locale.capitalize(word(`states.theme.${other}`))}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </footer>
  );
}
