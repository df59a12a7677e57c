import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Licence } from '#shared/domain/licence.ts';
import styles from './licences.module.css';

/** The licences of everything the program carries, gathered when it was built; nothing is fetched. */
export function Licences() {
  const { t } = useLanguage();
  const [parts, setParts] = useState<readonly Licence[]>([]);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    let current = true;
    void import('virtual:licences').then(module => {
      if (current) setParts(module.default);
    });
    return () => {
      current = false;
    };
  }, []);
  const text = wanted.trim().toLowerCase();
  const shown = parts.filter(part => `${part.name} ${part.licence} ${part.author}`.toLowerCase().includes(text));
  return (
    <section className={styles['licences']}>
      <h3>{t('updates.licences')}</h3>
      <p>{t('updates.licencesHelp')}</p>
      <TextInput
        label={t('updates.licencesFind')}
        description={t('updates.licencesCount', { count: shown.length })}
        value={wanted}
        onChange={event => setWanted(event.currentTarget.value)}
      />
      {shown.map(part => (
        <details key={`${part.name} ${part.version}`}>
          <summary>
            <strong>{part.name}</strong> {part.version} · {part.licence}
          </summary>
          <pre tabIndex={0} aria-label={part.name}>
            {part.text || t('updates.noText')}
          </pre>
        </details>
      ))}
    </section>
  );
}
