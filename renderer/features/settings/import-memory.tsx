import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import styles from './settings.module.css';

type Line = { readonly id: string; readonly what: string; readonly means: string };

/** What earlier imports have left in memory: layouts of columns and answers about ambiguous words; each can be forgotten. */
export function ImportMemory() {
  const { t, word } = useLanguage();
  const profiles = useQuery('importing.profiles', {});
  const answers = useQuery('importing.answers', {});
  const problem = profiles.problem ?? answers.problem;
  if (problem) return <ErrorNotice problem={problem} onRetry={profiles.refresh} />;
  if (!profiles.data || !answers.data) return <Skeleton rows={6} />;
  const layouts = profiles.data.map(({ id, headings, entity }) => ({
    id,
    what: headings.split('|').filter(Boolean).join(' · '),
    means: entity === null ? t('importing.leaveSheet') : word(`importing.entities.${entity}`),
  }));
  const answered = answers.data.map(({ id, words, title }) => ({
    id,
    what: `«${words}»`,
    means: title ?? t('importing.recordGone'),
  }));
  const forget = async (channel: string, id: string): Promise<void> => {
    const result = await runCommand(channel, { id });
    if (result.ok) showDone(t('actions.importForgotten'), true);
  };
  const list = (heading: string, lines: readonly Line[], channel: string) =>
    lines.length > 0 && (
      <section aria-label={heading}>
        <h3>{heading}</h3>
        <ul className={styles['backups']}>
          {lines.map(({ id, what, means }) => (
            <li key={id}>
              <span>{what}</span>
              <span className={styles['quiet']}>{means}</span>
              <ActionIcon aria-label={t('importing.forgetWhat', { what })} onClick={() => void forget(channel, id)}>
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <p className={styles['help']}>{t('importing.memoryHelp')}</p>
      {layouts.length + answered.length === 0 && <p className={styles['quiet']}>{t('importing.nothingRemembered')}</p>}
      {list(t('importing.answers'), answered, 'importing.forgetAnswer')}
      {list(t('importing.layouts'), layouts, 'importing.forget')}
    </>
  );
}
