import { useLanguage } from '#renderer/app/language.tsx';
import { MarkedText } from '#renderer/ui/marked-text.tsx';
import { hasWords } from '#shared/domain/find-words.ts';
import { type Section, sections, settingPlaces } from './sections.ts';
import styles from './settings.module.css';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onOpen: (section: Section, id?: string) => void;
};

/** Finds a setting by the words of its name, in whatever section it stands. */
export function SettingsSearch({ text, onText, onOpen }: Props) {
  const { t, word } = useLanguage();
  const query = text.trim();
  const places = [
    ...sections.map(section => ({ section, title: t(`settings.${section}`), id: undefined })),
    ...settingPlaces.map(({ section, label, id }) => ({ section, title: word(label), id })),
  ];
  const found = query === '' ? [] : places.filter(({ title }) => hasWords(title, query));
  return (
    <>
      <input
        type="search"
        data-list-search
        className={styles['search']}
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        spellCheck={false}
        value={text}
        onChange={event => onText(event.currentTarget.value)}
        onKeyDown={event => {
          const [first] = found;
          if (event.key === 'Escape') onText('');
          if (event.key === 'Enter' && first !== undefined) onOpen(first.section, first.id);
        }}
      />
      {query !== '' && (
        <p role="status" className={styles['count']}>
          {found.length === 0
            ? t('shell.searchNothing', { text: query })
            : t('settings.found', { count: found.length })}
        </p>
      )}
      {found.map(({ section, title, id }) => (
        <button key={`${section} ${id ?? ''}`} type="button" onClick={() => onOpen(section, id)}>
          <MarkedText text={title} query={query} />
          {id !== undefined && <small>{t(`settings.${section}`)}</small>}
        </button>
      ))}
    </>
  );
}
