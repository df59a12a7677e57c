import { Button } from '@mantine/core';
import { api } from '#renderer/api/client.ts';
import { runCommand, useCommand } from '#renderer/api/use-command.ts';
import { useQuery } from '#renderer/api/use-query.ts';
import { useLanguage } from '#renderer/app/language.tsx';
import { useNotices } from '#renderer/state/notices.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from '../backup/backup.module.css';
import { ArchivePassword, openArchiveFile } from './open-archive.tsx';
import { OpenedFile } from './opened-file.tsx';

/** Asks for a place on the disk; null when the officer changes her mind. */
async function ask(purpose: 'folder' | 'archive' | 'workbook'): Promise<string | null> {
  const result = await runCommand<Output<'files.choose'>>('files.choose', { purpose });
  return result.ok ? result.value.path : null;
}

/** One-file archives, the full export, and what another file holds. */
export function TransferSection() {
  const { t, locale } = useLanguage();
  const opened = useQuery('archives.opened', {});
  const save = useCommand('archives.save');
  const write = useCommand('everything.export');
  const load = useCommand('everything.import');
  const tell = (text: string, path: string): void =>
    useNotices.getState().show({
      text,
      action: { label: t('transfer.showFolder'), run: () => void runCommand('files.reveal', { path }) },
    });
  const saveArchive = async (): Promise<void> => {
    const folder = await ask('folder');
    if (folder === null) return;
    const result = await save.run({ folder });
    if (!result.ok) return;
    const { path, bytes, missing } = result.value;
    const name = path.split(/[\\/]/u).at(-1) ?? path;
    tell(
      missing > 0
        ? t('transfer.savedMissing', { count: missing })
        : t('transfer.saved', { name, size: locale.fileSize(bytes) }),
      folder,
    );
  };
  const openArchive = async (): Promise<void> => {
    const path = await ask('archive');
    if (path !== null) await openArchiveFile(path);
  };
  const exportAll = async (): Promise<void> => {
    const folder = await ask('folder');
    if (folder === null) return;
    const result = await write.run({ folder });
    if (!result.ok) return;
    const { records, missing } = result.value;
    tell(
      missing > 0
        ? t('transfer.exportedMissing', { count: missing })
        : t('transfer.exported', { count: locale.number(records) }),
      folder,
    );
  };
  const loadAll = async (): Promise<void> => {
    const path = await ask('workbook');
    if (path === null) return;
    const result = await load.run({ path });
    if (!result.ok) return;
    useNotices.getState().show({ text: t('transfer.loaded', { count: locale.number(result.value.records) }) });
  };
  const close = async (): Promise<void> => {
    await api('archives.close', {});
  };
  return (
    <>
      <section className={styles['section']}>
        <h3>{t('transfer.archive')}</h3>
        <p className={styles['help']}>{t('transfer.archiveHelp')}</p>
        <div className={styles['actions']}>
          <Button loading={save.running} onClick={() => void saveArchive()}>
            {t('transfer.save')}
          </Button>
          <Button variant="default" onClick={() => void openArchive()}>
            {t('transfer.open')}
          </Button>
        </div>
        <ArchivePassword />
        {opened.data && <OpenedFile opened={opened.data} onClose={() => void close()} />}
      </section>
      <section className={styles['section']}>
        <h3>{t('transfer.everythingTitle')}</h3>
        <p className={styles['help']}>{t('transfer.everythingHelp')}</p>
        <div className={styles['actions']}>
          <Button variant="default" loading={write.running} onClick={() => void exportAll()}>
            {t('transfer.export')}
          </Button>
          <Button variant="default" loading={load.running} onClick={() => void loadAll()}>
            {t('transfer.load')}
          </Button>
        </div>
      </section>
    </>
  );
}
