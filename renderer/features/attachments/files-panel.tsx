import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { showDone } from '#renderer/state/notices.ts';
import { ErrorNotice } from '#renderer/ui/messages.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { attachFiles, chooseFile, filesOf, type Owner } from './attach.ts';
import styles from './attachments.module.css';

type Props = { readonly owner: Owner; readonly tools: Tools };
type File = Output<'attachments.list'>[number];

/** The files of a record: dropped, pasted or chosen; opened by a press. */
export function FilesPanel({ owner, tools }: Props) {
  const { t } = tools;
  const list = useQuery('attachments.list', owner);
  if (list.problem) return <ErrorNotice problem={list.problem} onRetry={list.refresh} />;
  return (
    <div
      className={styles['panel']}
      onPaste={event => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        void attachFiles(tools, owner, files);
      }}
    >
      {list.data && list.data.length > 0 && (
        <ul className={styles['list']}>
          {list.data.map(file => (
            <FileLine key={file.id} file={file} tools={tools} />
          ))}
        </ul>
      )}
      <div className={styles['zone']}>
        <p>{t('relations.filesHelp')}</p>
        <Button
          variant="default"
          leftSection={<IconPaperclip size={16} aria-hidden="true" />}
          onClick={() => void chooseFile(tools, owner)}
        >
          {t('relations.filesChoose')}
        </Button>
      </div>
    </div>
  );
}

function FileLine({ file, tools }: { readonly file: File; readonly tools: Tools }) {
  const { t, locale } = tools;
  const { id, revision, name } = file;
  const remove = async (): Promise<void> => {
    const result = await runCommand('attachments.remove', { id, revision });
    if (result.ok) showDone(t('actions.detached', { title: name }), true);
  };
  const usable = file.present && file.openable;
  return (
    <li>
      {file.present ? <IconFile size={16} aria-hidden="true" /> : <IconAlertTriangle size={16} aria-hidden="true" />}
      {usable ? (
        <Button
          variant="subtle"
          className={styles['name'] ?? ''}
          aria-label={t('relations.filesOpen', { name })}
          onClick={() => void runCommand('attachments.open', { id })}
        >
          {name}
        </Button>
      ) : (
        <span className={styles['name']}>{name}</span>
      )}
      {!file.present && <span className={styles['problem']}>{t('relations.filesMissing')}</span>}
      {file.present && !file.openable && <span className={styles['quiet']}>{t('relations.filesClosed')}</span>}
      <span className={styles['space']} />
      <span className={styles['quiet']}>{locale.fileSize(file.bytes)}</span>
      <span className={styles['quiet']}>{locale.dateTime(file.createdAt)}</span>
      <ActionIcon aria-label={t('relations.filesRemove', { name })} onClick={() => void remove()}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  );
}
