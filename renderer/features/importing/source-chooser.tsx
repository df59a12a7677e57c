import { Button, Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/api/use-command.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { ErrorNotice } from '#renderer/ui/messages.tsx';
import type { Output, Request } from '#shared/contract/index.ts';
import type { Problem } from '#shared/result.ts';
import { ImportProgress } from './import-progress.tsx';
import styles from './importing.module.css';

type Source = Request<'importing.preview'>['source'];
type Props = {
  readonly reading: boolean;
  /** Why the last file could not be read. */
  readonly problem: Problem | null;
  readonly onSource: (source: Source) => void;
};

/** The file as main can read it: by its path, or by its bytes when it has none (dragged out of a mail). */
async function sourceOf(file: File): Promise<Source> {
  const path = window.shell.pathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

/** Where an import begins: drop, choose or paste. */
export function SourceChooser({ reading, problem, onSource }: Props) {
  const { t } = useLanguage();
  const [over, setOver] = useState(false);
  const zone = useRef<HTMLElement>(null);
  useEffect(() => zone.current?.focus({ preventScroll: true }), []);
  const choose = async (): Promise<void> => {
    const result = await runCommand<Output<'files.choose'>>('files.choose', { purpose: 'workbook' });
    if (result.ok && result.value.path !== null) onSource({ path: result.value.path });
  };
  const onDrop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file && !reading) onSource(await sourceOf(file));
  };
  const onPaste = async (event: ClipboardEvent): Promise<void> => {
    const file = event.clipboardData.files.item(0);
    const text = event.clipboardData.getData('text/plain');
    if (reading || (!file && text.trim() === '')) return;
    event.preventDefault();
    onSource(file ? await sourceOf(file) : { name: t('importing.pasted'), text });
  };
  return (
    <div className={styles['chooser']}>
      <h1>{t('importing.title')}</h1>
      <p className={styles['muted']}>{t('importing.lead')}</p>
      {problem && <ErrorNotice problem={problem} />}
      <section
        ref={zone}
        tabIndex={-1}
        aria-label={t('importing.drop')}
        className={styles['zone']}
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => void onDrop(event)}
        onPaste={event => void onPaste(event)}
      >
        {reading ? <Loader size={28} /> : <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden="true" />}
        <strong aria-live="polite">
          {reading ? t('importing.reading') : over ? t('importing.dropNow') : t('importing.drop')}
        </strong>
        <p className={styles['muted']}>{t('importing.dropHelp')}</p>
        <Button onClick={() => void choose()} disabled={reading}>
          {t('importing.choose')}
        </Button>
        {reading && <ImportProgress words={t('importing.reading')} />}
        <p className={styles['small']}>{t('importing.paste')}</p>
      </section>
    </div>
  );
}
