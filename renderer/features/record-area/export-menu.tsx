import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconPrinter,
  IconTableExport,
} from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import type { AnyRecord } from '#renderer/api/records.ts';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { showDone, useNotices } from '#renderer/state/notices.ts';
import type { GridColumn } from '#renderer/ui/column-layout.ts';
import type { ListQuestion } from '#renderer/ui/use-row-windows.ts';
import { type ListFormat, mostPrintedRows } from '#shared/contract/lists.ts';
import type { Problem } from '#shared/result.ts';
import { useJobProgress } from '../reports/use-job-progress.ts';
import type { AreaDescriptor, Tools } from './descriptor.ts';
import { questionWords } from './question-words.ts';
import { type ListPaper, papersOf } from './record-actions.tsx';
import styles from './record-area.module.css';

type Props = {
  readonly area: AreaDescriptor;
  readonly tools: Tools;
  readonly columns: readonly GridColumn<AnyRecord>[];
  readonly question: ListQuestion;
  readonly total: number | undefined;
  readonly selected: ReadonlySet<string>;
  /** A filter that came with a link, in the words of where it came from. */
  readonly handed: string | undefined;
};

/** Saves what the list shows as a file, or only the selected rows; says how far it is and offers to open what was made. */
export function ExportMenu({ area, tools, columns, question, total, selected, handed }: Props) {
  const { t } = tools;
  const { run, running } = useCommand('lists.export');
  const [onlySelected, setOnlySelected] = useState(true);
  const job = useJobProgress('export', running);
  const some = selected.size > 0;
  const [paper, setPaper] = useState<ListPaper | null>(null);
  const papers = papersOf(area.name);
  /** What a paper is made of: the rows of the file, in the order the officer has chosen for the list. */
  const asked = (): ListQuestion => {
    const { filter, sort, ...rest } = question;
    const own = sort?.field === area.sort.field && sort.direction === area.sort.direction;
    return {
      ...rest,
      filter: some && onlySelected ? { ...filter, ids: [...selected] } : filter,
      ...(own ? {} : { sort }),
    };
  };
  /** Why a list cannot be printed, in words of its own. */
  const explained = ({ code, params }: Problem): boolean => {
    if (code !== 'refused') return false;
    const { reason, count } = params;
    if (reason === 'noPrinter') showDone(t('reports.screen.noPrinter'));
    else if (reason === 'tooManyRows')
      showDone(t('lists.exportTooMany', { most: mostPrintedRows, count: Number(count) }));
    else return false;
    return true;
  };
  const save = async (format: ListFormat): Promise<void> => {
    if (total === 0) return showDone(t('lists.exportEmpty'));
    const { search, filter, sort, group } = question;
    const chosen = some && onlySelected ? [...selected] : undefined;
    const about = await questionWords({ area, tools, question, columns, handed, chosen: chosen?.length });
    const result = await run(
      {
        list: area.name,
        search,
        filter,
        ...(sort ? { sort } : {}),
        ...(group === undefined ? {} : { group }),
        columns: columns.map(({ key, label }) => ({ key, title: label })),
        ...(chosen === undefined ? {} : { ids: chosen }),
        about,
        format,
      },
      { handled: explained },
    );
    if (result.ok) {
      const { path, name: file, rows } = result.value;
      useNotices.getState().show({
        text: t('lists.exported', { name: file, count: rows }),
        action: { label: t('lists.exportOpen'), run: () => void runCommand('files.open', { path }) },
      });
    } else if (result.error.code === 'cancelled') showDone(t('lists.exportStopped'));
  };
  return (
    <>
      {job !== null && job.total > 1 && (
        <span className={styles['exporting']} role="status">
          <progress value={job.done} max={job.total} aria-label={t('lists.exporting')} />
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={job.stopping}
            onClick={() => void api('jobs.cancel', { id: job.id })}
          >
            {t('lists.exportStop')}
          </Button>
        </span>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Tooltip label={t('lists.exportMenu')}>
            <ActionIcon variant="default" size={30} loading={running} aria-label={t('lists.exportMenu')}>
              <IconTableExport size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {some && (
            <>
              <Menu.Item
                role="menuitemcheckbox"
                aria-checked={onlySelected}
                closeMenuOnClick={false}
                leftSection={<IconCheck size={16} aria-hidden="true" opacity={onlySelected ? 1 : 0} />}
                onClick={() => setOnlySelected(!onlySelected)}
              >
                {t('lists.exportSelected', { count: selected.size })}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item
            leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
            onClick={() => void save('xlsx')}
          >
            {t('lists.exportXlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText size={16} aria-hidden="true" />} onClick={() => void save('csv')}>
            {t('lists.exportCsv')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden="true" />} onClick={() => void save('pdf')}>
            {t('lists.exportPdf')}
          </Menu.Item>
          {papers.length > 0 && <Menu.Divider />}
          {papers.map(made => (
            <Menu.Item
              key={made.key}
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => (total === 0 ? showDone(t('lists.exportEmpty')) : setPaper(made))}
            >
              {made.title(tools)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {paper && <paper.Dialog question={asked()} tools={tools} onClose={() => setPaper(null)} />}
    </>
  );
}
