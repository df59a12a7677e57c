import { useEffect, useState } from 'react';
import Markdown from 'react-markdown';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Language } from '#shared/contract/primitives.ts';
import styles from './help.module.css';

const guides: Readonly<Record<Language, () => Promise<{ readonly default: string }>>> = {
  kk: () => import('#docs/guide/kk.md?raw'),
  ru: () => import('#docs/guide/ru.md?raw'),
  en: () => import('#docs/guide/en.md?raw'),
};

/** The officer's guide in her language, from the same files that the repository shows. */
export function Guide() {
  const { language } = useLanguage();
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    void guides[language]().then(module => {
      if (current) setText(module.default);
    });
    return () => {
      current = false;
    };
  }, [language]);
  return (
    <article className={styles['guide']}>
      <Markdown components={{ h1: 'h2', h2: 'h3' }}>{text}</Markdown>
    </article>
  );
}
