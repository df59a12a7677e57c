import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { DetailOf } from '#renderer/api/records.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showProblem, useNotices } from '#renderer/state/notices.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '#renderer/ui/messages.tsx';
import { MinutesLanguage } from '#shared/contract/councils.ts';
import { Paper } from '../letters/paper.tsx';
import type { Tools } from '../record-area/descriptor.ts';
import styles from './curriculum.module.css';

type Meeting = DetailOf<'meetings'>;
type Props = { readonly meeting: Meeting; readonly tools: Tools };
type Paper = { readonly language: MinutesLanguage; readonly format: 'docx' | 'pdf' };

const papers: readonly Paper[] = MinutesLanguage.options.flatMap(language =>
  (['docx', 'pdf'] as const).map(format => ({ language, format })),
);

const names = {
  kk: 'curriculum.minutesKk',
  ru: 'curriculum.minutesRu',
  'kk-ru': 'curriculum.minutesBoth',
  en: 'curriculum.minutesEn',
} as const;

/** The minutes of a meeting: a look at them, and the file in either language. */
export function MinutesButtons({ meeting, tools }: Props) {
  const { t } = tools;
  const print = useCommand('meetings.printMinutes');
  const open = useCommand('files.open');
  const [shown, setShown] = useState<MinutesLanguage | null>(null);
  const language = (one: MinutesLanguage): string => t(names[one]);
  const save = async (paper: Paper): Promise<void> => {
    const result = await print.run({ id: meeting.id, ...paper });
    if (!result.ok) return;
    const { path } = result.value;
    useNotices.getState().show({ text: t('curriculum.minutesSaved', { file: path.split(/[\\/]/u).at(-1) ?? path }) });
    const opened = await open.run({ path }, { handled: () => true });
    if (!opened.ok && opened.error.code !== 'refused') showProblem(opened.error);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={print.running}
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {t('curriculum.printMinutes')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MinutesLanguage.options.map(one => (
            <Menu.Item key={one} onClick={() => setShown(one)}>
              {t('curriculum.minutesShow')}, {language(one)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {papers.map(paper => (
            <Menu.Item key={`${paper.language} ${paper.format}`} onClick={() => void save(paper)}>
              {paper.format === 'docx' ? 'Word' : 'PDF'}, {language(paper.language)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {shown && <MinutesPreview id={meeting.id} language={shown} tools={tools} onClose={() => setShown(null)} />}
    </>
  );
}

type PreviewProps = {
  readonly id: string;
  readonly language: MinutesLanguage;
  readonly tools: Tools;
  readonly onClose: () => void;
};

function MinutesPreview({ id, language, tools, onClose }: PreviewProps) {
  const { t } = tools;
  const { data, problem } = useQuery('meetings.minutesPage', { id, language });
  return (
    <Dialog title={t('curriculum.printMinutes')} size={900} onClose={onClose}>
      <div className={styles['paper']}>
        {problem ? (
          <ErrorNotice problem={problem} />
        ) : data ? (
          <Paper page={data} title={t('curriculum.printMinutes')} />
        ) : (
          <Skeleton rows={10} />
        )}
      </div>
    </Dialog>
  );
}
