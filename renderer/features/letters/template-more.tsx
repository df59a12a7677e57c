import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import type { LetterTemplate } from '#shared/contract/letters.ts';
import type { Problem } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './letters.module.css';

type Props = { readonly template: LetterTemplate; readonly tools: Tools };

/** Which fields of the template stay empty for the records last changed. */
export function TemplateBlanks({ template: { kind, language }, tools }: Props) {
  const { t } = tools;
  const { data } = useQuery('letters.templateBlanks', { kind, language });
  if (!data || data.papers === 0) return null;
  if (data.blanks.length === 0)
    return (
      <p className={styles['fine']}>
        <IconCircleCheck size={16} aria-hidden="true" /> {t('letters.library.blanksFine', { papers: data.papers })}
      </p>
    );
  return (
    <details>
      <summary>
        <IconAlertTriangle size={16} aria-hidden="true" /> {t('letters.library.blanks')} {data.blanks.length}
      </summary>
      <ul>
        {data.blanks.map(({ field, papers }) => (
          <li key={field}>{t('letters.library.blankOf', { field, count: papers, papers: data.papers })}</li>
        ))}
      </ul>
    </details>
  );
}

type VersionsProps = Props & { readonly run: (work: () => Promise<Problem | null>) => Promise<void> };

/** The officer's earlier versions, each with a way back. */
export function TemplateVersions({ template: { kind, language }, tools, run }: VersionsProps) {
  const { t, locale } = tools;
  const { data } = useQuery('letters.templateVersions', { kind, language });
  if (!data || data.length === 0) return null;
  const restore = async (file: string): Promise<Problem | null> => {
    const result = await api('letters.templateRestore', { kind, language, file });
    if (result.ok) showDone(t('letters.library.restored'));
    return result.ok ? null : result.error;
  };
  return (
    <details>
      <summary>{t('letters.library.versions', { count: data.length })}</summary>
      <ul className={styles['versions']}>
        {data.map(({ file, keptAt, bytes }) => (
          <li key={file}>
            <span>
              {locale.dateTime(keptAt)}, {locale.fileSize(bytes)}
            </span>
            <Button variant="default" size="compact-sm" onClick={() => void run(() => restore(file))}>
              {t('letters.library.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
