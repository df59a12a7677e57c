import { useEffect, useState } from 'react';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { go, useNavigation } from '#renderer/state/navigation.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { languageNames, languages } from '#shared/locale/language.ts';
import { FileCheck } from '../attachments/file-check.tsx';
import { BackupsSection } from '../backup/backups-section.tsx';
import { LogoSetting } from '../letters/logo-setting.tsx';
import { PersonalDataSection } from '../personal-data/personal-data-section.tsx';
import { ProtectionSection } from '../protection/protection-section.tsx';
import { TransferSection } from '../transfer/transfer-section.tsx';
import { About } from './about.tsx';
import { DictionaryEditor } from './dictionary-editor.tsx';
import { DistancesEditor } from './distances-editor.tsx';
import { HolidaysEditor } from './holidays-editor.tsx';
import { ImportMemory } from './import-memory.tsx';
import { type Section, sections } from './sections.ts';
import { ChoiceSetting, NumberSetting, TextSetting } from './setting-field.tsx';
import styles from './settings.module.css';
import { SettingsSearch } from './settings-search.tsx';

/** Everything that is set once: the college, its letterhead, the program, the dictionaries, the backups. */
export function SettingsScreen() {
  const { t, locale, word } = useLanguage();
  const settings = useQuery('settings.get', {});
  const route = useNavigation(state => state.route);
  const asked = route.area === 'settings' ? route.tab : undefined;
  const field = route.area === 'settings' ? route.id : undefined;
  const [section, setSection] = useState<Section>('college');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const named = sections.find(name => name === asked);
    if (named !== undefined) setSection(named);
  }, [asked]);
  const ready = settings.data !== undefined;
  useEffect(() => {
    if (!ready || field === undefined || section !== asked) return;
    const place = document.querySelector<HTMLElement>(`[data-setting="${CSS.escape(field)}"]`);
    const input = place?.matches('input') ? place : place?.querySelector<HTMLElement>('input, button');
    input?.focus();
    input?.scrollIntoView({ block: 'center' });
  }, [ready, field, section, asked]);
  const open = (name: Section, id?: string): void => {
    setSearch('');
    setSection(name);
    go({ area: 'settings', tab: name, ...(id === undefined ? {} : { id }) });
  };
  if (settings.problem) return <ErrorNotice problem={settings.problem} onRetry={settings.refresh} />;
  if (!settings.data) return <Skeleton />;
  const known = settings.data;
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: locale.month(index + 1),
  }));
  return (
    <div className={styles['page']}>
      <nav className={styles['sections']} aria-label={t('settings.title')}>
        <h1>{t('settings.title')}</h1>
        <SettingsSearch text={search} onText={setSearch} onOpen={open} />
        {search.trim() === '' &&
          sections.map(name => (
            <button
              key={name}
              type="button"
              aria-current={name === section ? 'page' : undefined}
              onClick={() => open(name)}
            >
              {t(`settings.${name}`)}
            </button>
          ))}
      </nav>
      <div className={styles['body']}>
        <h2>{t(`settings.${section}`)}</h2>
        {section === 'college' && (
          <>
            <p className={styles['help']}>{t('settings.collegeHelp')}</p>
            <div className={styles['fields']}>
              <TextSetting name="collegeRu" settings={known} wide />
              <TextSetting name="collegeKk" settings={known} wide />
              <TextSetting name="collegeEn" settings={known} wide />
              <TextSetting name="bin" settings={known} />
              <TextSetting name="phone" settings={known} />
              <TextSetting name="cityRu" settings={known} />
              <TextSetting name="cityKk" settings={known} />
              <TextSetting name="address" settings={known} wide />
              <TextSetting name="email" settings={known} />
            </div>
            <div data-setting="logo">
              <LogoSetting />
            </div>
          </>
        )}
        {section === 'people' && (
          <div className={styles['fields']}>
            <TextSetting name="directorRu" settings={known} />
            <TextSetting name="directorKk" settings={known} />
            <TextSetting name="directorPostRu" settings={known} />
            <TextSetting name="directorPostKk" settings={known} />
            <TextSetting name="officer" settings={known} />
            <TextSetting name="practiceHead" settings={known} />
          </div>
        )}
        {section === 'letters' && (
          <div className={styles['fields']}>
            <TextSetting name="letterNumberFormat" settings={known} help={word('settings.numberHelp')} />
            <ChoiceSetting name="schoolYearStartMonth" settings={known} options={months} numeric />
            <NumberSetting name="enterpriseSharePercent" settings={known} min={0} max={100} />
            <NumberSetting name="curriculumChangeLimitPercent" settings={known} min={0} max={100} />
            <NumberSetting name="expiringDays" settings={known} min={1} max={365} />
          </div>
        )}
        {section === 'partnership' && (
          <>
            <p className={styles['help']}>{t('settings.partnershipHelp')}</p>
            <div className={styles['fields']}>
              <NumberSetting name="healthContactWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthPromisesWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthAgreementWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthRequestsWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthNextStepWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthHiresWeight" settings={known} min={0} max={100} />
              <NumberSetting name="healthContactDays" settings={known} min={1} max={365} />
            </div>
          </>
        )}
        {section === 'program' && (
          <div className={styles['fields']}>
            <ChoiceSetting
              name="language"
              settings={known}
              options={languages.map(value => ({ value, label: languageNames[value] }))}
            />
            <ChoiceSetting
              name="theme"
              settings={known}
              options={['system', 'light', 'dark'].map(value => ({ value, label: word(`states.theme.${value}`) }))}
            />
            <ChoiceSetting
              name="density"
              settings={known}
              options={['compact', 'comfortable'].map(value => ({ value, label: word(`states.density.${value}`) }))}
            />
            <ChoiceSetting
              name="openOn"
              settings={known}
              options={['today', 'calendar', 'firms'].map(value => ({ value, label: word(`states.openOn.${value}`) }))}
            />
            <ChoiceSetting
              name="dailyNotice"
              settings={known}
              options={['off', 'on'].map(value => ({ value, label: word(`states.dailyNotice.${value}`) }))}
            />
          </div>
        )}
        {section === 'matching' && (
          <>
            <p className={styles['help']}>{t('settings.matchingHelp')}</p>
            <div className={styles['fields']}>
              <NumberSetting name="fitAgreement" settings={known} min={0} max={100} />
              <NumberSetting name="fitCapacity" settings={known} min={0} max={100} />
              <NumberSetting name="fitHistory" settings={known} min={0} max={100} />
              <NumberSetting name="fitDistance" settings={known} min={0} max={100} />
            </div>
            <h3>{t('settings.distances')}</h3>
            <div data-setting="distances">
              <DistancesEditor key={JSON.stringify(known.townDistances)} settings={known} />
            </div>
          </>
        )}
        {section === 'holidays' && <HolidaysEditor settings={known} />}
        {section === 'agreementTypes' && <DictionaryEditor name="agreementTypes" />}
        {section === 'practiceTypes' && <DictionaryEditor name="practiceTypes" />}
        {section === 'engagementKinds' && <DictionaryEditor name="engagementKinds" />}
        {section === 'evaluationCriteria' && <DictionaryEditor name="evaluationCriteria" />}
        {section === 'importMemory' && <ImportMemory />}
        {section === 'protection' && (
          <>
            <ProtectionSection />
            <div className={styles['fields']}>
              <NumberSetting name="lockMinutes" settings={known} min={0} max={240} />
            </div>
          </>
        )}
        {section === 'personalData' && (
          <>
            <p className={styles['help']}>{t('personalData.settingsHelp')}</p>
            <div className={styles['fields']}>
              <ChoiceSetting
                name="iinInLists"
                settings={known}
                options={['full', 'masked'].map(value => ({ value, label: word(`states.iinInLists.${value}`) }))}
              />
              <NumberSetting name="retentionYears" settings={known} min={0} max={75} />
            </div>
            <PersonalDataSection />
          </>
        )}
        {section === 'backups' && (
          <>
            <BackupsSection />
            <FileCheck />
          </>
        )}
        {section === 'transfer' && <TransferSection />}
        {section === 'about' && <About />}
      </div>
    </div>
  );
}
