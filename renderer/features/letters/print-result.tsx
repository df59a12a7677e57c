import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFolderOpen } from '@tabler/icons-react';
import { api } from '#renderer/api/client.ts';
import { go } from '#renderer/state/navigation.ts';
import { showProblem } from '#renderer/state/notices.ts';
import type { LetterKind } from '#shared/contract/letter-kinds.ts';
import type { Problem } from '#shared/result.ts';
import type { Tools } from '../record-area/descriptor.ts';
import { letterProblemText } from './letter-problem.ts';
import styles from './letters.module.css';
import { wordsFor } from './words-for.ts';

/** Letters that have their numbers, and the files written of them. */
export type Printed = {
  readonly ids: readonly string[];
  readonly letters: number;
  readonly first: string;
  readonly last: string;
  readonly folder: string | null;
  readonly files: readonly string[];
};

type Props = {
  readonly printed: Printed;
  readonly kind: LetterKind;
  readonly problem: Problem | null;
  readonly tools: Tools;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

const nameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;
const shownFiles = 5;

/** What was made and where it lies; when the files could not be written, a way to write them again. */
export function PrintResult({ printed, kind, problem, tools, onSave, onClose }: Props) {
  const { t } = tools;
  const { folder, files } = printed;
  const open = async (channel: 'files.open' | 'files.reveal', path: string): Promise<void> => {
    const result = await api(channel, { path });
    if (!result.ok) showProblem(result.error);
  };
  const [only] = files;
  return (
    <div className={styles['result']} role="status">
      <p className={styles['resultTitle']}>
        {problem ? (
          <IconAlertTriangle size={20} aria-hidden="true" />
        ) : (
          <IconCircleCheck size={20} aria-hidden="true" />
        )}
        {t(wordsFor(kind).done, { count: printed.letters })}
      </p>
      <p>
        {printed.first === ''
          ? ''
          : printed.letters > 1
            ? t('letters.doneNumbers', { first: printed.first, last: printed.last })
            : t('letters.doneOne', { first: printed.first })}
      </p>
      {problem && (
        <>
          <p className={styles['problem']} role="alert">
            {problem.code === 'cancelled' ? '' : letterProblemText(tools, problem)} {t('letters.issuedNotSaved')}
          </p>
          <div className={styles['actions']}>
            <Button onClick={onSave}>{t('letters.saveAgain')}</Button>
          </div>
        </>
      )}
      {files.length > 0 && (
        <ul className={styles['files']}>
          {files.slice(0, shownFiles).map(file => (
            <li key={file}>{nameOf(file)}</li>
          ))}
          {files.length > shownFiles && <li>… {t('letters.savedMany', { count: files.length })}</li>}
        </ul>
      )}
      <div className={styles['actions']}>
        {folder !== null && (
          <Button
            leftSection={<IconFolderOpen size={16} aria-hidden="true" />}
            onClick={() => void open('files.reveal', only ?? folder)}
          >
            {t('letters.openFolder')}
          </Button>
        )}
        {files.length === 1 && only !== undefined && (
          <Button variant="default" onClick={() => void open('files.open', only)}>
            {t('letters.openFile')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => {
            onClose();
            const [id] = printed.ids;
            go(printed.ids.length === 1 && id !== undefined ? { area: 'letters', id } : { area: 'letters' });
          }}
        >
          {t('letters.openRegister')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('records.close')}
        </Button>
      </div>
    </div>
  );
}
