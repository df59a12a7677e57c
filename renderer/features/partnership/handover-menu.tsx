import { Button, Menu } from '@mantine/core';
import { IconBriefcase } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { showDone, showProblem, useNotices } from '#renderer/state/notices.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { useJobProgress } from '../reports/use-job-progress.ts';
import styles from './partnership.module.css';

type Props = {
  /** The firms to hand over; the whole desk when empty. */
  readonly ids: readonly string[];
  readonly tools: Tools;
};

const choices = (['kk', 'ru'] as const).flatMap(language =>
  (['docx', 'pdf'] as const).map(format => ({ language, format })),
);

/** Writes the handover pack as a Word file or a PDF and opens it. */
export function HandoverMenu({ ids, tools }: Props) {
  const { t, locale } = tools;
  const write = useCommand('partnership.handover');
  const open = useCommand('files.open');
  const job = useJobProgress('handover', write.running);
  const save = async (choice: (typeof choices)[number]): Promise<void> => {
    const result = await write.run({ ids: [...ids], ...choice }, { handled: ({ code }) => code === 'cancelled' });
    if (!result.ok) {
      if (result.error.code === 'cancelled') showDone(t('partnership.handover.stopped'));
      return;
    }
    const { path, firms } = result.value;
    useNotices.getState().show({
      text: t('partnership.handover.saved', { file: path.split(/[\\/]/u).at(-1) ?? path, count: firms }),
    });
    const opened = await open.run({ path }, { handled: () => true });
    if (!opened.ok && opened.error.code !== 'refused') showProblem(opened.error);
  };
  const share = job === null || job.total === 0 ? 0 : job.done / job.total;
  return (
    <>
      {job !== null && job.total > 3 && (
        <span className={styles['progress']} role="status">
          {t('partnership.handover.progress', { share: locale.percent(share) })}
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={job.stopping}
            onClick={() => void api('jobs.cancel', { id: job.id })}
          >
            {t('partnership.handover.stop')}
          </Button>
        </span>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={write.running}
            leftSection={<IconBriefcase size={14} aria-hidden="true" />}
            {...(ids.length === 0 ? { title: t('partnership.handover.desk') } : {})}
          >
            {t('partnership.handover.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(choice => (
            <Menu.Item key={`${choice.language} ${choice.format}`} onClick={() => void save(choice)}>
              {t(`states.language.${choice.language}`)}, {choice.format === 'docx' ? 'Word' : 'PDF'}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
