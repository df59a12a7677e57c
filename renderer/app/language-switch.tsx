import { type Language, languageNames, languages } from '#shared/locale/language.ts';
import { useLanguage } from './language.tsx';
import styles from './language-switch.module.css';

/** The languages to choose from before anything is stored or while the college is locked; each is named in itself. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { t, language } = useLanguage();
  return (
    <div className={styles['languages']} role="group" aria-label={t('start.language')}>
      {languages.map(code => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          data-mantine-stop-propagation="true"
          onClick={() => onLanguage(code)}
        >
          {languageNames[code]}
        </button>
      ))}
    </div>
  );
}
