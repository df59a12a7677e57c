import { useEffect, useMemo, useRef, useState } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { useLanguage } from '#renderer/app/language.tsx';
import { go } from '#renderer/state/navigation.ts';
import { MarkedText } from '#renderer/ui/marked-text.tsx';
import type { Language } from '#shared/contract/primitives.ts';
import { type Chapter, chaptersOf, searchGuide } from './chapters.ts';
import styles from './help.module.css';

const guides: Readonly<Record<Language, () => Promise<{ readonly default: string }>>> = {
  kk: () => import('#docs/guide/kk.md?raw'),
  ru: () => import('#docs/guide/ru.md?raw'),
  en: () => import('#docs/guide/en.md?raw'),
};

/** Pictures of the guide, each in the three languages, made by the end-to-end run. */
const pictures = import.meta.glob<string>('../../../docs/guide/images/*/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

const pictureOf = (address: string | undefined): string =>
  pictures[`../../../docs/guide/${(address ?? '').replace(/^\.\//u, '')}`] ?? '';

function useChapters(language: Language): readonly Chapter[] {
  const [chapters, setChapters] = useState<readonly Chapter[]>([]);
  useEffect(() => {
    let current = true;
    void guides[language]().then(module => {
      if (current) setChapters(chaptersOf(module.default));
    });
    return () => {
      current = false;
    };
  }, [language]);
  return chapters;
}

/** The officer's guide in her language, from the same files that the repository shows: chapters, one of them, and a search. */
export function Guide({ chapter: asked }: { readonly chapter: string }) {
  const { t, language } = useLanguage();
  const chapters = useChapters(language);
  const [text, setText] = useState('');
  const article = useRef<HTMLElement>(null);
  const query = text.trim();
  const found = useMemo(() => (query === '' ? null : searchGuide(chapters, query)), [chapters, query]);
  const chapter = chapters.find(({ key }) => key === asked) ?? chapters[0];
  const place = chapter === undefined ? -1 : chapters.indexOf(chapter);
  useEffect(() => {
    article.current?.scrollTo({ top: 0 });
  }, [chapter?.key]);
  const open = (key: string): void => {
    setText('');
    go({ area: 'help', tab: key });
    article.current?.focus();
  };
  return (
    <div className={styles['guide']}>
      <div className={styles['contents']}>
        <input
          type="search"
          data-list-search
          className={styles['find']}
          aria-label={t('help.findInGuide')}
          placeholder={t('help.findInGuide')}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Escape' && text !== '') setText('');
            const [first] = found ?? [];
            if (event.key === 'Enter' && first !== undefined) open(first.chapter.key);
          }}
        />
        <nav aria-label={t('help.contents')}>
          <ol>
            {chapters.map(({ key, title }) => (
              <li key={key}>
                <a
                  href={`#/help?tab=${key}`}
                  aria-current={found === null && key === chapter?.key ? 'page' : undefined}
                  onClick={event => {
                    event.preventDefault();
                    open(key);
                  }}
                >
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
      <article ref={article} className={styles['article']} tabIndex={0} aria-label={chapter?.title ?? t('help.guide')}>
        {found !== null ? (
          <Results found={found} query={query} onOpen={open} />
        ) : (
          chapter && (
            <>
              <h2>{chapter.title}</h2>
              <Markdown components={partsOf(open)}>{chapter.body}</Markdown>
              <Steps before={chapters[place - 1]} after={chapters[place + 1]} onOpen={open} />
            </>
          )
        )}
      </article>
    </div>
  );
}

/** How pictures and links of the guide are drawn: pictures come with the program, links lead to chapters. */
const partsOf = (open: (key: string) => void): Components => ({
  img: ({ src, alt }) => <img src={pictureOf(src)} alt={alt ?? ''} loading="lazy" />,
  a: ({ href, children }) => <ChapterLink href={href} onOpen={open} text={children} />,
});

type ResultsProps = {
  readonly found: ReturnType<typeof searchGuide>;
  readonly query: string;
  readonly onOpen: (key: string) => void;
};

function Results({ found, query, onOpen }: ResultsProps) {
  const { t } = useLanguage();
  return (
    <>
      <p role="status" className={styles['count']}>
        {found.length === 0 ? t('shell.searchNothing', { text: query }) : t('help.found', { count: found.length })}
      </p>
      <ul className={styles['results']}>
        {found.map(({ chapter, text }) => (
          <li key={`${chapter.key} ${text}`}>
            <button type="button" onClick={() => onOpen(chapter.key)}>
              <strong>
                <MarkedText text={chapter.title} query={query} />
              </strong>
              {text !== '' && (
                <span>
                  <MarkedText text={text} query={query} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

type LinkProps = {
  readonly href: string | undefined;
  readonly text: React.ReactNode;
  readonly onOpen: (key: string) => void;
};

/** A link of the guide to another chapter, `#key`. */
function ChapterLink({ href, text, onOpen }: LinkProps) {
  const key = (href ?? '').replace(/^#/u, '');
  return (
    <a
      href={`#/help?tab=${key}`}
      onClick={event => {
        event.preventDefault();
        onOpen(key);
      }}
    >
      {text}
    </a>
  );
}

type StepsProps = {
  readonly before: Chapter | undefined;
  readonly after: Chapter | undefined;
  readonly onOpen: (key: string) => void;
};

function Steps({ before, after, onOpen }: StepsProps) {
  return (
    <div className={styles['steps']}>
      {before && (
        <button type="button" onClick={() => onOpen(before.key)}>
          ← {before.title}
        </button>
      )}
      {after && (
        <button type="button" data-next onClick={() => onOpen(after.key)}>
          {after.title} →
        </button>
      )}
    </div>
  );
}
