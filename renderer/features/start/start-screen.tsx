import { IconChevronRight, IconFilePlus, IconSchool, IconTableImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { LanguageSwitch } from '#renderer/app/language-switch.tsx';
import { go } from '#renderer/state/navigation.ts';
import { startTour } from '#renderer/state/tour.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { TurnOn } from '../protection/turn-on.tsx';
import classes from './start-screen.module.css';

type ChoiceProps = {
  readonly icon: ReactNode;
  readonly name: string;
  readonly help: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
};

function Choice({ icon, name, help, disabled, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={classes['choice']} disabled={disabled} onClick={onChoose}>
        {icon}
        <span>
          <span className={classes['name']}>{name}</span>
          <span className={classes['help']}>{help}</span>
        </span>
        <IconChevronRight size={16} aria-hidden />
      </button>
    </li>
  );
}

type StartScreenProps = {
  /** Changes the language of the screen before anything is stored. */
  readonly onLanguage: (language: Language) => void;
};

/** The first start: a sample to try, her own workbook, or an empty college, in the language she reads. */
export function StartScreen({ onLanguage }: StartScreenProps) {
  const { t, language } = useLanguage();
  const begin = useCommand('app.begin');
  const door = useQuery('protection.state', {});
  const status = useQuery('app.status', {});
  const open = async (choice: 'sample' | 'empty', next: () => void): Promise<void> => {
    const result = await begin.run({ with: choice, language });
    if (result.ok) next();
  };
  return (
    <main className={classes['page']}>
      <div className={classes['column']}>
        <div className={classes['head']}>
          <span className={classes['mark']}>Seriktes</span>
          <LanguageSwitch onLanguage={onLanguage} />
        </div>
        <h1 className={classes['title']}>{t('start.title')}</h1>
        <p className={classes['lead']}>{t('start.lead')}</p>
        <ul className={classes['choices']} aria-label={t('start.question')}>
          <Choice
            icon={<IconSchool size={22} aria-hidden />}
            name={begin.running ? t('start.opening') : t('start.sample')}
            help={t('start.sampleHelp')}
            disabled={begin.running}
            onChoose={() => void open('sample', () => go({ area: 'firms' }))}
          />
          <Choice
            icon={<IconTableImport size={22} aria-hidden />}
            name={t('start.import')}
            help={t('start.importHelp')}
            disabled={begin.running}
            onChoose={() => void open('empty', () => go({ area: 'importing' }))}
          />
          <Choice
            icon={<IconFilePlus size={22} aria-hidden />}
            name={t('start.empty')}
            help={t('start.emptyHelp')}
            disabled={begin.running}
            onChoose={() => void open('empty', () => go({ area: 'settings' }))}
          />
        </ul>
        <div className={classes['more']}>
          <button
            type="button"
            className={classes['tour']}
            disabled={begin.running}
            onClick={() => void open('sample', startTour)}
          >
            {t('start.tour')}
          </button>
          {door.data?.state === 'off' && <TurnOn onDone={door.refresh} />}
        </div>
        <p className={classes['where']}>{t('start.where', { folder: status.data?.dataFolder ?? '' })}</p>
      </div>
    </main>
  );
}
