import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileSpreadsheet,
  IconFiles,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconFolder,
  IconFolders,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { showDone, showProblem } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/primitives.ts';
import { ReportFormat, type ReportSpan } from '#shared/contract/reports.ts';
import { useReportView } from './report-view.ts';
import styles from './reports.module.css';
import { useJobProgress } from './use-job-progress.ts';

type Pack = Output<'reports.evidence'>;

const icons: Readonly<Record<ReportFormat, ReactNode>> = {
  xlsx: <IconFileSpreadsheet size={16} aria-hidden="true" />,
  docx: <IconFileText size={16} aria-hidden="true" />,
  pdf: <IconFileTypePdf size={16} aria-hidden="true" />,
};

const all = ReportFormat.options;

type Props = {
  readonly span?: ReportSpan | undefined;
  readonly language: Language;
  /** A frozen report; otherwise the figures of today. */
  readonly frozenId?: string;
};

/** What was written last. */
type Written =
  | { readonly kind: 'files'; readonly files: Output<'reports.export'>['files'] }
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'figures'; readonly file: Output<'reports.send'> };

/** Saves the report as files: says how far it is, then where they lie. */
export function useReportExport({ span, language, frozenId }: Props) {
  const { t } = useLanguage();
  const folder = useReportView(view => view.folder);
  const writing = useCommand('reports.export');
  const evidence = useCommand('reports.evidence');
  const sending = useCommand('reports.send');
  const [formats, setFormats] = useState<readonly ReportFormat[]>([]);
  const [written, setWritten] = useState<Written | null>(null);
  const subject = { language, ...(span === undefined ? {} : { span }) };
  const into = folder === null ? {} : { folder };
  const place = { ...into, ...(frozenId === undefined ? {} : { frozenId }) };
  const gather = async (): Promise<void> => {
    setWritten(null);
    const result = await evidence.run({ ...subject, ...place });
    if (result.ok) setWritten({ kind: 'pack', pack: result.value });
    else if (result.error.code === 'cancelled') showDone(t('indicators.evidence.cancelled'));
  };
  const save = async (wanted: readonly ReportFormat[]): Promise<void> => {
    setFormats(wanted);
    setWritten(null);
    const result = await writing.run(
      { ...subject, formats: [...wanted], ...place },
      {
        handled: problem => {
          const printerless = problem.code === 'refused' && problem.params['reason'] === 'noPrinter';
          if (printerless) showDone(t('reports.screen.noPrinter'));
          return printerless;
        },
      },
    );
    if (result.ok) setWritten({ kind: 'files', files: result.value.files });
  };
  const send = async (id: string): Promise<void> => {
    setWritten(null);
    const result = await sending.run({ id, ...into });
    if (result.ok) setWritten({ kind: 'figures', file: result.value });
  };
  return {
    save,
    gather,
    /** Only figures that no longer change are handed on. */
    send: frozenId === undefined ? null : () => send(frozenId),
    running: writing.running,
    gathering: evidence.running,
    sending: sending.running,
    formats,
    written,
  } as const;
}

type Export = ReturnType<typeof useReportExport>;

/** The button that saves, with its choice of formats and folder. */
export function ExportMenu({ save, gather, send, running, gathering, sending }: Export) {
  const { t } = useLanguage();
  const folder = useReportView(view => view.folder);
  const chooseFolder = async (): Promise<void> => {
    const result = await api('files.choose', { purpose: 'folder' });
    if (!result.ok) showProblem(result.error);
    else if (result.value.path !== null) useReportView.getState().change({ folder: result.value.path });
  };
  return (
    <Menu withinPortal>
      <Menu.Target>
        <Button
          loading={running || gathering || sending}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          {t('reports.screen.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(format => (
          <Menu.Item key={format} leftSection={icons[format]} onClick={() => void save([format])}>
            {t(`reports.screen.formats.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconFiles size={16} aria-hidden="true" />} onClick={() => void save(all)}>
          {t('reports.screen.exportAll')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileZip size={16} aria-hidden="true" />} onClick={() => void gather()}>
          {t('indicators.evidence.save')}
        </Menu.Item>
        {send !== null && (
          <Menu.Item leftSection={<IconFolders size={16} aria-hidden="true" />} onClick={() => void send()}>
            {t('rollUp.send')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => void chooseFolder()}
        >
          {folder ?? t('reports.screen.exportFolder')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is being saved, or what has been. */
export function ExportState({ running, gathering, formats, written }: Export) {
  const { t } = useLanguage();
  const job = useJobProgress('report', running);
  const done = Math.min(job?.done ?? 0, formats.length - 1);
  const current = formats[done];
  if (running && current !== undefined)
    return (
      <div className={styles['exporting']} role="status">
        <progress value={job?.done ?? 0} max={formats.length} aria-label={t('reports.screen.export')} />
        <span>
          {t('reports.screen.exporting', {
            format: t(`reports.screen.formats.${current}`),
            number: done + 1,
            count: formats.length,
          })}
        </span>
      </div>
    );
  if (gathering) return <EvidenceProgress />;
  switch (written?.kind) {
    case undefined:
      return null;
    case 'pack':
      return <EvidenceDone pack={written.pack} />;
    case 'figures':
      return <WrittenFile text={t('rollUp.sent')} file={written.file} />;
    case 'files':
      return <FilesDone files={written.files} />;
  }
}

function FilesDone({ files }: Pick<Extract<Written, { kind: 'files' }>, 'files'>) {
  const { t, locale } = useLanguage();
  const [first] = files;
  return (
    <div className={styles['exporting']} role="status">
      <span>{t('reports.screen.exported', { count: files.length })}</span>
      {files.map(file => (
        <Button
          key={file.path}
          variant="subtle"
          size="compact-sm"
          leftSection={icons[file.format]}
          title={file.path}
          onClick={() => void runCommand('files.open', { path: file.path })}
        >
          {file.name} · {locale.fileSize(file.bytes)}
        </Button>
      ))}
      {first && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => void runCommand('files.reveal', { path: first.path })}
        >
          {t('reports.screen.openFolder')}
        </Button>
      )}
    </div>
  );
}

/** How many documents have been gathered, and a way to stop. */
function EvidenceProgress() {
  const { t } = useLanguage();
  const job = useJobProgress('evidence', true);
  const [done, total] = [job?.done ?? 0, job?.total ?? 0];
  return (
    <div className={styles['exporting']} role="status">
      <progress value={done} max={Math.max(1, total)} aria-label={t('indicators.evidence.save')} />
      <span>{t('indicators.evidence.saving', { done, total })}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={job === null || job.stopping}
        onClick={() => job !== null && void api('jobs.cancel', { id: job.id })}
      >
        {t('indicators.evidence.cancel')}
      </Button>
    </div>
  );
}

/** What lies in the archive and what does not. */
function EvidenceDone({ pack }: { readonly pack: Pack }) {
  const { t } = useLanguage();
  const { files, missing } = pack;
  const text =
    missing === 0
      ? t('indicators.evidence.saved', { files })
      : t('indicators.evidence.savedMissing', { files, missing });
  return <WrittenFile text={text} file={pack} />;
}

/** A file for others, which is shown in its folder rather than opened. */
function WrittenFile({ text, file }: { readonly text: string; readonly file: Output<'reports.send'> }) {
  const { locale } = useLanguage();
  return (
    <div className={styles['exporting']} role="status">
      <span>{text}</span>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFolder size={16} aria-hidden="true" />}
        title={file.path}
        onClick={() => void runCommand('files.reveal', { path: file.path })}
      >
        {file.name} · {locale.fileSize(file.bytes)}
      </Button>
    </div>
  );
}
