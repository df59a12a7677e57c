import { Button } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import type { Problem } from '#shared/result.ts';
import { letterProblemText } from './letter-problem.ts';
import styles from './letters.module.css';

/** The emblem of the letterhead: a look at it, another picture, or none. */
export function LogoSetting() {
  const tools = useLanguage();
  const { t, locale } = tools;
  const { data } = useQuery('letters.logo', {});
  const command = useCommand('letters.setLogo');
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = async (path: string | null): Promise<void> => {
    const result = await command.run({ path }, { handled: () => true });
    setProblem(result.ok ? null : result.error);
  };
  const choose = async (): Promise<void> => {
    const chosen = await api('files.choose', { purpose: 'image' });
    if (!chosen.ok) setProblem(chosen.error);
    else if (chosen.value.path !== null) await set(chosen.value.path);
  };
  const logo = data?.logo ?? null;
  return (
    <section className={styles['logo']} aria-label={t('letters.library.logo')}>
      <h3>{t('letters.library.logo')}</h3>
      <p className={styles['quiet']}>{t('letters.library.logoHelp')}</p>
      {logo === null ? (
        <p>{t('letters.library.logoNone')}</p>
      ) : (
        <p className={styles['logoNow']}>
          <img src={logo.url} alt={t('letters.library.logo')} />
          <span>
            {logo.name}, {logo.width} × {logo.height}, {locale.fileSize(logo.size)}
          </span>
        </p>
      )}
      {problem && (
        <p className={styles['problem']} role="alert">
          {letterProblemText(tools, problem)}
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          variant="default"
          leftSection={<IconPhoto size={16} aria-hidden="true" />}
          onClick={() => void choose()}
        >
          {t('letters.library.logoChoose')}
        </Button>
        {logo !== null && (
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => void set(null)}
          >
            {t('letters.library.logoRemove')}
          </Button>
        )}
      </div>
    </section>
  );
}
